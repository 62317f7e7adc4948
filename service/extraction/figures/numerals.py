"""Numbers as they are written: digits with signs and suffixes, words, scales, "tens of thousands"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from spacy.tokens import Doc

from service.extraction.word_lists import toml_table

_DIGITS = re.compile(
    r"(us\$|[$€£])?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(\+)?(k|mn?|mln|b|bn|bln|tn|trn)?", re.IGNORECASE
)


def words() -> Mapping[str, Any]:
    """The tables of quantity_words.toml."""
    return toml_table("figures", "quantity_words.toml")


def number(doc: Doc, at: int, limit: int) -> tuple[float, int, bool, str | None] | None:
    """Value, end, whether it is only the least, and the currency that stands in the same word."""
    token = doc[at]
    matched = _DIGITS.fullmatch(token.text)
    if matched is not None:
        sign, whole, part, plus, suffix = matched.groups()
        value = float(whole.replace(",", "") + (part or "")) * words()["suffixes"].get(
            (suffix or "").lower(), 1
        )
        value, end = _scaled(doc, at + 1, limit, value)
        if end < limit and doc[end].text == "+":
            plus, end = "+", end + 1
        return round(value, 4), end, plus is not None, words()["currency_signs"].get((sign or "").lower())
    if token.lower_ in words()["many"]:
        return _many(doc, at, limit)
    return _in_words(doc, at, limit)


def _in_words(doc: Doc, at: int, limit: int) -> tuple[float, int, bool, str | None] | None:
    numbers, token = words()["numbers"], doc[at]
    if token.lower_ not in numbers:
        return None
    value, end = float(numbers[token.lower_]), at + 1
    if token.lower_ in ("a", "an"):
        scaled, end = _scaled(doc, end, limit, value)
        return (scaled, end, False, None) if scaled > 1 else None
    if (
        20 <= value < 100
        and end + 1 < limit
        and doc[end].text == "-"
        and numbers.get(doc[end + 1].lower_, 10) < 10
    ):
        value, end = value + numbers[doc[end + 1].lower_], end + 2
    value, end = _scaled(doc, end, limit, value)
    return value, end, False, None


def _scaled(doc: Doc, at: int, limit: int, value: float) -> tuple[float, int]:
    while at < limit and doc[at].lower_ in words()["scales"]:
        value, at = value * words()["scales"][doc[at].lower_], at + 1
    if at + 1 < limit and doc[at].text == "-" and doc[at + 1].lower_ in words()["scales"]:
        return _scaled(doc, at + 1, limit, value)
    return value, at


def _many(doc: Doc, at: int, limit: int) -> tuple[float, int, bool, str | None]:
    """ "Tens of thousands": the least that the words say."""
    value, at = float(words()["many"][doc[at].lower_]), at + 1
    while (
        at + 1 < limit
        and doc[at].lower_ == "of"
        and doc[at + 1].lower_ in ("thousands", "millions", "billions")
    ):
        value, at = value * words()["many"][doc[at + 1].lower_] / 2, at + 2
    return value, at, True, None
