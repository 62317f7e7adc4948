"""How exactly a number is meant, by the words before and behind it: "at least", "or more"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spacy.tokens import Doc

from service.extraction.figures.figure_rules import lexicon
from service.extraction.word_lists import toml_table


def _words() -> Mapping[str, Any]:
    return toml_table("figures", "quantity_words.toml")


def before(doc: Doc, at: int) -> tuple[str, int]:
    """The comparator before a number, and where it begins."""
    if at and doc[at - 1].lower_ in ("a", "an", "the", "record") and at > 1:
        inner = before(doc, at - 1)
        return inner if inner[0] != "exact" else ("exact", at)
    for length in (3, 2, 1):
        if at >= length:
            known = _words()["before"].get(" ".join(token.lower_ for token in doc[at - length : at]))
            if known is not None:
                return known, at - length
    return "exact", at


def after(doc: Doc, at: int, limit: int, comparator: str) -> tuple[str, int]:
    """The comparator behind a number where none stood before it, and where it ends."""
    known = _words()["after"].get(" ".join(token.lower_ for token in doc[at : min(at + 2, limit)]))
    return (known, at + 2) if known is not None and comparator == "exact" else (comparator, at)


def compared(doc: Doc, at: int) -> str | None:
    """How a number stands to the one before it: "from" ("up from 5"), "like" ("compared with 5"), or not."""
    words = [token.lower_ for token in doc[max(0, at - 2) : at]]
    if len(words) == 2 and words[1] == "from" and words[0] in ("up", "down"):
        return "from"
    like = words[-1:] in (["against"], ["versus"]) or words in (["compared", "with"], ["compared", "to"])
    return "like" if like else None


def risen(doc: Doc, at: int) -> int | None:
    """Whether a percentage tells of a rise (1) or a fall (-1) of the figure before it: "5 billion, up 3"."""
    words = [token.lower_ for token in doc[max(0, at - 3) : at]]
    if words[-1:] == ["by"]:
        words.pop()
    change = ""
    if words[-1:] in (["up"], ["down"]):
        change = words[-1]
    elif words[-1:] == ["of"] and len(words) > 1:
        # "A rise of 3 percent"
        change = words[-2]
    for name, sign in (("up", 1), ("down", -1)):
        if change in lexicon()[name]:
            return sign
    return None
