"""The question which actors stand in the middle of the graph."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from typing import Any

from marshmallow import Schema, fields

from service.graph.connection import Row
from service.queries.arguments import Choice
from service.queries.contract import Query
from service.queries.networks import Edge, Ties, WholeGraph, edges_of, first_claims, of_the_graph

Scores = list[float]


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
    found: Scores = ties.directed().pagerank(damping=0.85, weights="weight", implementation="arpack")
    return found


def _degree(ties: Ties) -> Scores:
    share = 1 / (len(ties.ids) - 1)
    return [others * share for others in ties.either_way().degree()]


def _betweenness(ties: Ties) -> Scores:
    pairs = (len(ties.ids) - 1) * (len(ties.ids) - 2) / 2
    return [share / pairs if pairs else 0.0 for share in ties.either_way().betweenness(directed=False)]


def _eigenvector(ties: Ties) -> Scores:
    # That actors apart from the others get 0 is what `method` says.
    warnings.filterwarnings("ignore", "Some eigenvector centralities are nearly zero", RuntimeWarning)
    found: Scores = ties.either_way().eigenvector_centrality(weights="weight")
    return found


MEASURES: dict[str, tuple[Callable[[Ties], Scores], str]] = {
    "pagerank": (_pagerank, "PageRank, damping 0.85, along the direction of the facts, by their number"),
    "degree": (_degree, "share of the other actors that it has an edge with"),
    "betweenness": (
        _betweenness,
        "share of the shortest paths between others that pass through it, fewest edges, no direction",
    ),
    "eigenvector": (
        _eigenvector,
        "eigenvector centrality, the highest 1, no direction, by the number of facts; 0 for those apart",
    ),
}


def centrality(rows: list[Row], own: Mapping[str, Any]) -> list[Row]:
    """Every actor of the graph; those with one score have one rank."""
    taken = edges_of(rows, own)
    if not taken:
        return []
    ties = Ties(taken)
    scores = {ties.ids[node]: round(score, 6) for node, score in enumerate(MEASURES[own["measure"]][0](ties))}
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
    adds_up=True,
)
