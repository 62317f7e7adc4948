"""Paths, networks, communities and centrality, on worlds small enough to know the answer of."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import combinations, pairwise
from typing import Any

import networkx as nx
import pytest

from service.errors import InvalidInput
from service.graph.connection import Database
from service.graph.loading import load
from service.queries import centrality, communities, network, paths
from service.queries.answers import Answer
from service.queries.checking import checked
from service.queries.contract import Query, ask
from service.queries.ranking import pagerank
from tests.graph.small_world import article, claim, entries

EMPTY = "MATCH (n) WHERE NOT n:Migration DETACH DELETE n"


def did(type_: str, who: list[str], whom: list[str], date: str | None = None) -> dict[str, Any]:
    return claim("event", {"type": type_, "initiators": who, "recipients": whom, "date": date})


def stands(who: list[str], position: str, whom: str, since: str) -> dict[str, Any]:
    return claim("stance", {"holders": who, "position": position, "target": {"actor": whom}, "since": since})


def tied(type_: str, who: str, whom: str, **more: Any) -> dict[str, Any]:
    return claim("relation", {"type": type_, "subject": who, "object": {"actor": whom}, **more})


def question(database: Database, query: Query, **given: Any) -> Answer:
    return ask(database, query, checked(query, given))


def chains(answer: Answer) -> list[list[str]]:
    return [[actor["id"] for actor in row["actors"]] for row in answer.rows]


WORLD = [
    article(),
    *(did("CONSULT", ["arl"], ["bor"], f"2024-03-{day:02}") for day in range(1, 29)),
    did("AID", ["bor"], ["arl"], "2024-05-01"),
    stands(["arl"], "praises", "cor", "2024-01-10"),
    tied("allied_with", "cor", "bor", since="2020", until="2022"),
    did("SANCTION", ["arl", "dor"], ["eel"], "2024-02-02"),
    tied("rival_of", "eel", "bor", since="2019"),
    tied(
        "holds_office", "ann", "arl", title="Envoy", speaks_for=True, since="2024-01-01", until="2024-06-30"
    ),
    did("ACCUSE", ["ann"], ["bor"], "2024-04-04"),
    did("ACCUSE", ["ann"], ["bor"], "2024-07-07"),
    claim(
        "measure",
        {"indicator": "exports", "value": 3.0, "of": "bor", "with": "eel", "period": "2023"},
    ),
]


@pytest.fixture(scope="module")
def world(engine: Database) -> Iterator[Database]:
    engine.run(EMPTY)
    load(engine, entries(WORLD), 100)
    yield engine
    engine.run(EMPTY)


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
    rng = random.Random(5)
    graph: nx.Graph = nx.gnm_random_graph(16, 20, seed=3)
    names = {node: f"land-{node:02}" for node in graph}
    facts = [tied("borders", names[a], names[b]) for a, b in graph.edges]
    asked = [
        {"from": names[a], "to": names[b], "k": "10", "max_hops": "6"} for a, b in combinations(graph, 2)
    ]
    asked = rng.sample([one for one in asked if nx.has_path(graph, *_ends(one))], 40)
    answers = []
    for _ in range(2):
        database.run(EMPTY)
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


def edges(answer: Answer) -> dict[tuple[str, str, str], dict[str, Any]]:
    (row,) = answer.rows
    return {(edge["source"], edge["target"], edge["kind"]): edge for edge in row["edges"]}


def test_edges_of_a_network_point_from_who_acts_and_add_up(world: Database) -> None:
    answer = question(world, network.SUMMARY, actors="arl,bor,cor,dor,eel")
    found = edges(answer)
    assert {key: edge["weight"] for key, edge in found.items()} == {
        ("arl", "bor", "event"): 28,
        ("bor", "arl", "event"): 1,
        ("arl", "cor", "stance"): 1,
        ("cor", "bor", "relation"): 1,
        ("arl", "eel", "event"): 1,
        ("dor", "eel", "event"): 1,
        ("eel", "bor", "relation"): 1,
        ("bor", "eel", "measure"): 1,
    }
    meetings = found["arl", "bor", "event"]
    assert (meetings["first"], meetings["last"]) == ("2024-03-01", "2024-03-28")
    assert meetings["claim_count"] == len(meetings["claims"]) == 28
    assert len(meetings["facts"]) == 5
    scores = world.read("MATCH (e:Event {type: 'CONSULT'}) RETURN avg(e.score) AS score")
    assert meetings["score"] == pytest.approx(scores[0]["score"], abs=0.001)
    assert (meetings["polarity"], found["arl", "cor", "stance"]["score"]) == (None, None)
    assert found["arl", "cor", "stance"]["polarity"] > 0
    assert [node["id"] for node in answer.rows[0]["nodes"]] == ["arl", "bor", "cor", "dor", "eel"]
    assert answer.rows[0]["truncated"] is False


def test_who_holds_an_office_counts_as_the_country_while_in_it(world: Database) -> None:
    alone = edges(question(world, network.SUMMARY, actors="arl,bor", types="ACCUSE"))
    assert alone == {}
    together = edges(question(world, network.SUMMARY, actors="arl,bor", types="ACCUSE", rollup="true"))
    assert together["arl", "bor", "event"]["last"] == "2024-04-04", "in July she was no envoy"
    assert together["arl", "bor", "event"]["weight"] == 1


def test_a_network_is_limited_in_time_grows_by_neighbours_and_says_when_it_is_cut(world: Database) -> None:
    march = edges(
        question(world, network.SUMMARY, actors="arl,bor", **{"from": "2024-03-10", "to": "2024-03"})
    )
    assert march["arl", "bor", "event"]["weight"] == 19
    assert ("bor", "arl", "event") not in march
    grown = question(world, network.SUMMARY, actors="arl", expand="1").rows[0]
    assert [node["id"] for node in grown["nodes"]] == ["ann", "arl", "bor", "cor", "dor", "eel"]
    cut = question(world, network.SUMMARY, actors="arl,bor,cor,eel", most_edges="2").rows[0]
    assert (len(cut["edges"]), cut["truncated"]) == (2, True)
    assert cut["edges"][0]["weight"] == 28


def test_those_who_act_together_upon_nobody_act_with_each_other(database: Database) -> None:
    load(
        database,
        entries([article(), did("AGREE", ["arl", "bor"], []), did("AID", ["arl", "bor"], ["cor"])]),
        9,
    )
    found = edges(question(database, network.SUMMARY, actors="arl,bor,cor"))
    assert set(found) == {
        ("arl", "bor", "event"),
        ("bor", "arl", "event"),
        ("arl", "cor", "event"),
        ("bor", "cor", "event"),
    }


CLIQUES = [
    [f"{side}-{number}" for number in range(5)] for side in ("east", "west")
]  # fmt: skip


@pytest.fixture(scope="module")
def cliques(engine: Database) -> Iterator[Database]:
    """Two circles in which everybody meets everybody, and one meeting between them."""
    engine.run(EMPTY)
    meetings = [did("CONSULT", [a], [b]) for circle in CLIQUES for a, b in combinations(circle, 2)]
    load(engine, entries([article(), *meetings, did("CONSULT", ["east-0"], ["west-0"])]), 100)
    yield engine
    engine.run(EMPTY)


@pytest.mark.parametrize("method", list(communities.METHODS))
def test_circles_are_communities(cliques: Database, method: str) -> None:
    answer = question(cliques, communities.LIST, method=method)
    assert [row["members"] for row in answer.rows] == CLIQUES
    assert [(row["community"], row["size"], row["edges"], row["claim_count"]) for row in answer.rows] == [
        (1, 5, 10, 10),
        (2, 5, 10, 10),
    ]
    assert answer.meta["method"] == method
    assert (answer.meta["nodes"], answer.meta["edges"], answer.meta["truncated"]) == (10, 21, False)
    assert question(cliques, communities.LIST, most_edges="3").meta["truncated"] is True
    assert question(cliques, communities.LIST, kinds="stance").rows == []


@pytest.mark.parametrize("measure", list(centrality.MEASURES))
def test_who_joins_the_circles_stands_in_the_middle(cliques: Database, measure: str) -> None:
    answer = question(cliques, centrality.LIST, measure=measure, actors="east-0,east-1,east-2,west-0")
    first = answer.rows[0]
    assert (first["rank"], len(first["claims"])) == (1, first["edges"])
    middle = {"pagerank": "east-2", "degree": "east-0", "betweenness": "east-0", "eigenvector": "east-0"}
    assert first["id"] == middle[measure]
    scores = [row["score"] for row in answer.rows]
    assert scores == sorted(scores, reverse=True)
    assert answer.meta["measure"] == measure


def test_pagerank_is_that_of_the_matrix() -> None:
    graph: nx.DiGraph = nx.gnp_random_graph(30, 0.1, seed=1, directed=True)
    rng = random.Random(1)
    for _, _, tie in graph.edges(data=True):
        tie["weight"] = rng.randint(1, 9)
    ranks = pagerank(graph)
    vector = [ranks[node] for node in graph]
    assert sum(vector) == pytest.approx(1)
    assert list(vector @ nx.google_matrix(graph, alpha=0.85)) == pytest.approx(vector, abs=1e-6)


SAME = """
from service.queries.communities import communities
rows = [{"source": f"a{i % 17}", "target": f"b{i % 23}", "weight": i % 5 + 1, "claims": [[f"c{i}"]]} for i in range(300)]
for method in ("louvain", "greedy_modularity"):
    print(communities(rows, {"method": method, "most_edges": 5000}))
"""


def test_communities_are_the_same_in_every_process() -> None:
    """The order of a set of texts is not."""
    found = set()
    for seed in ("0", "1", "2"):
        environ = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", SAME], check=True, env=environ, capture_output=True, text=True
        )
        found.add(done.stdout)
    assert len(found) == 1
