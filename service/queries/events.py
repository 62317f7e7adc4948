"""Questions about events: who did what to whom, when, where, about what."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from service.claims.fields import Term
from service.queries.arguments import ById, Counting, Page, path_id
from service.queries.claims import ClaimRow
from service.queries.contract import Query
from service.queries.which_events import EventWhich


class EventFilter(Page, EventWhich):
    """Which events."""

    format = fields.String(
        load_default=None,
        validate=validate.OneOf(["json", "csv", "ndjson", "geojson"]),
        metadata={
            "description": "Default: what Accept asks for, else json. geojson: events with a location."
        },
    )


class EventId(Counting, ById):
    """Which event, and which claims count."""


class EventClaimFilter(Page, Counting):
    """Which claims of which event."""

    id = path_id("Event")
    same_happening = fields.Boolean(
        load_default=False,
        metadata={"description": "Also the claims of other events that tell of the same happening."},
    )


class EventRow(Schema):
    """An event and the claims that affirm it."""

    id = fields.String()
    date = fields.String(allow_none=True)
    until = fields.String(allow_none=True)
    precision = Term("date_precisions", allow_none=True)
    type = Term("plover_events")
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


class EventPlaceRow(EventListRow):
    """An event with PLOVER's class and score, where it was, and how many independent voices tell of it."""

    quad = fields.Integer()
    score = fields.Float()
    longitude = fields.Float(allow_none=True)
    latitude = fields.Float(allow_none=True)
    voices = fields.Integer()


class EventDetail(EventPlaceRow):
    """An event with what tells of the same happening, and the claims that deny it."""

    same_happening = fields.List(fields.String())
    denials = fields.List(fields.String())


class EventClaimRow(ClaimRow):
    """A claim of an event; `voice` is the agency that it credits, else the outlet or dataset."""

    voice = fields.String()


LIST = Query("events/list", EventFilter, EventPlaceRow, ("day", "id"))
DETAIL = Query("events/detail", EventId, EventDetail)
CLAIMS = Query("events/claims", EventClaimFilter, EventClaimRow, ("said_on", "id"))
