"""Pairs of actors among the bundled claims: the page agrees with the questions that it sums up."""

from __future__ import annotations

import httpx
import pytest

from tests.asking import data

PAIRS = [("chn", "usa"), ("rus", "ukr"), ("rus", "chn"), ("usa", "isr")]


@pytest.mark.parametrize(("a", "b"), PAIRS)
@pytest.mark.parametrize("given", [{}, {"rollup": "true"}, {"as_of": "2024-05-15"}], ids=str)
def test_the_page_scores_and_counts_as_the_questions_do(
    served: httpx.Client, a: str, b: str, given: dict[str, str]
) -> None:
    page = data(served, f"/v1/dyads/{a}/{b}", **given)
    events = data(served, f"/v1/dyads/{a}/{b}/events", limit="500", **given)
    for way, holder, target in (("a_to_b", a, b), ("b_to_a", b, a)):
        told = data(served, "/v1/stances/explain", holder=holder, target=target, **given)
        assert (page[way]["score"], page[way]["terms"]) == (told["score"], told["term_count"])
        mine = [row["id"] for row in events if row["direction"] == way]
        assert page[way]["events"] == len(mine)
        assert [one["id"] for one in page[way]["last_events"]] == mine[:5]
        if page[way]["trend"] is not None:
            assert page[way]["trend"] == pytest.approx(page[way]["recent"] - page[way]["before"], abs=1e-4)


@pytest.mark.parametrize(("a", "b"), PAIRS)
@pytest.mark.parametrize("interval", ["month", "year"])
def test_a_series_adds_up_to_the_events_of_the_pair(
    served: httpx.Client, a: str, b: str, interval: str
) -> None:
    given = {"rollup": "true"}
    events = data(served, f"/v1/dyads/{a}/{b}/events", limit="500", **given)
    series = data(served, f"/v1/dyads/{a}/{b}/series", interval=interval, **given)
    for direction in ("a_to_b", "b_to_a"):
        mine = [row for row in events if row["direction"] == direction]
        intervals = [row for row in series if row["direction"] == direction]
        assert sum(row["events"] for row in intervals) == len(mine)
        assert sum(row["score_sum"] for row in intervals) == pytest.approx(sum(row["score"] for row in mine))
        assert {c for row in intervals for c in row["claims"]} == {c for row in mine for c in row["claims"]}


def test_a_page_of_the_two_sides_of_the_same_trade_has_both_figures(served: httpx.Client) -> None:
    page = data(served, "/v1/dyads/rus/chn")
    turnover = [m for m in page["measures"] if m["indicator"] == "trade_turnover" and m["period"] == "2023"]
    assert len({row["value"] for row in turnover}) >= 2
    assert all(row["claims"] for row in turnover)
    assert any(row["reason"] == "measure_mismatch" for row in data(served, "/v1/contradictions", limit="500"))


@pytest.mark.parametrize(
    ("path", "status"),
    [("/v1/dyads/chn/nobody", 404), ("/v1/dyads/chn/chn", 400), ("/v1/dyads/chn/usa?interval=day", 400)],
)
def test_a_pair_is_of_two_that_there_are(served: httpx.Client, path: str, status: int) -> None:
    assert served.get(path).status_code == status
