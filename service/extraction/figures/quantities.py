"""Numbers of a sentence with their units and how exactly they are meant; values in plain units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from math import isfinite

from spacy.tokens import Doc, Span, Token

from service.extraction.figures.comparators import after, before
from service.extraction.figures.fractions import fraction
from service.extraction.figures.numerals import number, words

_LONGEST = 5
# "5 million Canadian dollars" are other dollars: only these words may stand before the unit.
_PLAIN_BEFORE = frozenset(("us", "u.s.", "american"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at tokens `start` to `end`: value in plain units, unit, comparator and its topmost token.

    The unit is one of units.toml, "count" for a bare number, or "other" where no indicator has the unit.
    """

    value: float
    unit: str
    comparator: str
    start: int
    end: int
    root: Token


def quantities(sentence: Span) -> list[Quantity]:
    """The quantities of a sentence in the order of the text; no parts of dates, no number beyond a float."""
    found: list[Quantity] = []
    at = sentence.start
    while at < sentence.end:
        made = _begun(sentence.doc, at, sentence.end)
        if made is not None and isfinite(made.value):
            found.append(made)
        at = made.end if made is not None else at + 1
    return _without_ranges(sentence.doc, found)


def _begun(doc: Doc, at: int, limit: int) -> Quantity | None:
    """The quantity that begins at a token, if any."""
    if not _may_begin(doc[at]):
        return None
    return _factor(doc, at) or _share(doc, at, limit) or _amount(doc, at, limit)


def _without_ranges(doc: Doc, found: list[Quantity]) -> list[Quantity]:
    """ "From 5 to 6 percent" are two figures; "5 to 6 percent" and "between 5 and 6" are none."""
    dropped: set[int] = set()
    for at, (one, two) in enumerate(pairwise(found)):
        if two.start != one.end + 1 or doc[one.end].lower_ not in ("to", "and", "or", "-", "–", "of"):
            continue
        word = doc[one.start - 1].lower_ if one.start else ""
        # "The first two of eight fighters": eight is not the figure.
        if doc[one.end].lower_ == "of":
            dropped.add(at + 1)
        elif word.startswith("vot"):
            continue
        elif word == "from" and one.unit == "count":
            found[at] = replace(one, unit=two.unit)
        elif word == "between" or (one.unit == "count" and doc[one.end].lower_ != "and"):
            dropped |= {at, at + 1}
    return [each for at, each in enumerate(found) if at not in dropped]


def _factor(doc: Doc, at: int) -> Quantity | None:
    """ "Tripled" and "tenfold": the later value as a multiple of the earlier."""
    token = doc[at]
    verbs = words()["factor_verbs"] if token.pos_ == "VERB" else {}
    value = words()["factor_adverbs"].get(token.lower_) or verbs.get(token.lemma_.lower())
    return Quantity(float(value), "ratio", *before(doc, at), at + 1, token) if value is not None else None


def _share(doc: Doc, at: int, limit: int) -> Quantity | None:
    """ "A third of", "three quarters of", "half its oil": a share in percent."""
    read = fraction(doc, at, limit)
    if read is None:
        return None
    value, end = read
    comparator, first = before(doc, at)
    return Quantity(value, "percent", comparator, first, end, doc[end - 1])


def _amount(doc: Doc, at: int, limit: int) -> Quantity | None:
    start, sign = at, words()["currency_signs"].get(doc[at].lower_)
    if sign is not None:
        at += 1
    elif doc[at].text.endswith("$"):
        # Another country's dollars.
        sign, at = "other", at + 1
    read = number(doc, at, limit) if at < limit else None
    if read is None:
        return None
    value, end, at_least, inner = read
    sign = sign or inner
    if sign is None and _is_of_a_date(doc, at, end, value):
        return None
    unit, factor, end = _unit(doc, end, limit, sign)
    comparator, first = before(doc, start)
    comparator, end = after(doc, end, limit, "at_least" if at_least and comparator == "exact" else comparator)
    return Quantity(value * factor, unit, comparator, first, end, _root(doc, at, end))


def _root(doc: Doc, start: int, end: int) -> Token:
    token = doc[start]
    while start <= token.head.i < end and token.head != token:
        token = token.head
    return token


def _is_of_a_date(doc: Doc, at: int, end: int, value: float) -> bool:
    token = doc[at]
    if end > at + 1 or not token.text.isdigit():
        return False
    if 1900 <= value <= 2100:
        return not (at + 1 < len(doc) and doc[at + 1].tag_ == "NNS" and token.head.i > at)
    near = [doc[i] for i in (at - 1, at + 1) if 0 <= i < len(doc)]
    return value <= 31 and any(each.text in MONTHS for each in near)


def _unit(doc: Doc, at: int, limit: int, sign: str | None) -> tuple[str, float, int]:
    """Unit, factor and end of the words behind a number, "two-day" included."""
    hyphen = at + 1 < limit and doc[at].text == "-"
    if sign is None and (money := _currency(doc, at + hyphen, limit)) is not None:
        sign, at = money
    if sign is not None:
        per = [token.lower_ for token in doc[at : min(at + 2, limit)]]
        if sign == "USD" and per in (["a", "barrel"], ["per", "barrel"]):
            return "USD/barrel", 1, at + 2
        return sign, 1, at
    if hyphen and doc[at + 1].lower_ in words()["units"]:
        at += 1
    for length in range(min(_LONGEST, limit - at), 0, -1):
        known = words()["units"].get(" ".join(token.lower_ for token in doc[at : at + length]))
        if known is not None:
            return known[0], float(known[1]), at + length
    return "count", 1, at


def _currency(doc: Doc, at: int, limit: int) -> tuple[str, int] | None:
    names = words()["currency_names"]
    for ahead in (0, 1):
        if at + ahead >= limit or doc[at + ahead].lemma_.lower() not in names:
            continue
        if ahead and doc[at].lower_ not in _PLAIN_BEFORE:
            return ("other", at + 2) if doc[at].pos_ in ("ADJ", "PROPN") else None
        return names[doc[at + ahead].lemma_.lower()], at + ahead + 1
    return None


def has_number(sentence: Span) -> bool:
    """Whether any word of a sentence can begin a quantity."""
    return any(token.like_num or token.lower_ in _beginnings() for token in sentence)


def _may_begin(token: Token) -> bool:
    text, lower = token.text, token.lower_
    sign = text[-1] == "$" or lower in words()["currency_signs"]
    return sign or text[0] in "0123456789$€£" or lower in _beginnings() or lower in ("a", "an", "us$")


@cache
def _beginnings() -> frozenset[str]:
    tables = ("many", "numbers", "scales", "factor_adverbs", "parts")
    found = {word for table in tables for word in words()[table]} - {"a", "an"}
    for verb in words()["factor_verbs"]:
        stem = verb.removesuffix("e")
        found |= {verb, verb + "s", stem + "ed", stem + "ing"}
    return frozenset(found)


MONTHS: Mapping[str, int] = {
    name: number
    for number, name in enumerate(
        ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
         "November", "December"), 1
    )
}  # fmt: skip
