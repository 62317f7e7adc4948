"""Small graphs emptied, loaded at a time of one's own and asked; and a service asked over HTTP."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import httpx

from service.claims.model import Claim
from service.graph.connection import Database
from service.graph.loading import load
from service.queries.answers import Answer
from service.queries.checking import checked
from service.queries.contract import Query, ask
from tests.graph.small_world import entries

EMPTY = "MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"
JANUARY, FEBRUARY, MARCH = (datetime(2025, month, 1, tzinfo=UTC) for month in (1, 2, 3))


def wipe(database: Database) -> None:
    """Delete all but the schema."""
    database.run(EMPTY)


def loaded(database: Database, records: list[dict[str, Any]], time: datetime = JANUARY) -> list[str]:
    """Load the records at a time; the ids of their claims, in order."""
    made = entries(records)
    load(database, made, 100, clock=lambda: time)
    return [entry.record.id for entry in made if isinstance(entry.record, Claim)]


def question(database: Database, query: Query, **given: Any) -> Answer:
    """The answer to a question whose arguments are as an address gives them."""
    return ask(database, query, checked(query, given))


def rows(database: Database, query: Query, **given: Any) -> list[dict[str, Any]]:
    """The rows of its first page."""
    return question(database, query, **given).rows


def data(client: httpx.Client, path: str, **parameters: Any) -> Any:
    """What a service answers at an address, without its envelope."""
    answer = client.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()["data"]
