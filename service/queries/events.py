"""Questions about events: who did what to whom, when, about what."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, ValidationError, fields, validates_schema

from service.claims.fields import Refusal
from service.queries.arguments import Between, ById, Counting, Page, id_of, term
from service.queries.contract import Query
from service.vocabulary.terms import event_types


class EventFilter(Page, Counting, Between):
    """Which events."""

    type = term("plover_events", "PLOVER event type.")
    mode = fields.String(load_default=None, metadata={"description": "Mode of the type."})
    initiator = id_of("Actor", description="Actor that did it.")
    recipient = id_of("Actor", description="Actor that it was done to.")
    actor = id_of("Actor", description="Actor on either side.")
    topic = id_of("Topic", description="Topic.")

    @validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        """A mode is one of the type asked for, or of any type where none is."""
        if data.get("mode") is None:
            return
        types = [event_types()[data["type"]]] if data.get("type") else event_types().values()
        modes = sorted({mode for each in types for mode in each.extra.get("modes", {})})
        if data["mode"] not in modes:
            of = data["type"] or "any type"
            raise ValidationError([Refusal(f"{data['mode']!r} is no mode of {of}", tuple(modes))], "mode")


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
