"""The whole graph as a Cypher script, which makes it anew in an empty Neo4j."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cache
from typing import Any, TypeVar

from service.graph.connection import Database
from service.graph.elements import Day, Link, Location, Node, Time, links, nodes
from service.graph.statements import statement, statements_of

# Rows of one statement: few enough for a client to show where it failed, and bounded for long texts.
MOST_ROWS = 100
MOST_CHARACTERS = 100_000
T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def script_of(database: Database) -> Iterator[bytes]:
    """Constraints, nodes, relationships: one statement a line, each ended by a semicolon."""
    for constraint in statements_of(statement("schema/0001_ids")):
        yield f"{constraint.rstrip(';')};\n".encode()
    for labels, rows in _batches(nodes(database), lambda node: node.labels, _node):
        yield _line("create_nodes", rows, labels=":".join(map(_name, labels)))
    for ends, rows in _batches(links(database), _kind, _link):
        source, type_, target = map(_name, ends)
        yield _line("create_links", rows, source=source, type=type_, target=target)


def literal(value: Any) -> str:
    """A value as Cypher writes it, whatever stands in a text."""
    return WRITERS[type(value)](value)


def _text(value: str) -> str:
    return f"'{value.translate(ESCAPES)}'"


def _float(value: float) -> str:
    return repr(value) if math.isfinite(value) else f"toFloat({_text(NOT_FINITE[repr(value)])})"


def _location(value: Location) -> str:
    return f"point({{longitude: {_float(value.longitude)}, latitude: {_float(value.latitude)}}})"


def _map(value: dict[str, Any]) -> str:
    return "{" + ", ".join(f"{_name(name)}: {literal(one)}" for name, one in value.items()) + "}"


NOT_FINITE = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}
WRITERS: dict[type, Callable[[Any], str]] = {
    bool: lambda value: str(value).lower(),
    int: repr,
    float: _float,
    str: _text,
    Time: lambda value: f"datetime({_text(value)})",
    Day: lambda value: f"date({_text(value)})",
    Location: _location,
    dict: _map,
    list: lambda value: f"[{', '.join(map(literal, value))}]",
}


def _node(node: Node) -> str:
    return literal(node.properties)


def _kind(link: Link) -> tuple[str, str, str]:
    return link.source.family, link.type, link.target.family


def _link(link: Link) -> str:
    return literal({"a": link.source.id, "b": link.target.id, "p": link.properties})


def _batches(
    elements: Iterable[T], key: Callable[[T], K], write: Callable[[T], str]
) -> Iterator[tuple[K, list[str]]]:
    """Rows of one key, written, in batches; what waits for its batch to fill is bounded by both limits."""
    waiting: dict[K, list[str]] = {}
    lengths: dict[K, int] = {}
    for element in elements:
        own, text = key(element), write(element)
        waiting.setdefault(own, []).append(text)
        lengths[own] = lengths.get(own, 0) + len(text)
        if len(waiting[own]) >= MOST_ROWS or lengths[own] >= MOST_CHARACTERS:
            yield own, waiting.pop(own)
            lengths[own] = 0
    yield from waiting.items()


@cache
def _name(name: str) -> str:
    return f"`{name.replace('`', '``')}`"


def _line(name: str, rows: list[str], **names: str) -> bytes:
    (text,) = statements_of(statement(f"export/{name}") + "\n")
    # The rows last: a text among them may hold what looks like one of the others.
    for placeholder, value in {**names, "rows": f"[{', '.join(rows)}]"}.items():
        text = text.replace(f"${placeholder}", value)
    return f"{text.rstrip(';')};\n".encode()
