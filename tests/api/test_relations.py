"""Ties, figures, trade and sanctions: over HTTP on the bundled claims, and in small worlds."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from service.graph.connection import Database
from service.graph.loading import load
from service.graph.statements import statement
from service.queries import measures, relations, sanctions, trade
from service.queries.checking import checked
from service.queries.contract import Query, ask
from service.vocabulary.terms import vocabulary
from tests.graph.small_world import OFFICE, article, claim, entries

TURNOVER = {"indicator": "trade_turnover", "of": "arl", "with": "bor", "period": "2023"}
SWAPPED = {**TURNOVER, "of": "bor", "with": "arl"}


def rows(database: Database, query: Query, **given: Any) -> list[dict[str, Any]]:
    return ask(database, query, checked(query, given)).rows


def told(database: Database, *claims: dict[str, Any]) -> None:
    load(database, entries([article(), *claims]), 100)


def data(served: httpx.Client, path: str, **params: Any) -> list[dict[str, Any]]:
    answer = served.get(path, params={"limit": 500, **params})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["data"]
    return found


def test_who_speaks_for_china_on_a_day(served: httpx.Client) -> None:
    found = data(
        served, "/v1/relations", type="holds_office", object="chn", speaks_for="true", as_of="2024-05-16"
    )
    held = {(row["subject"], row["title"]) for row in found}
    assert ("xi-jinping", "President") in held
    assert all(row["object"] == "chn" and row["speaks_for"] and row["claims"] for row in found)
    assert all((row["since"] or "") <= "2024-05-16" and (row["until"] or "9") >= "2024-05" for row in found)
    begun = [row["since"] or "" for row in found]
    assert begun == sorted(begun, reverse=True)


def test_a_tie_may_lead_to_a_place_and_is_found_from_either_end(served: httpx.Client) -> None:
    (capital,) = data(served, "/v1/relations", type="has_capital", object="moscow")
    assert (capital["subject"], capital["object"], capital["object_kind"]) == ("rus", "moscow", "place")
    neighbours = {
        row["subject"] if row["object"] == "chn" else row["object"]
        for row in data(served, "/v1/relations", type="borders", actor="chn")
    }
    assert {"rus", "prk", "ind"} <= neighbours
    assert len(neighbours) >= 14
    wrong = served.get("/v1/relations", params={"object": "moscou", "subject": "russia"}).json()["errors"]
    assert {(error["pointer"], *error["allowed"]) for error in wrong} >= {("subject", "rus")}


def test_ties_of_a_time_are_those_that_touch_it(database: Database) -> None:
    office = {**OFFICE, "since": "2020", "until": "2022-06"}
    told(database, claim("relation", office), claim("relation", {**OFFICE, "title": "Envoy without a date"}))
    titles = {
        str(given): [row["title"] for row in rows(database, relations.LIST, **given)]
        for given in (
            {},
            {"as_of": "2019"},
            {"as_of": "2022-06-30"},
            {"from": "2022-07"},
            {"from": "2022-06", "to": "2022-06"},
        )
    }
    assert [*map(len, titles.values())] == [2, 1, 2, 1, 2]
    assert titles["{}"] == ["Envoy", "Envoy without a date"], "undated last"


def test_what_a_denial_says_is_no_tie(database: Database) -> None:
    told(database, claim("relation", OFFICE, affirmed=False, modality="denied", speech_act="denial"))
    assert rows(database, relations.LIST) == []


def test_figures_for_chinas_trade_with_russia_compete(served: httpx.Client) -> None:
    given = {"indicator": "trade_turnover", "of": "chn", "with": "rus"}
    (row,) = data(served, "/v1/measures/compare", **given, **{"from": "2023", "to": "2023", "min_figures": 2})
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
    listed = data(served, "/v1/measures", **given, **{"from": "2023", "to": "2023"})
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
    russian = data(served, "/v1/trade", reporter="rus", partner="chn", year=2023, flow="turnover")
    chinese = data(served, "/v1/trade", reporter="chn", partner="rus", year=2023, flow="turnover")
    assert 227.8e9 in {row["value"] for row in russian}
    assert 227.8e9 not in {row["value"] for row in chinese}
    assert 240.11e9 in {row["value"] for row in chinese}
    assert 240.11e9 not in {row["value"] for row in russian}
    for row in russian:
        assert (row["reporter"], row["partner"], row["flow"]) == ("rus", "chn", "turnover")
        assert row["claims"]
    imports = data(served, "/v1/trade", reporter="chn", flow="imports", commodity="crude-oil", year=2023)
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


def test_us_sanctions_in_force_reach_who_speaks_for_russia(served: httpx.Client) -> None:
    listed = data(served, "/v1/sanctions", imposer="usa", kind="relation", as_of="2022")
    programmes: dict[str, set[str]] = {}
    for row in listed:
        assert (row["imposers"], row["since"], row["until"]) == (["usa"], None, None)
        programmes.setdefault(row["targets"][0], set()).add(row["programme"])
    assert programmes["igor-sechin"] == {"UKRAINE-EO13661"}
    assert programmes["hezbollah"] == {"FTO", "SDGT", "SYRIA"}
    assert len(programmes) > 35
    assert data(served, "/v1/sanctions", imposer="usa", as_of="2021-07-06") == [], "no claim says so earlier"
    rolled = data(served, "/v1/sanctions", imposer="usa", target="rus", rollup="true", as_of="2022")
    assert {"rus-federal-security-service", "nikolai-patrushev"} <= {row["targets"][0] for row in rolled}
    assert data(served, "/v1/sanctions", programme="eo13876") == data(
        served, "/v1/sanctions", programme="IRAN-EO13876"
    )


def test_sanctions_are_those_asserted_not_those_planned(served: httpx.Client) -> None:
    acts = data(served, "/v1/sanctions", kind="event")
    assert {tuple(row["imposers"] + row["targets"]) for row in acts} >= {("west", "rus"), ("g7", "rus")}
    topics = {topic for row in acts for topic in row["topics"]}
    assert "export-curbs" in topics
    assert not topics & {"connected-cars", "chinese-banks"}, "weighed or planned"
    assert {row["mode"] for row in acts} <= set(sanctions.MODES)
    wrong = served.get("/v1/sanctions", params={"mode": "embargo"}).json()["errors"]
    assert wrong[0]["allowed"] == list(sanctions.MODES)


def test_sanctions_end_and_acts_do_not(database: Database) -> None:
    tie = {"type": "sanctions", "subject": "arl", "object": {"actor": "bor"}, "title": "Port List"}
    act = {"type": "SANCTION", "mode": "expel", "initiators": ["arl"], "recipients": ["bor"]}
    told(
        database,
        claim("relation", {**tie, "since": "2020", "until": "2021"}),
        claim("relation", {**tie, "title": "Fish List"}, said_on="2024-02-01"),
        claim("event", {**act, "date": "2022-03-01"}),
        claim("event", {**act, "date": "2022-03-02"}, modality="planned"),
    )

    def seen(**given: Any) -> list[str]:
        return [row["programme"] or row["mode"] for row in rows(database, sanctions.LIST, **given)]

    assert seen() == ["Fish List", "expel", "Port List"]
    assert seen(as_of="2020-06") == ["Port List"]
    assert seen(as_of="2022") == ["expel"]
    assert seen(as_of="2024-01-31") == ["expel"]
    assert seen(as_of="2024-02-01") == ["Fish List", "expel"]
    assert seen(kind="event") == seen(mode="expel") == ["expel"]
    assert seen(programme="fish") == ["Fish List"]
    assert seen(imposer="bor") == []
    assert seen(**{"from": "2021", "to": "2022"}) == ["expel", "Port List"]
