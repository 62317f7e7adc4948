"""Where it comes from: articles, outlets and their scorecards, datasets; and the catalogue of questions."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from service.claims.identity import sha256_hex
from service.errors import NotFound
from service.graph.connection import Database
from service.queries import articles, datasets, outlets
from service.queries.catalogue import QUERIES
from service.queries.checking import checked
from service.queries.contract import ask
from tests.asking import FEBRUARY, MARCH, loaded, rows
from tests.graph.small_world import BLAME, CLOSURE, MEETING, PRAISE, TEXT, article, claim

DENIAL: dict[str, Any] = {"affirmed": False, "modality": "denied", "speech_act": "denial"}


def test_an_article_shows_its_claims_in_the_order_of_its_text(database: Database) -> None:
    later, sooner = loaded(database, [article(), claim("event", CLOSURE, 2), claim("event", MEETING)])
    (listed,) = rows(database, articles.LIST)
    assert listed["claims"] == 2
    (found,) = rows(database, articles.DETAIL, id=listed["id"])
    assert [row["id"] for row in found["claims"]] == [sooner, later]
    assert found["text_stored"]
    for row in found["claims"]:
        sentence = TEXT[row["start"] : row["end"]]
        assert sentence in TEXT.split(". ", 1)[row["sentence"] - 1] + "."
        assert (row["kind"], row["paragraph"], row["section"]) == ("event", 1, "body")


def test_the_article_of_the_demo_has_each_claim_at_its_place(served: httpx.Client) -> None:
    (listed,) = served.get("/v1/articles", params={"from": "2024-05", "to": "2024-05-16"}).json()["data"]
    assert served.get("/v1/articles", params={"from": "2024-06"}).json()["data"] == []
    assert served.get("/v1/articles", params={"as_of": "2024-05-15"}).json()["data"] == []
    found = served.get(f"/v1/articles/{listed['id']}").json()["data"]
    assert len(found["claims"]) == listed["claims"] > 150
    starts = [row["start"] for row in found["claims"]]
    assert starts == sorted(starts)
    claims = served.get("/v1/claims", params={"publication": listed["id"], "limit": 500}).json()["data"]
    assert {row["id"] for row in claims} == {row["id"] for row in found["claims"]}
    row = found["claims"][0]
    evidence = served.get(f"/v1/claims/{row['id']}/evidence").json()["data"]
    assert {name: evidence[name] for name in ("paragraph", "sentence", "start", "end")} == {
        name: row[name] for name in ("paragraph", "sentence", "start", "end")
    }


def test_an_article_is_shown_as_it_was_known(database: Database) -> None:
    loaded(database, [article(), claim("event", MEETING), claim("event", CLOSURE, 2)])
    corrected = article(title="Arland and Borland Talk Again", revised_at="2025-01-15")
    loaded(database, [corrected, claim("event", MEETING)], FEBRUARY)
    withdrawn = {"record": "retraction", "article": article()["url"], "reason": "withdrawn"}
    loaded(database, [withdrawn], MARCH)
    (listed,) = rows(database, articles.LIST)
    assert (listed["claims"], listed["retracted_at"]) == (0, "2025-03-01T00:00:00Z")
    told = {
        month: rows(database, articles.DETAIL, id=listed["id"], known_at=f"2025-{month:02}-02")[0]
        for month in (1, 2, 3)
    }
    assert [len(row["claims"]) for row in told.values()] == [2, 1, 0]
    assert [len(row["revisions"]) for row in told.values()] == [1, 2, 2]
    assert [row["title"][-5:] for row in told.values()] == [" Talk", "Again", "Again"]
    assert [row["retracted_at"] is None for row in told.values()] == [True, True, False]
    assert rows(database, articles.LIST, known_at="2024-12-31") == []
    with pytest.raises(NotFound):
        ask(
            database,
            articles.DETAIL,
            checked(articles.DETAIL, {"id": listed["id"], "known_at": "2024-12-31"}),
        )


def test_articles_walk_newest_first_whatever_they_are_found_by(database: Database) -> None:
    headers = [
        article(f"https://news.example/{day}", published_on=f"2024-03-{day:02}", title=f"Talks on {day}")
        for day in (5, 3, 9, 7)
    ]
    loaded(database, headers)
    for given in ({}, {"outlet": "example-news"}, {"q": "Talks"}):
        walked: list[str] = []
        cursor: dict[str, Any] = {}
        while len(walked) < 9:
            answer = ask(database, articles.LIST, checked(articles.LIST, {"limit": 3, **given, **cursor}))
            walked += [row["published_on"][-1] for row in answer.rows]
            if answer.next is None:
                break
            cursor = {"cursor": answer.next}
        assert walked == ["9", "7", "5", "3"]
        found = rows(database, articles.LIST, **given, **{"from": "2024-03-04", "to": "2024-03-07"})
        assert [row["published_on"][-1] for row in found] == ["7", "5"]


def test_outlets_and_agencies_are_told_apart(served: httpx.Client) -> None:
    found = served.get("/v1/outlets", params={"agency": "true", "limit": 500}).json()["data"]
    agencies = {row["id"]: row for row in found}
    assert agencies["reuters"]["name"] == "Reuters"
    assert "asia-financial" not in agencies
    others = served.get("/v1/outlets", params={"agency": "false", "limit": 500}).json()["data"]
    (printed,) = [row for row in others if row["articles"]]
    assert (printed["id"], printed["articles"]) == ("asia-financial", 1)
    assert served.get("/v1/outlets", params={"known_at": "2000-01-01"}).json()["data"] == []


def test_a_scorecard_counts_what_an_outlet_tells_first_alone_and_against_others(database: Database) -> None:
    first = article("https://first.example/1", outlet="first-news", credits=[], published_on="2024-03-04")
    slow = article("https://slow.example/1", outlet="slow-news", credits=[], published_on="2024-03-10")
    loaded(
        database,
        [
            first,
            claim("event", MEETING),
            claim("event", CLOSURE, 2),
            claim("stance", {**PRAISE, "since": "2024-03-01"}),
            slow,
            claim("event", {**MEETING, "mode": "visit"}),
            claim("event", CLOSURE, 2, **DENIAL, speakers=["bor"]),
            claim("stance", {**PRAISE, "since": "2024-03-01"}),
            claim("stance", {**BLAME, "since": "2024-02-01"}),
            # Reprinted from an agency: the agency's voice, not the outlet's.
            article("https://first.example/2", outlet="first-news", credits=["wire"], text=None),
            claim("stance", {**BLAME, "since": "2024-01-01"}),
        ],
    )
    (card,) = rows(database, outlets.SCORECARD, id="first-news")
    assert (card["facts"], card["unique"], card["corroborated"], card["contradicted"]) == (3, 1, 2, 1)
    assert (card["first"], card["lead_days"], card["claim_count"]) == (2, 6.0, 3)
    assert len(card["claims"]) == 3
    (late,) = rows(database, outlets.SCORECARD, id="slow-news")
    assert (late["facts"], late["unique"], late["corroborated"], late["contradicted"]) == (3, 1, 2, 0)
    assert (late["first"], late["lead_days"]) == (0, -6.0)
    (wire,) = rows(database, outlets.SCORECARD, id="wire")
    assert (wire["facts"], wire["unique"], wire["lead_days"]) == (1, 1, None)
    (early,) = rows(database, outlets.SCORECARD, id="first-news", published_until="2024-03-09")
    assert (early["unique"], early["contradicted"], early["lead_days"]) == (3, 0, None)


def test_datasets_say_who_publishes_them_and_under_which_licence(served: httpx.Client) -> None:
    found = served.get("/v1/datasets", params={"limit": 500}).json()["data"]
    named = {row["name"]: row for row in found}
    assert all(
        row[name] for row in found for name in ("title", "publisher", "version", "released_on", "licence")
    )
    us = named["ofac-sdn-2021-07"]
    assert us["licence"].startswith("public domain")
    detail = served.get(f"/v1/datasets/{us['id']}").json()["data"]
    claims = served.get("/v1/claims", params={"publication": us["id"], "count": "true", "limit": 1}).json()[
        "page"
    ]
    assert detail["claims"] == us["claims"] == claims["count"]["value"] > 70
    assert detail["kinds"] == [{"kind": "relation", "claims": us["claims"]}]
    assert served.get("/v1/datasets/dataset-nothing").status_code == 404


def test_a_dataset_keeps_its_editions(database: Database) -> None:
    header = {
        "record": "dataset",
        "id": "port-table",
        "title": "Ports",
        "publisher": "Arland",
        "version": "1",
        "released_on": "2024-01",
        "licence": "CC0-1.0",
    }
    row: dict[str, Any] = {"evidence": {"row": "1"}, "method": "dataset"}
    loaded(database, [header, claim("event", MEETING, **row), claim("event", CLOSURE, **row)])
    second = {**header, "version": "2", "released_on": "2024-02", "title": "All ports"}
    loaded(database, [second, claim("event", MEETING, **row)], FEBRUARY)
    (listed,) = rows(database, datasets.LIST)
    assert (listed["title"], listed["version"], listed["editions"]) == ("All ports", "2", 2)
    (then,) = rows(database, datasets.LIST, known_at="2025-01-15")
    assert (then["title"], then["version"], then["editions"], then["claims"]) == ("Ports", "1", 1, 2)
    (detail,) = rows(database, datasets.DETAIL, id=listed["id"])
    assert [edition["version"] for edition in detail["editions"]] == ["1", "2"]
    assert rows(database, datasets.LIST, as_of="2023-12") == []


def test_the_catalogue_has_every_question_and_its_examples_are_answered(served: httpx.Client) -> None:
    listed = served.get("/v1/catalogue").json()["data"]
    assert [question["name"] for question in listed] == list(QUERIES)
    for question in listed:
        query = QUERIES[question["name"]]
        assert (question["description"], question["cypher"]) == (query.description, query.cypher)
        assert [field["name"] for field in question["fields"]] == list(query.columns)
        doors = {field.data_key or name for name, field in query.door.fields.items()}
        assert {parameter["name"] for parameter in question["parameters"]} == doors
        assert all(parameter["description"] for parameter in question["parameters"]), question["name"]
        assert not question["path"].count("<")


def test_the_catalogues_own_words(served: httpx.Client) -> None:
    listed = {question["name"]: question for question in served.get("/v1/catalogue").json()["data"]}
    compare = listed["measures/compare"]
    assert compare["example_url"].startswith("/v1/measures/compare?indicator=trade_turnover&of=chn&with=rus")
    fields = {field["name"]: field for field in compare["fields"]}
    assert fields["spread_share"]["type"] == "number or null"
    assert [field["name"] for field in fields["figures"]["fields"]][:2] == ["value", "comparator"]
    status = {one["name"]: one for one in compare["parameters"]}["status"]
    assert (status["default"], status["place"]) == ("accepted", "query")
    assert "rejected" in status["allowed"]
    match = listed["actors/match"]
    assert (match["method"], match["example_body"]) == ("POST", match["example"])
    assert served.get("/v1/catalogue", params={"x": "1"}).status_code == 400
    for name in ("trade/list", "claims/evidence", "sanctions/list", "datasets/detail"):
        answer = served.get(listed[name]["example_url"])
        assert answer.status_code == 200, name
        assert answer.json()["data"], name


def test_hash_of_the_stored_text_is_that_of_the_article(database: Database) -> None:
    loaded(database, [article(), claim("event", MEETING)])
    (listed,) = rows(database, articles.LIST)
    (found,) = rows(database, articles.DETAIL, id=listed["id"])
    assert found["sha256"] == sha256_hex(TEXT)
