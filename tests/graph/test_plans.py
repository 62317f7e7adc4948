"""Every writing statement enters the graph by a unique index, whatever it holds when it is planned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from service.graph.connection import Database
from service.graph.loading import load
from service.graph.statements import ROOT
from tests.graph.small_world import entries

WRITING = sorted(
    str(path.relative_to(ROOT).with_suffix(""))
    for kind in ("load", "derive")
    for path in (ROOT / kind).glob("*")
)
# They read one thing at a time by its unique id, or nothing but what they were handed.
ENTRANCES = {"NodeUniqueIndexSeek", "NodeUniqueIndexSeek(Locking)", "Argument", "Unwind"}


def leaves(plan: dict[str, Any]) -> Iterator[str]:
    children = plan.get("children", [])
    if not children:
        yield plan["operatorType"].split("@")[0]
    for child in children:
        yield from leaves(child)


@pytest.mark.parametrize("filled", [False, True], ids=["empty", "small"])
def test_no_writing_statement_scans(database: Database, filled: bool) -> None:
    """A plan is kept while the engine runs, so one made on an empty graph must do for a large one."""
    if filled:
        load(database, entries(), 100)
    for name in WRITING:
        text = (ROOT / f"{name}.cypher").read_text("utf-8")
        with database._driver.session() as session:
            plan = session.run(f"EXPLAIN CYPHER replan=force {text}", {"given": {}}).consume().plan
        assert plan is not None
        assert set(leaves(plan)) <= ENTRANCES, name
