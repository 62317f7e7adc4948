"""A question at an address: arguments checked at the door, one round trip, an envelope with an ETag."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any
from urllib.parse import urlencode

import orjson
from flask import Response, current_app, request
from flask_smorest import Blueprint
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotAcceptable

from service.api import openapi
from service.api.remembered import Body
from service.api.turns import ADDING_UP, LOOK_UPS
from service.claims.identity import sha256_hex
from service.errors import Fault, InvalidInput
from service.queries.answers import Answer
from service.queries.checking import checked
from service.queries.contract import Query, ask
from service.queries.forms import FORMS

VERSION = version("communique")
IN_PATH = re.compile(r"<(\w+)>")


def ask_at(blueprint: Blueprint, rule: str, query: Query, method: str = "GET") -> None:
    """Serve `query` at `rule`; an `<id>` in the rule is its argument `id`, the others are parameters.

    With the method POST they are the members of a JSON object: for a question too long for an address.
    """
    in_path = tuple(IN_PATH.findall(rule))
    door = query.arguments(exclude=in_path)

    def view(**path: str) -> Response:
        given = given_parameters() if method == "GET" else given_body()
        faults = [Fault("query", name, "stands in the path already") for name in path.keys() & given.keys()]
        if faults:
            raise InvalidInput("no such field", faults)
        return respond(query, {**given, **path}, method)

    view.__name__ = query.operation
    view.__doc__ = query.description
    documented = blueprint.doc(
        operationId=view.__name__,
        summary=query.description,
        description=openapi.description(query),
        responses=openapi.responses(query, method, in_path),
        **openapi.asked(query, door, method, in_path),
    )(view)
    blueprint.route(rule, methods=[method])(documented)


def respond(query: Query, given: Mapping[str, Any], method: str = "GET") -> Response:
    """The answer to the request; 304 without asking where the client has it already."""
    arguments = checked(query, given, "query" if method == "GET" else "body")
    form = _form(query, arguments.get("format"))
    if method != "GET":
        told = _body(query, arguments, form)
        return Response(told.content, content_type=FORMS[form].media, headers={"Cache-Control": "no-store"})
    asked = f"{request.full_path} {form}"
    remembered = current_app.extensions["remembered"]
    body: Body | None = remembered.get(asked)
    if body is not None or request.if_none_match:
        graph = current_app.extensions["revisions"].now()
        tag = tag_of(graph, asked)
        if not request.if_none_match.star_tag and request.if_none_match.contains_weak(tag):
            return _headed(Response(status=304), tag)
        body = body if body is not None and body.revision == graph else None
    if body is None:
        body = _body(query, arguments, form)
        remembered.put(asked, body)
    tag = tag_of(body.revision, asked)
    if request.if_none_match.star_tag:
        return _headed(Response(status=304), tag)
    response = _headed(Response(body.content, content_type=FORMS[form].media), tag)
    if body.onward is not None:
        following = urlencode({**request.args.to_dict(), "cursor": body.onward})
        response.headers["Link"] = f'<{request.path}?{following}>; rel="next"'
    return response


def _body(query: Query, arguments: Mapping[str, Any], form: str) -> Body:
    with (ADDING_UP if query.adds_up else LOOK_UPS).one():
        answer = ask(current_app.extensions["database"](), query, arguments)
    write = FORMS[form].write
    content = write(answer) if write is not None else _json(query, answer, arguments)
    return Body(content, answer.next, answer.revision)


def given_body() -> dict[str, Any]:
    """The request's JSON object. Raises InvalidInput for another body, or where parameters are given."""
    no_parameters()
    content = request.get_json(silent=True)
    if not isinstance(content, dict):
        raise InvalidInput("not a JSON object", [Fault("body", "", "is not a JSON object with this type")])
    return content


def given_parameters() -> dict[str, str]:
    """The request's parameters. Raises InvalidInput where one is given twice."""
    return given_once(request.args, "query", "repeated parameters")


def given_once(values: MultiDict[str, str], where: str, detail: str) -> dict[str, str]:
    """What an address or a form gives. Raises InvalidInput where something is given twice."""
    repeated = [name for name, given in values.lists() if len(given) > 1]
    if repeated:
        raise InvalidInput(detail, [Fault(where, name, "is given twice") for name in repeated])
    return values.to_dict()


def no_parameters() -> None:
    """Raises InvalidInput unless the request has none."""
    faults = [Fault("query", name, "no such field") for name in request.args]
    if faults:
        raise InvalidInput("this address takes no parameters", faults)


def tag_of(graph: str, asked: str) -> str:
    """The ETag of what is asked of this version at a revision of the graph."""
    return sha256_hex(f"{VERSION} {graph} {asked}")[:32]


def json_response(body: Any, caching: str = "no-cache", status: int = 200) -> Response:
    """A JSON answer that no question gives."""
    content = orjson.dumps(body)
    return Response(content, status, content_type="application/json", headers={"Cache-Control": caching})


def _form(query: Query, asked: str | None) -> str:
    if asked is not None:
        return asked
    offered = {FORMS[form].media: form for form in reversed(query.forms)}
    accepted = request.accept_mimetypes
    best = accepted.best_match([FORMS[form].media for form in query.forms]) if accepted else None
    if accepted and best is None:
        raise NotAcceptable(f"this answer comes as {', '.join(FORMS[form].media for form in query.forms)}")
    return offered[best] if best else query.forms[0]


def _headed(response: Response, tag: str) -> Response:
    response.set_etag(tag)
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Vary"] = "Accept"
    return response


def _json(query: Query, answer: Answer, arguments: Mapping[str, Any]) -> bytes:
    meta = {"query": query.name, "revision": answer.revision, **answer.meta}
    if not query.many:
        return orjson.dumps({"data": answer.rows[0], "meta": meta})
    if query.whole:
        return orjson.dumps({"data": answer.rows, "meta": meta})
    page = {"next": answer.next, "limit": arguments["limit"]}
    if answer.count is not None:
        page["count"] = answer.count
    return orjson.dumps({"data": answer.rows, "page": page, "meta": meta})
