"""A small fictional world of every kind of tie, and how the graph of it is asked for."""

from __future__ import annotations

from typing import Any

from tests.graph.small_world import article, claim


def did(type_: str, who: list[str], whom: list[str], date: str | None = None) -> dict[str, Any]:
    return claim("event", {"type": type_, "initiators": who, "recipients": whom, "date": date})


def stands(who: list[str], position: str, whom: str, since: str) -> dict[str, Any]:
    return claim("stance", {"holders": who, "position": position, "target": {"actor": whom}, "since": since})


def tied(type_: str, who: str, whom: str, **more: Any) -> dict[str, Any]:
    return claim("relation", {"type": type_, "subject": who, "object": {"actor": whom}, **more})


WORLD = [
    article(),
    *(did("CONSULT", ["arl"], ["bor"], f"2024-03-{day:02}") for day in range(1, 29)),
    did("AID", ["bor"], ["arl"], "2024-05-01"),
    stands(["arl"], "praises", "cor", "2024-01-10"),
    tied("allied_with", "cor", "bor", since="2020", until="2022"),
    did("SANCTION", ["arl", "dor"], ["eel"], "2024-02-02"),
    tied("rival_of", "eel", "bor", since="2019"),
    tied(
        "holds_office", "ann", "arl", title="Envoy", speaks_for=True, since="2024-01-01", until="2024-06-30"
    ),
    did("ACCUSE", ["ann"], ["bor"], "2024-04-04"),
    did("ACCUSE", ["ann"], ["bor"], "2024-07-07"),
    claim(
        "measure",
        {"indicator": "exports", "value": 3.0, "of": "bor", "with": "eel", "period": "2023"},
    ),
]
