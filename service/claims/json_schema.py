"""The claims file as a JSON Schema (2020-12), made from the marshmallow schemas."""

from __future__ import annotations

from functools import cache
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin, resolver

from service.claims.fields import Term
from service.claims.record_schemas import EVIDENCE, RECORDS


@cache
def claims_file_schema() -> dict[str, Any]:
    """A schema that each line of a claims file satisfies; `$defs` holds one entry for each record."""
    plugin = MarshmallowPlugin(schema_name_resolver=resolver)
    spec = APISpec("claims file", "1", "3.1.0", plugins=[plugin])
    assert plugin.converter is not None  # noqa: S101 - set by APISpec
    plugin.converter.add_attribute_function(_closed)  # type: ignore[no-untyped-call]
    for name, schema in {**RECORDS, **{f"{kind}_evidence": s for kind, s in EVIDENCE.items()}}.items():
        spec.components.schema(name, schema=schema())
    defs = _local(spec.to_dict()["components"]["schemas"])
    for name in RECORDS:
        defs[name]["properties"]["record"] = {"const": name}
    defs["claim"]["properties"]["evidence"] = {
        "anyOf": [{"$ref": "#/$defs/article_evidence"}, {"$ref": "#/$defs/dataset_evidence"}]
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One line of a claims file",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in RECORDS],
        "$defs": defs,
    }


def _closed(self: Any, field: Any, **_: Any) -> dict[str, Any]:
    return {"enum": list(field.terms)} if isinstance(field, Term) else {}


def _local(content: Any) -> Any:
    """References within the schema itself rather than within an OpenAPI document."""
    if isinstance(content, dict):
        return {
            key: value.replace("#/components/schemas/", "#/$defs/") if key == "$ref" else _local(value)
            for key, value in content.items()
        }
    return [_local(item) for item in content] if isinstance(content, list) else content
