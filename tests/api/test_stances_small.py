"""The stance score in small fictional worlds: by hand, with its sentences, at both times."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime
from typing import Any

import pytest

from service.errors import Merged
from service.graph.connection import Database
from service.graph.loading import load
from service.queries import alignment, stance_scores, stances
from service.queries.contract import Query
from tests.asking import rows
from tests.graph.small_world import OFFICE, SENTENCES, article, claim, entries
from tests.graph.stance_world import BOR, COUNTRIES, HEADER, OTHER, Json, event, row, stance


def explained(database: Database, **given: Any) -> Json:
    (found,) = rows(database, stance_scores.EXPLAIN, holder="arl", target="bor", **given)
    return found


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
