"""Failures as RFC 9457 problem details, from one table of errors."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import orjson
import structlog
from flask import Flask, Response, g, request
from flask_smorest import Api
from marshmallow import Schema, fields
from werkzeug.exceptions import HTTPException

from service.errors import CommuniqueError, Fault, Forbidden, InvalidInput, Merged, NotFound, Unauthorized
from service.graph.connection import TooSlow, Unavailable

# error type: status, name of the problem, title
TABLE: tuple[tuple[type[CommuniqueError], int, str, str], ...] = (
    (InvalidInput, 400, "invalid-request", "The request is not valid"),
    (Unauthorized, 401, "unauthorized", "A key is needed"),
    (Forbidden, 403, "forbidden", "This is not allowed here"),
    (NotFound, 404, "not-found", "Nothing has this id"),
    (TooSlow, 503, "too-slow", "The question took too long"),
    (Unavailable, 503, "database-unavailable", "The database does not answer now"),
)
# In the OpenAPI document: what failures and answers without a body are called there, and what they mean.
RESPONSES = {
    "DEFAULT_ERROR": "What was wrong, and what is allowed",
    "Invalid": "A parameter or value is not allowed; the errors name those that are",
    "NotFound": "Nothing has this id",
    "NotAcceptable": "The answer does not come in the form that Accept asks for",
    "Unavailable": "The database does not answer now, or the question took too long",
}
EMPTY = {
    "NotModified": "The client has this answer already, as If-None-Match says",
    "Merged": "The actor goes by another id now: Location is the address with that id",
}
LOG = structlog.get_logger()


def problem(status: int, name: str, title: str, detail: str, faults: list[Fault] | None = None) -> Response:
    """A problem document with the request's id and one entry for each fault."""
    body: dict[str, Any] = {
        "type": f"/problems/{name}",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": request.path,
        "request_id": g.request_id,
        "errors": [_entry(fault) for fault in faults or []],
    }
    response = Response(orjson.dumps(body), status, content_type="application/problem+json")
    response.headers["Cache-Control"] = "no-store"
    if status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    if status in (429, 503):
        response.headers["Retry-After"] = "2"
    return response


def register(app: Flask) -> None:
    """Answer every failure of `app` as a problem."""
    app.register_error_handler(CommuniqueError, _ours)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unexpected)


class FaultSchema(Schema):
    """One thing wrong with one place of the request."""

    in_ = fields.String(data_key="in")
    pointer = fields.String()
    detail = fields.String()
    allowed = fields.List(fields.String())


class ProblemSchema(Schema):
    """RFC 9457 problem details."""

    type = fields.String()
    title = fields.String()
    status = fields.Integer()
    detail = fields.String()
    instance = fields.String()
    request_id = fields.String()
    errors = fields.List(fields.Nested(FaultSchema))


def document(api: Api) -> None:
    """Describe failures in the OpenAPI document as what they are, instead of flask-smorest's own form."""
    api.spec.components.schema("Problem", schema=ProblemSchema)
    problem_media = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for unused in ("Error", "PaginationMetadata"):
        api.spec.components.schemas.pop(unused, None)
    # Each becomes part of the document where an operation first refers to it.
    for name, description in RESPONSES.items():
        api.spec.components.responses_lazy[name] = {"description": description, "content": problem_media}
    for name, description in EMPTY.items():
        api.spec.components.responses_lazy[name] = {"description": description}


def _entry(fault: Fault) -> dict[str, Any]:
    return {
        "in": fault.where,
        "pointer": fault.pointer,
        "detail": fault.message,
        "allowed": list(fault.allowed),
    }


def _ours(error: CommuniqueError) -> Response:
    if isinstance(error, Merged):
        return Response(status=308, headers={"Location": _instead(error)})
    for kind, status, name, title in TABLE:
        if isinstance(error, kind):
            return problem(status, name, title, error.detail, getattr(error, "faults", None))
    return _unexpected(error)


def _instead(error: Merged) -> str:
    """The address of the request with the id of the actor that it means now."""
    args = [
        (name, ",".join(error.kept if one == error.merged else one for one in value.split(",")))
        for name, value in request.args.items(multi=True)
    ]
    path = "/".join(error.kept if part == error.merged else part for part in request.path.split("/"))
    return path + ("?" + urlencode(args) if args else "")


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    name = (error.name or "error").lower().replace(" ", "-")
    response = problem(status, name, error.name or "Error", error.description or "")
    # The Allow header of a 405 is in the exception's own response only.
    allow = error.get_response().headers.get("Allow")
    if allow is not None:
        response.headers["Allow"] = allow
    return response


def _unexpected(error: Exception) -> Response:
    LOG.error("request failed", request_id=g.get("request_id"), exc_info=error)
    return problem(500, "internal", "An error of ours", "The error was recorded under this request id.")
