"""Questions about events: who did what to whom, when, about what."""

from __future__ import annotations

from marshmallow import Schema, fields

from service.queries.arguments import AsOf, ById, Counting, FirstDay, LastDay, Page, slug, term, words
from service.queries.contract import Query


class EventFilter(Page, Counting, AsOf):
    """Which events."""

    type = term("plover_events", "PLOVER event type.")
    mode = words("Mode of the type.")
    initiator = slug("Actor that did it.")
    recipient = slug("Actor that it was done to.")
    actor = slug("Actor on either side.")
    topic = slug("Topic.")
    from_ = FirstDay(
        data_key="from", load_default=None, metadata={"description": "Ended on this day or later."}
    )
    to = LastDay(load_default=None, metadata={"description": "Began on this day or earlier."})


class EventId(Counting, ById):
    """Which event, and which claims count."""


class EventRow(Schema):
    """An event and the claims that affirm it."""

    id = fields.String()
    date = fields.String(allow_none=True)
    until = fields.String(allow_none=True)
    precision = fields.String(allow_none=True)
    type = fields.String()
    mode = fields.String(allow_none=True)
    contexts = fields.List(fields.String())
    initiators = fields.List(fields.String())
    recipients = fields.List(fields.String())
    place = fields.String(allow_none=True)
    topics = fields.List(fields.String())
    claims = fields.List(fields.String())


class EventListRow(EventRow):
    """An event in a list, with how its claims state it."""

    modalities = fields.List(fields.String())


class EventDetail(EventRow):
    """An event with what tells of the same happening, and the claims that deny it."""

    same_happening = fields.List(fields.String())
    denials = fields.List(fields.String())


LIST = Query("events/list", EventFilter, EventListRow, ("day", "id"))
DETAIL = Query("events/detail", EventId, EventDetail)
