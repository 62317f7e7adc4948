"""Questions about who sides with whom, by how far scores agree on what both are scored on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from service.claims.fields import Refusal, Term
from service.queries.arguments import Between, Choice, Counting, Page, Rollup, Shape, ids_of, path_id, term
from service.queries.contract import Query
from service.queries.scoring import Scoring, scored

AGREEMENT = (
    "shared = actors, topics and facts toward which both have a score, the two themselves left out; "
    "agreement = share of these on which the two scores have the same sign; "
    "cosine = of the two rows of scores, null where one of them is all zeros"
)
BEHIND = (
    "claims names the first claim by id behind each of the two scores on each shared target, a hundred "
    "at most; claim_count counts all, one that tells of both actors twice"
)


class Within(Counting, Between, Scoring, Rollup):
    """By which evidence; rollup counts for the actors, while targets are taken as they are named."""

    topics = ids_of("Topic", description="Only evidence about or toward one of these topics.", most=50)


class Party(Shape, Within):
    """Between whom."""

    actors = ids_of("Actor", description="Actors to compare, two or more.", most=50, required=True)

    @validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        """One actor has nobody to be compared with."""
        if len(data.get("actors", ())) < 2:
            raise ValidationError([Refusal("names one actor; two or more are needed")], "actors")


class AlliesFilter(Page, Within):
    """With whom, and which end of the ranking comes first."""

    id = path_id("Actor")
    kind = term("actor_kinds", "Only others of this kind.")
    min_shared = fields.Integer(
        load_default=1,
        validate=validate.Range(1, 10_000),
        metadata={"description": "Only others with so many shared targets or more."},
    )
    end = Choice(
        "most",
        "least",
        load_default="most",
        metadata={"description": "Those that agree most come first, or least."},
    )


class Agreement(Schema):
    """How far two actors agree."""

    shared = fields.Integer()
    agreement = fields.Float(allow_none=True)
    cosine = fields.Float(allow_none=True)
    claim_count = fields.Integer()
    claims = fields.List(fields.String())


class PairRow(Agreement):
    """Two actors, `a` before `b` by id."""

    a = fields.String()
    b = fields.String()


class AllyRow(Agreement):
    """Another actor."""

    id = fields.String()
    kind = Term("actor_kinds", allow_none=True)
    name = fields.String()


def aligned(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """What agreement is, and how the scores are made that agree."""
    return {**scored(arguments), "agreement": AGREEMENT, "claims": BEHIND}


LIST = Query("alignment/list", Party, PairRow, meta=aligned, adds_up=True)
ALLIES = Query(
    "actors/allies", AlliesFilter, AllyRow, ("first", "second", "shared", "id"), meta=aligned, adds_up=True
)
