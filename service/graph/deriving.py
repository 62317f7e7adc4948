"""The derived edges: a pure function of the rest, kept up with each load and rebuilt on request."""

from __future__ import annotations

import neo4j

from service.graph.connection import Database, run_in
from service.graph.statements import statement
from service.vocabulary.terms import event_types, vocabulary

NAMES = (
    "interacts",
    "leans",
    "contradicts_fact",
    "contradicts_stance",
    "contradicts_measure",
    "contradicts_relation",
    "same_happening",
)
STEP = 500


def derive(database: Database) -> int:
    """Rebuild every derived edge, some hundred facts a transaction; returns the number of facts."""
    facts = [row["id"] for row in database.read("MATCH (f:Fact) RETURN f.id AS id ORDER BY id")]
    for first in range(0, len(facts), STEP):
        part = facts[first : first + STEP]
        database.write(lambda tx, part=part: _derive(tx, part))  # type: ignore[misc]
    return len(facts)


def derive_around(tx: neo4j.ManagedTransaction, claims: list[str]) -> None:
    """Renew the derived edges of the facts that these claims state."""
    if claims:
        rows = run_in(
            tx,
            "UNWIND $ids AS id MATCH (:Claim {id: id})-[:STATES]->(f) RETURN DISTINCT f.id AS id",
            ids=claims,
        )
        _derive(tx, [row["id"] for row in rows])


def _derive(tx: neo4j.ManagedTransaction, facts: list[str]) -> None:
    scores, exclusive = _scores(), _exclusive()
    for name in NAMES:
        run_in(tx, statement(f"derive/{name}"), facts=facts, scores=scores, exclusive=exclusive)


def _scores() -> dict[str, float]:
    """PLOVER score by `TYPE` and `TYPE/mode`."""
    scores: dict[str, float] = {}
    for name, term in event_types().items():
        scores[name] = float(term.extra["score"])
        for mode, fields in term.extra.get("modes", {}).items():
            scores[f"{name}/{mode}"] = float(fields.get("score", scores[name]))
    return scores


def _exclusive() -> dict[str, list[str]]:
    """For each relation type with an exclusive end, the parts that only one fact may share at a time."""
    types = vocabulary("relation_types").items()
    return {name: list(term.extra["exclusive"]) for name, term in types if term.extra["exclusive"]}
