"""PageRank by power iteration; networkx has it for numpy and scipy only, which the service does without."""

from __future__ import annotations

from collections.abc import Iterable
from operator import mul, sub

DAMPING = 0.85
CLOSE = 1e-9
MOST_ROUNDS = 200


def pagerank(nodes: int, edges: Iterable[tuple[int, int, int]]) -> list[float]:
    """The share of time that a reader who follows edges by their weight spends at each node, by number."""
    share = 1 / nodes
    out = [0] * nodes
    into: list[list[tuple[int, int]]] = [[] for _ in range(nodes)]
    for source, target, weight in edges:
        out[source] += weight
        into[target].append((source, weight))
    # Who points at nobody hands on to all.
    idle = [node for node in range(nodes) if not out[node]]
    given = [
        (target, [source for source, _ in ties], [DAMPING * weight / out[source] for source, weight in ties])
        for target, ties in enumerate(into)
        if ties
    ]
    ranks = [share] * nodes
    for _ in range(MOST_ROUNDS):
        rest = (1 - DAMPING) * share + DAMPING * share * sum(ranks[node] for node in idle)
        fresh = [rest] * nodes
        for target, sources, parts in given:
            fresh[target] += sum(map(mul, map(ranks.__getitem__, sources), parts))
        moved = sum(map(abs, map(sub, fresh, ranks)))
        ranks = fresh
        if moved < CLOSE:
            break
    return ranks
