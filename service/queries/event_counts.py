"""Questions that count events: over time, by kind, and as told by whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields

from service.queries.arguments import Choice, Counting, Shape, choice, path_id
from service.queries.contract import Query
from service.queries.scales import INTERVALS, of_groups, of_series
from service.queries.which_events import EventWhich


class EventSeries(Shape, EventWhich):
    """Which events, in intervals of which length, and apart by what."""

    interval = Choice(*INTERVALS, load_default="month", metadata={"description": "Length of an interval."})
    by = choice("type", "quad", "dyad", description="A row for each type, quad class or pair of actors.")


class EventGroups(Shape, EventWhich):
    """Which events, grouped by what."""

    by = Choice(
        *("type", "mode", "quad", "context", "initiator", "recipient", "topic", "place"),
        *("outlet", "voice", "speaker", "modality"),
        load_default="type",
        metadata={
            "description": "What makes the groups; a row whose group is null has the events without one."
        },
    )


class NarrativeShape(Shape, Counting):
    """Of which event, and told by whom."""

    id = path_id("Event")
    group_by = Choice(
        *("outlet", "outlet_country", "speaker", "bloc"),
        load_default="outlet",
        metadata={
            "description": "By whom it is told; a bloc is what a speaker, or whom it speaks for, belongs to."
        },
    )


class CountRow(Schema):
    """How many events, how they score, and the claims that affirm them."""

    group = fields.String(allow_none=True)
    events = fields.Integer()
    score_sum = fields.Float()
    score = fields.Float()
    claim_count = fields.Integer()
    claims = fields.List(fields.String())


class DatedRow(Schema):
    """Of which interval, by its first day."""

    interval = fields.String(allow_none=True)


class IntervalRow(CountRow, DatedRow):
    """The events of one interval; `initiator` and `recipient` where pairs of actors are asked for."""

    initiator = fields.String(allow_none=True)
    recipient = fields.String(allow_none=True)


class GroupRow(CountRow):
    """The events of one group; `name` is that of the actor, topic, place or outlet."""

    name = fields.String(allow_none=True)


class ToldRow(Schema):
    """An event as a group tells of it."""

    event = fields.String()
    modalities = fields.List(fields.String())
    claims = fields.List(fields.String())


class AspectRow(Schema):
    """A mode, initiator, recipient, place or topic of an event."""

    aspect = fields.String()
    value = fields.String()


class NarrativeRow(Schema):
    """One happening as a group tells of it, and what others tell of it that the group does not."""

    group = fields.String()
    name = fields.String(allow_none=True)
    affirms = fields.List(fields.Nested(ToldRow))
    denies = fields.List(fields.Nested(ToldRow))
    leaves_out = fields.List(fields.String())
    aspects_left_out = fields.List(fields.Nested(AspectRow))
    voices = fields.List(fields.String())
    claims = fields.List(fields.String())


def of_narratives(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Which group a claim is in."""
    once = (
        "a claim is in one group; in `ungrouped` where no outlet published it, or the outlet has no country"
    )
    several = (
        "a claim is in the group of each of its speakers, so that a joint one is in several; "
        "in `ungrouped` where nobody is quoted"
    )
    blocs = (
        "a claim is in the group of each bloc of its speakers on the day that it was said; "
        "in `ungrouped` where there is none"
    )
    groups = {"speaker": several, "bloc": blocs}.get(arguments["group_by"], once)
    return {"groups": groups, "happening": "the event and the events that tell of the same happening"}


TIMESERIES = Query("events/timeseries", EventSeries, IntervalRow, meta=of_series, adds_up=True)
DISTRIBUTION = Query("events/distribution", EventGroups, GroupRow, meta=of_groups, adds_up=True)
NARRATIVES = Query("events/narratives", NarrativeShape, NarrativeRow, meta=of_narratives)
