"""A question at an address: arguments checked at the door, one round trip, an envelope with an ETag."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any
from urllib.parse import urlencode

import orjson
from flask import Response, current_app, request
from flask_smorest import Blueprint
from marshmallow import Schema, fields
from werkzeug.exceptions import NotAcceptable

from service.api.remembered import Body
from service.claims.identity import sha256_hex
from service.errors import Fault, InvalidInput
from service.queries.checking import checked
from service.queries.contract import Answer, Query, ask
from service.queries.forms import csv_of

VERSION = version("communique")
MEDIA = {"json": "application/json", "csv": "text/csv", "ndjson": "application/x-ndjson"}


def ask_at(blueprint: Blueprint, rule: str, query: Query) -> None:
    """Serve `query` at `rule`; an `<id>` in the rule is its argument `id`."""
    in_path = ("id",) if "<" in rule else ()
    door = query.arguments(exclude=in_path)
    for name, value in query.example.items():
        if name not in in_path:
            door.fields[name].metadata = {**door.fields[name].metadata, "example": value}

    def view(**path: str) -> Response:
        given = given_parameters()
        if path.keys() & given.keys():
            raise InvalidInput("no such field", [Fault("query", "id", "stands in the path already")])
        return respond(query, {**given, **path})

    view.__name__ = query.name.replace("/", "_")
    view.__doc__ = query.description
    documented = blueprint.doc(
        operationId=view.__name__, summary=query.description, parameters=[{"in": "query", "schema": door}]
    )(blueprint.response(200, envelope(query))(view))
    blueprint.route(rule)(documented)


def envelope(query: Query) -> type[Schema]:
    """The schema of a whole answer."""
    many = bool(query.keys)
    data = fields.List(fields.Nested(query.row)) if many else fields.Nested(query.row)
    name = "".join(part.title() for part in query.name.split("/")) + "Answer"
    members: dict[str, Any] = {"data": data, "page": fields.Nested(PageSchema), "meta": fields.Dict()}
    return Schema.from_dict(members, name=name)


class PageSchema(Schema):
    """Where the next page begins."""

    next = fields.String(allow_none=True)
    limit = fields.Integer(allow_none=True)
    count = fields.Dict(allow_none=True)


def respond(query: Query, given: Mapping[str, Any]) -> Response:
    """The answer to the request; 304 without asking where the client has it already."""
    arguments = checked(query, given)
    form = _form(arguments.get("format"))
    graph = current_app.extensions["revisions"].now()
    tag = sha256_hex(f"{VERSION} {graph} {request.full_path} {form}")[:32]
    if not request.if_none_match.star_tag and request.if_none_match.contains_weak(tag):
        return _headed(Response(status=304), tag)
    remembered = current_app.extensions["remembered"]
    body = remembered.get(tag)
    if body is None:
        answer = ask(current_app.extensions["database"](), query, arguments)
        write = {"json": _json, "csv": _csv, "ndjson": _ndjson}[form]
        body = Body(write(query, answer, arguments, graph), answer.next)
        remembered.put(tag, body)
    if request.if_none_match.star_tag:
        return _headed(Response(status=304), tag)
    response = _headed(Response(body.content, content_type=MEDIA[form]), tag)
    if body.onward is not None:
        following = urlencode({**request.args.to_dict(), "cursor": body.onward})
        response.headers["Link"] = f'<{request.path}?{following}>; rel="next"'
    return response


def given_parameters() -> dict[str, str]:
    """The request's parameters. Raises InvalidInput where one is given twice."""
    repeated = [name for name, values in request.args.lists() if len(values) > 1]
    if repeated:
        raise InvalidInput(
            "repeated parameters", [Fault("query", name, "is given twice") for name in repeated]
        )
    return dict(request.args.to_dict())


def no_parameters() -> None:
    """Raises InvalidInput unless the request has none."""
    faults = [Fault("query", name, "no such field") for name in request.args]
    if faults:
        raise InvalidInput("this address takes no parameters", faults)


def _form(asked: str | None) -> str:
    if asked is not None:
        return asked
    accepted = request.accept_mimetypes
    best = accepted.best_match(list(MEDIA.values())) if accepted else MEDIA["json"]
    if best is None:
        raise NotAcceptable(f"an answer comes as {', '.join(MEDIA.values())}")
    return next(form for form, media in MEDIA.items() if media == best)


def _headed(response: Response, tag: str) -> Response:
    response.set_etag(tag)
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Vary"] = "Accept"
    return response


def _json(query: Query, answer: Answer, arguments: Mapping[str, Any], graph: str) -> bytes:
    meta = {"query": query.name, "revision": graph}
    if not query.keys:
        return orjson.dumps({"data": answer.rows[0], "meta": meta})
    page = {"next": answer.next, "limit": arguments["limit"]}
    if answer.count is not None:
        page["count"] = answer.count
    return orjson.dumps({"data": answer.rows, "page": page, "meta": meta})


def _ndjson(query: Query, answer: Answer, arguments: Mapping[str, Any], graph: str) -> bytes:
    return b"".join(orjson.dumps(row) + b"\n" for row in answer.rows)


def _csv(query: Query, answer: Answer, arguments: Mapping[str, Any], graph: str) -> bytes:
    return csv_of(answer.columns, answer.rows).encode("utf-8")
