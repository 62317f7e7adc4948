"""Fractions in words as percent: "a third of", "three quarters of", "half its oil"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spacy.tokens import Doc

from service.extraction.word_lists import toml_table

# What "half" may stand before without "of".
_DETERMINERS = frozenset(("the", "its", "their", "all", "his", "her"))
# "The first half", "each quarter" are parts of time.
_PARTS_OF_TIME = frozenset(
    ("first", "second", "third", "fourth", "last", "latter", "other", "this", "that", "each")
)


def fraction(doc: Doc, at: int, limit: int) -> tuple[float, int] | None:
    """The percent that a fraction at a token is, and where it ends; None where none is there."""
    words: Mapping[str, Any] = toml_table("figures", "quantity_words.toml")
    parts, numbers = words["parts"], words["numbers"]
    times = numbers.get(doc[at].lower_)
    end = at
    if times is not None and at + 1 < limit:
        end = at + 1 + (doc[at + 1].text == "-")
    elif doc[at].lower_ != "half":
        return None
    part = parts.get(doc[end].lower_) if end < limit else None
    if part is None or not _is_of_something(doc, at, end + 1, limit):
        return None
    share = (times or 1) * part
    return (round(share, 2), end + 1) if share <= 100 else None


def _is_of_something(doc: Doc, at: int, end: int, limit: int) -> bool:
    if "by" in (token.lower_ for token in doc[max(0, at - 2) : at]):
        # "Fell by almost a third"
        return True
    if end >= limit or (at and doc[at - 1].lower_ in _PARTS_OF_TIME):
        return False
    if doc[end - 1].lower_ == "half" and (doc[end].lower_ in _DETERMINERS or doc[end].tag_ == "NNP"):
        return True
    # "A quarter of 2024" is a time.
    return doc[end].lower_ == "of" and end + 1 < limit and not doc[end + 1].like_num
