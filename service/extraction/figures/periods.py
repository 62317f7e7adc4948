"""Which day, month or year the words beside a figure give it, as a partial ISO date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc, Span, Token

from service.extraction.events.dating import moved
from service.extraction.figures.quantities import MONTHS
from service.extraction.grammar.parsing import days_left_out, offset_of
from service.extraction.grammar.verbs import verb_above

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = {"one": 1, "a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
# Behind these a date is a beginning or an end, not the time of the figure.
_BOUNDS = frozenset(("since", "until", "till", "between", "from", "through", "after", "before"))
# "The first quarter of 2024" is no partial date, and 2024 would be wrong.
_PARTS = frozenset(
    ("quarter", "half", "months", "weeks", "q1", "q2", "q3", "q4", "fiscal", "semester", "decade", "season")
)
_YEARS = range(1800, 2101)


@dataclass(frozen=True, slots=True)
class When:
    """A date at tokens `start` to `end`; the value is None where no partial date can say it.

    `bound` is "since" and the like where the date only bounds a time; `back` is "year" or "month" where it
    stands one of them before another figure's.
    """

    start: int
    end: int
    value: str | None
    bound: str | None = None
    back: str | None = None


def dates_in(sentence: Span, day: str | None) -> list[When]:
    """The dates of a sentence in the order of the text; `day` (ISO) is when it was written."""
    found: list[When] = []
    at = sentence.start
    while at < sentence.end:
        # "In August 2022 from May": a month without a year is the last one before the month before.
        base = found[-1].value if found and len(found[-1].value or "") >= len("2022-08") else day
        made = _month(sentence.doc, at, sentence.end, base) or _date(sentence.doc, at, sentence.end, day)
        if made is not None:
            found.append(_placed(sentence.doc, made))
        at = made.end if made is not None else at + 1
    return found


def _placed(doc: Doc, made: When) -> When:
    """With what stands around it: "since 2015", "the first quarter of 2024"."""
    before = [token.lower_ for token in doc[max(0, made.start - 4) : made.start]]
    bound = before[-1] if before and before[-1] in _BOUNDS else _range_bound(before)
    part = (
        _PARTS.intersection(before[-3:])
        if (before and before[-1] in ("of", "in", "fiscal", "to")) or before[-1:] == ["quarter"]
        else None
    )
    return When(made.start, made.end, None if part else made.value, bound, made.back)


def _range_bound(before: list[str]) -> str | None:
    """ "Between 2019 and 2022", "from January to March": the end of a time is no date of its own."""
    if before[-1:] in (["and"], ["to"]):
        return "to" if {"between", "from"}.intersection(before[-3:-1]) else None
    return None


def _date(doc: Doc, at: int, limit: int, day: str | None) -> When | None:
    return _year(doc, at) or _relative(doc, at, limit, day)


def _year(doc: Doc, at: int) -> When | None:
    token = doc[at]
    if not (len(token.text) == 4 and token.text.isdecimal() and int(token.text) in _YEARS):
        return None
    counted = token.dep_ == "nummod" and token.head.tag_ == "NNS" and token.head.i > at
    before = doc[at - 1].lower_ if at else ""
    named = before in ("unit", "flight", "resolution", "$")
    return None if counted or named else When(at, at + 1, str(int(token.text)))


def _month(doc: Doc, at: int, limit: int, day: str | None) -> When | None:
    """ "May", "May 2023", "May 16", "16 May 2023", "May 16, 2023"."""
    start, number = at, None
    if at + 1 < limit and _is_day(doc[at]) and doc[at + 1].text in MONTHS:
        number, at = int(doc[at].text), at + 1
    month = MONTHS.get(doc[at].text)
    if month is None or (doc[at].text in ("May", "March") and doc[at].pos_ not in ("PROPN", "NOUN")):
        return None
    end = at + 1
    if number is None and end < limit and _is_day(doc[end]):
        number, end = int(doc[end].text), end + 1
    year, end = _year_behind(doc, end, limit)
    if year is None:
        year = _latest(month, number or 1, day)
    if year is None:
        return When(start, end, None)
    return When(start, end, f"{year}-{month:02}" + (f"-{number:02}" if number else ""))


def _is_day(token: Token) -> bool:
    return len(token.text) <= 2 and token.text.isdecimal() and 1 <= int(token.text) <= 31


def _year_behind(doc: Doc, at: int, limit: int) -> tuple[int | None, int]:
    for ahead in (0, 1):
        if at + ahead < limit and (not ahead or doc[at].lower_ in (",", "of")):
            made = _year(doc, at + ahead)
            if made is not None and made.value is not None:
                return int(made.value), made.end
    return None, at


def _latest(month: int, number: int, day: str | None) -> int | None:
    """The year of the last such month or day that is not after `day`."""
    if day is None or len(day) < 7:
        return None
    year = int(day[:4])
    return year if (month, number) <= (int(day[5:7]), int(day[8:10] or 31)) else year - 1


def _relative(doc: Doc, at: int, limit: int, day: str | None) -> When | None:
    """ "Last year", "this month", "a year earlier", "the year before", "three years ago", "yesterday"."""
    word = doc[at].lower_
    if word in _DAYS or word in ("yesterday", "today"):
        return When(at, at + 1, weekday(word, day))
    if at + 1 >= limit or (noun := doc[at + 1].lower_.removesuffix("s")) not in ("year", "month"):
        return None
    after = doc[at + 2].lower_ if at + 2 < limit else ""
    if word in ("last", "this", "next", "current"):
        return When(at, at + 2, moved(day, noun, {"last": -1, "next": 1}.get(word, 0)))
    if word in ("previous", "preceding", "prior") or (word == "the" and after in ("before", "earlier")):
        return When(at, at + (2 if word != "the" else 3), None, back=noun)
    number = int(word) if word.isdecimal() and len(word) <= 6 else _NUMBERS.get(word)
    if number is not None and after in ("ago", "earlier", "before"):
        relative = after != "ago" and number == 1
        return When(
            at, at + 3, None if relative else moved(day, noun, -number), back=noun if relative else None
        )
    return None


def weekday(word: str, day: str | None) -> str | None:
    """The last day of that name, `day` itself included."""
    if day is None or len(day) < 10:
        return None
    written = date.fromisoformat(day[:10])
    if word in ("today", "yesterday"):
        return (written - timedelta(days=word == "yesterday")).isoformat()
    return (written - timedelta(days=(written.weekday() - _DAYS.index(word)) % 7)).isoformat()


def day_left_out(sentence: Span, day: str | None) -> str | None:
    """The day of an "on Friday" that the parser was not given, where the sentence had just one."""
    start = offset_of(sentence[0])
    end = offset_of(sentence[-1]) + len(sentence[-1].text)
    within = [phrase for offset, phrase in days_left_out(sentence.doc) if start <= offset < end]
    return weekday(within[0].split()[1].lower(), day) if len(within) == 1 else None


def beside(spans: Sequence[tuple[int, int]], index: int, dates: Sequence[When], doc: Doc) -> When | None:
    """The date of the figure at `spans[index]`: that behind it, up to the next figure, else one before it."""
    start, end = spans[index]
    following = spans[index + 1][0] if index + 1 < len(spans) else len(doc)
    clause = verb_above(doc[start])
    for when in _in_order(dates, start, end, following):
        if when.bound is None and _belongs(when, doc, clause, start):
            return when
    later = index + 1 < len(spans) and doc[following - 1].lower_ == "to" and doc[start - 1].lower_ != "from"
    if later and verb_above(doc[following]) == clause:
        # "Grew by 5 percent to 3 billion in 2022": the date is that of both.
        shared = beside(spans, index + 1, dates, doc)
        return shared if shared is not None and shared.back is None else None
    return _of_the_clause_before(dates, doc, clause)


def _of_the_clause_before(dates: Sequence[When], doc: Doc, clause: Token) -> When | None:
    """ "Exports fell in 2022, while imports rose": the date that the clause above has."""
    above = clause.head
    marks = {child.lower_ for child in clause.children if child.dep_ in ("mark", "advmod")}
    if clause.dep_ != "conj" and not (clause.dep_ == "advcl" and marks & {"while", "whereas"}):
        return None
    dated = [each for each in dates if verb_above(doc[each.start]) in (above, clause)]
    only = dated[0] if len(dated) == 1 else None
    return only if only is not None and only.bound is only.back is None and only.end <= clause.i else None


def _in_order(dates: Sequence[When], start: int, end: int, following: int) -> Iterator[When]:
    yield from (when for when in dates if end <= when.start < following)
    yield from (when for when in reversed(dates) if when.end <= start)


def _belongs(when: When, doc: Doc, clause: Token, start: int) -> bool:
    verb = verb_above(doc[when.start])
    return verb == clause or (when.start >= start and clause.is_ancestor(verb) and verb.dep_ == "pcomp")
