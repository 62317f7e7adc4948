"""Questions about claims: who said what, where it stands written."""

from __future__ import annotations

from marshmallow import Schema, fields

from service.queries.arguments import ById, Counting, Page, id_of, search, term
from service.queries.contract import Query


class ClaimFilter(Page, Counting):
    """Which claims."""

    q = search("Words of the summary or the quoted phrase.")
    speaker = id_of("Actor", description="Actor that says it.")
    kind = term("claim_kinds", "Kind of fact.")
    speech_act = term("speech_acts", "Speech act.")
    modality = term("modalities", "Modality.")
    fact = id_of("Fact", description="Id of the fact that is stated.")
    publication = id_of("Publication", description="Id of the article or dataset.")
    outlet = id_of("Outlet", description="Outlet of the article.")


class ClaimRow(Schema):
    """A claim."""

    id = fields.String()
    kind = fields.String()
    summary = fields.String(allow_none=True)
    speakers = fields.List(fields.String())
    speech_act = fields.String()
    said_on = fields.String()
    affirmed = fields.Boolean()
    modality = fields.String()
    confidence = fields.Float()
    method = fields.String()
    status = fields.String()
    fact = fields.String()
    publication = fields.String()
    credits = fields.List(fields.String())


class ClaimDetail(ClaimRow):
    """A claim with its times on record and the claims that contradict it."""

    recorded_at = fields.String()
    retracted_at = fields.String(allow_none=True)
    contradictions = fields.List(fields.String())


class EvidenceRow(Schema):
    """Where a claim stands written: `text` is the sentence, null where the article's text is not stored."""

    id = fields.String()
    publication = fields.String()
    source = fields.String()
    title = fields.String(allow_none=True)
    outlet = fields.String(allow_none=True)
    credits = fields.List(fields.String())
    speakers = fields.List(fields.String())
    revision = fields.String()
    section = fields.String(allow_none=True)
    paragraph = fields.Integer(allow_none=True)
    sentence = fields.Integer(allow_none=True)
    start = fields.Integer(allow_none=True)
    end = fields.Integer(allow_none=True)
    row = fields.String(allow_none=True)
    quote = fields.String(allow_none=True)
    sentence_sha256 = fields.String(allow_none=True)
    text = fields.String(allow_none=True)


LIST = Query("claims/list", ClaimFilter, ClaimRow, ("said_on", "id"))
DETAIL = Query("claims/detail", ById, ClaimDetail)
EVIDENCE = Query("claims/evidence", ById, EvidenceRow)
