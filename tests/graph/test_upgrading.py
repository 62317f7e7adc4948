"""A graph of an older schema gets what the newer one adds, from the claims that it holds."""

from __future__ import annotations

from service.graph.connection import Database
from service.graph.digest import digest
from service.graph.loading import load
from service.graph.migrations import migrate
from tests.graph.small_world import entries

AS_BEFORE = (
    "MATCH (m:Migration {name: '0004_standings'}) DELETE m",
    "MATCH ()-[told:STATES]->() SET told = {affirmed: told.affirmed}",
    "MATCH ()-[office:SPEAKS_FOR]->() DELETE office",
    "MATCH (c:Claim) REMOVE c.loaded_as",
    "MATCH (r:Revision) REMOVE r.public_on",
    "MATCH (e:Event) REMOVE e.score, e.quad",
)


def test_standings_follow_for_claims_that_were_loaded_before_there_were_any(database: Database) -> None:
    load(database, entries(), 100)
    expected = digest(database)
    for statement in AS_BEFORE:
        database.run(statement)
    assert digest(database) != expected
    assert migrate(database) == ["0004_standings"]
    assert digest(database) == expected
    assert migrate(database) == []
