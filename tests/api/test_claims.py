"""Claims over HTTP and in small worlds: when said, how standing, where written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from service.claims.identity import sha256_hex
from service.errors import NotFound
from service.graph.connection import Database
from service.queries import claims, corroboration
from service.queries.checking import checked
from service.queries.contract import ask
from tests.asking import FEBRUARY, loaded, rows
from tests.graph.small_world import (
    CLOSURE,
    MEETING,
    OFFICE,
    PRAISE,
    SENTENCES,
    TEXT,
    article,
    claim,
)


def flat(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for child in plan.get("children", []):
        yield from flat(child)


def test_the_whole_list_walks_the_index_no_further_than_its_page(bundled: Database) -> None:
    query = claims.LIST
    given = {name.rstrip("_"): value for name, value in checked(query, {}).items()}
    with bundled._driver.session() as session:
        asked = {"given": {**given, "after": None, "limit": 51}}
        profile = session.run("PROFILE " + query.runnable, asked).consume().profile
    assert profile is not None
    operators = list(flat(profile))
    walks = [one for one in operators if "said_on, id" in one["args"].get("Details", "")[:80]]
    assert all(walk["operatorType"].startswith("NodeIndexSeek") for walk in walks)
    # Those by kind and by modality stand still where neither is asked for.
    assert [walk["rows"] for walk in walks if walk["rows"]] == [pytest.approx(51, abs=1)]
    assert sum(one.get("dbHits", 0) for one in operators) < 5_000


def test_claims_come_by_the_day_they_were_said_latest_first(served: httpx.Client) -> None:
    found = served.get("/v1/claims", params={"from": "2024-05", "to": "2024-05-15", "limit": 500}).json()[
        "data"
    ]
    said = [(row["said_on"], row["id"]) for row in found]
    assert said == sorted(said, reverse=True)
    assert {row["said_on"][:7] for row in found} <= {"2024-05", "2024"}
    assert "claim-643b9b66fa68b370b07d" in {row["id"] for row in found}
    assert not [row for row in found if row["said_on"] > "2024-05-15"]


def test_a_month_is_said_within_each_of_its_days(database: Database) -> None:
    (id_,) = loaded(database, [article(), claim("stance", PRAISE, said_on="2024-03")])
    asked: list[tuple[dict[str, str], bool]] = [
        ({"from": "2024-03-31"}, True),
        ({"to": "2024-03-01"}, True),
        ({"from": "2024-04"}, False),
        ({"to": "2024-02"}, False),
        ({"as_of": "2024-03"}, True),
        ({"as_of": "2024-02-29"}, False),
    ]
    for given, there in asked:
        for more in ({}, {"publication": rows(database, claims.LIST)[0]["publication"]}):
            assert [row["id"] for row in rows(database, claims.LIST, **given, **more)] == [id_] * there


def test_the_speaker_of_a_country_speaks_for_it_in_office(database: Database) -> None:
    office = {**OFFICE, "since": "2024-01-01", "until": "2024-06-30"}
    before, within, _ = loaded(
        database,
        [
            article(),
            claim("stance", PRAISE, speakers=["ann-envoy"], said_on="2023-12-31"),
            claim("stance", PRAISE, speakers=["ann-envoy"], said_on="2024-03-04"),
            claim("relation", office),
        ],
    )
    assert rows(database, claims.LIST, speaker="arl") == []
    assert [row["id"] for row in rows(database, claims.LIST, speaker="arl", rollup="true")] == [within]
    assert {row["id"] for row in rows(database, claims.LIST, speaker="ann-envoy")} == {before, within}


def test_filters_of_origin_meet(served: httpx.Client) -> None:
    whole = served.get("/v1/claims", params={"outlet": "asia-financial", "limit": 500}).json()["data"]
    assert len(whole) > 150
    assert {row["publication"][:8] for row in whole} == {"article-"}
    measures = served.get(
        "/v1/claims", params={"outlet": "asia-financial", "kind": "measure", "limit": 500}
    ).json()["data"]
    assert [row["id"] for row in measures] == [row["id"] for row in whole if row["kind"] == "measure"]
    methods = served.get("/v1/claims", params={"method": "curated"}).json()["data"]
    assert {row["method"] for row in methods} == {"curated"}
    assert served.get("/v1/claims", params={"method": "guess"}).json()["errors"][0]["allowed"]


def test_a_claim_tells_its_standings_and_reviews_as_known(database: Database) -> None:
    (id_,) = loaded(database, [article(), claim("event", MEETING)])
    review = {
        "record": "review",
        "claim": id_,
        "status": "rejected",
        "reviewer": "a.reader",
        "reason": "a misreading",
        "reviewed_at": "2025-01-20",
    }
    loaded(database, [review], FEBRUARY)
    (now,) = rows(database, claims.DETAIL, id=id_)
    assert [(one["status"], one["retracted_at"]) for one in now["standings"]] == [
        ("accepted", "2025-02-01T00:00:00Z"),
        ("rejected", None),
    ]
    assert now["status"] == "rejected"
    assert {one["voice"] for one in now["standings"]} == {"example-wire"}
    assert [(one["reviewer"], one["recorded_at"]) for one in now["reviews"]] == [
        ("a.reader", "2025-02-01T00:00:00Z")
    ]
    (then,) = rows(database, claims.DETAIL, id=id_, known_at="2025-01-15")
    assert (then["status"], then["reviews"]) == ("accepted", [])
    assert [one["retracted_at"] for one in then["standings"]] == [None]
    for query in (claims.DETAIL, claims.EVIDENCE, corroboration.CORROBORATION):
        with pytest.raises(NotFound):
            ask(database, query, checked(query, {"id": id_, "known_at": "2024-12-31"}))
        with pytest.raises(NotFound):
            ask(database, query, checked(query, {"id": id_, "published_until": "2024-03-03"}))


def test_the_evidence_shows_the_sentence_among_its_neighbours_and_the_chain(database: Database) -> None:
    first, second = loaded(
        database, [article(), claim("event", MEETING, speakers=["ann-envoy"]), claim("event", CLOSURE, 2)]
    )
    (one,) = rows(database, claims.EVIDENCE, id=first)
    assert (one["before"], one["text"], one["after"]) == (None, SENTENCES[0], SENTENCES[1])
    assert [(step["step"], step["by"]) for step in one["chain"]] == [
        ("said_by", ["ann-envoy"]),
        ("quoted_by", ["example-wire"]),
        ("published_by", ["example-news"]),
        ("article", [one["publication"]]),
    ]
    (two,) = rows(database, claims.EVIDENCE, id=second)
    assert (two["before"], two["text"], two["after"]) == (SENTENCES[0], SENTENCES[1], None)
    assert two["chain"][0]["step"] == "quoted_by", "nobody is said to have said it"
    (bare,) = rows(database, claims.EVIDENCE, id=second, around=0)
    assert (bare["before"], bare["after"]) == (None, None)
    (cut,) = rows(database, claims.EVIDENCE, id=second, around=20)
    assert cut["before"] is None, "half a sentence is no neighbour"


def test_neighbours_are_whole_sentences_and_offsets_count_characters(database: Database) -> None:
    text = "🐟 Fish. " + "A first one, quite long. " * 3 + TEXT + " Then “it rained.” More"
    start = text.index(SENTENCES[0])
    told = {
        "paragraph": 1,
        "sentence": 5,
        "start": start,
        "end": start + len(SENTENCES[0]),
        "sentence_sha256": sha256_hex(SENTENCES[0]),
    }
    header = article(text=text, sha256=sha256_hex(text))
    (id_,) = loaded(database, [header, claim("event", MEETING, evidence=told)])
    (row,) = rows(database, claims.EVIDENCE, id=id_, around=60)
    assert row["text"] == SENTENCES[0]
    assert row["before"] == "A first one, quite long. A first one, quite long."
    assert row["after"] == SENTENCES[1]
    assert rows(database, claims.EVIDENCE, id=id_)[0]["before"].startswith("🐟 Fish.")


def test_without_the_text_the_evidence_is_its_place_and_hash(served: httpx.Client) -> None:
    (row,) = [served.get("/v1/claims/claim-65356afcc866c3d01fff/evidence").json()["data"]]
    assert (row["before"], row["text"], row["after"]) == (None, None, None)
    assert (row["start"], row["end"], len(row["sentence_sha256"])) == (4065, 4336, 64)
    assert [step["step"] for step in row["chain"]] == ["said_by", "quoted_by", "published_by", "article"]
    table = served.get("/v1/claims/claim-643b9b66fa68b370b07d/evidence").json()["data"]
    assert [step["step"] for step in table["chain"]] == ["said_by", "published_by", "dataset"]
    assert table["row"]
