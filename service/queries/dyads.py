"""Questions about what two actors did to each other, one by one and over time."""

from __future__ import annotations

from marshmallow import Schema, fields

from service.queries.arguments import Choice, Page, Shape, choice, id_of
from service.queries.contract import Query
from service.queries.dyad_stances import Dyad
from service.queries.events import EventPlaceRow
from service.queries.scales import INTERVALS, of_dyad
from service.queries.which_events import TypeAndMode


class DyadWhich(TypeAndMode, Dyad):
    """Which events between the two."""

    direction = choice("a_to_b", "b_to_a", description="Only what a did to b, or only what b did to a.")
    topic = id_of("Topic", description="Topic.")


class DyadEvents(Page, DyadWhich):
    """A page of the events between the two."""


class DyadSeries(Shape, DyadWhich):
    """Which events between the two, in intervals of which length."""

    interval = Choice(*INTERVALS, load_default="month", metadata={"description": "Length of an interval."})


class DyadEventRow(EventPlaceRow):
    """An event between the two; `direction` says whose act it is, whoever acted for them."""

    direction = fields.String()


class DyadIntervalRow(Schema):
    """What one did to the other in an interval: how many events, of which sign, and how they score."""

    interval = fields.String(allow_none=True)
    direction = fields.String()
    initiator = fields.String()
    recipient = fields.String()
    events = fields.Integer()
    score_sum = fields.Float()
    score = fields.Float()
    cooperation = fields.Integer()
    conflict = fields.Integer()
    claim_count = fields.Integer()
    claims = fields.List(fields.String())


EVENTS = Query("dyads/events", DyadEvents, DyadEventRow, ("day", "id", "direction"))
SERIES = Query("dyads/series", DyadSeries, DyadIntervalRow, meta=of_dyad, adds_up=True)
