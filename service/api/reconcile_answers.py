"""What the addresses below /reconcile answer with, for the OpenAPI document."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields

Json = dict[str, Any]


class Named(Schema):
    """Something with an id and a name."""

    id = fields.String()
    name = fields.String()


class WithDescription(Named):
    """Something with an id, a name and a description."""

    description = fields.String()


class Suggested(WithDescription):
    """A suggested actor with its kind."""

    notable = fields.List(fields.Nested(Named))


class ReconFeature(Schema):
    """A feature and how well it fits, 0 to 1."""

    id = fields.String()
    value = fields.Float()


class ReconCandidate(WithDescription):
    """An actor that may be meant."""

    type = fields.List(fields.Nested(Named))
    score = fields.Float()
    match = fields.Boolean()
    features = fields.List(fields.Nested(ReconFeature))


class ReconResult(Schema):
    """The candidates of one query, the likeliest first."""

    result = fields.List(fields.Nested(ReconCandidate))


class ExtensionAnswer(Schema):
    """Properties, and their values for each actor: texts as `str`, actors by `id` and `name`."""

    meta = fields.List(fields.Nested(Named))
    rows = fields.Dict(fields.String(), fields.Dict(fields.String(), fields.List(fields.Dict())))


class Template(Schema):
    """An address with {{id}} in it."""

    url = fields.String()


class Frame(Template):
    """An address with {{id}} in it, and the size of the frame for it."""

    width = fields.Integer()
    height = fields.Integer()


class Service(Schema):
    """An address in two parts."""

    service_url = fields.String()
    service_path = fields.String()


class SuggestServices(Schema):
    """Where names are completed."""

    entity = fields.Nested(Service)
    type = fields.Nested(Service)
    property = fields.Nested(Service)


class ExtendService(Schema):
    """Where properties are proposed, and how their fetching can be set."""

    propose_properties = fields.Nested(Service)
    property_settings = fields.List(fields.Dict())


class Manifest(Schema):
    """What the service is and can do."""

    versions = fields.List(fields.String())
    name = fields.String()
    identifierSpace = fields.String()
    schemaSpace = fields.String()
    documentation = fields.String()
    serviceVersion = fields.String()
    defaultTypes = fields.List(fields.Nested(Named))
    view = fields.Nested(Template)
    batchSize = fields.Integer()
    preview = fields.Nested(Frame)
    suggest = fields.Nested(SuggestServices)
    extend = fields.Nested(ExtendService)


class EntitiesAnswer(Schema):
    """Suggested actors."""

    prefix = fields.String()
    result = fields.List(fields.Nested(Suggested))


class TypesAnswer(Schema):
    """Suggested kinds of actor, or properties."""

    prefix = fields.String()
    result = fields.List(fields.Nested(WithDescription))


class ProposalAnswer(Schema):
    """Proposed properties."""

    properties = fields.List(fields.Nested(Named))
    type = fields.String(metadata={"sometimes": True})
    limit = fields.Integer()


# A schema is made part of the document where it stands as a property, not as `additionalProperties`.
BATCH: Json = {
    "type": "object",
    "properties": {"q0": ReconResult},
    "additionalProperties": {"$ref": "#/components/schemas/ReconResult"},
}


def answered(*shapes: Any) -> dict[int, Any]:
    """The responses of an address that answers in one of these shapes."""
    shape = shapes[0] if len(shapes) == 1 else {"oneOf": list(shapes)}
    answer = {"description": "The answer", "content": {"application/json": {"schema": shape}}}
    return {200: answer, 400: "Invalid", 503: "Unavailable"}


ANY_ANSWER = answered(Manifest, BATCH, ExtensionAnswer)
BATCH_ANSWER = answered(BATCH, ExtensionAnswer)
PREVIEW_ANSWER: dict[int, Any] = {
    200: {"description": "An HTML page", "content": {"text/html": {"schema": {"type": "string"}}}},
    308: "Merged",
    400: "Invalid",
    503: "Unavailable",
}
