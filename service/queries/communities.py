"""The question which actors keep to each other, and what it shares with the one who stands in the middle."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from threading import Lock
from typing import Any

from marshmallow import Schema, fields

from service.graph.connection import Row
from service.queries.arguments import Choice
from service.queries.contract import Query
from service.queries.networks import SEED, Edge, Ties, WholeGraph, edges_of, first_claims, of_the_graph


class CommunityFilter(WholeGraph):
    """Among whom, through what, and how they are found."""

    method = Choice(
        "louvain",
        "greedy_modularity",
        load_default="louvain",
        metadata={"description": "louvain or greedy_modularity."},
    )


class CommunityRow(Schema):
    """A community and the claims on which the edges within it rest."""

    community = fields.Integer()
    size = fields.Integer()
    members = fields.List(fields.String())
    edges = fields.Integer()
    claims = fields.List(fields.String())
    claim_count = fields.Integer()


def _louvain(ties: Ties) -> list[list[int]]:
    from igraph import set_random_number_generator  # noqa: PLC0415

    # The generator is one for the whole process: another thread would draw from it in between.
    with ONE_AT_A_TIME:
        set_random_number_generator(Random(SEED))  # noqa: S311 - for the order of nodes
        return list(ties.either_way().community_multilevel(weights="weight"))


def _greedy_modularity(ties: Ties) -> list[list[int]]:
    return list(ties.either_way().community_fastgreedy(weights="weight").as_clustering())


ONE_AT_A_TIME = Lock()
METHODS: dict[str, Callable[[Ties], list[list[int]]]] = {
    "louvain": _louvain,
    "greedy_modularity": _greedy_modularity,
}


def communities(rows: list[Row], own: Mapping[str, Any]) -> list[Row]:
    """The communities, the largest first; of one size, the one whose first member comes first."""
    edges = edges_of(rows, own)
    if not edges:
        return []
    ties = Ties(edges)
    found = METHODS[own["method"]](ties)
    named = sorted(
        (sorted(ties.ids[node] for node in one) for one in found), key=lambda ids: (-len(ids), ids)
    )
    home = {id_: number for number, ids in enumerate(named) for id_ in ids}
    within: list[list[Edge]] = [[] for _ in named]
    for edge in edges:
        if home[edge[0]] == home[edge[1]]:
            within[home[edge[0]]].append(edge)
    return [
        {
            "community": number,
            "size": len(ids),
            "members": ids,
            "edges": len(inner),
            **first_claims(inner),
        }
        for number, (ids, inner) in enumerate(zip(named, within, strict=True), start=1)
    ]


def explained(own: Mapping[str, Any]) -> dict[str, Any]:
    """How the communities are found."""
    seed = {"seed": SEED} if own["method"] == "louvain" else {}
    return {"method": own["method"], **seed, "weight": "number of facts", "direction": "ignored"}


LIST = Query(
    "communities/list",
    CommunityFilter,
    CommunityRow,
    finish=communities,
    meta=explained,
    tally=of_the_graph,
    adds_up=True,
)
