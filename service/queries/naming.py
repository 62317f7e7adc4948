"""Ids in arguments that nothing has: a misspelt one would otherwise be a silent empty answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from service.errors import Fault, InvalidInput, Merged, NotFound
from service.graph.connection import Database
from service.graph.inventory import near
from service.queries.arguments import IdOf, IdsOf

FIND = (
    "UNWIND $asked AS one MATCH (n:Actor|Topic|Outlet|Place|Fact|Publication|Claim {id: one.id}) "
    "WHERE any(label IN labels(n) WHERE label IN one.labels) "
    "RETURN one.id AS id, one.name AS name, n.merged_into AS merged_into"
)


def refuse_unknown(database: Database, fields: Mapping[str, Any], arguments: Mapping[str, Any]) -> None:
    """Raises InvalidInput with one fault for each argument that is the id of nothing, naming ids like it.

    For an id in the path it raises NotFound; for that of a merged actor, Merged.
    """
    asked = list(_asked(fields, arguments))
    if not asked:
        return
    rows = database.read(FIND, {"asked": asked})
    for row in rows:
        if row["merged_into"] is not None:
            raise Merged(row["id"], row["merged_into"])
    found = {(row["name"], row["id"]) for row in rows}
    faults = [
        Fault(
            "query",
            one["name"],
            f"nothing has the id {one['id']!r}",
            near(database, one["labels"], one["id"]),
        )
        for one in asked
        if (one["name"], one["id"]) not in found
    ]
    in_path = {name for name, field in fields.items() if isinstance(field, IdOf) and field.in_path}
    for fault in faults:
        if fault.pointer in in_path:
            near_by = f"; did you mean {', '.join(fault.allowed)}?" if fault.allowed else ""
            raise NotFound(fault.message + near_by)
    if faults:
        raise InvalidInput("; ".join(f"{fault.pointer}: {fault.message}" for fault in faults), faults)


def lists_ids(fields: Mapping[str, Any], arguments: Mapping[str, Any]) -> bool:
    """Whether several ids are asked for at once: one that nothing has could hide among the others."""
    return any(isinstance(field, IdsOf) and arguments.get(name.rstrip("_")) for name, field in fields.items())


def _asked(fields: Mapping[str, Any], arguments: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for name, field in fields.items():
        # A word of Python's own has a `_` after it in the schema only.
        given = arguments.get(name.rstrip("_"))
        if isinstance(field, IdOf) and given is not None:
            for id_ in given if isinstance(given, list) else [given]:
                yield {"name": name.rstrip("_"), "id": id_, "labels": list(field.labels)}
