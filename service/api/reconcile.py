"""/reconcile: the Reconciliation Service API 0.2, as OpenRefine and its test bench speak it."""

from __future__ import annotations

from typing import Any

import orjson
from flask import Response, current_app, request
from flask_smorest import Blueprint

from service.api import reconcile_answers as answers
from service.api import reconcile_given as given_schemas
from service.api import reconcile_manifest as about
from service.api.answers import given_once, given_parameters, json_response, no_parameters
from service.api.preview import page
from service.errors import Fault, InvalidInput
from service.queries.checking import loaded, read
from service.queries.matching import reconciling

blueprint = Blueprint(
    "reconcile",
    __name__,
    url_prefix="/reconcile",
    description="Actors for the data of others, by OpenRefine",
)
FORM = "application/x-www-form-urlencoded"
ASKED = ("queries", "extend")


@blueprint.after_request
def _for_any_origin(response: Response) -> Response:
    response.headers["Access-Control-Allow-Origin"] = "*"
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = "GET, POST, OPTIONS"
        response.headers["Access-Control-Allow-Headers"] = "Content-Type"
    return response


@blueprint.route("")
@blueprint.doc(
    operationId="reconcile",
    summary="The service manifest; with `queries` or `extend` their answer, as with POST.",
    parameters=given_schemas.PARAMETERS,
    responses=answers.ANY_ANSWER,
)
def reconcile() -> Response:
    """The manifest, or the answer to `queries` or `extend`."""
    given = given_parameters()
    return _answer(given, "query") if given else json_response(about.manifest(request.url_root))


@blueprint.route("", methods=["POST"])
@blueprint.doc(
    operationId="reconcile_batch",
    summary="Candidates for each of `queries`, or properties of the actors of `extend`.",
    requestBody=given_schemas.FORM_BODY,
    responses=answers.BATCH_ANSWER,
)
def reconcile_batch() -> Response:
    """The answer to `queries` or `extend`."""
    no_parameters()
    if request.mimetype != FORM:
        raise InvalidInput("not a form", [Fault("body", "", "is not of this type", (FORM,))])
    return _answer(given_once(request.form, "body", "repeated fields"), "body")


@blueprint.route("/suggest/entity")
@blueprint.doc(
    operationId="reconcile_suggest_entity",
    summary="Actors whose name or id begins with `prefix`.",
    parameters=[{"in": "query", "schema": given_schemas.Suggest}],
    responses=answers.answered(answers.EntitiesAnswer),
)
def suggest_entity() -> Response:
    """Actors whose name or id begins with `prefix`."""
    given = loaded(given_schemas.Suggest(), given_parameters())
    found = reconciling.suggest(_database(), given["prefix"], given["type"], given["cursor"], given["limit"])
    return json_response({"prefix": given["prefix"], "result": found})


@blueprint.route("/suggest/type")
@blueprint.doc(
    operationId="reconcile_suggest_type",
    summary="Kinds of actor with a word that begins with `prefix`.",
    parameters=[{"in": "query", "schema": given_schemas.Suggest}],
    responses=answers.answered(answers.TypesAnswer),
)
def suggest_type() -> Response:
    """Kinds of actor with a word that begins with `prefix`."""
    return _begun(about.types())


@blueprint.route("/suggest/property")
@blueprint.doc(
    operationId="reconcile_suggest_property",
    summary="Properties with a word that begins with `prefix`.",
    parameters=[{"in": "query", "schema": given_schemas.Suggest}],
    responses=answers.answered(answers.TypesAnswer),
)
def suggest_property() -> Response:
    """Properties with a word that begins with `prefix`."""
    return _begun(about.properties([]))


@blueprint.route("/properties")
@blueprint.doc(
    operationId="reconcile_properties",
    summary="The properties that can be fetched of actors of a type.",
    parameters=[{"in": "query", "schema": given_schemas.Propose}],
    responses=answers.answered(answers.ProposalAnswer),
)
def propose_properties() -> Response:
    """The properties that can be fetched of actors of a type."""
    given = loaded(given_schemas.Propose(), given_parameters())
    found = about.properties([given["type"]] if "type" in given else [])[: given["limit"]]
    named = [{"id": each["id"], "name": each["name"]} for each in found]
    return json_response({**given, "properties": named})


@blueprint.route("/preview")
@blueprint.doc(
    operationId="reconcile_preview",
    summary="A small HTML page about one actor, for a frame.",
    parameters=[{"in": "query", "schema": given_schemas.Preview}],
    responses=answers.PREVIEW_ANSWER,
)
def preview() -> Response:
    """A small HTML page about one actor, for a frame."""
    given = loaded(given_schemas.Preview(), given_parameters())
    return page(reconciling.one_actor(_database(), given["id"]))


def _answer(given: dict[str, str], where: str) -> Response:
    # The test bench sends a time limit of its own beside `extend`, which has no meaning here.
    names = [name for name in given if not (where == "query" and name == "timeout" and "extend" in given)]
    faults = [Fault(where, name, "no such field", ASKED) for name in names if name not in ASKED]
    if not faults and len(names) != 1:
        missing = Fault(where, "queries", "is missing; give it, or extend", ASKED)
        faults = [Fault(where, "extend", "stands beside queries: give one of the two") if names else missing]
    if faults:
        raise InvalidInput("; ".join(f"{fault.pointer}: {fault.message}" for fault in faults), faults)
    (name,) = names
    try:
        content = {name: orjson.loads(given[name])}
    except orjson.JSONDecodeError as error:
        fault = Fault(where, f"/{name}", f"is not JSON: {error}")
        raise InvalidInput(f"{name} is not JSON", [fault]) from None
    asked = read(given_schemas.Asked(only=(name,)), content, where)[name]
    if name == "queries":
        return json_response(reconciling.reconcile(_database(), asked), "no-store")
    return json_response(reconciling.extend(_database(), asked, where), "no-store")


def _begun(terms: list[about.Described]) -> Response:
    given = loaded(given_schemas.Suggest(), given_parameters())
    found = about.begun(terms, given["prefix"])[given["cursor"] :][: given["limit"]]
    return json_response({"prefix": given["prefix"], "result": found})


def _database() -> Any:
    return current_app.extensions["database"]()
