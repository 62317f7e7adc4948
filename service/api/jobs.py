"""Articles that the service reads by itself: checked at once, read one after the other as jobs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Response, current_app, url_for
from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate

from service.api.answers import json_response, no_parameters
from service.api.job_queue import sending
from service.api.job_store import STATES, Job, Jobs
from service.api.permission import require_editor
from service.claims.identity import content_id, sha256_hex
from service.errors import NotFound
from service.extraction.documents import Document
from service.extraction.inputs import document_of
from service.graph.inventory import named

blueprint = Blueprint("jobs", __name__, url_prefix="/v1", description="Articles that are being read")
LOOK_AGAIN_S = "2"
OUTCOME = ("publication", "read", "created", "merged", "claims", "warnings")
SOON: dict[str, Any] = {
    "Retry-After": {"description": "Seconds, while it is not finished", "schema": {"type": "integer"}}
}
WHERE: dict[str, Any] = {"Location": {"description": "Of the job", "schema": {"type": "string"}}}


class Taken(Schema):
    """The job that reads the article."""

    job = fields.String()
    state = fields.String(validate=validate.OneOf(STATES))


class TakenAnswer(Schema):
    """An answer to an article that is to be read."""

    data = fields.Nested(Taken)


class JobStands(Schema):
    """How a job stands; what a load did, and how many claims the article makes, once it is done."""

    id = fields.String()
    state = fields.String(validate=validate.OneOf(STATES))
    submitted_at = fields.DateTime()
    started_at = fields.DateTime(allow_none=True)
    finished_at = fields.DateTime(allow_none=True)
    publication = fields.String(allow_none=True)
    read = fields.Integer(allow_none=True)
    created = fields.Integer(allow_none=True)
    merged = fields.Integer(allow_none=True)
    claims = fields.Integer(allow_none=True)
    warnings = fields.List(fields.String())
    error = fields.String(allow_none=True)


class JobAnswer(Schema):
    """How a job stands."""

    data = fields.Nested(JobStands)


@blueprint.route("/jobs/<id>")
@blueprint.doc(
    operationId="job",
    summary="How the reading of an article stands.",
    description="A job is queued, running, done or failed; an article whose job failed can be posted again. "
    "What the extractor could not do is in `warnings`, why a job failed in `error`. Looking at a job needs "
    "the editor's key, since its article may not be published yet.",
    security=[{"editor": []}],
    responses={404: "NotFound"},
)
@blueprint.response(200, JobAnswer, headers=SOON)
def job(id: str) -> Response:
    """How the reading of an article stands."""
    require_editor()
    no_parameters()
    found = _jobs().get(id)
    if found is None:
        raise NotFound(f"no job has the id {id!r}")
    response = json_response({"data": _shown(found)}, "no-store")
    if found.unfinished:
        response.headers["Retry-After"] = LOOK_AGAIN_S
    return response


def to_be_read(body: Mapping[str, Any]) -> bool:
    """Whether a posted article is one to be read, not a header with what somebody has read already."""
    return not {"records", "sha256"} & body.keys() and bool({"text", "html"} & body.keys())


def taken(body: Mapping[str, Any]) -> Response:
    """Queue an article to be read, once. Raises InvalidInput with every fault, and then queues nothing."""
    document = document_of(body, "body")
    jobs, id_ = _jobs(), job_id(document)
    # The day that counts is that of today, not the one on which it is read.
    article = {**body, "published_on": document.published_on}
    with sending(jobs) as queue:
        if jobs.submit(id_, article) or (_lost(jobs, id_) and jobs.submit(id_, article, again=True)):
            queue.send(id_)
    found = jobs.get(id_)
    assert found is not None  # noqa: S101 - jobs are never removed
    data = {"job": id_, "state": found.state}
    response = json_response({"data": data}, "no-store", 202)
    response.headers["Location"] = url_for("jobs.job", id=id_)
    if found.unfinished:
        response.headers["Retry-After"] = LOOK_AGAIN_S
    return response


def job_id(document: Document) -> str:
    """One job for one text at one address."""
    return content_id("job", [sha256_hex(document.text), document.url])


def _lost(jobs: Jobs, id_: str) -> bool:
    """Whether a job is done, but not in this graph, which may be another or was emptied."""
    found = jobs.get(id_)
    if found is None or found.outcome is None:
        return False
    return not named(current_app.extensions["database"](), "Article", found.outcome["publication"])


def _jobs() -> Jobs:
    return Jobs(current_app.extensions["config"].data_dir)


def _shown(found: Job) -> dict[str, Any]:
    outcome = found.outcome or {}
    return {
        "id": found.id,
        "state": found.state,
        "submitted_at": found.submitted_at,
        "started_at": found.started_at,
        "finished_at": found.finished_at,
        **{name: outcome.get(name) for name in OUTCOME[:-1]},
        "warnings": outcome.get("warnings", []),
        "error": found.error,
    }
