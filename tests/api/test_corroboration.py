"""Who tells the same, and who the contrary: voices, and contradictions with both their sides."""

from __future__ import annotations

from typing import Any

import httpx

from service.graph.connection import Database
from service.queries import claims, contradictions, corroboration
from service.queries.checking import checked
from service.queries.contract import ask
from tests.asking import MARCH, loaded, rows
from tests.graph.small_world import (
    BLAME,
    CLOSURE,
    MEETING,
    OFFICE,
    PRAISE,
    article,
    claim,
)

DENIAL: dict[str, Any] = {
    "affirmed": False,
    "modality": "denied",
    "speakers": ["bor"],
    "speech_act": "denial",
}


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
