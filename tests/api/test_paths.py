"""Paths: the shortest chains of facts, on a world small enough to know the answer of."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from itertools import combinations, pairwise

import networkx as nx
import pytest

from service.errors import InvalidInput
from service.graph.connection import Database
from service.graph.loading import load
from service.queries import paths
from service.queries.answers import Answer
from tests.asking import question, wipe
from tests.graph.small_world import article, entries
from tests.graph.tied_world import tied


def chains(answer: Answer) -> list[list[str]]:
    return [[actor["id"] for actor in row["actors"]] for row in answer.rows]


def test_the_shortest_path_comes_first_and_every_step_has_its_evidence(world: Database) -> None:
    answer = question(world, paths.LIST, **{"from": "arl", "to": "bor", "k": "4"})
    assert [row["hops"] for row in answer.rows] == [1, 2, 2, 2]
    assert chains(answer)[0] == ["arl", "bor"]
    (step,) = answer.rows[0]["steps"]
    assert (step["kind"], step["label"], step["date"]) == ("event", "AID", "2024-05-01"), "the newest of them"
    assert (step["from_role"], step["to_role"], step["weight"]) == ("recipient", "initiator", 29)
    for row in answer.rows:
        assert row["claims"] == sorted({one for step in row["steps"] for one in step["claims"]})
        for step, (here, there) in zip(row["steps"], pairwise(row["actors"]), strict=True):
            assert (step["from"], step["to"]) == (here["id"], there["id"])
            rows = world.read(
                "MATCH (f:Fact {id: $fact})<-[:STATES]-(c) MATCH (f)-->(a:Actor) "
                "RETURN collect(DISTINCT c.id) AS claims, collect(DISTINCT a.id) AS actors",
                {"fact": step["fact"]},
            )
            assert rows[0]["claims"] == step["claims"]
            assert {step["from"], step["to"]} <= set(rows[0]["actors"])


def test_paths_of_equal_length_come_by_the_number_of_facts_that_they_rest_on(world: Database) -> None:
    answer = question(world, paths.LIST, **{"from": "arl", "to": "bor", "k": "4"})
    assert chains(answer)[1:] == [["arl", "ann", "bor"], ["arl", "eel", "bor"], ["arl", "cor", "bor"]]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"as_of": "2021", "k": "10"}, []),
        ({"as_of": "2024-01-15", "k": "10"}, []),
        ({"as_of": "2024-02-15", "k": "1"}, [["arl", "eel", "bor"]]),
        ({"as_of": "2024-03-01", "k": "1"}, [["arl", "bor"]]),
        ({"kinds": "relation,stance"}, [["arl", "cor", "bor"]]),
        ({"kinds": "measure"}, []),
        (
            {"kinds": "event,measure", "avoid": "ann", "max_hops": "2"},
            [["arl", "bor"], ["arl", "eel", "bor"]],
        ),
        ({"avoid": "ann,eel,cor"}, [["arl", "bor"]]),
        ({"max_hops": "1", "k": "10"}, [["arl", "bor"]]),
        ({"min_confidence": "1", "status": "proposed"}, []),
    ],
)
def test_only_what_held_then_of_the_kinds_asked_for_and_past_nobody_avoided(
    world: Database, given: dict[str, str], found: list[list[str]]
) -> None:
    assert chains(question(world, paths.LIST, **{"from": "arl", "to": "bor", **given})) == found


@pytest.mark.parametrize(
    ("given", "pointer", "near"),
    [
        ({"to": "arl"}, "to", ()),
        ({"to": "bor", "avoid": "bor"}, "avoid", ()),
        ({"to": "bor", "k": "11"}, "k", ()),
        ({"to": "bor", "max_hops": "7"}, "max_hops", ()),
        ({"to": "bor", "kinds": "event,vent"}, "kinds", ("event", "stance", "relation", "measure")),
        ({"to": "borr"}, "to", ()),
        ({"to": "bor", "avoid": "nobody-at-all"}, "avoid", ()),
    ],
)
def test_a_path_that_cannot_be_asked_for_is_one_fault(
    world: Database, given: dict[str, str], pointer: str, near: tuple[str, ...]
) -> None:
    with pytest.raises(InvalidInput) as refused:
        question(world, paths.LIST, **{"from": "arl", **given})
    ((found, allowed),) = [(fault.pointer, fault.allowed) for fault in refused.value.faults]
    assert (found, allowed) == (pointer, near)


def test_paths_are_those_of_a_search_through_all_facts_whatever_the_order_of_loading(
    database: Database,
) -> None:
    """Sparse, so that the ends of some are six facts apart; by networkx, from the records themselves."""
    rng = random.Random(5)  # noqa: S311
    graph: nx.Graph = nx.gnm_random_graph(16, 20, seed=3)
    names = {node: f"land-{node:02}" for node in graph}
    facts = [tied("borders", names[a], names[b]) for a, b in graph.edges]
    asked = [
        {"from": names[a], "to": names[b], "k": "10", "max_hops": "6"} for a, b in combinations(graph, 2)
    ]
    asked = rng.sample([one for one in asked if nx.has_path(graph, *_ends(one))], 40)
    answers = []
    for _ in range(2):
        wipe(database)
        rng.shuffle(facts)
        load(database, entries([article(), *facts]), 7)
        answers.append([question(database, paths.LIST, **one).rows for one in asked])
    assert answers[0] == answers[1]
    hops = set()
    for one, rows in zip(asked, answers[0], strict=True):
        every = sorted(map(len, nx.all_simple_paths(graph, *_ends(one), cutoff=6)))
        assert [row["hops"] + 1 for row in rows] == every[:10], one
        found = [tuple(actor["id"] for actor in row["actors"]) for row in rows]
        assert len(found) == len(set(found))
        hops |= {row["hops"] for row in rows}
    assert hops == {1, 2, 3, 4, 5, 6}


def _ends(asked: dict[str, str]) -> tuple[int, int]:
    return int(asked["from"][-2:]), int(asked["to"][-2:])


def test_a_path_known_at_a_time_rests_on_what_was_recorded_by_then(database: Database) -> None:
    long = [article(), tied("borders", "arl", "cor"), tied("borders", "cor", "bor")]
    short = [article("https://news.example/short", outlet="other-news"), tied("borders", "arl", "bor")]
    withdrawn = [{"record": "retraction", "article": "https://news.example/short", "reason": "wrong"}]
    for month, records in enumerate((long, short, withdrawn), start=1):
        load(database, entries(records), 100, clock=lambda month=month: datetime(2025, month, 1, tzinfo=UTC))  # type: ignore[misc]
    asked = {"from": "arl", "to": "bor", "k": "1"}
    known = [
        chains(question(database, paths.LIST, **asked, known_at=f"2025-{month:02}-15")) for month in (1, 2, 3)
    ]
    assert known == [[["arl", "cor", "bor"]], [["arl", "bor"]], [["arl", "cor", "bor"]]]
    assert chains(question(database, paths.LIST, **asked)) == known[2]
    assert question(database, paths.LIST, **asked, known_at="2024-12-31").rows == []
