"""The question about two actors at once: all that is between them, on one page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields

from service.claims.fields import Term
from service.queries.arguments import Counting, Rollup
from service.queries.contract import Query
from service.queries.dyad_stances import Pair
from service.queries.scoring import Scoring, scored


class PageOf(Pair, Counting, Scoring, Rollup):
    """Which two."""


class Supported(Schema):
    """What claims support; at most twenty of them are named."""

    claims = fields.List(fields.String())


class PageRelationRow(Supported):
    """A tie between the two."""

    id = fields.String()
    type = Term("relation_types")
    subject = fields.String()
    object = fields.String()
    title = fields.String(allow_none=True)
    since = fields.String(allow_none=True)
    until = fields.String(allow_none=True)


class PageEventRow(Supported):
    """Something that the one did to the other."""

    id = fields.String()
    type = Term("plover_events")
    mode = fields.String(allow_none=True)
    date = fields.String(allow_none=True)
    score = fields.Float()
    modalities = fields.List(fields.String())


class PageStanceRow(Supported):
    """A stance of the one toward the other."""

    id = fields.String()
    position = Term("positions")
    polarity = fields.Float()
    since = fields.String()
    until = fields.String(allow_none=True)


class PageSanctionRow(Supported):
    """A programme of sanctions (a relation) or an act of sanctioning (an event), asserted by some claim."""

    id = fields.String()
    kind = fields.String()
    programme = fields.String(allow_none=True)
    mode = fields.String(allow_none=True)
    since = fields.String(allow_none=True)
    until = fields.String(allow_none=True)


class WayRow(Schema):
    """How the one deals with the other: events, score and its trend, the last five acts and stances."""

    direction = fields.String()
    events = fields.Integer()
    score = fields.Float(allow_none=True)
    terms = fields.Integer()
    before = fields.Float(allow_none=True)
    recent = fields.Float(allow_none=True)
    trend = fields.Float(allow_none=True)
    last_events = fields.List(fields.Nested(PageEventRow))
    last_stances = fields.List(fields.Nested(PageStanceRow))
    sanctions = fields.List(fields.Nested(PageSanctionRow))


class PageMeasureRow(Supported):
    """A figure about the two, such as their trade, and whose voices give it."""

    id = fields.String()
    indicator = fields.String()
    of = fields.String(allow_none=True)
    with_ = fields.String(data_key="with", allow_none=True)
    period = fields.String(allow_none=True)
    value = fields.Float()
    comparator = Term("comparators")
    unit = fields.String()
    voices = fields.List(fields.String())


class DisagreementRow(Supported):
    """A claim of the one and a claim of the other that cannot both be right."""

    reason = Term("contradiction_reasons")
    claim = fields.String()
    other = fields.String()
    claim_summary = fields.String(allow_none=True)
    other_summary = fields.String(allow_none=True)


class DyadPage(Schema):
    """All that is between the two; each list has its latest first, at most fifty."""

    a = fields.String()
    b = fields.String()
    relations = fields.List(fields.Nested(PageRelationRow))
    a_to_b = fields.Nested(WayRow)
    b_to_a = fields.Nested(WayRow)
    measures = fields.List(fields.Nested(PageMeasureRow))
    disagreements = fields.List(fields.Nested(DisagreementRow))


def _explained(arguments: Mapping[str, Any]) -> dict[str, Any]:
    trend = (
        "recent minus before: the score by the terms of the year up to the latest one, and by all older ones"
    )
    return {**scored(arguments), "trend": trend}


DETAIL = Query("dyads/detail", PageOf, DyadPage, meta=_explained, adds_up=True)
