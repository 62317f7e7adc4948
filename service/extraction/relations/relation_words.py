"""The tables of relation_words.toml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from service.extraction.word_lists import toml_table


def words() -> Mapping[str, Any]:
    """The whole file, as its comments describe it."""
    return toml_table("relations", "relation_words.toml")


@cache
def ended() -> frozenset[str]:
    """The words before a title or tie that say that it is no more."""
    return frozenset(words()["titles"]["ended"])


@cache
def by_word(table: str, column: str) -> Mapping[str, tuple[Mapping[str, Any], ...]]:
    """The entries of a table by the last word of each of their nouns, verbs or words."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for entry in words()[table]:
        for word in entry[column]:
            found.setdefault(word.split("+")[-1], []).append(entry)
    return {word: tuple({id(entry): entry for entry in entries}.values()) for word, entries in found.items()}
