"""Questions that weigh stances and events into one number: who stands where, and why it is so."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, ValidationError, fields, validates_schema

from service.claims.fields import Refusal, Term
from service.queries.arguments import Counting, Rollup, Shape, id_of, ids_of
from service.queries.contract import Query
from service.queries.scoring import Scoring, scored

TOWARD = ("Actor", "Topic", "Fact")


class MatrixShape(Shape, Counting, Scoring, Rollup):
    """Whose stances toward what: named targets, or all that is spoken of within a topic."""

    holders = ids_of("Actor", description="Actors; without them all that have something to show.", most=50)
    targets = ids_of(*TOWARD, description="Actors, topics and facts.", most=50)
    topic = id_of("Topic", description="Instead of targets: all toward which evidence about this topic is.")

    @validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        """The columns are either named or found."""
        given = [name for name in ("targets", "topic") if data.get(name)]
        if not given:
            raise ValidationError([Refusal("is needed, or topic instead", ("targets", "topic"))], "targets")
        if len(given) > 1:
            raise ValidationError(
                [Refusal("only one of targets and topic is taken", ("targets", "topic"))], "topic"
            )


class Pair(Counting, Scoring, Rollup):
    """Whose stance toward what; within a topic, where one is given."""

    holder = id_of("Actor", description="Actor that holds it.", required=True)
    target = id_of(*TOWARD, description="Actor, topic or fact that it is toward.", required=True)
    topic = id_of("Topic", description="Only evidence about or toward this topic.")


class CellRow(Schema):
    """The score of a holder toward a target: of how many terms, from when to when, and their claims."""

    holder = fields.String()
    target = fields.String()
    score = fields.Float(allow_none=True)
    terms = fields.Integer()
    undated = fields.Integer()
    first = fields.String(allow_none=True)
    last = fields.String(allow_none=True)
    claim_count = fields.Integer()
    claims = fields.List(fields.String())


class TermRow(Schema):
    """One fact in a score; `sentence` is that of its first claim, else its quoted phrase or its row."""

    fact = fields.String()
    kind = fields.String()
    position = Term("positions", allow_none=True)
    type = Term("plover_events", allow_none=True)
    mode = fields.String(allow_none=True)
    date = fields.String()
    until = fields.String(allow_none=True)
    value = fields.Float()
    weight = fields.Float()
    decay = fields.Float()
    share = fields.Float()
    contribution = fields.Float()
    voices = fields.Integer()
    sentence = fields.String(allow_none=True)
    claim_count = fields.Integer()
    claims = fields.List(fields.String())


class RestRow(Schema):
    """The terms beyond those that are shown: how many, and what they add together."""

    terms = fields.Integer()
    contribution = fields.Float()


class ExplanationRow(Schema):
    """A score and its terms, the heaviest first, at most 500; all contributions add up to the score."""

    holder = fields.String()
    target = fields.String()
    score = fields.Float(allow_none=True)
    term_count = fields.Integer()
    undated = fields.Integer()
    terms = fields.List(fields.Nested(TermRow))
    rest = fields.Nested(RestRow, allow_none=True)
    claim_count = fields.Integer()
    claims = fields.List(fields.String())


MATRIX = Query("stances/matrix", MatrixShape, CellRow, meta=scored, adds_up=True)
EXPLAIN = Query("stances/explain", Pair, ExplanationRow, meta=scored, adds_up=True)
