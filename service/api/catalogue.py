"""/v1/catalogue: every question with its address, parameters, fields, Cypher and an example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode

from flask import Response, current_app
from flask_smorest import Blueprint
from marshmallow import Schema, fields

from service.api.answers import json_response, no_parameters
from service.queries.catalogue import QUERIES
from service.queries.contract import Query

Json = dict[str, Any]
blueprint = Blueprint("catalogue", __name__, description="Every question that can be asked")


class ParameterSchema(Schema):
    """A parameter of a question; `default` and `allowed` are null where there are none."""

    name = fields.String()
    place = fields.String(metadata={"description": "path, query or body"})
    type = fields.String()
    required = fields.Boolean()
    description = fields.String()
    default = fields.Raw(allow_none=True)
    allowed = fields.List(fields.Raw(), allow_none=True)


class FieldSchema(Schema):
    """A field of a row; `fields` are those of a row within it."""

    name = fields.String()
    type = fields.String()
    fields_ = fields.List(fields.Dict(), data_key="fields", metadata={"sometimes": True})


class QuestionSchema(Schema):
    """A question."""

    name = fields.String(metadata={"description": "As `communique ask` takes it"})
    description = fields.String()
    method = fields.String()
    path = fields.String()
    rows = fields.String(metadata={"description": "one, pages or whole"})
    parameters = fields.List(fields.Nested(ParameterSchema))
    fields_ = fields.List(fields.Nested(FieldSchema), data_key="fields")
    cypher = fields.String()
    example = fields.Dict(metadata={"description": "Arguments to try"})
    example_url = fields.String()
    example_body = fields.Dict(allow_none=True)


class CatalogueSchema(Schema):
    """Every question."""

    data = fields.List(fields.Nested(QuestionSchema))


@blueprint.route("/v1/catalogue")
@blueprint.doc(operationId="catalogue", summary="Every question that can be asked, and how.")
@blueprint.response(200, CatalogueSchema)
def catalogue() -> Response:
    """Every question that can be asked, and how."""
    no_parameters()
    return json_response({"data": questions(current_app.extensions["document"]())})


def questions(document: Json) -> list[Json]:
    """Every question, as the OpenAPI document describes its operation."""
    operations = {
        operation["operationId"]: (path, method, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if method != "parameters"
    }
    schemas = document["components"]["schemas"]
    return [_question(query, *operations[query.operation], schemas) for query in QUERIES.values()]


def _question(query: Query, path: str, method: str, operation: Json, schemas: Json) -> Json:
    answer = _named(operation["responses"]["200"]["content"]["application/json"]["schema"], schemas)
    data = answer["properties"]["data"]
    in_path = set(re.findall(r"\{(\w+)\}", path))
    others = {name: value for name, value in query.example.items() if name not in in_path}
    url = re.sub(r"\{(\w+)\}", lambda part: quote(str(query.example[part[1]])), path)
    if method == "get" and others:
        url += "?" + urlencode({name: _written(value) for name, value in others.items()})
    return {
        "name": query.name,
        "description": query.description,
        "method": method.upper(),
        "path": path,
        "rows": "pages" if query.keys else "whole" if query.whole else "one",
        "parameters": list(_parameters(operation, schemas)),
        "fields": _fields(data.get("items", data), schemas),
        "cypher": query.cypher,
        "example": query.example,
        "example_url": url,
        "example_body": others if method != "get" else None,
    }


def _parameters(operation: Json, schemas: Json) -> Iterator[Json]:
    for one in operation.get("parameters", []):
        yield _parameter(one["name"], one["in"], one.get("required", False), one["schema"], one)
    content = operation.get("requestBody", {}).get("content", {})
    for body in (_named(each["schema"], schemas) for each in content.values()):
        for name, schema in body["properties"].items():
            yield _parameter(name, "body", name in body.get("required", []), schema, schema)


def _parameter(name: str, place: str, required: bool, schema: Json, described: Json) -> Json:
    return {
        "name": name,
        "place": place,
        "type": _type(schema),
        "required": required,
        "description": described.get("description", ""),
        "default": schema.get("default"),
        "allowed": schema.get("enum"),
    }


def _fields(schema: Json, schemas: Json) -> list[Json]:
    return list(map(partial(_field, schemas=schemas), _named(schema, schemas)["properties"].items()))


def _field(named: tuple[str, Json], schemas: Json) -> Json:
    name, schema = named
    inner = schema.get("items", schema)
    told: Json = {"name": name, "type": _type(schema)}
    return {**told, "fields": _fields(inner, schemas)} if _refers(inner) else told


def _type(schema: Json) -> str:
    types = schema.get("type", "object" if _refers(schema) else "any")
    one = " or ".join(types) if isinstance(types, list) else str(types)
    return f"{one} of {_type(schema['items'])}" if "items" in schema else one


def _refers(schema: Json) -> str | None:
    every = [schema, *schema.get("allOf", []), *schema.get("anyOf", [])]
    return next((one["$ref"].rsplit("/", 1)[-1] for one in every if "$ref" in one), None)


def _named(schema: Json, schemas: Json) -> Json:
    name = _refers(schema)
    found: Json = schemas[name] if name is not None else schema
    return found


def _written(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value
