"""The titles of offices as they are printed: "secretary of state", "deputy foreign minister"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from service.extraction.relations.relation_words import words

_LONGEST = 5
_SMALL = frozenset(("of", "the", "and", "for"))


@dataclass(frozen=True)
class Title:
    """A title at tokens `start` to `end`, and whether its holder speaks for the body."""

    text: str
    speaks: bool
    start: int
    end: int


@cache
def titles() -> Mapping[tuple[str, ...], bool]:
    """Titles as tuples of words, each with whether it speaks for its body."""
    table: Mapping[str, Any] = words()["titles"]
    found = {_split(title): True for title in table["speaking"]}
    return found | {_split(title): False for title in table["silent"]}


def _split(title: str) -> tuple[str, ...]:
    return tuple(title.replace("-", " - ").split())


@cache
def last_words() -> frozenset[str]:
    """The words with which titles end and the nouns that head them."""
    return frozenset(word for title in titles() for word in (title[-1], title[0]))


@cache
def _endings() -> frozenset[str]:
    return frozenset(title[-1] for title in titles())


def title_to(doc: Doc, end: int) -> Title | None:
    """The longest title that ends before a token, with "deputy" and the like."""
    if not end or doc[end - 1].lower_ not in _endings():
        return None
    for length in range(min(_LONGEST, end), 0, -1):
        start = end - length
        speaks = titles().get(tuple(token.lower_ for token in doc[start:end]))
        if speaks is None:
            continue
        while start and doc[start - 1].lower_ in words()["titles"]["prefixes"]:
            start -= 1
        return Title(_shown(doc, start, end), speaks, start, end)
    return None


def _shown(doc: Doc, start: int, end: int) -> str:
    capitals: Mapping[str, str] = words()["titles"]["capitals"]
    shown = [
        capitals.get(token.lower_)
        or (token.lower_ if token.lower_ in _SMALL else token.text[:1].upper() + token.text[1:])
        for token in doc[start:end]
    ]
    return " ".join(shown).replace(" - ", "-")


def title_around(token: Token) -> Title | None:
    """The longest title that ends with a token, or that it begins with "of": "secretary of state"."""
    doc = token.doc
    for end in range(min(token.i + 4, len(doc)), token.i, -1):
        title = title_to(doc, end)
        if title is not None and title.start <= token.i:
            return title
    return None
