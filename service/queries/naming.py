"""Ids in arguments that nothing has: a misspelt one would otherwise be a silent empty answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.errors import Fault, InvalidInput
from service.graph.connection import Database
from service.graph.inventory import near
from service.queries.arguments import IdOf

FIND = (
    "UNWIND $asked AS one MATCH (n:Actor|Topic|Outlet|Fact|Publication {id: one.id}) "
    "WHERE any(label IN labels(n) WHERE label IN one.labels) RETURN one.name AS name"
)


def refuse_unknown(database: Database, fields: Mapping[str, Any], arguments: Mapping[str, Any]) -> None:
    """Raises InvalidInput with one fault for each argument that is the id of nothing, naming ids like it."""
    asked = [
        {"name": name, "id": arguments[name], "labels": list(field.labels)}
        for name, field in fields.items()
        if isinstance(field, IdOf) and arguments.get(name) is not None
    ]
    if not asked:
        return
    found = {row["name"] for row in database.read(FIND, {"asked": asked})}
    faults = [
        Fault(
            "query",
            one["name"],
            f"nothing has the id {one['id']!r}",
            near(database, one["labels"], one["id"]),
        )
        for one in asked
        if one["name"] not in found
    ]
    if faults:
        raise InvalidInput("; ".join(f"{fault.pointer}: {fault.message}" for fault in faults), faults)
