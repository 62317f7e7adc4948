"""A walk by cursor while others write: what was there at first comes once, nothing comes twice."""

from __future__ import annotations

from typing import Any

import pytest

from service.graph.connection import Database
from service.graph.loading import load
from service.queries import actors, articles, claims, events, stances
from service.queries.checking import checked
from service.queries.contract import Query, ask
from tests.graph.small_world import article, claim, entries

LISTS = (actors.LIST, articles.LIST, claims.LIST, events.LIST, stances.LIST)


def told(number: int) -> list[dict[str, Any]]:
    """An article on a day of its own, before and after those of other numbers, with an event and a stance."""
    date = f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}"
    who, whom = f"land-{number}", f"land-{number + 1}"
    event = {"type": "AID", "initiators": [who], "recipients": [whom], "date": date}
    stance = {"holders": [who], "position": "praises", "target": {"actor": whom}, "since": date}
    header = article(f"https://news.example/{number}", published_on=date)
    return [header, claim("event", event, said_on=date), claim("stance", stance, said_on=date)]


@pytest.mark.parametrize("query", LISTS, ids=[query.name for query in LISTS])
def test_a_walk_during_writes_loses_and_repeats_nothing(database: Database, query: Query) -> None:
    load(database, entries([record for number in range(0, 60, 2) for record in told(number)]), 100)
    there = {row["id"] for row in ask(database, query, checked(query, {"limit": "500"})).rows}
    assert len(there) >= 30
    walked: list[str] = []
    given: dict[str, str] = {"limit": "7"}
    number = 1
    while True:
        answer = ask(database, query, checked(query, given))
        walked += [row["id"] for row in answer.rows]
        if answer.next is None:
            break
        given["cursor"] = answer.next
        load(database, entries([record for n in range(number, number + 6, 2) for record in told(n)]), 100)
        number += 6
    assert len(walked) == len(set(walked))
    assert there <= set(walked)
    assert number > 12
