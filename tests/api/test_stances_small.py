"""Stances in small fictional worlds: the score by hand, changes of side, silence, agreement, both times."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime
from typing import Any

import pytest

from service.errors import InvalidInput, Merged
from service.graph.connection import Database
from service.graph.loading import load
from service.queries import alignment, stance_scores, stances
from service.queries.checking import checked
from service.queries.contract import Query, ask
from tests.graph.small_world import OFFICE, SENTENCES, article, claim, entries

Json = dict[str, Any]
HEADER: Json = {
    "record": "dataset",
    "id": "table",
    "title": "Table",
    "publisher": "Arland Press",
    "version": "1",
    "released_on": "2020-01-01",
    "licence": "CC0-1.0",
}
COUNTRIES: list[Json] = [
    {"record": "actor", "id": id_, "kind": "country", "name": id_.title()} for id_ in ("arl", "bor", "cer")
]
FISHING: Json = {"record": "topic", "id": "fishing", "name": "Fishing"}
OTHER = article("https://second.example/a", outlet="second", credits=[])


def row(number: int, kind: str, fact: Json, **more: Any) -> Json:
    """A claim of the table."""
    made = {"record": "claim", "kind": kind, "speech_act": "report", "method": "dataset", kind: fact}
    return {**made, "evidence": {"row": str(number)}, **more}


def stance(number: int, holder: str, position: str, target: Json, since: str, **more: Any) -> Json:
    """A stance of the table; `told` are members of its claim."""
    told = more.pop("told", {})
    body = {"holders": [holder], "position": position, "target": target, "since": since, **more}
    return row(number, "stance", body, **told)


def event(number: int, type_: str, day: str | None, told: Json | None = None) -> Json:
    """What Arland did to Borland, in the table."""
    body: Json = {"type": type_, "initiators": ["arl"], "recipients": ["bor"]}
    return row(number, "event", body if day is None else {**body, "date": day}, **(told or {}))


def rows(database: Database, query: Query, **given: Any) -> list[Json]:
    return ask(database, query, checked(query, given)).rows


def explained(database: Database, **given: Any) -> Json:
    (found,) = rows(database, stance_scores.EXPLAIN, holder="arl", target="bor", **given)
    return found


BOR, FISH = {"actor": "bor"}, {"topic": "fishing"}
PRAISED = {"holders": ["arl"], "position": "praises", "target": BOR, "since": "2023-01-01"}
EVIDENCE: list[Json] = [
    HEADER,
    *COUNTRIES,
    stance(1, "arl", "condemns", BOR, "2024-01-01"),
    stance(2, "arl", "trusts", BOR, "2022-01", until="2023-06"),
    stance(3, "arl", "supports", BOR, "2025-01-01"),
    event(4, "ASSAULT", "2024-03-01", {"modality": "alleged"}),
    event(5, "AID", "2024-02", {"modality": "planned", "confidence": 0.8}),
    event(6, "COERCE", "2024-03-02", {"modality": "denied", "affirmed": False}),
    event(7, "RETREAT", "2024-03-03", {"modality": "demanded"}),
    event(8, "CONSULT", None),
    article(),
    claim("stance", PRAISED, confidence=0.5),
    OTHER,
    claim("stance", PRAISED, confidence=0.8),
    article("https://third.example/a", outlet="third"),
    claim("stance", PRAISED, confidence=0.4),
]
# Value, weight and day of each term; the praise has three claims, two of them through one agency.
CONDEMNED, TRUSTED = (-0.9, 1.0, date(2024, 1, 1)), (0.6, 1.0, date(2023, 6, 30))
SUPPORTED, PRAISE = (0.7, 1.0, date(2025, 1, 1)), (0.8, 0.8 * math.log2(3), date(2023, 1, 1))
ASSAULT, AID = (-0.9, 0.7 * 0.5, date(2024, 3, 1)), (1.0, 0.5 * 0.8 * 0.5, date(2024, 2, 1))
BY_2024 = [CONDEMNED, TRUSTED, PRAISE, ASSAULT, AID]
DURING_TRUST = [(0.6, 1.0, date(2023, 3, 31)), PRAISE]


def score(terms: list[tuple[float, float, date]], reference: date, half_life: float) -> float:
    decayed = [(v, w * 2 ** (-(reference - day).days / half_life)) for v, w, day in terms]
    return sum(v * w for v, w in decayed) / sum(w for _, w in decayed)


@pytest.mark.parametrize(
    ("as_of", "half_life", "terms", "reference"),
    [
        (None, 365, [*BY_2024, SUPPORTED], date(2025, 1, 1)),
        ("2024-06-30", 365, BY_2024, date(2024, 6, 30)),
        ("2024-06-30", 30, BY_2024, date(2024, 6, 30)),
        ("2023-03-31", 365, DURING_TRUST, date(2023, 3, 31)),
    ],
)
def test_the_score_is_its_formula(
    database: Database, as_of: str | None, half_life: float, terms: list[Any], reference: date
) -> None:
    load(database, entries(EVIDENCE), 100)
    given = {"half_life_days": half_life, **({"as_of": as_of} if as_of else {})}
    found = explained(database, **given)
    assert found["score"] == pytest.approx(score(terms, reference, half_life), abs=5.1e-5)
    assert (found["term_count"], found["undated"]) == (len(terms), 1)
    assert sorted((t["value"], t["weight"]) for t in found["terms"]) == sorted(
        (v, round(w, 6)) for v, w, _ in terms
    )
    shown = [(t["value"], t["weight"] * t["decay"]) for t in found["terms"]]
    assert sum(v * w for v, w in shown) / sum(w for _, w in shown) == pytest.approx(found["score"], abs=1e-4)
    assert sum(t["contribution"] for t in found["terms"]) == pytest.approx(found["score"], abs=5.1e-5)
    (cell,) = rows(database, stance_scores.MATRIX, holders="arl", targets="bor", **given)
    assert (cell["score"], cell["terms"], cell["claims"]) == (found["score"], len(terms), found["claims"])


def test_the_day_to_which_age_is_counted_does_not_change_the_score(database: Database) -> None:
    load(database, entries(EVIDENCE), 100)
    scores = {explained(database, **given)["score"] for given in ({}, {"as_of": "2026"}, {"as_of": "2999"})}
    assert len(scores) == 1
    assert explained(database, as_of="2999", half_life_days=1)["score"] == 0.7
    without = explained(database, event_weight=0)
    assert {term["kind"] for term in without["terms"]} == {"stance"}


def test_a_term_shows_the_very_sentence_and_a_cell_that_nothing_fills_is_null(database: Database) -> None:
    load(database, entries(EVIDENCE), 100)
    (praise,) = (t for t in explained(database)["terms"] if t["position"] == "praises")
    assert (praise["sentence"], praise["voices"], len(praise["claims"])) == (SENTENCES[0], 2, 3)
    cells = rows(database, stance_scores.MATRIX, holders="arl,bor", targets="bor,cer")
    assert [(c["holder"], c["target"], c["terms"]) for c in cells if c["score"] is None] == [
        *[("arl", "cer", 0), ("bor", "bor", 0), ("bor", "cer", 0)]
    ]


def test_more_terms_than_are_shown_add_up_all_the_same(database: Database) -> None:
    made = [
        stance(
            n, "arl", "condemns" if n % 3 else "praises", BOR, f"2024-01-{n % 28 + 1:02}", topics=[f"t{n}"]
        )
        for n in range(520)
    ]
    load(database, entries([HEADER, *COUNTRIES, *made]), 1000)
    found = explained(database)
    assert (len(found["terms"]), found["term_count"], found["rest"]["terms"]) == (500, 520, 20)
    total = sum(t["contribution"] for t in found["terms"]) + found["rest"]["contribution"]
    assert total == pytest.approx(found["score"], abs=5.1e-5)
    assert (found["claim_count"], len(found["claims"])) == (520, 100)


def test_rollup_counts_who_speaks_in_office_on_both_sides(database: Database) -> None:
    records = [
        *[HEADER, *COUNTRIES],
        row(1, "relation", {**OFFICE, "since": "2020", "until": "2022"}),
        row(2, "relation", {**OFFICE, "subject": "bob", "object": BOR, "since": "2020"}),
        stance(3, "ann-envoy", "praises", {"actor": "bob"}, "2021-05-01"),
        stance(4, "ann-envoy", "condemns", {"actor": "bob"}, "2023-05-01"),
    ]
    load(database, entries(records), 100)
    assert explained(database)["score"] is None
    assert explained(database, rollup="true")["score"] == 0.8
    (listed,) = rows(database, stances.LIST, holder="arl", target="bor", rollup="true")
    assert (listed["holders"], listed["target"]) == (["ann-envoy"], "bob")
    assert rows(database, stances.LIST, holder="arl", target="bor") == []
    found = rows(database, stance_scores.MATRIX, targets="bor", rollup="true")
    assert {cell["holder"] for cell in found} == {"arl", "ann-envoy"}


def test_the_answer_for_a_known_time_is_that_of_the_graph_loaded_until_then(database: Database) -> None:
    def at(month: int) -> datetime:
        return datetime(2025, month, 1, tzinfo=UTC)

    half = len(EVIDENCE) // 2
    load(database, entries(EVIDENCE[:half]), 100, clock=lambda: at(1))
    queries: list[tuple[Query, Json]] = [
        (stance_scores.MATRIX, {"targets": "bor"}),
        (stance_scores.EXPLAIN, {"holder": "arl", "target": "bor"}),
        (alignment.ALLIES, {"id": "arl"}),
        (stances.FLIPS, {}),
    ]
    before = [rows(database, query, **given) for query, given in queries]
    later = [*EVIDENCE[half:], {"record": "retraction", "article": OTHER["url"], "reason": "wrong"}]
    load(database, entries([HEADER, *later]), 100, clock=lambda: at(3))
    after = [rows(database, query, **given, known_at="2025-02-01") for query, given in queries]
    assert after == before
    assert explained(database)["term_count"] > before[1][0]["term_count"]


def test_a_merged_actor_is_asked_for_by_its_kept_id(database: Database) -> None:
    judged = {"merged": "arl", "kept": "cer", "judge": "editor", "reason": "one", "decided_at": "2025-01-01"}
    load(database, entries([*EVIDENCE, {"record": "merge", **judged}]), 100)
    with pytest.raises(Merged):
        explained(database)
    (cell,) = rows(database, stance_scores.MATRIX, holders="cer", targets="bor")
    assert cell["terms"] == 6


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
