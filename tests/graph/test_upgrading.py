"""A graph of an older schema gets what the newer one adds, from the claims that it holds."""

from __future__ import annotations

import pytest

from service.graph.connection import Database
from service.graph.digest import digest
from service.graph.loading import load
from service.graph.migrations import migrate
from tests.graph.small_world import entries

BEFORE = {
    "0004_standings": (
        "MATCH ()-[told:STATES]->() SET told = {affirmed: told.affirmed}",
        "MATCH ()-[office:SPEAKS_FOR]->() DELETE office",
        "MATCH (c:Claim) REMOVE c.loaded_as",
        "MATCH (r:Revision) REMOVE r.public_on",
        "MATCH (e:Event) REMOVE e.score, e.quad",
    ),
    "0005_ranking": (
        "MATCH ()-[from:FROM]->() REMOVE from.record",
        "MATCH (f:Fact) REMOVE f.weight, f.claim_count, f.first_claim",
        "MATCH ()-[l:LEANS]->() SET l = {stances: l.stances, polarity: 0.5, derived: true}",
        "MATCH (a:Actor), (b:Topic) WITH a, b LIMIT 1 CREATE (a)-[:LEANS {stances: 1, derived: true}]->(b)",
    ),
    "0006_shortcuts": (
        "MATCH (f:Fact) REMOVE f.first_affirmation",
        "MATCH (a:Actor) WHERE a.name IS NOT NULL SET a.names = tail(a.names)",
    ),
    "0007_terms": (
        "MATCH (x:Event|Stance) WHERE x.weight IS NOT NULL SET x.weight = x.weight / 1e9",
        "MATCH ()-[l:LEANS]->() REMOVE l.weights, l.values, l.starts, l.ends, l.claim_counts, l.first_claims",
        "MATCH ()-[l:LEANS]->() REMOVE l.until",
    ),
}


@pytest.mark.parametrize("schema", BEFORE)
def test_what_a_newer_schema_adds_follows_for_claims_that_were_loaded_before(
    database: Database, schema: str
) -> None:
    load(database, entries(), 100)
    expected = digest(database)
    missing = [name for name in BEFORE if name >= schema]
    database.run("MATCH (m:Migration) WHERE m.name IN $names DELETE m", {"names": missing})
    for name in missing:
        for statement in BEFORE[name]:
            database.run(statement)
    assert digest(database) != expected
    assert migrate(database) == missing
    assert digest(database) == expected
    assert migrate(database) == []
