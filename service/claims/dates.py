"""Partial ISO 8601 dates: `2024`, `2024-05` and `2024-05-16`, each as the days that it covers."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

PATTERN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
PRECISIONS = ("year", "month", "day")


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last day that a partial date covers, and its precision (year, month or day)."""

    first: date
    last: date
    precision: str


def span(text: str) -> Span:
    """Read a partial date; raises ValueError where it is none or names no day of the calendar."""
    found = PATTERN.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is not YYYY, YYYY-MM or YYYY-MM-DD")
    year = int(found[1])
    month, day = (int(part) if part else None for part in found.groups()[1:])
    if month is None:
        return Span(date(year, 1, 1), date(year, 12, 31), "year")
    if day is None:
        first = date(year, month, 1)
        return Span(first, first.replace(day=calendar.monthrange(year, month)[1]), "month")
    exact = date(year, month, day)
    return Span(exact, exact, "day")
