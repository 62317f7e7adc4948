"""The records of a claims file as marshmallow schemas: headers, declarations, claims, judgements."""

from __future__ import annotations

import re
from typing import Any

from marshmallow import ValidationError, fields, validate, validates, validates_schema

from service.claims.fact_schemas import FACTS
from service.claims.fields import (
    Count,
    Flag,
    Identifiers,
    Moment,
    Number,
    PartialDate,
    Refusal,
    SetOf,
    Slug,
    Strict,
    Term,
    Text,
    Url,
    refuse_unless_one,
)
from service.claims.identity import canonical

METHOD = re.compile(r"curated|dataset|(?:rules|llm)@[\w.:/-]{1,80}")
LONGEST_EXPLANATION = 100_000
SHA256 = validate.Regexp(r"[0-9a-f]{64}\Z", error="is not 64 lower-case hex digits")


class Record(Strict):
    """What every line has: the name of its kind."""

    record = fields.String(required=True)


class ArticleSchema(Record):
    """Header: one published text."""

    url = Url(required=True)
    title = Text(longest=500, required=True)
    outlet = Slug(required=True)
    credits = SetOf(Slug(), load_default=list)
    published_on = PartialDate(required=True)
    revised_at = Moment()
    author = Text(longest=200, load_default=None, allow_none=True)
    language = fields.String(
        load_default="en", validate=validate.Regexp(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")
    )
    sha256 = fields.String(required=True, validate=SHA256)
    text = Text(longest=2_000_000, lines=True, load_default=None, allow_none=True)


class DatasetSchema(Record):
    """Header: one edition of a dataset."""

    id = Slug(required=True)
    title = Text(longest=500, required=True)
    publisher = Text(longest=200, required=True)
    version = Text(longest=80, required=True)
    released_on = PartialDate(required=True)
    licence = Text(longest=200, required=True)
    url = Url(load_default=None, allow_none=True)


class Declaration(Record):
    """What all declarations have."""

    id = Slug(required=True)
    name = Text(longest=300, required=True)
    aliases = SetOf(Text(longest=300), load_default=list)


class ActorSchema(Declaration):
    """Declares a country, person, organization or group."""

    kind = Term("actor_kinds", required=True)
    official_name = Text(longest=300, load_default=None, allow_none=True)
    demonyms = SetOf(Text(longest=300), load_default=list)
    metonyms = SetOf(Text(longest=300), load_default=list)
    identifiers = Identifiers(load_default=dict)


class TopicSchema(Declaration):
    """Declares a topic."""

    definition = Text(longest=500, load_default=None, allow_none=True)


class OutletSchema(Declaration):
    """Declares an outlet."""

    country = Slug(load_default=None, allow_none=True)
    agency = Flag(load_default=False)
    url = Url(load_default=None, allow_none=True)


class PlaceSchema(Declaration):
    """Declares a place; coordinates are WGS 84 degrees."""

    country = Slug(load_default=None, allow_none=True)
    latitude = Number(load_default=None, allow_none=True, validate=validate.Range(-90, 90))
    longitude = Number(load_default=None, allow_none=True, validate=validate.Range(-180, 180))


class TextEvidenceSchema(Strict):
    """Where in an article the sentence stands."""

    section = Term("evidence_sections", load_default="body")
    paragraph = Count(required=True, least=1)
    sentence = Count(required=True, least=1)
    start = Count(required=True, least=0)
    end = Count(required=True, least=1)
    sentence_sha256 = fields.String(required=True, validate=SHA256)
    quote = Text(longest=1000, load_default=None, allow_none=True)

    @validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        """Offsets that cut nothing out are a coder's slip."""
        if data["end"] <= data["start"]:
            raise ValidationError(f"is not behind start ({data['start']})", "end")


class RowEvidenceSchema(Strict):
    """Where in a dataset the row stands."""

    row = Text(longest=300, required=True)


class ClaimSchema(Record):
    """One assertion by somebody in one sentence or row."""

    kind = Term("claim_kinds", required=True)
    event = fields.Nested(FACTS["event"])
    stance = fields.Nested(FACTS["stance"])
    relation = fields.Nested(FACTS["relation"])
    measure = fields.Nested(FACTS["measure"])
    speakers = SetOf(Slug(), load_default=list)
    speech_act = Term("speech_acts", required=True)
    said_on = PartialDate()
    affirmed = Flag(load_default=True)
    modality = Term("modalities", load_default="asserted")
    confidence = Number(load_default=1.0, validate=validate.Range(0, 1))
    method = fields.String(required=True)
    status = Term("statuses")
    credits = SetOf(Slug())
    summary = Text(longest=300, load_default=None, allow_none=True)
    document_id = Text(longest=300, metadata={"description": "The sender's name of the text that was read."})
    explanation = fields.Dict(
        keys=fields.String(), metadata={"description": "Why an extractor claims it: rule, words, actors."}
    )
    evidence = fields.Dict(required=True)

    @validates("explanation")
    def check_explanation(self, value: dict[str, Any], **_: Any) -> None:
        """It is kept as one JSON text, which has its limits."""
        try:
            size = len(canonical(value))
        except TypeError:
            raise ValidationError("holds lists within lists too deep to be JSON") from None
        if size > LONGEST_EXPLANATION:
            raise ValidationError(f"is {size} bytes of JSON; {LONGEST_EXPLANATION} are allowed")

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def check(self, data: dict[str, Any], original: dict[str, Any], **_: Any) -> None:
        """The fact stands in the field that `kind` names, and in no other; the method is a known one."""
        given = [kind for kind in FACTS if kind in original]
        if "kind" in data and given != [data["kind"]]:
            found = ", ".join(given) or "none of the four"
            raise ValidationError(
                f"kind {data['kind']} needs the field {data['kind']} and no other fact; here: {found}", "kind"
            )
        if METHOD.fullmatch(data.get("method", "curated")) is None:
            forms = ("curated", "dataset", "rules@VERSION", "llm@MODEL")
            raise ValidationError([Refusal(f"{data['method']!r} is no method", forms)], "method")


class RetractionSchema(Record):
    """Withdraws an article or a dataset."""

    article = Url()
    dataset = Slug()
    reason = Text(longest=500, required=True)

    @validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        """One source is withdrawn at a time, so that the reason is its own."""
        refuse_unless_one(data, ("article", "dataset"))


class ReviewSchema(Record):
    """Accepts, rejects or proposes anew a claim."""

    claim = fields.String(
        required=True, validate=validate.Regexp(r"claim-[0-9a-f]{20}\Z", error="is not the id of a claim")
    )
    status = Term("statuses", required=True)
    reviewer = Text(longest=200, required=True)
    reason = Text(longest=500, required=True)
    reviewed_at = Moment(required=True)


class MergeSchema(Record):
    """Says that two ids name one actor, whose id is `kept`; or, as `different`, that they do not."""

    merged = Slug(required=True)
    kept = Slug(required=True)
    judgement = fields.String(load_default="same", validate=validate.OneOf(["same", "different"]))
    judge = Text(longest=200, required=True)
    reason = Text(longest=500, required=True)
    decided_at = Moment(required=True)

    @validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        """An actor is the same as itself."""
        if data["merged"] == data["kept"]:
            raise ValidationError("is the actor that is merged", "kept")


HEADERS: dict[str, type[Strict]] = {"article": ArticleSchema, "dataset": DatasetSchema}
DECLARATIONS: dict[str, type[Strict]] = {
    "actor": ActorSchema,
    "topic": TopicSchema,
    "outlet": OutletSchema,
    "place": PlaceSchema,
}
EVIDENCE: dict[str, type[Strict]] = {"article": TextEvidenceSchema, "dataset": RowEvidenceSchema}
RECORDS: dict[str, type[Strict]] = {
    **HEADERS,
    **DECLARATIONS,
    "claim": ClaimSchema,
}
JUDGEMENTS: dict[str, type[Strict]] = {
    "retraction": RetractionSchema,
    "review": ReviewSchema,
    "merge": MergeSchema,
}
RECORDS |= JUDGEMENTS
