"""Every writing statement enters the graph by a unique index, whatever it holds when it is planned."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest

from service.claims.model import Claim
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
ENTRANCES = {
    "NodeUniqueIndexSeek",
    "NodeUniqueIndexSeek(Locking)",
    "Argument",
    "Unwind",
    "the index of a slot or a day",
}
KEYED = re.compile(
    r"Fact\(slot\) WHERE slot = |Review\(claim\) WHERE claim = |"
    r"INITIATED_BY\((spans, )?actor, type, valid_from\)\].* WHERE .*actor = "
)


def leaves(plan: dict[str, Any]) -> Iterator[str]:
    children = plan.get("children", [])
    if not children:
        operator = plan["operatorType"].split("@")[0]
        yield "the index of a slot or a day" if KEYED.search(plan["args"].get("Details", "")) else operator
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
        # Judgements of identity are few, and which actor is which depends on all of them.
        few = {"NodeByLabelScan"} if name == "load/judged" else set()
        assert set(leaves(plan)) <= ENTRANCES | few, name


def test_comparing_an_event_costs_what_is_like_it_not_what_its_actor_ever_did(database: Database) -> None:
    header = {"record": "dataset", "id": "d", "title": "D", "publisher": "P", "version": "1"}
    records: list[dict[str, Any]] = [{**header, "released_on": "2024", "licence": "CC0-1.0"}]
    for day in range(400):
        date = (datetime.date(2020, 1, 1) + datetime.timedelta(day)).isoformat()
        event = {"type": "ASSAULT", "initiators": ["arl"], "recipients": ["bor"], "date": date}
        claim = {"record": "claim", "kind": "event", "speech_act": "report", "method": "dataset"}
        records.append({**claim, "evidence": {"row": str(day)}, "event": event})
    made = entries(records)
    load(database, made, 2000)
    text = (ROOT / "derive/same_happening.cypher").read_text("utf-8")
    fact = made[200].record
    assert isinstance(fact, Claim)
    with database._driver.session() as session:
        profile = session.run(f"PROFILE {text}", {"given": {"facts": [fact.fact.id]}}).consume().profile
    assert profile is not None
    assert hits(profile) < 100


ROW = {
    "record": "claim",
    "kind": "event",
    "speech_act": "report",
    "method": "dataset",
    "evidence": {"row": "1"},
}


def hits(plan: dict[str, Any]) -> int:
    own: int = plan.get("dbHits", 0)
    return own + sum(hits(child) for child in plan.get("children", []))
