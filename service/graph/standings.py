"""From when to when a claim counts, on which status and by whose voice: the record's times in one place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import pairwise

# The end of what has not ended, as SQL:2011 has it, so that one comparison tells whether a standing counts.
FOREVER = datetime(9999, 12, 31, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Telling:
    """One place of one revision that makes a claim, and when the graph knew of it."""

    recorded_at: datetime
    retracted_at: datetime | None
    order: str
    public_on: date
    voice: str

    def live(self, at: datetime) -> bool:
        """Whether it counts at a time of the graph."""
        return self.recorded_at <= at and (self.retracted_at is None or at < self.retracted_at)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review as far as it decides: its own time, when the graph knew of it, and the status it gives."""

    reviewed_at: str
    recorded_at: datetime
    id: str
    status: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A stretch of the graph's time in which a claim counts in one and the same way."""

    recorded_at: datetime
    retracted_at: datetime
    public_on: date
    voice: str
    status: str


def standings(tellings: list[Telling], loaded_as: str, reviews: list[Reviewed]) -> list[Standing]:
    """The standings of one claim, in time and without overlap; where it never counted, one of no length.

    A claim is public from the first day on which one of the revisions known by then was, and speaks with
    the voice of the newest revision that makes it.
    """
    found = list(_joined(_each(tellings, loaded_as, reviews)))
    if found:
        return found
    first = min(tellings, key=lambda telling: telling.recorded_at)
    at = first.recorded_at
    return [Standing(at, at, first.public_on, first.voice, status_at(at, loaded_as, reviews))]


def status_at(at: datetime, loaded_as: str, reviews: list[Reviewed]) -> str:
    """The status by the latest review that the graph knew at this time."""
    known = [review for review in reviews if review.recorded_at <= at]
    return max(known, key=lambda review: (review.reviewed_at, review.id)).status if known else loaded_as


def _each(tellings: list[Telling], loaded_as: str, reviews: list[Reviewed]) -> Iterator[Standing]:
    changes = {telling.recorded_at for telling in tellings} | {review.recorded_at for review in reviews}
    changes |= {telling.retracted_at for telling in tellings if telling.retracted_at is not None}
    for begin, end in pairwise([*sorted(changes), FOREVER]):
        live = [telling for telling in tellings if telling.live(begin)]
        if live:
            public_on = min(telling.public_on for telling in tellings if telling.recorded_at <= begin)
            voice = max(live, key=lambda telling: telling.order).voice
            yield Standing(begin, end, public_on, voice, status_at(begin, loaded_as, reviews))


def _joined(each: Iterator[Standing]) -> Iterator[Standing]:
    """Neighbours that differ in nothing but their times are one."""
    last: Standing | None = None
    for one in each:
        if last is None:
            last = one
        elif last.retracted_at == one.recorded_at and _alike(last, one):
            last = Standing(last.recorded_at, one.retracted_at, *_how(one))
        else:
            yield last
            last = one
    if last is not None:
        yield last


def _alike(one: Standing, other: Standing) -> bool:
    return _how(one) == _how(other)


def _how(one: Standing) -> tuple[date, str, str]:
    return one.public_on, one.voice, one.status
