"""The question which actors stand in the middle of the graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from marshmallow import Schema, fields

from service.errors import Fault, InvalidInput
from service.graph.connection import Row
from service.queries.arguments import Choice
from service.queries.contract import Query
from service.queries.networks import SEED, Edge, Ties, WholeGraph, edges_of, first_claims, of_the_graph
from service.queries.ranking import pagerank

# Shortest paths from so many actors: from all of them would take a large graph minutes.
PIVOTS = 100
Scores = dict[int, float]


class CentralityFilter(WholeGraph):
    """Among whom, through what, and how it is measured."""

    measure = Choice(
        "pagerank",
        "degree",
        "betweenness",
        "eigenvector",
        load_default="pagerank",
        metadata={"description": "pagerank, degree, betweenness or eigenvector; see meta.method."},
    )


class CentralityRow(Schema):
    """An actor, its score, and the claims on which its edges rest."""

    rank = fields.Integer()
    id = fields.String()
    name = fields.String()
    score = fields.Float()
    edges = fields.Integer()
    claims = fields.List(fields.String())
    claim_count = fields.Integer()


def _pagerank(ties: Ties) -> Scores:
    return dict(enumerate(pagerank(len(ties.ids), ties.directed)))


def _degree(ties: Ties) -> Scores:
    share = 1 / (len(ties.ids) - 1)
    return {node: len(others) * share for node, others in enumerate(ties.near)}


def _betweenness(ties: Ties) -> Scores:
    from networkx import betweenness_centrality  # noqa: PLC0415

    pivots = min(PIVOTS, len(ties.ids))
    return dict(betweenness_centrality(ties.graph, k=pivots, seed=SEED))


def _eigenvector(ties: Ties) -> Scores:
    from networkx import PowerIterationFailedConvergence, eigenvector_centrality  # noqa: PLC0415

    try:
        return dict(eigenvector_centrality(ties.graph, max_iter=2000, weight="weight"))
    except PowerIterationFailedConvergence:
        fault = Fault("query", "measure", "does not converge on this graph", ("pagerank", "degree"))
        raise InvalidInput("no eigenvector centrality of this graph", [fault]) from None


MEASURES: dict[str, tuple[Callable[[Ties], Scores], str]] = {
    "pagerank": (_pagerank, "PageRank, damping 0.85, along the direction of the facts, by their number"),
    "degree": (_degree, "share of the other actors that it has an edge with"),
    "betweenness": (
        _betweenness,
        f"share of the shortest paths between others that pass through it, fewest edges, no direction; "
        f"of a graph of more than {PIVOTS} actors estimated from {PIVOTS} of them, seed {SEED}",
    ),
    "eigenvector": (_eigenvector, "eigenvector centrality, no direction, by the number of facts"),
}


def centrality(rows: list[Row], own: Mapping[str, Any]) -> list[Row]:
    """Every actor of the graph; those with one score have one rank."""
    taken = edges_of(rows, own)
    if not taken:
        return []
    ties = Ties(taken)
    scores = {ties.ids[node]: round(score, 6) for node, score in MEASURES[own["measure"]][0](ties).items()}
    names = dict(rows[0]["names"])
    edges: dict[str, list[Edge]] = {id_: [] for id_ in scores}
    for edge in taken:
        edges[edge[0]].append(edge)
        edges[edge[1]].append(edge)
    ranks: dict[float, int] = {}
    made = []
    for place, id_ in enumerate(sorted(scores, key=lambda id_: (-scores[id_], id_)), start=1):
        rank = ranks.setdefault(scores[id_], place)
        own_edges = {"edges": len(edges[id_]), **first_claims(edges[id_])}
        made.append({"rank": rank, "id": id_, "name": names.get(id_, id_), "score": scores[id_], **own_edges})
    return made


def explained(own: Mapping[str, Any]) -> dict[str, Any]:
    """How the score is made."""
    return {"measure": own["measure"], "method": MEASURES[own["measure"]][1]}


LIST = Query(
    "centrality/list",
    CentralityFilter,
    CentralityRow,
    finish=centrality,
    meta=explained,
    tally=of_the_graph,
)
