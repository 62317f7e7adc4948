"""Fictional stances, in a table of which each row is a claim."""

from __future__ import annotations

from typing import Any

from tests.graph.small_world import article

Json = dict[str, Any]
HEADER: Json = {
    "record": "dataset",
    "id": "table",
    "title": "Table",
    "publisher": "Arland Press",
    "version": "1",
    "released_on": "2020-01-01",
    "licence": "CC0-1.0",
}
COUNTRIES: list[Json] = [
    {"record": "actor", "id": id_, "kind": "country", "name": id_.title()} for id_ in ("arl", "bor", "cer")
]
FISHING: Json = {"record": "topic", "id": "fishing", "name": "Fishing"}
OTHER = article("https://second.example/a", outlet="second", credits=[])


def row(number: int, kind: str, fact: Json, **more: Any) -> Json:
    """A claim of the table."""
    made = {"record": "claim", "kind": kind, "speech_act": "report", "method": "dataset", kind: fact}
    return {**made, "evidence": {"row": str(number)}, **more}


def stance(number: int, holder: str, position: str, target: Json, since: str, **more: Any) -> Json:
    """A stance of the table; `told` are members of its claim."""
    told = more.pop("told", {})
    body = {"holders": [holder], "position": position, "target": target, "since": since, **more}
    return row(number, "stance", body, **told)


def event(number: int, type_: str, day: str | None, told: Json | None = None) -> Json:
    """What Arland did to Borland, in the table."""
    body: Json = {"type": type_, "initiators": ["arl"], "recipients": ["bor"]}
    return row(number, "event", body if day is None else {**body, "date": day}, **(told or {}))


BOR, FISH = {"actor": "bor"}, {"topic": "fishing"}
