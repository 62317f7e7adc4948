"""PageRank by power iteration; networkx has it for numpy and scipy only, which the service does without."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

DAMPING = 0.85
CLOSE = 1e-9
MOST_ROUNDS = 200


def pagerank(graph: nx.DiGraph) -> dict[int, float]:
    """The share of time that a reader who follows edges by their weight spends at each node."""
    share = 1 / len(graph)
    out = {node: sum(tie["weight"] for tie in graph.adj[node].values()) for node in graph}
    ranks = dict.fromkeys(graph, share)
    for _ in range(MOST_ROUNDS):
        # Who points at nobody hands on to all.
        lost = sum(ranks[node] for node in graph if not out[node])
        fresh = dict.fromkeys(graph, (1 - DAMPING) * share + DAMPING * lost * share)
        for node, ties in graph.adjacency():
            for other, tie in ties.items():
                fresh[other] += DAMPING * ranks[node] * tie["weight"] / out[node]
        moved = sum(abs(fresh[node] - ranks[node]) for node in graph)
        ranks = fresh
        if moved < CLOSE:
            break
    return ranks
