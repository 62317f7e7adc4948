"""Claims over HTTP and in small worlds: when said, how standing, where written, who tells and who denies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from service.claims.identity import sha256_hex
from service.claims.model import Claim
from service.errors import NotFound
from service.graph.connection import Database
from service.graph.loading import load
from service.queries import claims, contradictions, corroboration
from service.queries.checking import checked
from service.queries.contract import Query, ask
from tests.graph.small_world import (
    BLAME,
    CLOSURE,
    MEETING,
    OFFICE,
    PRAISE,
    SENTENCES,
    TEXT,
    article,
    claim,
    entries,
)

JANUARY, FEBRUARY, MARCH = (datetime(2025, month, 1, tzinfo=UTC) for month in (1, 2, 3))
DENIAL: dict[str, Any] = {
    "affirmed": False,
    "modality": "denied",
    "speakers": ["bor"],
    "speech_act": "denial",
}


def loaded(database: Database, records: list[dict[str, Any]], time: datetime = JANUARY) -> list[str]:
    """Load the records at a time; the ids of their claims, in order."""
    made = entries(records)
    load(database, made, 100, clock=lambda: time)
    return [entry.record.id for entry in made if isinstance(entry.record, Claim)]


def rows(database: Database, query: Query, **given: Any) -> list[dict[str, Any]]:
    return ask(database, query, checked(query, given)).rows


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
    (walk,) = [one for one in operators if "said_on, id" in one["args"].get("Details", "")[:60]]
    assert walk["operatorType"].startswith("NodeIndexSeek")
    assert walk["rows"] <= 52
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


REPRINT = article("https://second.example/talks", outlet="second-news", text=None)
OWN_WORDS = article("https://third.example/talks", outlet="third-news", credits=[], text=None)
LATER = article(
    "https://third.example/talks", outlet="third-news", credits=[], text=None, published_on="2024-03-09"
)


def test_reprints_of_one_agency_are_one_voice(database: Database) -> None:
    other_words = {**MEETING, "mode": "visit"}
    first, reprint, own, _ = loaded(
        database,
        [
            article(),
            claim("event", MEETING),
            REPRINT,
            claim("event", MEETING),
            LATER,
            claim("event", other_words),
            claim("event", MEETING, **DENIAL),
        ],
    )
    (row,) = rows(database, corroboration.CORROBORATION, id=first)
    assert row["voices"] == 2
    wire, third = row["by_voice"]
    assert (wire["voice"], wire["own"], wire["claims"]) == ("example-wire", True, sorted([first, reprint]))
    assert len(wire["publications"]) == 2
    assert (third["voice"], third["own"], third["claims"]) == ("third-news", False, [own])
    assert third["facts"] != wire["facts"], "the same happening in other words"
    assert (wire["first_public_on"], third["first_public_on"]) == ("2024-03-04", "2024-03-09")
    assert row["claims"] == sorted([first, reprint, own])
    (early,) = rows(database, corroboration.CORROBORATION, id=first, published_until="2024-03-08")
    assert early["voices"] == 1


def test_a_denial_is_corroborated_by_denials(database: Database) -> None:
    _, denied, again = loaded(
        database,
        [
            article(),
            claim("event", CLOSURE, 2),
            claim("event", CLOSURE, 2, **DENIAL),
            OWN_WORDS,
            claim("event", CLOSURE, 2, **DENIAL),
        ],
    )
    (row,) = rows(database, corroboration.CORROBORATION, id=denied)
    assert (row["affirmed"], row["voices"], row["claims"]) == (False, 2, sorted([denied, again]))


def test_a_contradiction_needs_both_its_claims(database: Database) -> None:
    told, denied = loaded(
        database,
        [
            article(),
            claim("event", CLOSURE, 2, said_on="2024-03-04"),
            OWN_WORDS,
            claim("event", CLOSURE, 2, **DENIAL, said_on="2024-03-05"),
        ],
    )
    (pair,) = rows(database, contradictions.LIST)
    assert (pair["reason"], pair["claim"], pair["other"]) == ("denied", denied, told)
    assert (pair["claim_speakers"], pair["other_speakers"]) == (["bor"], [])
    assert (pair["claim_said_on"], pair["other_said_on"]) == ("2024-03-05", "2024-03-04")
    assert pair["claim_fact"] == pair["other_fact"]
    assert pair["claims"] == [denied, told]
    for one, other in ((told, denied), (denied, told)):
        (of_one,) = rows(database, contradictions.OF_CLAIM, id=one)
        assert (of_one["claim"], of_one["other"]) == (one, other)
        assert rows(database, claims.DETAIL, id=one)[0]["contradictions"] == [other]
    review = {
        "record": "review",
        "claim": denied,
        "status": "rejected",
        "reviewer": "a.reader",
        "reason": "no denial",
        "reviewed_at": "2025-02-01",
    }
    loaded(database, [review], MARCH)
    assert rows(database, contradictions.LIST) == []
    assert rows(database, contradictions.OF_CLAIM, id=told) == []
    assert rows(database, claims.DETAIL, id=told)[0]["contradictions"] == []
    assert len(rows(database, contradictions.LIST, known_at="2025-02-01")) == 1


def test_contradictions_are_found_by_speaker_topic_fact_reason_and_day(database: Database) -> None:
    loaded(
        database,
        [
            article(),
            claim("relation", {**OFFICE, "object": {"actor": "bor"}}),
            claim("event", CLOSURE, 2, said_on="2024-03-04"),
            claim("event", CLOSURE, 2, **{**DENIAL, "speakers": ["ann-envoy"]}, said_on="2024-03-05"),
            claim("stance", {**PRAISE, "since": "2024-03-04"}),
            claim("stance", {**BLAME, "since": "2024-03-04"}),
        ],
    )
    (denied,) = rows(database, contradictions.LIST, reason="denied")
    (opposed,) = rows(database, contradictions.LIST, reason="opposite_position")
    assert rows(database, contradictions.LIST) == [denied, opposed]
    assert rows(database, contradictions.LIST, actor="ann-envoy") == [denied]
    assert rows(database, contradictions.LIST, actor="bor") == []
    assert rows(database, contradictions.LIST, actor="bor", rollup="true") == [denied]
    assert rows(database, contradictions.LIST, topic="ports") == [denied]
    assert rows(database, contradictions.LIST, fact=opposed["claim_fact"]) == [opposed]
    assert rows(database, contradictions.LIST, **{"from": "2024-03-05"}) == [denied]
    assert rows(database, contradictions.LIST, to="2024-03-04") == [opposed]
    first = ask(database, contradictions.LIST, checked(contradictions.LIST, {"limit": 1}))
    assert first.next is not None
    second = ask(
        database, contradictions.LIST, checked(contradictions.LIST, {"limit": 1, "cursor": first.next})
    )
    assert [*first.rows, *second.rows] == [denied, opposed]


def test_the_figures_for_trade_contradict_each_other(served: httpx.Client) -> None:
    found = served.get(
        "/v1/contradictions", params={"reason": "measure_mismatch", "actor": "rus", "rollup": "true"}
    )
    pairs = {frozenset(row["claims"]) for row in found.json()["data"]}
    assert frozenset({"claim-643b9b66fa68b370b07d", "claim-fd119b5223aa0a2363dd"}) in pairs
    wrong = served.get("/v1/contradictions", params={"reason": "lie"}).json()["errors"]
    assert wrong[0]["allowed"] == ["denied", "opposite_position", "measure_mismatch", "exclusive_relation"]
    assert served.get("/v1/claims/claim-00000000000000000000/contradictions").status_code == 404
