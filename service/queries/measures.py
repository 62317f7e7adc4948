"""Questions about figures: who gives which, and how far those for one thing lie apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields, validate

from service.queries.arguments import Between, Counting, Page, Rollup, id_of, term
from service.queries.contract import Query


class MeasureFilter(Page, Counting, Between, Rollup):
    """Which figures; the period of a figure is the days that it touches."""

    indicator = term("indicators", "Indicator.")
    unit = term("units", "Unit.")
    of = id_of("Actor", description="Actor that it is a figure of.")
    with_ = id_of("Actor", description="Partner that it is a figure with.", data_key="with")
    actor = id_of("Actor", description="Actor at either end.")
    topic = id_of("Topic", description="Topic, such as a commodity.")


class CompareFilter(Page, Counting, Between):
    """Which figures to compare."""

    indicator = term("indicators", "Indicator.")
    of = id_of("Actor", description="Actor that it is a figure of.")
    with_ = id_of("Actor", description="Partner that it is a figure with.", data_key="with")
    topic = id_of("Topic", description="Topic, such as a commodity.")
    min_figures = fields.Integer(
        load_default=1,
        validate=validate.Range(1, 100),
        metadata={"description": "Only things of which there are as many different figures."},
    )


class MeasureRow(Schema):
    """A figure, who gives it, and the claims that do."""

    id = fields.String()
    indicator = fields.String()
    value = fields.Float()
    comparator = fields.String()
    unit = fields.String()
    of = fields.String(allow_none=True)
    with_ = fields.String(data_key="with", allow_none=True)
    period = fields.String(allow_none=True)
    precision = fields.String(allow_none=True)
    topics = fields.List(fields.String())
    speakers = fields.List(fields.String())
    voices = fields.List(fields.String())
    claims = fields.List(fields.String())


class FigureRow(Schema):
    """One of the figures for one thing, with the speakers and voices that give it."""

    value = fields.Float()
    comparator = fields.String()
    speakers = fields.List(fields.String())
    voices = fields.List(fields.String())
    claims = fields.List(fields.String())


class CompareRow(Schema):
    """One thing and all figures for it, smallest first, with how far they lie apart."""

    indicator = fields.String()
    of = fields.String(allow_none=True)
    with_ = fields.String(data_key="with", allow_none=True)
    period = fields.String(allow_none=True)
    unit = fields.String()
    topics = fields.List(fields.String())
    min = fields.Float()
    max = fields.Float()
    spread = fields.Float()
    spread_share = fields.Float(allow_none=True)
    figures = fields.List(fields.Nested(FigureRow))
    claims = fields.List(fields.String())


def _what_spread_is(_: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "spread": "max - min",
        "spread_share": "spread / |max|",
        "one thing": "the same indicator, of, with, period and topics; either way round if it is symmetric",
    }


LIST = Query("measures/list", MeasureFilter, MeasureRow, ("day", "id"))
COMPARE = Query("measures/compare", CompareFilter, CompareRow, ("day", "slot"), meta=_what_spread_is)
