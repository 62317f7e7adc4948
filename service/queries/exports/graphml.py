"""The whole graph as GraphML, for Gephi, yEd, igraph and networkx."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from service.graph.connection import Database
from service.graph.elements import End, Location, Property, links, nodes, properties
from service.queries.forms import graphml
from service.queries.forms.graphml import Attribute

NUMBERS = {frozenset({int}): "long", frozenset({float}): "double", frozenset({int, float}): "double"}


def graphml_of(database: Database) -> Iterator[bytes]:
    """Nodes are `Label:id`; what they are stands in `labels`, what a relationship is in `label`."""
    attributes = [Attribute("node", "labels"), Attribute("edge", "label")]
    attributes += [made for found in properties(database) for made in _attributes(found)]
    yield graphml.begin(attributes).encode("utf-8")
    for node in nodes(database):
        values = {"labels": list(node.labels), **_written(node.properties)}
        yield graphml.node(_id(node.end), values).encode("utf-8")
    for link in links(database):
        values = {"label": link.type, **_written(link.properties)}
        yield graphml.edge(_id(link.source), _id(link.target), values).encode("utf-8")
    yield graphml.END.encode("utf-8")


def _attributes(found: Property) -> list[Attribute]:
    if Location in found.types:
        return [Attribute(found.of, name, "double") for name in ("longitude", "latitude")]
    boolean = "boolean" if found.types == {bool} else "string"
    return [Attribute(found.of, found.name, NUMBERS.get(found.types, boolean))]


def _written(properties_: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, value in properties_.items():
        if isinstance(value, Location):
            made |= {"longitude": value.longitude, "latitude": value.latitude}
        else:
            made[name] = value
    return made


def _id(end: End) -> str:
    return f"{end.family}:{end.id}"
