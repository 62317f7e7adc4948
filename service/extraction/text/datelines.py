"""Datelines: where, when and from which agency a report was sent ("BEIJING, May 16 (Reuters) - ")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.extraction.text.furniture import AGENCY

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_CAPITALS = r"[A-Z][A-Z'’.]+(?:[ /-][A-Z][A-Z'’.]*){0,4}"
_NAME = r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,3}"
_DATELINE = re.compile(
    rf"(?P<place>(?:{_CAPITALS}|{_NAME})(?:, (?!{_MONTH} \d){_NAME}| \[{_NAME}\])?)?"
    rf"(?:(?:^|,? )(?P<date>(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?))?"
    r"(?:,? ?\((?P<agency>[A-Z][\w ./&-]{1,40})\))?"
    r"(?:\s*(?:[–—―]|--?)|(?P<colon>:))\s*(?=[A-Z“\"‘'\[])"
)
# Some words in capitals before a dash are no place.
_BODIES = frozenset({"NATO", "OPEC", "ASEAN", "BRICS", "UNESCO", "UNICEF"})


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place, date and credited agency as written; `start` and `end` cut it out of the text, dash included."""

    place: str | None
    date: str | None
    agency: str | None
    start: int
    end: int


def dateline_at(text: str, start: int, end: int) -> Dateline | None:
    """The dateline with which the paragraph between start and end begins."""
    found = _DATELINE.match(text[start : min(end, start + 200)])
    if found is None or not _trusted(found):
        return None
    return Dateline(found["place"], found["date"], found["agency"], start, start + found.end())


def _trusted(found: re.Match[str]) -> bool:
    """Whether these words are a dateline and not how a sentence begins or who speaks in a transcript."""
    place, date, agency, colon = found.group("place", "date", "agency", "colon")
    if agency is not None:
        return AGENCY.fullmatch(agency) is not None or (place or "").isupper()
    if place is None or place in _BODIES:
        return False
    return date is not None or (colon is None and place.split(",")[0].isupper() and len(place) > 3)
