"""Figures and trade: over HTTP on the bundled claims, and in small worlds."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import httpx
import pytest

from service.graph.connection import Database
from service.graph.loading import load
from service.graph.statements import statement
from service.queries import measures, trade
from service.queries.checking import checked
from service.queries.contract import ask
from service.vocabulary.terms import vocabulary
from tests.asking import data, rows
from tests.graph.small_world import OFFICE, article, claim, entries

TURNOVER = {"indicator": "trade_turnover", "of": "arl", "with": "bor", "period": "2023"}
SWAPPED = {**TURNOVER, "of": "bor", "with": "arl"}
every = partial(data, limit=500)


def told(database: Database, *claims: dict[str, Any]) -> None:
    load(database, entries([article(), *claims]), 100)


def test_figures_for_chinas_trade_with_russia_compete(served: httpx.Client) -> None:
    given = {"indicator": "trade_turnover", "of": "chn", "with": "rus"}
    (row,) = every(
        served, "/v1/measures/compare", **given, **{"from": "2023", "to": "2023", "min_figures": 2}
    )
    assert (row["period"], row["unit"]) == ("2023", "USD")
    values = [figure["value"] for figure in row["figures"]]
    assert values == sorted(values)
    assert (row["min"], row["max"]) == (227e9, 240.11e9) == (values[0], values[-1])
    assert row["spread"] == pytest.approx(13.11e9)
    assert row["spread_share"] == pytest.approx(13.11 / 240.11, abs=1e-4)
    by_value = {figure["value"]: figure["speakers"] for figure in row["figures"]}
    assert by_value[227.8e9] == ["vladimir-putin"]
    assert by_value[240.11e9] == ["general-administration-of-customs-of-china"]
    assert row["claims"] == sorted({c for figure in row["figures"] for c in figure["claims"]})
    listed = every(served, "/v1/measures", **given, **{"from": "2023", "to": "2023"})
    assert {(m["value"], m["comparator"]) for m in listed} == {
        (figure["value"], figure["comparator"]) for figure in row["figures"]
    }


def test_turnover_meets_whichever_side_is_named_first(database: Database) -> None:
    told(
        database,
        claim("measure", {**TURNOVER, "value": 10.0}, speakers=["arl"]),
        claim("measure", {**SWAPPED, "value": 12.5}, speakers=["bor"]),
        claim("measure", {**TURNOVER, "indicator": "exports", "value": 4.0}),
        claim("measure", {**SWAPPED, "indicator": "exports", "value": 5.0}),
    )
    assert [(r["of"], r["min"], r["max"]) for r in rows(database, measures.COMPARE, min_figures=2)] == [
        ("arl", 10.0, 12.5)
    ]
    for given in ({"of": "bor"}, {"with": "arl"}, {"of": "bor", "with": "arl"}):
        (turned,) = rows(database, measures.COMPARE, indicator="trade_turnover", **given)
        assert (turned["of"], turned["with"], turned["spread"], turned["spread_share"]) == (
            "bor",
            "arl",
            2.5,
            0.2,
        )
    assert [r["min"] for r in rows(database, measures.COMPARE, indicator="exports")] == [4.0, 5.0]
    walked: list[dict[str, Any]] = []
    cursor: dict[str, Any] = {}
    while len(walked) < 9:
        answer = ask(database, measures.COMPARE, checked(measures.COMPARE, {"limit": 1, **cursor}))
        walked += answer.rows
        if answer.next is None:
            break
        cursor = {"cursor": answer.next}
    assert walked == rows(database, measures.COMPARE)


def test_the_files_name_every_indicator_that_reads_the_same_both_ways() -> None:
    symmetric = {name for name, term in vocabulary("indicators").items() if term.extra.get("symmetric")}
    named = re.search(r"m\.indicator IN \[(.*?)\]", statement("queries/measures/compare"))
    assert named is not None
    assert set(re.findall(r"'(\w+)'", named[1])) == symmetric
    assert symmetric & set(trade.FLOWS) == {"trade_turnover"}
    assert "m.indicator <> 'trade_turnover'" in statement("queries/trade/list")


def test_figures_are_filtered_by_every_end_and_unit(database: Database) -> None:
    told(
        database,
        claim("measure", {**TURNOVER, "value": 10.0}, speakers=["bor"]),
        claim("measure", {"indicator": "population", "of": "arl", "value": 5.0, "period": "2020-05"}),
    )
    people, traded = ("population", "trade_turnover")
    for given, expected in (
        ({}, [traded, people]),
        ({"of": "arl"}, [traded, people]),
        ({"actor": "bor"}, [traded]),
        ({"unit": "person"}, [people]),
        ({"as_of": "2020-06"}, [people]),
        ({"from": "2020-06"}, [traded]),
        ({"with": "bor", "indicator": people}, []),
    ):
        assert [row["indicator"] for row in rows(database, measures.LIST, **given)] == expected, given
    (row,) = rows(database, measures.LIST, indicator=traded)
    assert (row["speakers"], row["voices"], len(row["claims"])) == (["bor"], ["example-wire"], 1)


def test_each_side_reports_its_own_turnover(served: httpx.Client) -> None:
    russian = every(served, "/v1/trade", reporter="rus", partner="chn", year=2023, flow="turnover")
    chinese = every(served, "/v1/trade", reporter="chn", partner="rus", year=2023, flow="turnover")
    assert 227.8e9 in {row["value"] for row in russian}
    assert 227.8e9 not in {row["value"] for row in chinese}
    assert 240.11e9 in {row["value"] for row in chinese}
    assert 240.11e9 not in {row["value"] for row in russian}
    for row in russian:
        assert (row["reporter"], row["partner"], row["flow"]) == ("rus", "chn", "turnover")
        assert row["claims"]
    imports = every(served, "/v1/trade", reporter="chn", flow="imports", commodity="crude-oil", year=2023)
    assert {(row["partner"], row["value"], row["unit"]) for row in imports} == {
        ("rus", 107e6, "tonne"),
        ("sau", 86e6, "tonne"),
        ("irq", 59e6, "tonne"),
    }


def test_turnover_that_neither_side_gives_is_either_sides(database: Database) -> None:
    told(
        database,
        claim("measure", {**TURNOVER, "value": 10.0}),
        claim("measure", {**TURNOVER, "value": 11.0}, speakers=["ann-envoy"]),
        claim("measure", {**TURNOVER, "indicator": "exports", "value": 4.0}, speakers=["bor"]),
        claim("relation", OFFICE),
    )

    def seen(**given: Any) -> list[tuple[str, str, float]]:
        found = rows(database, trade.LIST, **given)
        return sorted((row["reporter"], row["partner"], row["value"]) for row in found)

    assert seen() == [("arl", "bor", 4.0), ("arl", "bor", 10.0), ("arl", "bor", 11.0)]
    assert seen(reporter="bor") == [("bor", "arl", 10.0)]
    assert seen(partner="arl") == [("bor", "arl", 10.0)]
    assert seen(flow="turnover", reporter="arl") == [("arl", "bor", 10.0), ("arl", "bor", 11.0)]
    assert seen(flow="exports") == [("arl", "bor", 4.0)]
    assert seen(flow="exports", commodity="gas") == []


def test_a_flow_or_commodity_that_there_is_not_is_refused(served: httpx.Client) -> None:
    errors = served.get("/v1/trade", params={"flow": "export", "commodity": "tea"}).json()["errors"]
    allowed = {error["pointer"]: error["allowed"] for error in errors}
    assert allowed["flow"] == ["turnover", "exports", "imports", "balance"]
    assert "crude-oil" in allowed["commodity"]
