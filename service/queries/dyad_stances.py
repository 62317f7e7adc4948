"""Questions about two actors: how each stood toward the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, ValidationError, fields, validates_schema

from service.claims.fields import Refusal, Strict
from service.queries.arguments import Between, Choice, Counting, Rollup, Shape, path_id
from service.queries.contract import Query
from service.queries.scoring import CLAIMS


class Pair(Strict):
    """Which two."""

    a = path_id("Actor")
    b = path_id("Actor")

    @validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        """A pair is of two."""
        if data.get("a") is not None and data.get("a") == data.get("b"):
            raise ValidationError([Refusal("is the same actor as a")], "b")


class Dyad(Pair, Counting, Between, Rollup):
    """Which two, when."""


class DyadStances(Shape, Dyad):
    """In intervals of which length."""

    interval = Choice(
        "month", "quarter", "year", load_default="month", metadata={"description": "Length of an interval."}
    )


class DyadStanceRow(Schema):
    """What the one held of the other in an interval, and did to it."""

    interval = fields.String()
    holder = fields.String()
    target = fields.String()
    stances = fields.Integer()
    polarity = fields.Float(allow_none=True)
    events = fields.Integer()
    event_score = fields.Float(allow_none=True)
    claim_count = fields.Integer()
    claims = fields.List(fields.String())


def of_stances(_: Mapping[str, Any]) -> dict[str, Any]:
    """What the numbers of an interval mean."""
    return {
        "interval": "a stance or event counts in the interval of its first day, named by the interval's "
        "first day; events without a date are left out",
        "polarity": "mean polarity of the stances, which over all rows of one direction are the list of "
        "stances of that holder and target",
        "event_score": "mean PLOVER score, -10 to 10, of the events that the one initiated and the other "
        "received",
        "claims": CLAIMS,
    }


STANCES = Query("dyads/stances", DyadStances, DyadStanceRow, meta=of_stances, adds_up=True)
