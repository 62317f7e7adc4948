"""The forms in which the whole graph leaves: written as it is read, held by nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import orjson

from service.errors import EngineError
from service.graph.connection import Database
from service.graph.records_of import records_of
from service.queries.contract import revision
from service.queries.exports.ftm import ftm_of
from service.queries.exports.graphml import graphml_of
from service.queries.exports.script import script_of

CHUNK = 64 * 1024


@dataclass(frozen=True)
class Export:
    """A form: its media type, how its files end, and what writes it."""

    media: str
    suffix: str
    write: Callable[[Database], Iterator[bytes]]


def claims_of(database: Database) -> Iterator[bytes]:
    """A claims file: `communique load` makes the same graph of it."""
    return (orjson.dumps(record) + b"\n" for record in records_of(database))


EXPORTS = {
    "claims": Export("application/x-ndjson", "jsonl", claims_of),
    "graphml": Export("application/graphml+xml", "graphml", graphml_of),
    "cypher": Export("application/x-cypher", "cypher", script_of),
    "ftm": Export("application/x-ndjson", "ftm.json", ftm_of),
}


class Changed(EngineError):
    """The graph was written to while it was read from one end to the other."""


def export(database: Database, form: str, at: str) -> Iterator[bytes]:
    """The graph of revision `at` in chunks. Raises Changed after the last, where it is another by then.

    One reading statement sees what others commit meanwhile, and an export takes several: half a load could
    be in it, which nobody would notice.
    """
    waiting: list[bytes] = []
    length = 0
    for piece in EXPORTS[form].write(database):
        waiting.append(piece)
        length += len(piece)
        if length >= CHUNK:
            yield b"".join(waiting)
            waiting, length = [], 0
    if revision(database) != at:
        raise Changed(
            "the graph changed while it was exported; what was written is of no use: export it again"
        )
    yield b"".join(waiting)
