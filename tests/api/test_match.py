"""Matching over HTTP among the bundled claims: who is meant, why, in which script, and what is refused."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from service.graph.connection import Database
from service.graph.loading import load
from service.queries.checking import checked
from service.queries.contract import ask
from service.queries.matching.candidates import MATCH
from tests.graph.small_world import article, claim, entries


def match(served: httpx.Client, queries: dict[str, Any], **more: Any) -> dict[str, list[dict[str, Any]]]:
    answer = served.post("/v1/actors/match", json={"queries": queries, **more})
    assert answer.status_code == 200, answer.text
    rows = answer.json()["data"]
    assert [row["query"] for row in rows] == list(queries)
    return {row["query"]: row["candidates"] for row in rows}


@pytest.mark.parametrize(
    ("name", "id_", "feature", "certain"),
    [
        ("Vladimir Putin", "vladimir-putin", "name", True),
        ("putin, vladimir", "vladimir-putin", "name", True),
        ("Путин", "vladimir-putin", "transliteration", True),
        ("Владимир Путин", "vladimir-putin", "transliteration", True),
        ("فلاديمير بوتين", "vladimir-putin", "transliteration", False),
        ("习近平", "xi-jinping", "transliteration", True),
        ("김정은", "kim-jong-un", "transliteration", False),
        ("محمود عباس", "mahmoud-abbas", "transliteration", False),
        ("Βλαντιμίρ Πούτιν", "vladimir-putin", "transliteration", False),
        ("Erdogan", "recep-tayyip-erdogan", "alias", True),
        ("VladimirPutin", "vladimir-putin", "name", True),
        ("Wladimir Puttin", "vladimir-putin", "name", False),
        ("Beijing", "chn", "metonym", True),
        ("PRC", "chn", "alias", True),
        ("People's Republic of China", "chn", "official_name", True),
        ("chn", "chn", "id", True),
    ],
)
def test_who_is_meant(served: httpx.Client, name: str, id_: str, feature: str, certain: bool) -> None:
    first = match(served, {"q": {"name": name}})["q"][0]
    assert first["id"] == id_
    assert first["features"][0]["feature"] == feature
    assert first["features"][0]["value"] == name
    assert first["match"] is certain


def test_the_contributions_add_up_to_the_score_and_say_why(served: httpx.Client) -> None:
    asked = {"name": "Vladimir Putin", "kind": "person", "country": "rus"}
    (candidates,) = match(served, {"q": asked}, limit=50, threshold=0).values()
    assert len(candidates) > 2
    assert [one["score"] for one in candidates] == sorted((one["score"] for one in candidates), reverse=True)
    for one in candidates:
        assert round(sum(feature["contribution"] for feature in one["features"]), 4) == one["score"]
    assert [(f["feature"], f["matched"], f["score"]) for f in candidates[0]["features"]] == [
        ("name", "Vladimir Putin", 1.0),
        ("kind", "person", 1.0),
        ("country", "rus", 1.0),
    ]
    makei = next(one for one in candidates if one["id"] == "vladimir-makei")
    assert makei["features"][2] == {
        "feature": "country",
        "value": "rus",
        "matched": "blr",
        "score": 0.0,
        "weight": 0.25,
        "contribution": 0.0,
    }


def test_a_batch_answers_each_query_by_itself(served: httpx.Client) -> None:
    queries = {
        "by name": {"name": "Vladimir Putin"},
        "by alias": {"name": "No Such Body", "aliases": ["Kremlin"]},
        "by identifier": {"identifiers": ["wikidata:Q148"]},
        "nobody": {"name": "Zzyzx Qwfpgj"},
    }
    found = match(served, queries)
    assert found["by name"] == match(served, {"q": queries["by name"]})["q"]
    assert found["by alias"][0]["id"] == "rus"
    assert [(one["id"], one["match"]) for one in found["by identifier"]] == [("chn", True)]
    assert found["nobody"] == []
    hundred = match(served, {f"q{number}": {"name": "Germany"} for number in range(100)}, limit=1)
    assert {one["id"] for (one,) in hundred.values()} == {"deu"}


def test_two_peoples_of_one_name_are_no_certain_match(served: httpx.Client) -> None:
    first, second, *_ = match(served, {"q": {"name": "Congolese"}})["q"]
    assert {first["id"], second["id"]} == {"cod", "cog"}
    assert (first["score"], first["match"]) == (second["score"], second["match"]) == (0.9, False)


def test_limit_and_threshold(served: httpx.Client) -> None:
    asked = {"q": {"name": "Ministry of Foreign Affairs"}}
    assert len(match(served, asked, limit=7)["q"]) == 7
    assert all(one["score"] >= 0.8 for one in match(served, asked, limit=50, threshold=0.8)["q"])
    assert match(served, {"q": {"name": "Xyzzy"}}, threshold=1)["q"] == []


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"queries": {"q1": {"name": ""}}}, "/queries/q1/name"),
        ({"queries": {"q1": {"name": "x" * 201}}}, "/queries/q1/name"),
        ({"queries": {"q1": {"name": 5}}}, "/queries/q1/name"),
        ({"queries": {"q1": {}}}, "/queries/q1/name"),
        ({"queries": {"q1": {"name": "x", "knd": "person"}}}, "/queries/q1/knd"),
        ({"queries": {"q1": {"name": "x", "kind": "man"}}}, "/queries/q1/kind"),
        ({"queries": {"q1": {"name": "x", "country": "Russia"}}}, "/queries/q1/country"),
        ({"queries": {"a/b": {"name": "x", "country": "xyz"}}}, "/queries/a~1b/country"),
        ({"queries": {"q1": {"name": "x", "identifiers": ["Q148"]}}}, "/queries/q1/identifiers/0"),
        ({"queries": {"q1": {"name": "x", "aliases": ["y", ""]}}}, "/queries/q1/aliases/1"),
        ({"queries": {"q1": "x"}}, "/queries/q1"),
        ({"queries": {"": {"name": "x"}}}, "/queries/"),
        ({"queries": []}, "/queries"),
        ({"queries": {}}, "/queries"),
        ({"queries": {f"q{n}": {"name": "x"} for n in range(101)}}, "/queries"),
        ({}, "/queries"),
        ({"queries": {"q1": {"name": "x"}}, "limit": 0}, "/limit"),
        ({"queries": {"q1": {"name": "x"}}, "limit": "5"}, "/limit"),
        ({"queries": {"q1": {"name": "x"}}, "threshold": 1.1}, "/threshold"),
        ({"queries": {"q1": {"name": "x"}}, "threshhold": 0.5}, "/threshhold"),
    ],
)
def test_one_precise_fault_for_each_error(served: httpx.Client, body: Any, pointer: str) -> None:
    answer = served.post("/v1/actors/match", json=body)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    (error,) = answer.json()["errors"]
    assert (error["in"], error["pointer"]) == ("body", pointer)


@pytest.mark.parametrize(
    "name", ['" OR *:* OR "', "name:[* TO *]", "\\", "a" * 200, "()[]{}/.*/~", "AND NOT OR"]
)
def test_what_looks_like_a_query_language_is_a_name(served: httpx.Client, name: str) -> None:
    assert all(one["score"] < 0.9 for one in match(served, {"q": {"name": name}}, threshold=0)["q"])


def test_long_names_of_all_scripts_are_no_load_for_the_search(served: httpx.Client) -> None:
    words = " ".join(f"{chr(97 + n)}{chr(98 + n)}{chr(99 + n)}" for n in range(20))
    for name in (words, "абв " * 50, "محم " * 50, "习近平" * 60, "김정은 " * 40):
        match(served, {"q": {"name": name[:200], "aliases": [words[::-1]] * 20}}, limit=50, threshold=0)


def world(*records: dict[str, Any]) -> Any:
    return entries([article(), *records])


def best(database: Database, name: str, **more: Any) -> list[tuple[str, bool]]:
    given = checked(MATCH, {"queries": {"q": {"name": name, **more.pop("query", {})}}, **more}, "body")
    return [(one["id"], one["match"]) for one in ask(database, MATCH, given).rows[0]["candidates"]]


def test_a_name_in_another_script_is_found_as_it_is_written(database: Database) -> None:
    ann = {"record": "actor", "id": "ann-envoy", "kind": "person", "name": "Ann Envoy"}
    load(database, world({**ann, "aliases": ["Анна Посланник", "安娜使者", "آنا"]}), 100)
    for name in ("Анна Посланник", "посланник анна", "安娜使者", "آنا", "Ann Envoy"):
        assert best(database, name) == [("ann-envoy", True)], name
    assert best(database, "Анна Посланик")[0][0] == "ann-envoy"


def test_names_and_ties_are_those_of_the_time_asked_for(database: Database) -> None:
    first, second = datetime(2025, 1, 1, tzinfo=UTC), datetime(2025, 2, 1, tzinfo=UTC)
    land = {"record": "actor", "id": "arl", "kind": "country", "name": "Arland"}
    ann = {"record": "actor", "id": "ann-envoy", "kind": "person", "name": "Ann Envoy"}
    office = {"type": "holds_office", "subject": "ann-envoy", "object": {"actor": "arl"}, "title": "Envoy"}
    load(database, world(land, ann), 100, clock=lambda: first)
    later = article("https://other.example/ann", text=None)
    tie = claim("relation", {**office, "since": "2024-03-01"})
    load(database, entries([later, {**ann, "aliases": ["The Lark"]}, tie]), 100, clock=lambda: second)
    assert best(database, "The Lark") == [("ann-envoy", True)]
    assert best(database, "The Lark", known_at=first.isoformat()) == []
    assert best(database, "Ann Envoy", known_at="2024-12-31") == []
    arland = {"query": {"country": "arl"}}
    given = checked(MATCH, {"queries": {"q": {"name": "Ann Envoy", "country": "arl"}}}, "body")
    features = ask(database, MATCH, given).rows[0]["candidates"][0]["features"]
    assert [feature["feature"] for feature in features] == ["name", "country"]
    assert best(database, "Ann Envoy", **arland, known_at=first.isoformat()) == [("ann-envoy", True)]


def test_who_is_merged_is_found_by_both_names_as_one(database: Database) -> None:
    one = {"record": "actor", "id": "bank-a", "kind": "organization", "name": "Arland Bank"}
    other = {"record": "actor", "id": "bank-b", "kind": "organization", "name": "Bank of the Isles"}
    judged = {"merged": "bank-b", "kept": "bank-a", "judge": "a.reader", "reason": "renamed"}
    merge = {"record": "merge", "judgement": "same", "decided_at": "2024-06-01", **judged}
    load(database, world(one, other), 100)
    load(database, entries([merge]), 100)
    for name in ("Arland Bank", "Bank of the Isles"):
        assert best(database, name)[0] == ("bank-a", True)
        assert "bank-b" not in [id_ for id_, _ in best(database, name, threshold=0)]
