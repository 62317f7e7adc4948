"""/v1/status, /v1/vocabulary, /v1/schema, /healthz and /readyz"""

from __future__ import annotations

from typing import Any

from flask import Response, current_app
from flask_smorest import Blueprint
from marshmallow import Schema, fields

from service.api.answers import ask_at, json_response, no_parameters
from service.claims.json_schema import claims_file_schema
from service.graph.migrations import check_ready
from service.queries import status
from service.vocabulary.terms import NAMES, Vocabulary, vocabulary

blueprint = Blueprint("status", __name__, description="What is in the graph, and whether it can be asked")
ask_at(blueprint, "/v1/status", status.SUMMARY)


class State(Schema):
    """How the process stands."""

    status = fields.String()


class About(Schema):
    """A vocabulary."""

    name = fields.String()
    title = fields.String()
    source = fields.String()
    licence = fields.String()
    size = fields.Integer()


class Terms(About):
    """A vocabulary with its terms; which further fields a term has differs between vocabularies."""

    terms = fields.List(fields.Dict())


class VocabularyList(Schema):
    """Every vocabulary."""

    data = fields.List(fields.Nested(About))


class VocabularyDetail(Schema):
    """One vocabulary."""

    data = fields.Nested(Terms)


@blueprint.route("/healthz")
@blueprint.doc(operationId="healthz", summary="Whether the process answers; never asks the database.")
@blueprint.response(200, State)
def healthz() -> Response:
    """Whether the process answers; never asks the database."""
    no_parameters()
    return json_response({"status": "ok"})


@blueprint.route("/readyz")
@blueprint.doc(operationId="readyz", summary="Whether questions can be answered; 503 when not.")
@blueprint.response(200, State)
def readyz() -> Response:
    """Whether questions can be answered; 503 when not."""
    no_parameters()
    check_ready(current_app.extensions["database"]())
    return json_response({"status": "ready"})


@blueprint.route("/v1/vocabulary")
@blueprint.doc(operationId="vocabulary_list", summary="The closed vocabularies and their sizes.")
@blueprint.response(200, VocabularyList)
def vocabularies() -> Response:
    """The closed vocabularies and their sizes."""
    no_parameters()
    return json_response({"data": [_about(vocabulary(name)) for name in NAMES]})


@blueprint.route("/v1/vocabulary/<name>")
@blueprint.doc(operationId="vocabulary_detail", summary="The terms of one vocabulary.")
@blueprint.response(200, VocabularyDetail)
def one_vocabulary(name: str) -> Response:
    """The terms of one vocabulary."""
    no_parameters()
    found = vocabulary(name)
    terms = [
        {"id": t.id, "label": t.label, "definition": t.definition, "source": t.source, **t.extra}
        for t in found.values()
    ]
    return json_response({"data": {**_about(found), "terms": terms}})


@blueprint.route("/v1/schema/claims-file")
@blueprint.doc(operationId="schema_claims_file", summary="The JSON Schema of the records of a claims file.")
@blueprint.response(200)
def schema_of_claims_file() -> Response:
    """The JSON Schema of the records of a claims file."""
    no_parameters()
    return json_response(claims_file_schema())


def _about(found: Vocabulary) -> dict[str, Any]:
    return {
        "name": found.name,
        "title": found.title,
        "source": found.source,
        "licence": found.licence,
        "size": len(found),
    }
