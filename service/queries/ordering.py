"""Rows within rows, with their fields in the order of the schema: a map of Cypher's has them in none."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields

# A field's name, and the order of the rows within it: empty where it holds none.
Order = dict[str, Any]


def order_of(schema: Schema) -> Order:
    """The fields of a schema in order."""
    return {field.data_key or name: _within(field) for name, field in schema.fields.items()}


def ordered(value: Any, order: Order) -> Any:
    """A value with the rows within it in this order; a field that such a row has not is left out."""
    if not order or value is None:
        return value
    if isinstance(value, list):
        return [ordered(one, order) for one in value]
    return {name: ordered(value[name], within) for name, within in order.items() if name in value}


def _within(field: fields.Field[Any]) -> Order:
    inner = field.inner if isinstance(field, fields.List) else field
    return order_of(inner.schema) if isinstance(inner, fields.Nested) else {}
