"""/v1/export: the whole graph as a file, sent while it is read"""

from __future__ import annotations

from collections.abc import Iterator

import structlog
from flask import Response, current_app, g, request
from flask_smorest import Blueprint

from service.api import openapi
from service.api.answers import given_parameters, tag_of
from service.claims.fields import Strict
from service.errors import CommuniqueError
from service.queries.arguments import Choice
from service.queries.checking import loaded
from service.queries.exports import EXPORTS, export

LOG = structlog.get_logger()
blueprint = Blueprint("export", __name__, url_prefix="/v1", description="The whole graph as a file")


class ExportAsked(Strict):
    """In which form."""

    format = Choice(
        *EXPORTS,
        load_default="claims",
        metadata={
            "description": "claims: a claims file to load again; graphml; cypher: a script for an empty "
            "Neo4j; ftm: FollowTheMoney entities, a line each."
        },
    )


@blueprint.route("/export")
@blueprint.doc(
    operationId="export",
    summary="The whole graph as a file.",
    description="What was withdrawn is in it too, but for ftm, which holds what accepted claims assert now. "
    "Where the graph changes meanwhile the answer breaks off: ask again.",
    parameters=[{"in": "query", "schema": ExportAsked}],
    responses={
        200: {
            "description": "A file",
            "content": {one.media: {"schema": {"type": "string"}} for one in EXPORTS.values()},
            "headers": {"ETag": openapi.TAG},
        },
        304: "NotModified",
        400: "Invalid",
        503: "Unavailable",
    },
)
def whole_graph() -> Response:
    """The whole graph as a file."""
    form: str = loaded(ExportAsked(), given_parameters())["format"]
    at = current_app.extensions["revisions"].now()
    tag = tag_of(at, f"export {form}")
    if request.if_none_match.contains_weak(tag):
        response = Response(status=304)
    else:
        chunks = export(current_app.extensions["database"](), form, at)
        response = Response(_told(chunks, g.request_id), content_type=EXPORTS[form].media)
        name = f"communique-{at[:8]}.{EXPORTS[form].suffix}"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.set_etag(tag)
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def _told(chunks: Iterator[bytes], request_id: str) -> Iterator[bytes]:
    """The chunks; a failure amid them is logged: its status was sent, so the client sees a broken answer."""
    try:
        yield from chunks
    except CommuniqueError as error:
        LOG.error("export broke off", request_id=request_id, detail=error.detail)
        raise
