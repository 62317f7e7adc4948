"""Reviews and merges are records: the latest by its own date decides, in whatever order they arrive."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.claims.model import Claim, Entry
from service.errors import InvalidInput, Merged
from service.graph.connection import Database
from service.graph.deriving import derive
from service.graph.digest import digest
from service.graph.loading import load
from service.graph.merging import roots
from service.queries import actors, events, stances
from tests.asking import rows, wipe
from tests.graph.small_world import BLAME, MEETING, OFFICE, PRAISE, RECORDS, article, claim, entries

WORLD = entries()


def claim_ids(kind: str) -> list[str]:
    return [e.record.id for e in WORLD if isinstance(e.record, Claim) and e.record.fact.kind == kind]


def review(claim_id: str, status: str, reviewed_at: str) -> dict[str, Any]:
    return {
        "record": "review",
        "claim": claim_id,
        "status": status,
        "reviewer": "a.reader",
        "reason": "read again",
        "reviewed_at": reviewed_at,
    }


def merge(merged: str, kept: str, decided_at: str, judgement: str = "same") -> dict[str, Any]:
    return {
        "record": "merge",
        "merged": merged,
        "kept": kept,
        "judgement": judgement,
        "judge": "a.reader",
        "reason": "one country under two names",
        "decided_at": decided_at,
    }


def test_a_rejected_claim_counts_no_longer_and_is_found_as_rejected(database: Database) -> None:
    load(database, entries(), 100)
    (meeting,) = [row for row in rows(database, events.LIST) if row["type"] == "CONSULT"]
    (id_,) = meeting["claims"]
    load(database, entries([review(id_, "rejected", "2024-06-01")]), 1)
    assert "CONSULT" not in {row["type"] for row in rows(database, events.LIST)}
    assert [row["id"] for row in rows(database, events.LIST, status="rejected")] == [meeting["id"]]
    load(database, entries([review(id_, "accepted", "2024-06-02")]), 1)
    assert meeting in rows(database, events.LIST)


def test_a_review_leaves_what_was_known_before(database: Database) -> None:
    first, second = datetime(2024, 5, 1, tzinfo=UTC), datetime(2024, 6, 1, tzinfo=UTC)
    load(database, entries(), 100, clock=lambda: first)
    before = rows(database, stances.LIST)
    load(
        database, entries([review(claim_ids("stance")[0], "rejected", "2024-05-20")]), 1, clock=lambda: second
    )
    assert len(rows(database, stances.LIST)) == len(before) - 1
    assert rows(database, stances.LIST, known_at="2024-05-15") == before
    assert rows(database, stances.LIST, known_at="2024-04-15") == []


def judged_world() -> list[Entry]:
    told = entries([article("https://third.example/x"), claim("event", {**MEETING, "initiators": ["arl-2"]})])
    office = entries([article("https://third.example/x"), claim("relation", OFFICE)])
    named = entries([article(), {"record": "actor", "id": "arl-2", "kind": "country", "name": "Arlandia"}])
    judged = [
        merge("arl-2", "arl", "2024-06-01"),
        merge("arl-2", "bor", "2024-05-01"),
        review(claim_ids("event")[0], "rejected", "2024-06-01"),
        review(claim_ids("event")[0], "accepted", "2024-07-01"),
        review(claim_ids("stance")[0], "rejected", "2024-07-01"),
    ]
    return [*entries(), *told, *office, *named, *entries(judged)]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False), st.integers(1, 30))
def test_judgements_in_any_order_give_one_graph(engine: Database, chance: random.Random, size: int) -> None:
    wipe(engine)
    load(engine, judged_world(), 100)
    expected = digest(engine)
    wipe(engine)
    shuffled = judged_world()
    chance.shuffle(shuffled)
    load(engine, shuffled, size)
    assert digest(engine) == expected
    derive(engine)
    assert digest(engine) == expected


def test_what_named_the_merged_actor_names_the_one_it_is_and_its_id_leads_there(database: Database) -> None:
    load(database, judged_world(), 100)
    meetings = [row for row in rows(database, events.LIST, initiator="arl") if row["type"] == "CONSULT"]
    assert len(meetings) == 2
    assert all(row["initiators"] == ["arl"] for row in meetings)
    assert "Arlandia" in rows(database, actors.DETAIL, id="arl")[0]["aliases"]
    for query, arguments in ((events.LIST, {"initiator": "arl-2"}), (actors.DETAIL, {"id": "arl-2"})):
        with pytest.raises(Merged) as merged:
            rows(database, query, **arguments)
        assert merged.value.kept == "arl"


def test_a_merge_undone_gives_the_graph_as_if_it_had_never_been(database: Database) -> None:
    def graph() -> set[str]:
        return {
            str(row)
            for row in database.read(
                "MATCH (a)-[r]->(b) RETURN type(r) AS t, a.id AS a, b.id AS b, r.events AS n, "
                "r.named AS named, r.actor AS actor, a.names AS names"
            )
        }

    apart = entries(
        [article("https://third.example/x"), claim("event", {**MEETING, "initiators": ["arl-2"]})]
    )
    load(database, [*entries(), *apart], 100)
    before = graph()
    load(database, entries([merge("arl-2", "arl", "2024-06-01")]), 1)
    assert graph() != before
    load(database, entries([merge("arl-2", "arl", "2024-07-01", "different")]), 1)
    assert graph() == before


def test_merges_are_followed_to_their_end_and_a_circle_ends() -> None:
    chain = [merge("c", "b", "2024-01-01"), merge("b", "a", "2024-01-02"), merge("x", "y", "2024-01-01")]
    circle = [*chain, merge("y", "x", "2024-01-02")]
    judged = [{**row, "id": str(number)} for number, row in enumerate(circle)]
    assert roots(judged) == {"c": "a", "b": "a", "x": "x", "y": "x"}


@pytest.mark.parametrize(
    ("record", "pointer"),
    [
        (merge("arl", "arl", "2024-01-01"), "/kept"),
        (merge("arl", "bor", "someday"), "/decided_at"),
        (review("claim-x", "accepted", "2024-01-01"), "/claim"),
        (review("claim-" + "0" * 20, "liked", "2024-01-01"), "/status"),
    ],
)
def test_a_judgement_that_says_nothing_is_refused_at_its_place(record: dict[str, Any], pointer: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        entries([record])
    assert [fault.pointer for fault in refused.value.faults] == [pointer]


def test_stances_under_two_names_are_the_stances_of_one_actor(
    database: Database,
) -> None:
    told = [article(), claim("stance", {**PRAISE, "holders": ["arl-2"]}), claim("stance", BLAME)]
    load(database, [*entries(told), *entries([merge("arl-2", "arl", "2024-06-01")])], 100)
    held = rows(database, stances.LIST, holder="arl")
    assert sorted(row["position"] for row in held) == ["condemns", "praises"]
    assert len(RECORDS) == 14
