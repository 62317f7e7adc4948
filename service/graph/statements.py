"""The Cypher files: found beside the package when installed, at the top of the repository when not."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import neo4j

from service.graph.connection import Row, run_in

_PACKAGE = Path(__file__).resolve().parent.parent
ROOT = _PACKAGE / "cypher" if (_PACKAGE / "cypher").is_dir() else _PACKAGE.parent / "cypher"


@cache
def statement(name: str) -> str:
    """The text of `cypher/NAME.cypher`; names come from our code, never from a request."""
    return (ROOT / f"{name}.cypher").read_text("utf-8")


def write_in(tx: neo4j.ManagedTransaction, name: str, **given: Any) -> list[Row]:
    """Run a statement of load/ or derive/ inside a transaction; its parameter is the map `$given`.

    It is planned once for as long as the engine runs. Each enters the graph by a unique index, so no growth
    makes another plan better, while planning anew as the graph grows, or for a list of another length (of
    which the planner sees nothing inside a map), would cost a first load more than its writing does.
    """
    return run_in(tx, f"CYPHER replan=skip\n{statement(name)}", given=given)


def statements_of(text: str) -> list[str]:
    """The statements of a file, each ended by a semicolon at the end of a line; comment lines left out."""
    code = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("//"))
    return [part.strip() for part in code.split(";\n") if part.strip(" \n;")]
