"""The tables of relation_words.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words() -> Mapping[str, Any]:
    """The whole file, as its comments describe it."""
    return tomllib.loads((files("service.extraction.relations") / "relation_words.toml").read_text("utf-8"))


@cache
def by_word(table: str, column: str) -> Mapping[str, tuple[Mapping[str, Any], ...]]:
    """The entries of a table by the last word of each of their nouns, verbs or words."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for entry in words()[table]:
        for word in entry[column]:
            found.setdefault(word.split("+")[-1], []).append(entry)
    return {word: tuple({id(entry): entry for entry in entries}.values()) for word, entries in found.items()}
