"""Questions about contradictions: which claims cannot both be right, and why."""

from __future__ import annotations

from marshmallow import Schema, fields

from service.claims.fields import Term
from service.queries.arguments import Counting, Page, Rollup, id_of, path_id, term
from service.queries.claims import Said
from service.queries.contract import Query


class ContradictionFilter(Page, Counting, Said, Rollup):
    """Which contradictions; a pair is dated by the later of its claims."""

    reason = term("contradiction_reasons", "Why they contradict each other.")
    actor = id_of("Actor", description="Actor that says one of the two.")
    fact = id_of("Fact", description="Fact that one of the two states.")
    topic = id_of("Topic", description="Topic of what one of the two states.")


class ContradictionsOf(Page, Counting):
    """Which claim, contradicted why."""

    id = path_id("Claim")
    reason = term("contradiction_reasons", "Why they contradict each other.")


class ContradictionRow(Schema):
    """Two claims that cannot both be right, and why."""

    reason = Term("contradiction_reasons")
    claim = fields.String()
    other = fields.String()
    claim_summary = fields.String(allow_none=True)
    other_summary = fields.String(allow_none=True)
    claim_speakers = fields.List(fields.String())
    other_speakers = fields.List(fields.String())
    claim_said_on = fields.String()
    other_said_on = fields.String()
    claim_fact = fields.String()
    other_fact = fields.String()
    claims = fields.List(fields.String())


LIST = Query(
    "contradictions/list", ContradictionFilter, ContradictionRow, ("day", "claim", "other", "reason")
)
OF_CLAIM = Query(
    "claims/contradictions", ContradictionsOf, ContradictionRow, ("other_said_on", "other", "reason")
)
