"""Questions about outlets: which there are, and how each fares as a voice among the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields

from service.queries.arguments import Counting, OnRecord, Page, id_of, path_id
from service.queries.contract import Query


class OutletFilter(Page, OnRecord):
    """Which outlets."""

    agency = fields.Boolean(
        load_default=None,
        metadata={"description": "Whether it is a news agency, which other outlets credit."},
    )
    country = id_of("Actor", description="Country that it is of.")


class OutletId(Counting):
    """Which outlet, and which claims count."""

    id = path_id("Outlet")


class OutletRow(Schema):
    """An outlet."""

    id = fields.String()
    name = fields.String()
    aliases = fields.List(fields.String())
    country = fields.String(allow_none=True)
    agency = fields.Boolean()
    url = fields.String(allow_none=True)
    articles = fields.Integer()


class ScorecardRow(Schema):
    """How an outlet fares as a voice, over the facts that its counting claims affirm."""

    id = fields.String()
    name = fields.String()
    facts = fields.Integer()
    unique = fields.Integer()
    corroborated = fields.Integer()
    contradicted = fields.Integer()
    first = fields.Integer()
    lead_days = fields.Float(allow_none=True)
    claim_count = fields.Integer()
    claims = fields.List(fields.String())


def _scores(_: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "voice": "a claim has the voice of the agency that it credits, else of its outlet: what an outlet"
        " reprints counts for the agency",
        "unique": "facts that no other voice tells, neither in the same words nor as the same happening",
        "corroborated": "facts that another voice tells too",
        "contradicted": "facts of which a claim of its own is contradicted by a counting claim",
        "first": "corroborated facts that were public here on an earlier day than anywhere else",
        "lead_days": "median over the corroborated facts of the days from its own first to the others' first;"
        " negative where it came later",
        "claims": "one for each fact, the first 100 by id; claim_count counts all",
    }


LIST = Query("outlets/list", OutletFilter, OutletRow, ("id",))
SCORECARD = Query("outlets/scorecard", OutletId, ScorecardRow, meta=_scores, adds_up=True)
