"""The OpenAPI document: what the marshmallow schemas say, in the words that generators of clients expect."""

from __future__ import annotations

from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from apispec.ext.marshmallow.common import resolve_schema_instance
from marshmallow import INCLUDE, Schema, fields, validate

from service.claims.fields import PartialDate, Strict, Term
from service.queries.arguments import Choice, FirstDay, LastDay, Terms
from service.queries.contract import Query
from service.queries.forms import FORMS
from service.queries.matching.reconciliation import OneOrMany

Json = dict[str, Any]
DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
ABOUT: Json = {
    "info": {
        "description": "Who did and said what to whom, with the claims that say so.",
        "contact": {"name": "The maintainers of Communiqué"},
        "license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"},
    },
    "servers": [{"url": "/", "description": "The service that serves this document"}],
}
TAG: Json = {"description": "Of this answer of this revision of the graph", "schema": {"type": "string"}}
LINK: Json = {"description": "Where the next page is, as rel=next", "schema": {"type": "string"}}


class Described(MarshmallowPlugin):
    """What is written has all its members; what is read, the terms and patterns that it is checked by."""

    def init_spec(self, spec: APISpec) -> None:
        """Add our fields to those that apispec knows."""
        super().init_spec(spec)
        converter: Any = self.converter
        for function in (_terms, _patterns, _one_or_many):
            converter.add_attribute_function(function)
        converter.add_parameter_attribute_function(_never_null)

    def schema_helper(self, name: Any, _: Any, schema: Any = None, **options: Any) -> Any:  # type: ignore[override]
        """Answers are made by our own queries, which leave no member out unless `fields` does."""
        made: Any = super().schema_helper(name, _, schema=schema, **options)  # type: ignore[no-untyped-call]
        if made is None:
            return None
        given = resolve_schema_instance(schema)
        if not isinstance(given, Strict) and not getattr(given.Meta, "sometimes", False):
            some = {f.data_key or key for key, f in given.fields.items() if f.metadata.get("sometimes")}
            made["required"] = [key for key in made.get("properties", {}) if key not in some]
        return made

    def operation_helper(self, path: Any = None, operations: Any = None, **options: Any) -> None:
        """An operation that says nothing more is described by its summary."""
        super().operation_helper(path, operations, **options)
        for operation in (operations or {}).values():
            operation.setdefault("description", operation.get("summary", ""))


def _terms(_: Any, field: Any, ret: Json, **__: Any) -> Json:
    """The values that are allowed, where there are few."""
    if isinstance(field, Terms):
        one = "|".join(field.terms)
        return {"pattern": f"^({one})(,({one}))*$"}
    if isinstance(field, Term | Choice):
        words = field.terms if isinstance(field, Term) else field.words
        return {"enum": [*words, *([None] if field.allow_none else [])]}
    return {}


def _patterns(_: Any, field: Any, ret: Json, **__: Any) -> Json:
    """Python's regular expressions are matched from the start and know `\\Z`; those of JSON Schema do not."""
    if isinstance(field, FirstDay | LastDay | PartialDate):
        return {"pattern": DATE}
    if "pattern" not in ret or isinstance(field, Terms):
        return {}
    pattern, ends = ret["pattern"].removesuffix("\\Z"), ret["pattern"].endswith("\\Z")
    return {"pattern": f"^(?:{pattern})" + ("$" if ends else "")}


def _one_or_many(_: Any, field: Any, ret: Json, **__: Any) -> Json:
    """A list of which a single member may stand without brackets."""
    if not isinstance(field, OneOrMany):
        return {}
    return {"anyOf": [dict(ret["items"]), {"type": ret.pop("type"), "items": ret.pop("items")}]}


def _never_null(_: Any, __: Any, ret: Json) -> Json:
    """An address can leave a parameter out, but it cannot say null."""
    schema = ret["schema"]
    if isinstance(schema.get("type"), list):
        schema["type"] = next(name for name in schema["type"] if name != "null")
    if "enum" in schema:
        schema["enum"] = [value for value in schema["enum"] if value is not None]
    if schema.get("default", "") is None:
        del schema["default"]
    return {}


class CountSchema(Schema):
    """All rows: `gte` where there are more than were counted."""

    value = fields.Integer()
    relation = fields.String(validate=validate.OneOf(["eq", "gte"]))


class PageSchema(Schema):
    """Where the next page begins, and how many rows there are where that was asked for."""

    next = fields.String(allow_none=True)
    limit = fields.Integer()
    count = fields.Nested(CountSchema, metadata={"sometimes": True})


class MetaSchema(Schema):
    """The question, the revision of the graph that answered, and what a reader must know of the numbers."""

    class Meta:
        """Which further members there are depends on the question."""

        unknown = INCLUDE

    query = fields.String()
    revision = fields.String()


def envelope(query: Query) -> type[Schema]:
    """The schema of a whole answer."""
    data = fields.List(fields.Nested(query.row)) if query.many else fields.Nested(query.row)
    name = "".join(part.title() for part in query.name.split("/")) + "Answer"
    members: dict[str, Any] = {"data": data, "meta": fields.Nested(MetaSchema)}
    if query.keys:
        members["page"] = fields.Nested(PageSchema)
    return Schema.from_dict(members, name=name)


def asked(query: Query, door: Schema, method: str, in_path: tuple[str, ...]) -> Json:
    """What can be asked: in the path, and after it or in the body."""
    found: list[Json] = (
        [{"in": "path", "schema": exampled(query, query.arguments(only=in_path))}] if in_path else []
    )
    if method == "GET":
        return {"parameters": [*found, {"in": "query", "schema": exampled(query, door)}]}
    body = {"application/json": {"schema": exampled(query, door)}}
    return {"parameters": found, "requestBody": {"required": True, "content": body}}


def exampled(query: Query, door: Schema) -> Schema:
    """The schema of arguments with those of the example beside them."""
    for name, field in door.fields.items():
        if (field.data_key or name) in query.example:
            field.metadata = {**field.metadata, "example": query.example[field.data_key or name]}
    return door


def responses(query: Query, method: str, in_path: tuple[str, ...]) -> dict[int, Any]:
    """What can come back: the answer in each of its forms, or why not."""
    content = {FORMS[form].media: {"schema": _shape(query, form)} for form in query.forms}
    answer: Json = {"description": "The answer", "content": content}
    others = {400: "Invalid", 503: "Unavailable"}
    if method == "GET":
        answer["headers"] = {"ETag": TAG, **({"Link": LINK} if query.keys else {})}
        others |= {304: "NotModified", 308: "Merged"}
    if len(query.forms) > 1:
        others[406] = "NotAcceptable"
    if in_path or not query.many:
        others[404] = "NotFound"
    return {200: answer, **dict(sorted(others.items()))}


def _shape(query: Query, form: str) -> Any:
    if form == "json":
        return envelope(query)
    return {"type": "object" if FORMS[form].media.endswith("json") and form != "ndjson" else "string"}


def description(query: Query) -> str:
    """What it answers, and how its answer comes."""
    parts = [query.description]
    if query.keys:
        parts.append(
            "`page.next` is the `cursor` of the next page, null on the last; the header Link has its address."
        )
    if query.many:
        parts.append("With `fields`, a row has only the members that it names.")
    if len(query.forms) > 1:
        parts.append(f"Comes as {', '.join(FORMS[form].media for form in query.forms)}.")
    return " ".join(parts)
