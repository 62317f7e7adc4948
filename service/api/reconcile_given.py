"""What the addresses below /reconcile take, for the door and for the OpenAPI document."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, validate

from service.claims.fields import Strict, Term
from service.queries.arguments import Choice, Terms, id_of
from service.queries.matching.reconciliation import KINDS, Extension, ReconBatch, ReconQuery

Json = dict[str, Any]
NO_EFFECT = {"description": "No effect; OpenRefine sends it."}
# A schema is made part of the document where it stands as a property, not as `additionalProperties`.
BATCH: Json = {
    "type": "object",
    "properties": {"q0": ReconQuery},
    "additionalProperties": {"$ref": "#/components/schemas/ReconQuery"},
}
AS_JSON = {"contentType": "application/json"}
QUERIES_EXAMPLE = {"q0": {"query": "Putin", "type": "person"}}
EXTEND_EXAMPLE = {"ids": ["chn"], "properties": [{"id": "iso3"}]}


class Asked(ReconBatch):
    """Queries, or what to fetch: one of the two."""

    extend = fields.Nested(Extension, required=True)


class Suggest(Strict):
    """The beginning of a name, how much is wanted, and what OpenRefine sends beside it."""

    prefix = fields.String(required=True, metadata={"description": "What has been typed.", "example": "c"})
    cursor = fields.Integer(
        load_default=0, validate=validate.Range(0, 400), metadata={"description": "Suggestions to skip."}
    )
    limit = fields.Integer(
        load_default=10, validate=validate.Range(1, 100), metadata={"description": "Suggestions wanted."}
    )
    type = Terms(KINDS, load_default=list, metadata={"description": "Of actors: only of these kinds."})
    type_strict = Choice("any", "should", "all", load_default="should", metadata=NO_EFFECT)
    spell = fields.String(load_default="", metadata=NO_EFFECT)
    exact = fields.String(load_default="", metadata=NO_EFFECT)
    scoring = fields.String(load_default="", metadata=NO_EFFECT)
    prefixed = fields.String(load_default="", metadata=NO_EFFECT)
    lang = fields.String(load_default="", metadata=NO_EFFECT)


class Propose(Strict):
    """The properties of which kind of actor."""

    type = Term(KINDS, metadata={"description": "Kind of actor.", "example": "person"})
    limit = fields.Integer(
        load_default=100, validate=validate.Range(1, 100), metadata={"description": "Properties wanted."}
    )


class Preview(Strict):
    """Which actor."""

    id = id_of("Actor", description="Id of an actor.", required=True)


PARAMETERS: list[Json] = [
    {
        "in": "query",
        "name": name,
        "description": description,
        "required": False,
        "content": {"application/json": {"schema": schema, "example": example}},
    }
    for name, schema, example, description in (
        ("queries", BATCH, QUERIES_EXAMPLE, "Queries by names of your own, as JSON."),
        ("extend", Extension, EXTEND_EXAMPLE, "Ids of actors and properties wanted, as JSON."),
    )
]
FORM_BODY: Json = {
    "required": True,
    "content": {
        "application/x-www-form-urlencoded": {
            "schema": Asked(partial=True),
            "encoding": {"queries": AS_JSON, "extend": AS_JSON},
        }
    },
}
