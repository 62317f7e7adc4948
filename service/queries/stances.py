"""Questions about stances: who stands where on whom and what, who changed sides, who says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields, validate

from service.claims.fields import Term
from service.queries.arguments import Between, Counting, Page, Rollup, id_of, term
from service.queries.contract import Query


class StanceFilter(Page, Counting, Between, Rollup):
    """Which stances."""

    holder = id_of("Actor", description="Actor that holds it.")
    target = id_of("Actor", "Topic", "Fact", description="Actor, topic or fact that it is toward.")
    topic = id_of("Topic", description="Topic that it is about or toward.")
    position = term("positions", "Position.")
    min_polarity = fields.Float(
        load_default=None, validate=validate.Range(-1, 1), metadata={"description": "-1 to 1."}
    )
    max_polarity = fields.Float(
        load_default=None, validate=validate.Range(-1, 1), metadata={"description": "-1 to 1."}
    )


class FlipFilter(Page, Counting, Between, Rollup):
    """Which changes of side; `from` and `to` are days of the change."""

    holder = id_of("Actor", description="Actor that changed sides.")
    target = id_of("Actor", "Topic", "Fact", description="Actor, topic or fact on which it did.")
    topic = id_of("Topic", description="Topic that both stances are about or toward.")
    min_change = fields.Float(
        load_default=0.0,
        validate=validate.Range(0, 2),
        metadata={"description": "Least difference of the two polarities, 0 to 2."},
    )


class SilenceFilter(Page, Counting, Between, Rollup):
    """On what, when, and whose silence."""

    topic = id_of("Topic", description="Topic on which nothing is said.", required=True)
    kind = Term(
        "actor_kinds",
        load_default="country",
        metadata={"description": "Kind of actor: countries unless told."},
    )
    bloc = id_of("Actor", description="Only its members, as of the end of the period.")
    heard = fields.Boolean(
        load_default=False,
        metadata={"description": "Only actors with some stance, act or statement on record."},
    )


class StanceRow(Schema):
    """A stance and the claims that state it."""

    id = fields.String()
    holders = fields.List(fields.String())
    position = Term("positions")
    polarity = fields.Float()
    target = fields.String()
    target_kind = fields.String()
    topics = fields.List(fields.String())
    since = fields.String()
    until = fields.String(allow_none=True)
    precision = Term("date_precisions")
    claims = fields.List(fields.String())


class FlipRow(Schema):
    """Two stances of one holder on one target that take opposite sides, and a sentence of each."""

    holder = fields.String()
    target = fields.String()
    topics = fields.List(fields.String())
    from_stance = fields.String()
    to_stance = fields.String()
    from_holders = fields.List(fields.String())
    to_holders = fields.List(fields.String())
    from_position = Term("positions")
    to_position = Term("positions")
    from_polarity = fields.Float()
    to_polarity = fields.Float()
    change = fields.Float()
    from_date = fields.String()
    to_date = fields.String()
    gap_days = fields.Integer()
    from_claims = fields.List(fields.String())
    to_claims = fields.List(fields.String())
    from_sentence = fields.String(allow_none=True)
    to_sentence = fields.String(allow_none=True)
    claims = fields.List(fields.String())


class SilentRow(Schema):
    """An actor that took no position in the period, and the last that it took before, if any."""

    id = fields.String()
    name = fields.String()
    last_stance = fields.String(allow_none=True)
    last_position = Term("positions", allow_none=True)
    last_date = fields.String(allow_none=True)
    claims = fields.List(fields.String())


def of_flips(_: Mapping[str, Any]) -> dict[str, Any]:
    """What makes two stances a change of side."""
    return {
        "flip": "two asserted stances of opposite sign, neighbours in time among those that take a side",
        "compared": "stances toward one actor that have the same topics, toward one topic that share a topic "
        "or have none, or toward one fact",
        "not_flips": "a day on which both sides are taken is a contradiction and no change; nor are sides "
        "that one sentence alone tells of, nor dates of which the earlier is too vague to be surely earlier",
        "sentences": "the sentence where its text is on record, else the quoted phrase or the dataset's row",
    }


def of_silence(_: Mapping[str, Any]) -> dict[str, Any]:
    """What counts as a position, and how actors are chosen."""
    return {
        "silent": "no asserted stance about or toward the topic that began in the period; "
        "an abstention is a position",
        "members": "of a bloc as of `to`, else as of `as_of`, else those whose membership has not ended",
    }


LIST = Query("stances/list", StanceFilter, StanceRow, ("day", "id"))
FLIPS = Query(
    "stances/flips",
    FlipFilter,
    FlipRow,
    ("day", "holder", "target", "to_stance"),
    meta=of_flips,
    adds_up=True,
)
SILENT = Query("stances/silent", SilenceFilter, SilentRow, ("id",), meta=of_silence, adds_up=True)
