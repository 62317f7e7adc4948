"""Whatever the order and the batches, one graph; what is withdrawn stops counting and stays on record."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.claims.model import Claim, Entry
from service.graph.connection import Database
from service.graph.deriving import derive
from service.graph.digest import digest
from service.graph.loading import load
from service.graph.retracting import retraction_of
from tests.asking import wipe
from tests.graph.small_world import BLAME, MEETING, PRAISE, RECORDS, article, claim, entries


def rels(database: Database, type_: str) -> set[tuple[str, str]]:
    rows = database.read(
        "MATCH (a)-[r]->(b) WHERE type(r) = $type RETURN a.id AS a, b.id AS b, a.type AS type",
        {"type": type_},
    )
    return {(row["type"] or row["a"], row["b"]) for row in rows}


def test_a_load_gives_the_graph_that_the_claims_state(database: Database) -> None:
    summary = load(database, entries(), 100)
    assert (summary.read, summary.created, summary.merged) == (14, 14, 0)
    assert rels(database, "INITIATED_BY") == {("CONSULT", "arl"), ("COERCE", "bor")}
    assert rels(database, "DIRECTED_AT") == {("CONSULT", "bor"), ("COERCE", "arl")}
    assert rels(database, "SUBJECT") == {("holds_office", "ann-envoy")}
    actors = database.read("MATCH (a:Actor) RETURN a.id AS id, a.name AS name, a.names AS names ORDER BY id")
    assert actors == [
        {"id": "ann-envoy", "name": None, "names": None},
        {"id": "arl", "name": "Arland", "names": ["Arland", "Republic of Arland", "The Isles", "Arlandic"]},
        {"id": "bor", "name": "Borland", "names": ["Borland", "the Borland Council"]},
    ]


def test_loading_again_changes_nothing_not_even_the_revision(database: Database) -> None:
    load(database, entries(), 100)
    state = "MATCH (g:GraphState) RETURN g.revision AS revision"
    before = (digest(database), database.read(state))
    assert load(database, entries(), 100).created == 0
    assert (digest(database), database.read(state)) == before


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False), st.integers(1, 15), st.integers(0, 6))
def test_order_batches_and_repeats_do_not_matter(
    engine: Database, chance: random.Random, size: int, again: int
) -> None:
    wipe(engine)
    load(engine, entries(), 100)
    expected = digest(engine)
    wipe(engine)
    shuffled = entries()
    chance.shuffle(shuffled)
    load(engine, shuffled + shuffled[:again], size)
    assert digest(engine) == expected


def test_a_fact_may_be_the_target_of_a_stance_before_it_is_stated(database: Database) -> None:
    header, meeting = entries([article(), claim("event", MEETING)])
    assert isinstance(meeting.record, Claim)
    target = {"fact": meeting.record.fact.id}
    _, stance = entries([article(), claim("stance", {**PRAISE, "target": target})])
    load(database, [header, meeting, stance], 1)
    expected = digest(database)
    assert rels(database, "TOWARD") == {(stance.record.fact.id, meeting.record.fact.id)}  # type: ignore[union-attr]
    wipe(database)
    load(database, [header, stance, meeting], 1)
    assert digest(database) == expected


def test_where_a_claim_stands_is_all_of_its_locator_whichever_comes_first(database: Database) -> None:
    once = claim("event", MEETING)
    again = {**once, "evidence": {**once["evidence"], "section": "title", "paragraph": 7}}
    records = [article(), once, again]
    load(database, entries(records), 10)
    expected = digest(database)
    assert len(database.read("MATCH (:Claim)-[f:FROM]->() RETURN f.section AS section")) == 2
    wipe(database)
    load(database, entries([article(), again, once]), 1)
    assert digest(database) == expected


def test_a_text_that_comes_later_is_a_change(database: Database) -> None:
    state = "MATCH (g:GraphState) RETURN g.revision AS revision"
    load(database, entries([article(text=None), claim("event", MEETING)]), 10)
    before = database.read(state)
    load(database, entries([article(), claim("event", MEETING)]), 10)
    assert database.read(state) != before
    assert database.read("MATCH (r:Revision) RETURN r.text IS NOT NULL AS told") == [{"told": True}]


@pytest.mark.parametrize("size", [1, 3, 100])
def test_what_is_new_is_counted_alike_in_any_batches(database: Database, size: int) -> None:
    summary = load(database, entries() + entries(), size)
    assert (summary.read, summary.created) == (28, 14)


def test_two_loaders_at_once_give_the_same_graph(database: Database) -> None:
    load(database, entries(), 100)
    expected = digest(database)
    wipe(database)
    with ThreadPoolExecutor(2) as pool:
        loads = [pool.submit(load, database, order, 2) for order in (entries(), entries()[::-1])]
        created = sum(done.result().created for done in loads)
    assert digest(database) == expected
    assert created == len(RECORDS)


def test_derived_edges_kept_up_equal_those_rebuilt(database: Database) -> None:
    load(database, entries(), 1)
    expected = digest(database)
    database.run("MATCH ()-[r]->() WHERE r.derived DELETE r")
    assert digest(database) != expected
    derive(database)
    assert digest(database) == expected


def test_a_denial_and_an_affirmation_of_one_event_contradict_each_other(database: Database) -> None:
    load(database, entries(), 100)
    rows = database.read(
        "MATCH (c)-[r:CONTRADICTS]->(d) RETURN r.reason AS reason, c.affirmed AS c, d.affirmed AS d"
    )
    reasons = {(row["reason"], row["c"], row["d"]) for row in rows}
    assert ("denied", False, True) in reasons
    assert {reason for reason, _, _ in reasons} == {"denied", "opposite_position"}


def live(database: Database) -> set[str]:
    rows = database.read("MATCH (c:Claim)-[:STATES]->(f) WHERE c.retracted_at IS NULL RETURN f.id AS id")
    return {row["id"] for row in rows}


def test_retracting_takes_out_what_nothing_else_supports_and_keeps_its_history(database: Database) -> None:
    load(database, entries(), 100)
    everything = live(database)
    retraction = retraction_of(database, "https://news.example/talks", "withdrawn")
    load(database, [Entry(retraction, None)], 1)
    gone = everything - live(database)
    kinds = {id_.partition("-")[0] for id_ in gone}
    assert kinds == {"event", "stance", "relation"}
    assert len(gone) == 3, "the closure stays: the other article states it too"
    assert len(database.read("MATCH (c:Claim) RETURN c.id AS id")) == 7
    assert load(database, entries(), 100).created == 0
    assert everything - live(database) == gone


def test_a_retraction_before_its_article_gives_the_same_graph(database: Database) -> None:
    load(database, entries(), 100)
    retraction = Entry(retraction_of(database, "trade-table", "wrong table"), None)
    load(database, [retraction], 1)
    expected = digest(database)
    wipe(database)
    load(database, [retraction, *entries()], 2)
    assert digest(database) == expected


def revisions() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    old = [article(), claim("event", MEETING), claim("stance", BLAME)]
    new = [article(revised_at="2024-03-06"), claim("event", MEETING)]
    return old, new


def test_a_newer_revision_retracts_what_it_no_longer_says_whichever_arrives_first(database: Database) -> None:
    old, new = revisions()
    load(database, entries(old), 10)
    load(database, entries(new), 10)
    forward = digest(database)
    assert {id_.partition("-")[0] for id_ in live(database)} == {"event"}
    wipe(database)
    load(database, entries(new), 10)
    load(database, entries(old), 10)
    assert digest(database) == forward


def test_what_was_known_at_a_time_stays_known(database: Database) -> None:
    old, new = revisions()
    first, second = datetime(2024, 5, 1, tzinfo=UTC), datetime(2024, 6, 1, tzinfo=UTC)
    load(database, entries(old), 10, clock=lambda: first)
    load(database, entries(new), 10, clock=lambda: second)
    rows = database.read(
        "MATCH (c:Claim)-[f:FROM]->() "
        "RETURN c.kind AS kind, f.recorded_at.month AS since, f.retracted_at.month AS until"
    )
    found = {(row["kind"], row["since"], row["until"]) for row in rows}
    assert found == {("event", 5, 6), ("stance", 5, 6), ("event", 6, None)}


def test_every_fact_has_a_claim_and_every_claim_a_publication(database: Database) -> None:
    load(database, entries(), 3)
    assert (
        database.read("MATCH (f:Fact) WHERE NOT EXISTS { (:Claim)-[:STATES]->(f) } RETURN f.id AS id") == []
    )
    assert (
        database.read("MATCH (c:Claim) WHERE NOT EXISTS { (c)-[:FROM]->(:Publication) } RETURN c.id AS id")
        == []
    )
    assert len(RECORDS) == 14
