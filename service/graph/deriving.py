"""Derived edges and weights of facts: a pure function of the rest, renewed by loads, rebuilt on request."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

import neo4j

from service.graph.connection import Database, now
from service.graph.settling import settle_claims
from service.graph.standings import FOREVER
from service.graph.statements import write_in
from service.vocabulary.terms import event_score, event_types, quad_class

Rebuild = Callable[[neo4j.ManagedTransaction, list[str]], None]
Part = tuple[Rebuild, list[str]]
Follow = Callable[[Sequence[Part]], Iterable[Part]]
IDS = "MATCH (n:Claim|Fact) WHERE $label IN labels(n) RETURN n.id AS id ORDER BY id"

# What is derived, each from facts of these kinds and after what stands above it.
DERIVED = {
    "scales": ("event",),
    "speaks_for": ("relation",),
    "interacts": ("event",),
    "weights": ("event", "stance", "relation", "measure"),
    "leans": ("event", "stance"),
    "contradicts_fact": ("event", "stance", "relation", "measure"),
    "contradicts_stance": ("stance",),
    "contradicts_measure": ("measure",),
    "contradicts_relation": ("relation",),
    "same_happening": ("event",),
}
# The settings of a stance score where a question names none. The files that score compare with the same
# numbers: only with these is what is kept at LEANS the answer.
HALF_LIFE_DAYS, EVENT_WEIGHT = 365.0, 0.5
SCORING = {"half_life_days": HALF_LIFE_DAYS, "event_weight": EVENT_WEIGHT, "forever": FOREVER}
STEP = 500


def derive(database: Database, follow: Follow = iter) -> int:
    """Rebuild the standings of claims and every derived edge, some hundred a transaction.

    `follow` gives the parts of the work back as they are wanted, for whoever shows how far it is. Returns the
    number of facts.
    """
    claims, facts = (
        [row["id"] for row in database.read(IDS, {"label": label})] for label in ("Claim", "Fact")
    )
    parts: list[Part] = [
        (rebuild, ids[first : first + STEP])
        for rebuild, ids in ((_settle, claims), (_derive, facts))
        for first in range(0, len(ids), STEP)
    ]
    for rebuild, ids in follow(parts):
        database.write(lambda tx, rebuild=rebuild, ids=ids: _behind_lock(tx, rebuild, ids))  # type: ignore[misc]
    # If a newer version derives otherwise than the one that loaded, old answers must not stay.
    database.write(lambda tx: write_in(tx, "load/touch", recorded_at=now()))
    return len(facts)


def _behind_lock(tx: neo4j.ManagedTransaction, rebuild: Rebuild, ids: list[str]) -> None:
    """A load at the same time would create an edge of these once more."""
    write_in(tx, "load/begin")
    rebuild(tx, ids)


def _settle(tx: neo4j.ManagedTransaction, claims: list[str]) -> None:
    settle_claims(tx, dict.fromkeys(claims))


def derive_around(tx: neo4j.ManagedTransaction, facts: set[str], claims: list[str], actors: set[str]) -> None:
    """Renew the derived edges of these facts, of what these claims state, and around these actors."""
    stated = write_in(tx, "load/facts_stated", ids=claims) if claims else []
    around = write_in(tx, "load/facts_around", ids=sorted(actors)) if actors else []
    _derive(tx, sorted(facts.union(row["id"] for row in (*stated, *around))))


def _derive(tx: neo4j.ManagedTransaction, facts: list[str]) -> None:
    for name, kinds in DERIVED.items():
        own = [id_ for id_ in facts if id_.startswith(kinds)]
        if own:
            write_in(tx, f"derive/{name}", facts=own, scores=_scores(), quads=_quads(), **SCORING)


@cache
def _scores() -> dict[str, float]:
    """PLOVER score by `TYPE` and `TYPE/mode`."""
    scores: dict[str, float] = {}
    for name, term in event_types().items():
        scores[name] = event_score(name)
        scores |= {f"{name}/{mode}": event_score(name, mode) for mode in term.extra.get("modes", {})}
    return scores


@cache
def _quads() -> dict[str, int]:
    return {name: quad_class(name) for name in event_types()}
