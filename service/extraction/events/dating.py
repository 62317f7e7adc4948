"""Dates in a sentence, as ISO texts as precise as the words are, counted from the day of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SHORT = {name[:3]: at for at, name in enumerate(_MONTHS, 1)} | {"sept": 9}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?)"
_ANY_MONTH = _MONTH.replace("?P<month>", "?:")
_YEAR = r"(?P<year>1[89][0-9]{2}|20[0-9]{2})"


@dataclass(frozen=True, slots=True)
class Dated:
    """Characters `start` to `end` of a text that name a date: ISO 8601, of day, month or year."""

    start: int
    end: int
    iso: str


def dates(text: str, day: str | None) -> list[Dated]:
    """The dates of a text, in its order, none overlapping; relative ones only where `day` (ISO) is whole."""
    today = date.fromisoformat(day) if day is not None and len(day) == 10 else None
    found: list[Dated] = []
    lower = text.lower()
    for hints, pattern, read in _PATTERNS:
        if not any(hint in lower for hint in hints):
            continue
        for match in pattern.finditer(text):
            iso = read(match, today, day)
            if iso is not None and not any(match.start() < d.end and d.start < match.end() for d in found):
                found.append(Dated(match.start(), match.end(), iso))
    return sorted(found, key=lambda each: each.start)


def _iso(match: re.Match[str], today: date | None, day: str | None) -> str | None:
    try:
        return date.fromisoformat(match[0]).isoformat()
    except ValueError:
        return None


def _month(match: re.Match[str]) -> int:
    return _SHORT[match["month"].lower().rstrip(".")[:3]]


def _absolute(match: re.Match[str], today: date | None, day: str | None) -> str | None:
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else _year_of(_month(match), day)
    if year is None:
        return None
    if not parts.get("day"):
        return f"{year}-{_month(match):02}"
    try:
        return date(year, _month(match), int(parts["day"])).isoformat()
    except ValueError:
        return None


def _year_of(month: int, day: str | None) -> int | None:
    """The year of a month without one: the one that is nearest before the text, or a little after it."""
    if day is None:
        return None
    year, now = int(day[:4]), int(day[5:7]) if len(day) >= 7 else 12
    return year - 1 if month > now + 4 else year


def _weekday(match: re.Match[str], today: date | None, day: str | None) -> str | None:
    if today is None:
        return None
    ahead = (match["which"] or "").lower() in ("next", "coming")
    back = (today.weekday() - _DAYS.index(match["weekday"].lower())) % 7
    when = today - timedelta(days=back)
    if ahead:
        when = today + timedelta(days=(7 - back) if back else 7)
    elif (match["which"] or "").lower() == "last" and back == 0:
        when = today - timedelta(days=7)
    return when.isoformat()


def _counted(match: re.Match[str], today: date | None, day: str | None) -> str | None:
    if today is None:
        return None
    days = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}[match[0].lower()]
    return (today + timedelta(days=days)).isoformat()


def _period(match: re.Match[str], today: date | None, day: str | None) -> str | None:
    if day is None:
        return None
    step = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}[match["which"].lower()]
    return moved(day, match["unit"].lower(), step)


def moved(day: str | None, unit: str, by: int) -> str | None:
    """The year or month that lies `by` of them after that of a partial date.

    None where the date has none, and before the year 1, of which partial dates know nothing.
    """
    if day is None or (unit == "month" and len(day) < 7):
        return None
    if unit == "year":
        year, end = int(day[:4]) + by, ""
    else:
        year, month = divmod(int(day[:4]) * 12 + int(day[5:7]) - 1 + by, 12)
        end = f"-{month + 1:02}"
    return f"{year:04}{end}" if MINYEAR <= year <= MAXYEAR else None


def _this_week(match: re.Match[str], today: date | None, day: str | None) -> str | None:
    """ "This week" holds its first seven days, of which the month is all that can be said as one date."""
    return day[:7] if day is not None and len(day) >= 7 else None


def _ago(match: re.Match[str], today: date | None, day: str | None) -> str | None:
    if day is None:
        return None
    number = _NUMBERS.get(match["number"].lower()) or (
        int(match["number"]) if match["number"].isdigit() else None
    )
    if number is None:
        return None
    unit = match["unit"].lower().removesuffix("s")
    if unit != "day":
        return moved(day, unit, -number)
    try:
        return (today - timedelta(days=number)).isoformat() if today is not None else None
    except OverflowError:
        return None


def _year(match: re.Match[str], today: date | None, day: str | None) -> str | None:
    return match["year"]


_NUMBERS = {
    word: at
    for at, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
} | {"a": 1, "an": 1}
_Reader = Callable[[re.Match[str], date | None, str | None], str | None]
_MONTHLY = tuple(name[:3] for name in _MONTHS)
# Each with the texts of which a sentence has one, in small letters, where it may have such a date.
_PATTERNS: tuple[tuple[tuple[str, ...], re.Pattern[str], _Reader], ...] = tuple(
    (hints, re.compile(pattern, re.IGNORECASE), read)
    for hints, pattern, read in (
        (("-",), r"\b(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}\b", _iso),
        (
            _MONTHLY,
            rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}(?:,?\s+{_YEAR})?",
            _absolute,
        ),
        (
            _MONTHLY,
            rf"\b{_MONTH}\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+{_YEAR}\b)?",
            _absolute,
        ),
        (_MONTHLY, rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}\b", _absolute),
        (
            _MONTHLY,
            rf"\b(?:in|since|by|until|last|during|early|late|mid|this)[\s-]+{_MONTH}(?!\s+\d)\b",
            _absolute,
        ),
        (
            ("day",),
            r"\b(?:(?P<which>last|next|this|coming|on)\s+)?(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
            # "Monday 19 December" is that day.
            rf"(?!,?\s+(?:[0-3]?\d(?:st|nd|rd|th)?\s+{_ANY_MONTH}|{_ANY_MONTH}\s+[0-3]?\d\b))",
            _weekday,
        ),
        (("day", "tonight", "tomorrow"), r"\b(?:today|tonight|yesterday|tomorrow)\b", _counted),
        (
            ("month", "year"),
            r"\b(?P<which>last|past|previous|this|next|coming)\s+(?P<unit>month|year)\b",
            _period,
        ),
        (("this week",), r"\bthis week\b", _this_week),
        (
            ("ago", "earlier"),
            r"\b(?P<number>[0-9]{1,6}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?P<unit>years?|months?|days?)\s+(?:ago|earlier)\b",
            _ago,
        ),
        (
            ("18", "19", "20"),
            rf"(?:\b(?:in|since|by|of|from|until|during|after|before|early|late)\s+|\()(?P<y>{_YEAR})\b(?!\s*(?:percent|per|million|people|troops|dollars|tonnes|soldiers|km|miles))",
            _year,
        ),
    )
)


def around(found: list[Dated], offset: int) -> Iterator[Dated]:
    """The dates from the nearest to a place in the text to the farthest."""
    yield from sorted(found, key=lambda each: min(abs(each.start - offset), abs(each.end - offset)))
