"""Questions about claims: who said what, since when it is on record, where it stands written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from marshmallow import Schema, fields, validate

from service.claims.fields import Strict, Term
from service.queries.arguments import (
    Counting,
    FirstDay,
    LastDay,
    OnRecord,
    Page,
    Rollup,
    id_of,
    path_id,
    search,
    term,
)
from service.queries.contract import Query
from service.queries.neighbours import with_neighbours


class Said(Strict):
    """The days on which it was said."""

    from_ = FirstDay(
        data_key="from", load_default=None, metadata={"description": "Said on this day or later."}
    )
    to = LastDay(load_default=None, metadata={"description": "Said on this day or earlier."})


class ClaimFilter(Page, Counting, Said, Rollup):
    """Which claims."""

    q = search("summary", "quote", description="Words of the summary or the quoted phrase.")
    speaker = id_of("Actor", description="Actor that says it.")
    kind = term("claim_kinds", "Kind of fact.")
    speech_act = term("speech_acts", "Speech act.")
    modality = term("modalities", "Modality.")
    method = term("methods", "How it was coded, in whatever version.")
    fact = id_of("Fact", description="Id of the fact that is stated.")
    publication = id_of("Publication", description="Id of the article or dataset.")
    outlet = id_of("Outlet", description="Outlet of the article.")


class ClaimId(Counting):
    """Which claim: it is shown whatever its status; of the others, those that count."""

    id = path_id("Claim")


class EvidenceId(OnRecord):
    """Which claim, and how much of the text around its sentence."""

    id = path_id("Claim")
    around = fields.Integer(
        load_default=300,
        validate=validate.Range(0, 1000),
        metadata={"description": "Characters before and after, less what is no whole sentence."},
    )


class ClaimRow(Schema):
    """A claim."""

    id = fields.String()
    kind = Term("claim_kinds")
    summary = fields.String(allow_none=True)
    speakers = fields.List(fields.String())
    speech_act = Term("speech_acts")
    said_on = fields.String()
    affirmed = fields.Boolean()
    modality = Term("modalities")
    confidence = fields.Float()
    method = fields.String()
    status = Term("statuses")
    fact = fields.String()
    publication = fields.String()
    credits = fields.List(fields.String())


class StandingRow(Schema):
    """A stretch of the graph's time in which it counted in one way; `retracted_at` is null until it ends."""

    status = Term("statuses")
    recorded_at = fields.String()
    retracted_at = fields.String(allow_none=True)
    public_on = fields.String()
    voice = fields.String()


class ReviewRow(Schema):
    """A reviewer's judgement of a claim."""

    status = Term("statuses")
    reviewer = fields.String()
    reason = fields.String()
    reviewed_at = fields.String()
    recorded_at = fields.String()


class ClaimDetail(ClaimRow):
    """A claim with its times on record, its reviews and the counting claims that contradict it."""

    recorded_at = fields.String()
    retracted_at = fields.String(allow_none=True)
    standings = fields.List(fields.Nested(StandingRow))
    reviews = fields.List(fields.Nested(ReviewRow))
    contradictions = fields.List(fields.String())
    document_id = fields.String(
        allow_none=True, metadata={"description": "The sender's name of the text that was read."}
    )
    explanation = fields.Dict(
        allow_none=True,
        metadata={
            "description": "Why an extractor claims it: the rule, the words it saw, how it took the actors."
        },
    )


class StepRow(Schema):
    """Who took the words over: said_by, quoted_by, published_by, then the article or dataset itself."""

    step = fields.String()
    by = fields.List(fields.String())


class EvidenceRow(Schema):
    """Where a claim stands written: `text` is the sentence, null where the article's text is not stored."""

    id = fields.String()
    chain = fields.List(fields.Nested(StepRow))
    speakers = fields.List(fields.String())
    credits = fields.List(fields.String())
    outlet = fields.String(allow_none=True)
    publisher = fields.String(allow_none=True)
    publication = fields.String()
    source = fields.String()
    title = fields.String(allow_none=True)
    published_on = fields.String()
    revision = fields.String()
    section = Term("evidence_sections", allow_none=True)
    paragraph = fields.Integer(allow_none=True)
    sentence = fields.Integer(allow_none=True)
    start = fields.Integer(allow_none=True)
    end = fields.Integer(allow_none=True)
    row = fields.String(allow_none=True)
    quote = fields.String(allow_none=True)
    sentence_sha256 = fields.String(allow_none=True)
    before = fields.String(allow_none=True)
    text = fields.String(allow_none=True)
    after = fields.String(allow_none=True)


def _explained(rows: list[dict[str, Any]], arguments: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The explanation, kept in the graph as JSON, as a map."""
    return [
        {**row, "explanation": orjson.loads(row["explanation"]) if row["explanation"] is not None else None}
        for row in rows
    ]


LIST = Query("claims/list", ClaimFilter, ClaimRow, ("said_on", "id"))
DETAIL = Query("claims/detail", ClaimId, ClaimDetail, finish=_explained)
EVIDENCE = Query("claims/evidence", EvidenceId, EvidenceRow, finish=with_neighbours)
