"""Networks, communities and centrality, on worlds small enough to know the answer of."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import networkx as nx
import pytest

from service.graph.connection import Database
from service.graph.loading import load
from service.queries import centrality, communities, network
from service.queries.answers import Answer
from tests.asking import question, wipe
from tests.graph.small_world import article, entries
from tests.graph.tied_world import did


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
        ("bor", "cor", "relation"): 1,
        ("arl", "eel", "event"): 1,
        ("dor", "eel", "event"): 1,
        ("bor", "eel", "relation"): 1,
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


CLIQUES = [
    [f"{side}-{number}" for number in range(5)] for side in ("east", "west")
]  # fmt: skip


@pytest.fixture(scope="module")
def cliques(engine: Database) -> Iterator[Database]:
    """Two circles in which everybody meets everybody, and one meeting between them."""
    wipe(engine)
    meetings = [did("CONSULT", [a], [b]) for circle in CLIQUES for a, b in combinations(circle, 2)]
    load(engine, entries([article(), *meetings, did("CONSULT", ["east-0"], ["west-0"])]), 100)
    yield engine
    wipe(engine)


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


def test_the_measures_are_those_of_networkx() -> None:
    graph: nx.DiGraph = nx.gnp_random_graph(30, 0.1, seed=1, directed=True)
    rng = random.Random(1)  # noqa: S311
    for _, _, tie in graph.edges(data=True):
        tie["weight"] = rng.randint(1, 9)
    name = "a{:02}".format
    edges = [[name(one), name(other), tie, ["c"], [1]] for one, other, tie in graph.edges(data="weight")]
    rows = [{"edges": edges, "names": []}]
    either: nx.Graph = nx.Graph()
    for one, other, tie in graph.edges(data="weight"):
        either.add_edge(one, other, weight=tie + either.get_edge_data(one, other, {"weight": 0})["weight"])

    def scores(measure: str) -> dict[int, float]:
        ranked = centrality.centrality(rows, {"measure": measure, "most_edges": 5000})
        return {int(row["id"][1:]): row["score"] for row in ranked}

    vector = [score for _, score in sorted(scores("pagerank").items())]
    assert sum(vector) == pytest.approx(1, abs=1e-5)
    assert list(vector @ nx.google_matrix(graph, alpha=0.85)) == pytest.approx(vector, abs=1e-5)
    assert scores("betweenness") == pytest.approx(nx.betweenness_centrality(either), abs=1e-6)
    assert scores("degree") == pytest.approx(nx.degree_centrality(either), abs=1e-6)
    powers = nx.eigenvector_centrality(either, max_iter=2000, weight="weight")
    highest = max(powers.values())
    assert scores("eigenvector") == pytest.approx(
        {node: power / highest for node, power in powers.items()}, abs=1e-4
    )


SAME = """
from service.queries.communities import communities
rows = [{"edges": [[f"a{i % 17}", f"b{i % 23}", i % 5 + 1, [f"c{i}"], [1]] for i in range(300)]}]
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
