"""The canonical hash of the graph: equal for equal graphs, in whatever order they were loaded."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from service.claims.identity import canonical
from service.graph.connection import Database, Row
from service.graph.standings import FOREVER

# When something was recorded is left out; whether it still counts is kept.
TIMES = frozenset({"recorded_at", "applied_at", "changed_at"})
ENDS = frozenset({"retracted_at", "superseded_at"})
STANDINGS = frozenset({"STATES", "SPEAKS_FOR"})
NODES = (
    "MATCH (n) WHERE NOT n:GraphState AND NOT n:Migration "
    "RETURN labels(n) AS labels, properties(n) AS properties"
)
EDGES = (
    "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS a, labels(a) AS a_labels, "
    "b.id AS b, labels(b) AS b_labels, properties(r) AS properties"
)


def digest(database: Database) -> str:
    """SHA-256 in hex over the sorted hashes of all nodes and relationships, without transaction times."""
    parts = sorted(hashlib.sha256(canonical(element)).digest() for element in _elements(database))
    return hashlib.sha256(b"".join(parts)).hexdigest()


def _elements(database: Database) -> Iterator[Any]:
    for row in database.stream(NODES):
        yield [sorted(row["labels"]), _lasting(row["properties"])]
    for row in database.stream(EDGES):
        # How a claim stood before it stood as now depends on what was loaded first.
        if row["properties"].get("retracted_at") not in (None, FOREVER) and row["type"] in STANDINGS:
            continue
        ends = [row["a"], sorted(row["a_labels"]), row["b"], sorted(row["b_labels"])]
        yield [row["type"], ends, _lasting(row["properties"])]


def _lasting(properties: Row) -> Row:
    kept = {name: _plain(value) for name, value in properties.items() if name not in TIMES | ENDS}
    return kept | {name: True for name in ENDS if properties.get(name) is not None}


def _plain(value: Any) -> Any:
    return value if isinstance(value, bool | int | float | str | list) else str(value)
