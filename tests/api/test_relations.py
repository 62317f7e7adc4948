"""Ties and sanctions: over HTTP on the bundled claims, and in small worlds."""

from __future__ import annotations

from functools import partial
from typing import Any

import httpx

from service.graph.connection import Database
from service.graph.loading import load
from service.queries import relations, sanctions
from tests.asking import data, rows
from tests.graph.small_world import OFFICE, article, claim, entries

every = partial(data, limit=500)


def told(database: Database, *claims: dict[str, Any]) -> None:
    load(database, entries([article(), *claims]), 100)


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
    (capital,) = every(served, "/v1/relations", type="has_capital", object="moscow")
    assert (capital["subject"], capital["object"], capital["object_kind"]) == ("rus", "moscow", "place")
    neighbours = {
        row["subject"] if row["object"] == "chn" else row["object"]
        for row in every(served, "/v1/relations", type="borders", actor="chn")
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


def test_us_sanctions_in_force_reach_who_speaks_for_russia(served: httpx.Client) -> None:
    listed = every(served, "/v1/sanctions", imposer="usa", kind="relation", as_of="2022")
    programmes: dict[str, set[str]] = {}
    for row in listed:
        assert (row["imposers"], row["since"], row["until"]) == (["usa"], None, None)
        programmes.setdefault(row["targets"][0], set()).add(row["programme"])
    assert programmes["igor-sechin"] == {"UKRAINE-EO13661"}
    assert programmes["hezbollah"] == {"FTO", "SDGT", "SYRIA"}
    assert len(programmes) > 35
    assert every(served, "/v1/sanctions", imposer="usa", as_of="2021-07-06") == [], "no claim says so earlier"
    rolled = every(served, "/v1/sanctions", imposer="usa", target="rus", rollup="true", as_of="2022")
    assert {"rus-federal-security-service", "nikolai-patrushev"} <= {row["targets"][0] for row in rolled}
    assert every(served, "/v1/sanctions", programme="eo13876") == data(
        served, "/v1/sanctions", programme="IRAN-EO13876"
    )


def test_sanctions_are_those_asserted_not_those_planned(served: httpx.Client) -> None:
    acts = every(served, "/v1/sanctions", kind="event")
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
