"""The small fictional world as it grows: five loads, each at its time, of all that a record goes through."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from service.claims.identity import article_id
from service.claims.model import Claim, Entry
from tests.graph.small_world import BLAME, CLOSURE, MEETING, OFFICE, PRAISE, RECORDS, article, claim, entries

EARLY = entries()
CLAIMS = {
    (entry.record.fact.kind, entry.record.properties["affirmed"]): entry.record
    for entry in EARLY
    if isinstance(entry.record, Claim)
}


def fact(kind: str, affirmed: bool = True) -> str:
    """The id of an early fact."""
    return CLAIMS[kind, affirmed].fact.id


def first_claim(kind: str) -> str:
    """The id of the early claim that states it."""
    return CLAIMS[kind, True].id


TURNOVER = {"indicator": "trade_turnover", "of": "arl", "with": "bor", "period": "2023"}
REVIEW = {
    "record": "review",
    "claim": first_claim("stance"),
    "status": "rejected",
    "reviewer": "a.reader",
    "reason": "a misreading",
    "reviewed_at": "2024-06-02",
}


def did(type_: str, mode: str, who: str, whom: str, date: str) -> dict[str, Any]:
    event = {"type": type_, "mode": mode, "initiators": [who], "recipients": [whom], "date": date}
    return claim("event", event)


def tied(type_: str, subject: str, to: str, since: str, **more: Any) -> dict[str, Any]:
    relation = {"type": type_, "subject": subject, "object": {"actor": to}, "since": since, **more}
    return claim("relation", relation)


def stands(holder: str, position: str, topic: str, since: str, sentence: int = 1) -> dict[str, Any]:
    stance = {"holders": [holder], "position": position, "target": {"topic": topic}, "since": since}
    return claim("stance", stance, sentence)


THIRD = article("https://third.example/more", outlet="third-news", credits=[], published_on="2024-04-01")
LATER: list[dict[str, Any]] = [
    THIRD,
    claim("event", MEETING),
    claim("event", {**CLOSURE, "date": "2024-03-20", "place": "port-arl"}),
    did("CONSULT", "visit", "cor", "arl", "2024-03-21"),
    did("COERCE", "restrict", "ann-envoy", "bor", "2024-03-25"),
    did("CONSULT", "visit", "bor", "arl", "2024-04-01"),
    tied("member_of", "arl", "league", "2020"),
    tied("member_of", "cor", "league", "2021"),
    tied("sanctions", "arl", "bor", "2024-03-22", title="Port List"),
    tied("holds_office", "ann-envoy", "arl", "2023-01-01", title="Envoy", speaks_for=True),
    claim("stance", {**BLAME, "since": "2024-03-28", "topics": ["ports"]}, speakers=["cor"]),
    claim("stance", {**PRAISE, "since": "2024-03-02", "topics": ["ports"]}),
    stands("cor", "supports", "fishing", "2024-02-01"),
    stands("cor", "opposes", "fishing", "2024-03-30", 2),
    stands("arl", "opposes", "fishing", "2024-02-11"),
    stands("bor", "opposes", "fishing", "2024-02-12"),
    claim("measure", {**TURNOVER, "value": 14.0}, speakers=["bor"]),
]
NAMED = [
    {"record": "actor", "id": "cor", "kind": "country", "name": "Corland"},
    {"record": "actor", "id": "league", "kind": "organization", "name": "The League"},
    {"record": "topic", "id": "fishing", "name": "Fishing"},
]
JUDGED = {
    "record": "merge",
    "merged": "cor",
    "kept": "bor",
    "judgement": "different",
    "judge": "a.reader",
    "reason": "two countries",
    "decided_at": "2024-06-02",
}
REVISED = [
    article(revised_at="2024-05-06"),
    *RECORDS[1:4],
    claim("event", MEETING),
    claim("relation", OFFICE),
    claim("measure", {**TURNOVER, "value": 13.0}),
]
WITHDRAWN = [{"record": "retraction", "article": "https://other.example/ports", "reason": "withdrawn"}]
LOADS: list[tuple[datetime, list[Entry]]] = [
    (datetime(2025, 1, month, tzinfo=UTC), entries(records))
    for month, records in enumerate(
        ([*RECORDS, *NAMED], LATER, [REVIEW, JUDGED], REVISED, WITHDRAWN), start=1
    )
]
# What each name of an argument stands for here; a question's own come first.
ARGUMENTS: dict[str, Any] = {
    "a": "arl",
    "b": "bor",
    "actors": "arl,bor,cor",
    "holder": "arl",
    "target": "bor",
    "holders": "arl,bor,cor",
    "targets": "arl,bor",
    "topic": "fishing",
    "q": "arland",
    "queries": {"one": {"name": "Arland"}, "two": {"name": "Corland", "kind": "country"}},
    "prefix": "arl",
    "ids": "arl,cor",
}
IDS = {
    "actors": "arl",
    "claims": first_claim("event"),
    "events": fact("event"),
    "topics": "fishing",
    "articles": article_id("https://news.example/talks"),
    "outlets": "example-news",
    "datasets": "dataset-trade-table",
}
OWN: dict[str, list[dict[str, Any]]] = {
    "paths/list": [{"from": "cor", "to": "bor"}],
    "stances/matrix": [{"holders": "arl,bor,cor", "targets": "arl,bor"}],
}
