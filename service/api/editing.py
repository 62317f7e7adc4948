"""What changes the graph: POST of claims, articles and merges, PATCH of a claim; by the command's loader."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import Response, current_app, request
from flask_smorest import Blueprint
from marshmallow import Schema, fields
from werkzeug.exceptions import UnsupportedMediaType

from service.api.answers import given_body, json_response, no_parameters
from service.api.jobs import SOON, WHERE, TakenAnswer, taken, to_be_read
from service.api.permission import require_editor
from service.claims.model import Entry, Publication
from service.claims.record_schemas import ArticleSchema, MergeSchema, ReviewSchema
from service.errors import Fault, InvalidInput, NotFound
from service.extraction.inputs import GivenArticle
from service.graph.inventory import named, near
from service.graph.loading import load
from service.graph.merging import merged_into
from service.sources.records_given import entries_given, entries_of

blueprint = Blueprint("editing", __name__, url_prefix="/v1", description="What changes the graph")
LINES = ("application/x-ndjson", "application/jsonl")
LARGEST = 64 * 1024 * 1024


class Loaded(Schema):
    """What a load did: records read, how many were new, how many were there, and the publications' ids."""

    read = fields.Integer(required=True)
    created = fields.Integer(required=True)
    merged = fields.Integer(required=True)
    publications = fields.List(fields.String(), required=True)


class LoadedAnswer(Schema):
    """An answer to something written."""

    data = fields.Nested(Loaded, required=True)


class ArticleWithClaims(ArticleSchema):
    """An article with the declarations and claims that stand below it, as in a claims file."""

    record = fields.String(load_default="article")
    records = fields.List(fields.Dict(), load_default=list)


class ReviewGiven(ReviewSchema):
    """A review; without `reviewed_at`, of now."""

    class Meta:
        """The claim stands in the address."""

        exclude = ("record", "claim")


class MergeGiven(MergeSchema):
    """A judgement that two actors are one; without `decided_at`, of now."""

    class Meta:
        """An undoing has an address of its own."""

        exclude = ("record", "judgement")


class UndoGiven(MergeGiven):
    """The undoing of a merge."""

    class Meta:
        """What it was merged into is on record."""

        exclude = ("record", "judgement", "kept")


def _body(schema: Any) -> dict[str, Any]:
    return {"required": True, "content": {"application/json": {"schema": schema}}}


RECORDS = {
    "required": True,
    "content": {
        "application/x-ndjson": {"schema": {"type": "string"}},
        "application/json": {"schema": {"type": "array", "items": {"type": "object"}}},
    },
}


@blueprint.route("/claims", methods=["POST"])
@blueprint.doc(
    operationId="load_claims",
    summary="Load records as they stand in a claims file: all of them or, with a fault in any, none.",
    requestBody=RECORDS,
    security=[{"editor": []}],
)
@blueprint.response(201, LoadedAnswer)
def load_claims() -> Response:
    """Load records as they stand in a claims file: all of them or, with a fault in any, none."""
    _begin()
    if request.mimetype in LINES:
        return _loaded(entries_of(request.get_data(), "body"))
    if request.mimetype != "application/json":
        raise UnsupportedMediaType(f"records come as application/json or {LINES[0]}")
    content = request.get_json(silent=True)
    if not isinstance(content, list):
        raise InvalidInput("not records", [Fault("body", "", "is not a JSON array of records")])
    return _loaded(entries_given(content, "body"))


@blueprint.route("/articles", methods=["POST"])
@blueprint.doc(
    operationId="load_article",
    summary="Load one article with what it claims in `records`, or have its `text` or `html` read.",
    description="With `records`, or a header with its `sha256`, an article is loaded as in a claims file: "
    "all of it or nothing. Without, it is checked and queued, and the service reads it: Location is the job, "
    "which says how it stands, and the claims are loaded as `proposed`. Text and address make the id of the "
    "job: an article that is posted again, even with another date or title, is the same job, and is not "
    "read twice.",
    requestBody=_body({"anyOf": [ArticleWithClaims, GivenArticle]}),
    security=[{"editor": []}],
)
@blueprint.alt_response(202, schema=TakenAnswer, headers={**WHERE, **SOON}, description="Queued, to be read")
@blueprint.response(201, LoadedAnswer)
def load_article() -> Response:
    """Load one article with what it claims in `records`, or have its `text` or `html` read."""
    _begin()
    content = given_body()
    if to_be_read(content):
        return taken(content)
    below = content.pop("records", [])
    if not isinstance(below, list):
        raise InvalidInput("not records", [Fault("body", "/records", "is not a JSON array of records")])
    return _loaded(entries_given([{**content, "record": "article"}, *below], "body"))


@blueprint.route("/claims/<id>", methods=["PATCH"])
@blueprint.doc(
    operationId="review_claim",
    summary="Review a claim: give it a status, with reviewer and reason; its history is kept.",
    requestBody=_body(ReviewGiven),
    security=[{"editor": []}],
)
@blueprint.response(201, LoadedAnswer)
def review_claim(id: str) -> Response:
    """Review a claim: give it a status, with reviewer and reason; its history is kept."""
    _begin()
    if not named(_database(), "Claim", id):
        raise NotFound(f"nothing has the id {id!r}")
    review = {"reviewed_at": _now(), **given_body(), "record": "review", "claim": id}
    return _loaded(entries_given([review], "body"))


@blueprint.route("/actors/merge", methods=["POST"])
@blueprint.doc(
    operationId="merge_actors",
    summary="Judge that two ids name one actor: what named `merged` names `kept` from now on.",
    requestBody=_body(MergeGiven),
    security=[{"editor": []}],
)
@blueprint.response(201, LoadedAnswer)
def merge_actors() -> Response:
    """Judge that two ids name one actor: what named `merged` names `kept` from now on."""
    _begin()
    merge = {"decided_at": _now(), **given_body(), "record": "merge"}
    entries = entries_given([merge], "body")
    wrong = {end: merge[end] for end in ("merged", "kept") if not named(_database(), "Actor", merge[end])}
    faults = [
        Fault("body", f"/{end}", f"nothing has the id {id_!r}", near(_database(), ["Actor"], id_))
        for end, id_ in wrong.items()
    ]
    if faults:
        raise InvalidInput("no such ids", faults)
    return _loaded(entries)


@blueprint.route("/actors/merge/undo", methods=["POST"])
@blueprint.doc(
    operationId="undo_merge",
    summary="Undo a merge: what was moved goes back to the id that it was written with.",
    requestBody=_body(UndoGiven),
    security=[{"editor": []}],
)
@blueprint.response(201, LoadedAnswer)
def undo_merge() -> Response:
    """Undo a merge: what was moved goes back to the id that it was written with."""
    _begin()
    given = given_body()
    merged = given.get("merged")
    kept = merged_into(_database(), merged) if isinstance(merged, str) else None
    if kept is None:
        fault = Fault("body", "/merged", f"{str(merged)[:80]!r} is not merged into another")
        raise InvalidInput("no merge", [fault])
    undo = {"decided_at": _now(), "kept": kept, **given, "record": "merge"}
    return _loaded(entries_given([{**undo, "judgement": "different"}], "body"))


def _begin() -> None:
    require_editor()
    no_parameters()
    request.max_content_length = LARGEST


def _database() -> Any:
    return current_app.extensions["writing"]()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _loaded(entries: list[Entry]) -> Response:
    config = current_app.extensions["config"]
    summary = load(_database(), entries, config.batch_size)
    ids = dict.fromkeys(e.record.id for e in entries if isinstance(e.record, Publication))
    data = {name: getattr(summary, name) for name in ("read", "created", "merged")}
    body = {"data": {**data, "publications": [*ids]}}
    return json_response(body, "no-store", 201 if summary.created else 200)
