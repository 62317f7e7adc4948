"""What every question keeps to: what was known stays known, and a contradiction changes no other answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from service.errors import InvalidInput, NotFound
from service.graph.connection import Database
from service.graph.loading import load
from service.queries.catalogue import QUERIES
from service.queries.checking import checked
from service.queries.contract import Query, ask
from tests.asking import wipe
from tests.graph.small_world import CLOSURE, MEETING, article, claim, entries
from tests.queries.growing_world import ARGUMENTS, IDS, LOADS, OWN

TIMED = [query for query in QUERIES.values() if "known_at" in query.door.fields]
# What tells of the record itself, of today, or of nothing that claims say.
UNTIMED = {"status/summary", "changes/list", "catalogue/list"}
# What a denial is there to change, and what lists or counts claims, to which one is added.
TOLD = {
    "claims/list",
    "claims/detail",
    "claims/corroboration",
    "claims/contradictions",
    "contradictions/list",
    "events/claims",
    "events/detail",
    "events/narratives",
    "outlets/list",
    "outlets/scorecard",
    "articles/list",
    "articles/detail",
    "actors/statements",
    "dyads/detail",
}


def arguments_of(query: Query) -> Iterator[dict[str, Any]]:
    """The question put in the growing world: with what it needs, then with one more argument at a time."""
    if query.name in OWN:
        yield from OWN[query.name]
        return
    noun = query.name.split("/")[0]
    known = {**ARGUMENTS, **({"id": IDS[noun]} if noun in IDS else {})}
    fields = query.door.fields
    needed = {name: known[name] for name, field in fields.items() if field.required}
    yield needed
    if "rollup" in fields:
        yield {**needed, "rollup": True}
    if "as_of" in fields:
        yield {**needed, "as_of": "2024-03-10"}
    for name in ("holder", "actor", "initiator", "speaker", "imposer"):
        if name in fields and name not in needed:
            yield {**needed, name: "arl"}


PUT = [(query, arguments) for query in TIMED for arguments in arguments_of(query)]
NAMED = [f"{query.name} {arguments}" for query, arguments in PUT]


def rows(database: Database, query: Query, arguments: dict[str, Any], **more: Any) -> Any:
    """The answer; nothing where nothing is found, be it that the id is unknown by then."""
    page = {"limit": "500"} if "cursor" in query.door.fields else {}
    try:
        found = ask(database, query, checked(query, {**arguments, **more, **page})).rows
    except (NotFound, InvalidInput) as error:
        assert isinstance(error, NotFound) or "nothing has the id" in error.detail, error.detail
        return []
    return [row for row in found if row.get("candidates") != []]


@pytest.fixture(scope="module")
def answers(engine: Database) -> Iterator[list[dict[str, Any]]]:
    """The answers after each load, asked for without known_at."""
    wipe(engine)
    found = []
    for time, batch in LOADS:
        load(engine, batch, 100, clock=lambda time=time: time)  # type: ignore[misc]
        found.append({name: rows(engine, *put) for name, put in zip(NAMED, PUT, strict=True)})
    yield found
    wipe(engine)


def test_every_question_is_asked_as_of_both_times() -> None:
    assert {query.name for query in QUERIES.values()} - {query.name for query in TIMED} == UNTIMED & set(
        QUERIES
    )


@pytest.mark.parametrize(("name", "put"), list(zip(NAMED, PUT, strict=True)), ids=NAMED)
def test_the_answer_as_known_at_a_time_is_that_of_a_graph_loaded_up_to_then(
    engine: Database, answers: list[dict[str, Any]], name: str, put: tuple[Query, dict[str, Any]]
) -> None:
    for (time, _), then in zip(LOADS, answers, strict=True):
        assert rows(engine, *put, known_at=time.isoformat()) == then[name], time
    assert "claim-" not in str(rows(engine, *put, known_at="2024-12-31")), "before the first load"


def test_most_questions_find_something_and_most_answers_change_as_the_record_grows(
    answers: list[dict[str, Any]],
) -> None:
    """Or the tests above would compare nothing with nothing."""
    found = {query.name for query, arguments in PUT for then in answers if then[f"{query.name} {arguments}"]}
    assert {query.name for query in TIMED} - found == set()
    changed = [name for name in NAMED if any(then[name] != answers[0][name] for then in answers)]
    assert len(changed) > len(NAMED) / 2


@pytest.fixture(scope="module")
def contradicted(engine: Database, answers: list[dict[str, Any]]) -> dict[str, Any]:
    """The answers after somebody denied what others say."""
    denial: dict[str, Any] = {
        "affirmed": False,
        "modality": "denied",
        "speech_act": "denial",
        "speakers": ["bor"],
    }
    header = article("https://fourth.example/no", outlet="third-news", credits=[], text=None)
    denied = [header, claim("event", MEETING, **denial), claim("event", CLOSURE, **denial)]
    load(engine, entries(denied), 100)
    return {name: rows(engine, *put) for name, put in zip(NAMED, PUT, strict=True)}


@pytest.mark.parametrize("name", [n for n in NAMED if n.split()[0] not in TOLD])
def test_a_denial_changes_no_answer_but_those_that_tell_of_it(
    answers: list[dict[str, Any]], contradicted: dict[str, Any], name: str
) -> None:
    assert contradicted[name] == answers[-1][name]


def test_a_denial_is_told_by_the_answers_that_are_there_for_it(
    answers: list[dict[str, Any]], contradicted: dict[str, Any]
) -> None:
    (told,) = [name for name in NAMED if name == "contradictions/list {}"]
    assert len(contradicted[told]) > len(answers[-1][told])
    before, after = ({row["id"] for row in given["claims/list {}"]} for given in (answers[-1], contradicted))
    assert before < after
    assert len(after - before) == 2
