"""Cypher has no functions: what several files say stands in each of them, and must be the same there."""

from __future__ import annotations

import re

import pytest

from service.graph.deriving import EVENT_WEIGHT, HALF_LIFE_DAYS
from service.graph.statements import statement
from service.queries.catalogue import QUERIES

RANKING = ("queries/actors/allies", "queries/alignment/list", "queries/stances/matrix")
FORMULA = (
    "CASE WHEN x:Event THEN x.score / 10.0 ELSE round(x.polarity, 9) END AS value",
    "toInteger(round(t.weight * 2 ^ (-duration.inDays(t.day, latest).days / $half_life_days)))",
    "* CASE WHEN x:Event THEN $event_weight ELSE 1 END AS weight",
    "CASE WHEN below > 0 THEN round(toFloat(above) / below, 4) + 0.0 END",
)
DAY = (
    "CASE WHEN x:Event OR x.valid_to IS NULL THEN x.valid_from "
    "WHEN x.valid_to > $as_of THEN $as_of ELSE x.valid_to END AS day"
)
FOUND = "toInteger(round(1e9 * strongest * log(1 + voices) / log(2)))"


def plain(name: str) -> str:
    """The text of a file on one line, its lists of a term written as maps and its one parameter left out."""
    text = " ".join(statement(name).split()).replace("$given.", "$")
    for place, part in enumerate(("weight", "value", "day")):
        text = text.replace(f"t[{place}]", f"t.{part}")
    return text


def between(name: str, first: str, last: str) -> str:
    """What stands between two words, both included."""
    found = re.search(f"{re.escape(first)}.*?{re.escape(last)}", plain(name))
    assert found is not None, name
    return found[0]


@pytest.mark.parametrize(
    "name", [*RANKING, "queries/stances/explain", "queries/dyads/detail", "derive/leans"]
)
def test_the_score_is_one_formula(name: str) -> None:
    assert [part for part in FORMULA if part not in plain(name)] == []
    assert name == "derive/leans" or DAY in plain(name)


@pytest.mark.parametrize(
    "name", [*RANKING, "queries/stances/explain", "queries/dyads/detail", "derive/weights"]
)
def test_a_fact_weighs_one_and_the_same(name: str) -> None:
    assert FOUND in plain(name)


def test_rankings_score_in_one_text() -> None:
    texts = {between(name, "// THE SCORE", "END AS score") for name in RANKING[:2]}
    assert len(texts) == 1


def test_rankings_score_within_a_window_in_one_text() -> None:
    assert len({between(name, "WITHIN A WINDOW", "AS score WHERE") for name in RANKING[:2]}) == 1


def test_whether_claims_as_they_stand_are_asked_for_is_one_condition() -> None:
    names = [f"queries/{name}" for name in QUERIES if "AS CLAIMS STAND" in statement(f"queries/{name}")]
    assert {*RANKING, "queries/actors/detail", "queries/events/timeseries", "queries/topics/list"} < {*names}
    assert len({between(name, "$status = 'accepted' AND NOT EXISTS", "AS standing") for name in names}) == 1


@pytest.mark.parametrize("name", RANKING)
def test_what_is_kept_is_read_at_the_settings_that_it_is_kept_for(name: str) -> None:
    assert f"$half_life_days = {HALF_LIFE_DAYS:g} AND $event_weight = {EVENT_WEIGHT:g}" in plain(name)


def test_series_and_distributions_find_the_same_events() -> None:
    names = ("queries/events/timeseries", "queries/events/distribution")
    assert len({between(name, "CALL () {", "RETURN voices })") for name in names}) == 1
