"""The derived edges: a pure function of the rest, kept up with each load and rebuilt on request."""

from __future__ import annotations

import neo4j

from service.graph.connection import Database, now
from service.graph.statements import write_in
from service.vocabulary.terms import event_score, event_types

# Each derived edge hangs on facts of these kinds.
DERIVED = {
    "interacts": ("event",),
    "leans": ("stance",),
    "contradicts_fact": ("event", "stance", "relation", "measure"),
    "contradicts_stance": ("stance",),
    "contradicts_measure": ("measure",),
    "contradicts_relation": ("relation",),
    "same_happening": ("event",),
}
STEP = 500


def derive(database: Database) -> int:
    """Rebuild every derived edge, some hundred facts a transaction; returns the number of facts."""
    facts = [row["id"] for row in database.read("MATCH (f:Fact) RETURN f.id AS id ORDER BY id")]
    for first in range(0, len(facts), STEP):
        part = facts[first : first + STEP]
        database.write(lambda tx, part=part: _rebuild(tx, part))  # type: ignore[misc]
    # If a newer version derives otherwise than the one that loaded, old answers must not stay.
    database.write(lambda tx: write_in(tx, "load/touch", recorded_at=now()))
    return len(facts)


def _rebuild(tx: neo4j.ManagedTransaction, facts: list[str]) -> None:
    """Behind the writers' lock: a load at the same time would create an edge of these facts once more."""
    write_in(tx, "load/begin")
    _derive(tx, facts)


def derive_around(tx: neo4j.ManagedTransaction, facts: set[str], claims: list[str]) -> None:
    """Renew the derived edges of these facts and of those that these claims state."""
    stated = write_in(tx, "load/facts_stated", ids=claims) if claims else []
    _derive(tx, sorted(facts.union(row["id"] for row in stated)))


def _derive(tx: neo4j.ManagedTransaction, facts: list[str]) -> None:
    scores = _scores()
    for name, kinds in DERIVED.items():
        own = [id_ for id_ in facts if id_.startswith(kinds)]
        if own:
            write_in(tx, f"derive/{name}", facts=own, scores=scores)


def _scores() -> dict[str, float]:
    """PLOVER score by `TYPE` and `TYPE/mode`."""
    scores: dict[str, float] = {}
    for name, term in event_types().items():
        scores[name] = event_score(name)
        scores |= {f"{name}/{mode}": event_score(name, mode) for mode in term.extra.get("modes", {})}
    return scores
