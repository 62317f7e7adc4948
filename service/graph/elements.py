"""The whole graph, node by node and relationship by relationship, in values of Python's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from neo4j.spatial import Point

from service.graph.connection import Database, Row
from service.graph.statements import statement

# Of the labels of a node, the one within which its id is unique.
FAMILIES = frozenset(
    {
        "Actor", "Topic", "Place", "Outlet", "Publication", "Revision", "Retraction", "Declaration",
        "Claim", "Fact", "Review", "Merge",
    }
)  # fmt: skip
TYPES = {"INTEGER": int, "FLOAT": float, "BOOLEAN": bool}


class Time(str):
    """A time, as Cypher writes it: the driver's own takes longer to make than all the rest of a node."""

    __slots__ = ()


class Day(str):
    """A day, as Cypher writes it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Location:
    """A point on the globe, WGS 84."""

    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True)
class End:
    """What tells a node from every other: its id, within the label of its family."""

    family: str
    id: str


@dataclass(frozen=True, slots=True)
class Node:
    """A node with all its labels, sorted."""

    end: End
    labels: tuple[str, ...]
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship from one node to another."""

    type: str
    source: End
    target: End
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Property:
    """A property of nodes (`of` is `node`) or relationships (`edge`), and the Python types of its values."""

    of: str
    name: str
    types: frozenset[type]


def nodes(database: Database) -> Iterator[Node]:
    """Every node, none held."""
    for row in database.stream(statement("export/nodes")):
        labels = tuple(sorted(row["labels"]))
        yield Node(_end(labels, row["id"]), labels, _plain(row))


def links(database: Database) -> Iterator[Link]:
    """Every relationship, none held."""
    for row in database.stream(statement("export/links")):
        source, target = _end(row["from_labels"], row["from_id"]), _end(row["to_labels"], row["to_id"])
        yield Link(row["type"], source, target, _plain(row))


def properties(database: Database) -> list[Property]:
    """What nodes and relationships have, nodes first, by name."""
    return [
        Property(row["of"], row["name"], frozenset(map(_type, row["types"])))
        for row in database.stream(statement("export/properties"))
    ]


def _end(labels: tuple[str, ...] | list[str], id_: str) -> End:
    return End(next(label for label in labels if label in FAMILIES), id_)


def _plain(row: Row) -> dict[str, Any]:
    found = dict(sorted(zip(row["names"], row["values"], strict=True), key=_name))
    found |= {name: Time(found[name]) for name in row["times"]}
    found |= {name: Day(found[name]) for name in row["days"]}
    for name, value in found.items():
        if isinstance(value, Point):
            found[name] = Location(value.x, value.y)
    return found


def _name(item: tuple[str, Any]) -> str:
    return item[0]


def _type(named: str) -> type:
    """`INTEGER NOT NULL` is int; what GraphML has no type for is a text; a point is two numbers."""
    first = named.split(" ", maxsplit=1)[0]
    return Location if first == "POINT" else TYPES.get(first, str)
