"""Sides in small fictional worlds: who changes them, who takes none, who takes the same."""

from __future__ import annotations

import math
from typing import Any

import pytest

from service.errors import InvalidInput
from service.graph.connection import Database
from service.graph.loading import load
from service.queries import alignment, stances
from tests.asking import rows
from tests.graph.small_world import OFFICE, SENTENCES, article, claim, entries
from tests.graph.stance_world import BOR, COUNTRIES, FISH, FISHING, HEADER, OTHER, Json, row, stance

FLIPS: dict[str, tuple[list[Json], int]] = {
    "same topics of an actor": (
        [
            stance(1, "arl", "praises", BOR, "2021-01-01", topics=["a", "b"]),
            stance(2, "arl", "condemns", BOR, "2022-01-01", topics=["a", "b"]),
        ],
        1,
    ),
    "other topics of an actor": (
        [
            stance(1, "arl", "praises", BOR, "2021-01-01", topics=["a"]),
            stance(2, "arl", "condemns", BOR, "2022-01-01", topics=["a", "b"]),
        ],
        0,
    ),
    "a topic, one topic in common": (
        [
            stance(1, "arl", "supports", FISH, "2021-01-01", topics=["a", "b"]),
            stance(2, "arl", "opposes", FISH, "2022-01-01", topics=["b", "c"]),
        ],
        1,
    ),
    "a topic, none in common": (
        [
            stance(1, "arl", "supports", FISH, "2021-01-01", topics=["a"]),
            stance(2, "arl", "opposes", FISH, "2022-01-01", topics=["b"]),
        ],
        0,
    ),
    "an abstention between": (
        [
            stance(1, "arl", "supports", FISH, "2021-01-01"),
            stance(2, "arl", "abstains", FISH, "2021-06-01"),
            stance(3, "arl", "opposes", FISH, "2022-01-01"),
        ],
        1,
    ),
    "there and back": (
        [
            stance(1, "arl", "supports", FISH, "2021"),
            stance(2, "arl", "opposes", FISH, "2022"),
            stance(3, "arl", "favours", FISH, "2023"),
            stance(4, "arl", "supports", FISH, "2024"),
        ],
        2,
    ),
    "one day": (
        [
            stance(1, "arl", "supports", FISH, "2021-01-01"),
            stance(2, "arl", "opposes", FISH, "2021-01-01"),
        ],
        0,
    ),
    "a month that holds the day": (
        [
            stance(1, "arl", "supports", FISH, "2021-01"),
            stance(2, "arl", "opposes", FISH, "2021-01-20"),
        ],
        0,
    ),
    "only alleged": (
        [
            stance(1, "arl", "supports", FISH, "2021-01-01"),
            stance(2, "arl", "opposes", FISH, "2022-01-01", told={"modality": "alleged"}),
        ],
        0,
    ),
    "somebody else": (
        [
            stance(1, "arl", "supports", FISH, "2021-01-01"),
            stance(2, "cer", "opposes", FISH, "2022-01-01"),
        ],
        0,
    ),
}


@pytest.mark.parametrize("name", FLIPS)
def test_a_flip_is_a_change_of_one_holder_on_one_matter(database: Database, name: str) -> None:
    records, expected = FLIPS[name]
    load(database, entries([HEADER, *COUNTRIES, FISHING, *records]), 100)
    found = rows(database, stances.FLIPS)
    assert len(found) == expected
    assert [flip["to_date"] for flip in found] == sorted((f["to_date"] for f in found), reverse=True)
    assert all(flip["from_sentence"] and flip["to_sentence"] for flip in found)


def test_two_sides_in_one_sentence_are_no_flip_until_another_sentence_tells_one(database: Database) -> None:
    once = {"holders": ["arl"], "position": "praises", "target": BOR, "since": "2021-01-01"}
    now = {**once, "position": "condemns", "since": "2022-01-01"}
    load(database, entries([article(), claim("stance", once), claim("stance", now)]), 100)
    # A reprint is the same sentence.
    load(database, entries([OTHER, claim("stance", once), claim("stance", now)]), 100)
    assert rows(database, stances.FLIPS) == []
    load(database, entries([article(), claim("stance", now, 2)]), 100)
    (flip,) = rows(database, stances.FLIPS)
    assert {flip["from_sentence"], flip["to_sentence"]} == set(SENTENCES)
    assert len(flip["claims"]) == 5


def test_with_rollup_a_country_changes_sides_by_its_office_holder(database: Database) -> None:
    records = [
        *[HEADER, *COUNTRIES, FISHING],
        row(1, "relation", {**OFFICE, "since": "2020"}),
        stance(2, "arl", "supports", FISH, "2021-01-01"),
        stance(3, "ann-envoy", "opposes", FISH, "2022-01-01"),
    ]
    load(database, entries(records), 100)
    assert rows(database, stances.FLIPS) == []
    (flip,) = rows(database, stances.FLIPS, holder="arl", rollup="true")
    assert (flip["from_holders"], flip["to_holders"], flip["gap_days"]) == (["arl"], ["ann-envoy"], 365)


SILENCE: list[Json] = [
    *[HEADER, *COUNTRIES, FISHING],
    {"record": "actor", "id": "dun", "kind": "country", "name": "Dun"},
    {"record": "actor", "id": "league", "kind": "organization", "name": "League"},
    row(1, "relation", {**OFFICE, "since": "2020"}),
    row(
        2, "relation", {"type": "member_of", "subject": "bor", "object": {"actor": "league"}, "since": "2020"}
    ),
    row(
        3, "relation", {"type": "member_of", "subject": "cer", "object": {"actor": "league"}, "since": "2023"}
    ),
    stance(4, "ann-envoy", "supports", FISH, "2022-03-01"),
    stance(5, "bor", "opposes", FISH, "2021-03-01"),
    stance(6, "bor", "supports", FISH, "2020-03-01"),
    stance(7, "cer", "condemns", BOR, "2022-03-01", topics=["fishing"]),
]


def silent(database: Database, **given: Any) -> list[str]:
    return [found["id"] for found in rows(database, stances.SILENT, topic="fishing", **given)]


def test_silence_is_the_lack_of_a_position_in_the_period(database: Database) -> None:
    load(database, entries(SILENCE), 100)
    assert silent(database) == ["arl", "dun"]
    assert silent(database, rollup="true") == ["dun"]
    assert silent(database, heard="true") == []
    assert silent(database, **{"from": "2022", "to": "2022"}) == ["arl", "bor", "dun"]
    assert silent(database, **{"from": "2022", "to": "2022"}, rollup="true") == ["bor", "dun"]
    assert silent(database, **{"from": "2022", "to": "2022"}, bloc="league") == ["bor"]
    assert silent(database, **{"from": "2023-02", "to": "2024"}, bloc="league") == ["bor", "cer"]
    assert silent(database, kind="organization") == ["league"]
    assert silent(database, known_at="2000-01-01") == []
    given = {"topic": "fishing", "from": "2022", "to": "2022"}
    (bor,) = (found for found in rows(database, stances.SILENT, **given) if found["id"] == "bor")
    assert (bor["last_date"], bor["last_position"], len(bor["claims"])) == ("2021-03-01", "opposes", 1)
    with pytest.raises(InvalidInput):
        silent(database, bloc="leagues")


# Scores of three countries on three matters: agreement and cosine can be worked out by hand.
HELD = [
    ("arl", "supports", "x"), ("arl", "opposes", "y"), ("arl", "abstains", "z"),
    ("bor", "favours", "x"), ("bor", "supports", "y"), ("bor", "abstains", "z"),
    ("cer", "opposes", "x"),
]  # fmt: skip


def test_alignment_by_hand(database: Database) -> None:
    held = [stance(n, h, p, {"topic": t}, "2024-01-01") for n, (h, p, t) in enumerate(HELD)]
    # What the two hold of each other is no matter that they share.
    held += [stance(20, "arl", "praises", BOR, "2024"), stance(21, "bor", "praises", BOR, "2024")]
    load(database, entries([HEADER, *COUNTRIES, *held]), 100)
    found = {(r["a"], r["b"]): r for r in rows(database, alignment.LIST, actors="cer,arl,bor")}
    assert set(found) == {("arl", "bor"), ("arl", "cer"), ("bor", "cer")}
    both = found["arl", "bor"]
    assert (both["shared"], both["agreement"], both["claim_count"]) == (3, 0.6667, 6)
    cosine = (0.7 * 0.5 - 0.7 * 0.7) / (math.hypot(0.7, 0.7) * math.hypot(0.5, 0.7))
    assert both["cosine"] == pytest.approx(cosine, abs=1e-4)
    assert (found["arl", "cer"]["shared"], found["arl", "cer"]["agreement"]) == (1, 0.0)
    assert found["bor", "cer"]["cosine"] == -1.0
    allies = rows(database, alignment.ALLIES, id="arl")
    assert [(r["id"], r["agreement"], r["cosine"]) for r in allies] == [
        *[("bor", 0.6667, both["cosine"]), ("cer", 0.0, -1.0)]
    ]
    assert [r["id"] for r in rows(database, alignment.ALLIES, id="arl", end="least")] == ["cer", "bor"]
    assert [r["id"] for r in rows(database, alignment.ALLIES, id="arl", min_shared=2)] == ["bor"]
    (within,) = rows(database, alignment.LIST, actors="arl,bor", topics="x")
    assert (within["shared"], within["agreement"]) == (1, 1.0)
    (nothing,) = rows(database, alignment.LIST, actors="arl,bor", to="2023")
    assert (nothing["shared"], nothing["agreement"], nothing["claims"]) == (0, None, [])


def test_who_speaks_for_an_actor_is_not_its_ally_once_their_words_are_one(database: Database) -> None:
    records = [
        *[HEADER, *COUNTRIES, FISHING],
        row(1, "relation", {**OFFICE, "since": "2020"}),
        stance(2, "ann-envoy", "supports", FISH, "2022-01-01"),
        stance(3, "bor", "opposes", FISH, "2022-01-01"),
        stance(4, "arl", "supports", FISH, "2022-02-01"),
    ]
    load(database, entries(records), 100)
    assert [r["id"] for r in rows(database, alignment.ALLIES, id="arl")] == ["ann-envoy", "bor"]
    assert [r["id"] for r in rows(database, alignment.ALLIES, id="arl", rollup="true")] == ["bor"]
