"""The standings of a claim are its record read once: they never disagree with what is known at a time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from service.graph.standings import FOREVER, Reviewed, Telling, standings, status_at

Told = list[Telling]
Said = list[Reviewed]
BEGIN = datetime(2024, 1, 1, tzinfo=UTC)


def at(day: int) -> datetime:
    return BEGIN + timedelta(days=day)


@st.composite
def tellings(draw: st.DrawFn) -> Telling:
    recorded = draw(st.integers(0, 9))
    ended = draw(st.one_of(st.none(), st.integers(recorded, 12)))
    public = date(2023, 1, 1) + timedelta(days=draw(st.integers(0, 3)))
    voice = draw(st.sampled_from(["reuters", "xinhua"]))
    return Telling(at(recorded), at(ended) if ended is not None else None, voice, public, voice)


@st.composite
def reviews(draw: st.DrawFn) -> Reviewed:
    number = draw(st.integers(0, 99))
    status = draw(st.sampled_from(["accepted", "rejected", "proposed"]))
    return Reviewed(
        f"2024-01-{draw(st.integers(1, 20)):02}", at(draw(st.integers(0, 12))), f"r{number}", status
    )


@given(
    st.lists(tellings(), min_size=1, max_size=4), st.lists(reviews(), max_size=3, unique_by=lambda r: r.id)
)
def test_at_each_time_one_standing_says_what_the_record_says(
    told: list[Telling], said: list[Reviewed]
) -> None:
    found = standings(told, "accepted", said)
    for day in range(14):
        now = at(day)
        holding = [one for one in found if one.recorded_at <= now < one.retracted_at]
        live = [telling for telling in told if telling.live(now)]
        assert len(holding) == bool(live)
        if live:
            assert holding[0].status == status_at(now, "accepted", said)
            assert holding[0].public_on == min(t.public_on for t in told if t.recorded_at <= now)
            assert holding[0].voice == max(live, key=lambda t: t.order).voice
    for one, other in pairwise(found):
        assert one.retracted_at <= other.recorded_at
        touching = one.retracted_at == other.recorded_at
        alike = (one.public_on, one.voice, one.status) == (other.public_on, other.voice, other.status)
        assert not (touching and alike), "one stretch is written as two"


@given(
    st.lists(tellings(), min_size=1, max_size=4), st.lists(reviews(), max_size=3, unique_by=lambda r: r.id)
)
def test_a_claim_has_a_standing_even_if_it_never_counted(told: Told, said: Said) -> None:
    found = standings(told, "accepted", said)
    assert found
    never = all(telling.recorded_at == telling.retracted_at for telling in told)
    assert (found[0].recorded_at == found[0].retracted_at) == never
    ongoing = any(telling.retracted_at is None for telling in told)
    assert (found[-1].retracted_at == FOREVER) == ongoing
