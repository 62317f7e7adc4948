"""Declarations of the actors that claims name, from the gazetteer, and of their topics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from service.extraction.names.gazetteer import gazetteer


def actor_named(name: str) -> str | None:
    """The id of the actor that has this name, None where none has."""
    namings = gazetteer().names.get(name.strip()) or gazetteer().names.get(name.strip().removeprefix("the "))
    return namings[0].entry.id if namings else None


def declarations_of(claims: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The records of all actors that claims name, by id."""
    ids = {text for claim in claims for text in _texts(claim)}
    declared = gazetteer().declared
    return [dict(declared[id_]) for id_ in sorted(ids & declared.keys())]


def topics_of(claims: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The records of all topics that claims are about, by id."""
    ids = {topic for claim in claims for topic in claim[claim["kind"]].get("topics", ())}
    return [{"record": "topic", "id": id_, "name": id_.replace("-", " ")} for id_ in sorted(ids)]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in ("evidence", "explanation"):
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
