"""A graph gives back the records that made it."""

from __future__ import annotations

import orjson

from service.cli.bundled import bundled_files
from service.graph.connection import Database
from service.graph.digest import digest
from service.graph.loading import load
from service.graph.records_of import records_of
from service.sources.checked import checked
from tests.asking import wipe
from tests.graph.small_world import entries
from tests.graph.test_judgements import judged_world


def again(database: Database) -> str:
    """The digest of a graph loaded from what the database gives back."""
    records = [orjson.loads(orjson.dumps(record)) for record in records_of(database)]
    wipe(database)
    load(database, entries(records), 500)
    return digest(database)


def test_records_with_judgements_come_back(database: Database) -> None:
    retraction = {"record": "retraction", "article": "https://other.example/ports", "reason": "withdrawn"}
    load(database, [*judged_world(), *entries([retraction])], 100)
    expected = digest(database)
    assert again(database) == expected


def test_the_bundled_claims_come_back(database: Database) -> None:
    with checked(tuple(map(str, bundled_files()))) as read:
        load(database, read.entries(), 1000)
    expected = digest(database)
    assert again(database) == expected
