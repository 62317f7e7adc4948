"""Questions about actors in small fictional worlds: both times, merges, offices, and a busy actor's pages."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from service.claims.model import Entry
from service.errors import Merged, NotFound
from service.graph.connection import Database
from service.graph.loading import load
from service.graph.retracting import retraction_of
from service.queries import actor_facts, actors
from service.queries.checking import checked
from service.queries.contract import Query, ask
from tests.graph.small_world import article, claim, entries

FIRST, SECOND, THIRD = (datetime.datetime(2024, month, 1, tzinfo=datetime.UTC) for month in (3, 4, 5))
FEW = 3
ALIASES = ["Арландия", "アーランド"]
QUERIES = (
    actors.DETAIL,
    actors.RELATIONS,
    actor_facts.EVENTS,
    actor_facts.STANCES,
    actor_facts.STATEMENTS,
    actor_facts.TIMELINE,
    actor_facts.NEIGHBOURS,
)


def rows(database: Database, query: Query, **arguments: Any) -> list[dict[str, Any]]:
    """The rows of all pages."""
    found: list[dict[str, Any]] = []
    cursor: str | None = None
    while True:
        paged: dict[str, str] = {"cursor": cursor} if cursor else {}
        answer = ask(database, query, checked(query, {**arguments, **paged}))
        found += answer.rows
        cursor = answer.next
        if cursor is None:
            return found


def ids(found: list[dict[str, Any]]) -> list[str]:
    return [row["id"] for row in found]


def table(id_: str) -> dict[str, Any]:
    header = {"record": "dataset", "id": id_, "title": id_.title(), "publisher": "Bor Press", "version": "1"}
    return {**header, "released_on": "2024-01-01", "licence": "CC0-1.0"}


def stated(kind: str, fact: dict[str, Any], row: object, **changed: Any) -> dict[str, Any]:
    made = {"record": "claim", "kind": kind, "speech_act": "report", "method": "dataset"}
    return {**made, "evidence": {"row": str(row)}, kind: fact, **changed}


def tie(type_: str, subject: str, whole: str, **changed: Any) -> dict[str, Any]:
    relation = {"type": type_, "subject": subject, "object": {"actor": whole}, **changed}
    return stated("relation", relation, (type_, subject))


def did(by: str, to: str, day: str | None, type_: str = "CONSULT", **changed: Any) -> dict[str, Any]:
    event: dict[str, Any] = {"type": type_, "initiators": [by], "recipients": [to]}
    return stated("event", event if day is None else {**event, "date": day}, (by, to, day, type_), **changed)


WORLD = [
    table("ties"),
    {"record": "actor", "id": "arl", "kind": "country", "name": "Arland", "aliases": ALIASES},
    {"record": "actor", "id": "arl-ministry", "kind": "organization", "name": "Ministry of Arland"},
    {"record": "actor", "id": "ann", "kind": "person", "name": "Ann"},
    {"record": "actor", "id": "bob", "kind": "person", "name": "Bob"},
    {"record": "actor", "id": "pact", "kind": "group", "name": "Pact"},
    tie("part_of", "arl-ministry", "arl", speaks_for=True),
    tie("holds_office", "ann", "arl-ministry", title="Minister", speaks_for=True, since="2020", until="2022"),
    tie("citizen_of", "bob", "arl"),
    tie("holds_office", "bob", "bor", title="Adviser", since="2021"),
    tie("member_of", "arl", "pact", since="2019"),
    tie("member_of", "bor", "pact", since="2015", until="2021"),
    did("ann", "bor", "2021-06-01"),
    did("ann", "bor", "2023-06-01"),
    did("arl", "bor", "2022-06-01"),
    did("bor", "ann", None),
]


def test_names_are_found_in_any_script(database: Database) -> None:
    load(database, entries(WORLD), 100)
    for word in ("арландия", "アーランド", "arland"):
        assert "arl" in ids(rows(database, actors.LIST, q=word))


def test_a_bloc_has_the_members_of_the_day_and_a_country_those_that_belong_to_it(database: Database) -> None:
    load(database, entries(WORLD), 100)
    assert ids(rows(database, actors.LIST, bloc="pact")) == ["arl", "bor"]
    assert ids(rows(database, actors.LIST, bloc="pact", as_of="2023")) == ["arl"]
    assert ids(rows(database, actors.LIST, bloc="pact", as_of="2016")) == ["bor"]
    assert ids(rows(database, actors.LIST, country="arl")) == ["ann", "arl-ministry", "bob"]
    assert ids(rows(database, actors.LIST, country="arl", as_of="2023-06-01")) == ["arl-ministry", "bob"]
    assert ids(rows(database, actors.LIST, country="bor")) == ["bob"]
    assert ids(rows(database, actors.LIST, country="arl", bloc="pact")) == []
    (minister, _, citizen) = rows(database, actors.LIST, country="arl")
    assert (len(minister["claims"]), len(citizen["claims"])) == (2, 1)


def test_who_is_on_record_is_whom_a_graph_loaded_only_until_then_knows(database: Database) -> None:
    event = {"type": "CONSULT", "initiators": ["dor"], "recipients": ["arl"], "date": "2024-03-30"}
    later = [
        article("https://news.example/later", published_on="2024-04-02"),
        {"record": "actor", "id": "cid", "kind": "person", "name": "Cid"},
        claim("event", event),
    ]
    load(database, entries(WORLD), 100, clock=lambda: FIRST)
    then = rows(database, actors.LIST)
    details = {id_: rows_of(database, id_) for id_ in ids(then)}
    load(database, entries(later), 100, clock=lambda: SECOND)
    assert set(ids(rows(database, actors.LIST))) - set(ids(then)) == {"cid", "dor"}
    withdrawn = retraction_of(database, "https://news.example/later", "withdrawn")
    load(database, [Entry(withdrawn, None)], 1, clock=lambda: THIRD)
    assert rows(database, actors.LIST) == then
    assert rows(database, actors.LIST, known_at="2024-03-15") == then
    assert {"cid", "dor"} <= set(ids(rows(database, actors.LIST, known_at="2024-04-15")))
    assert rows(database, actors.LIST, known_at="2024-02-01") == []
    for id_, detail in details.items():
        assert rows_of(database, id_, known_at="2024-03-15") == detail
    with pytest.raises(NotFound):
        rows_of(database, "dor", known_at="2024-03-15")


def rows_of(database: Database, id_: str, **when: str) -> list[list[dict[str, Any]]]:
    """All that is answered about one actor."""
    return [ask(database, query, checked(query, {"id": id_, **when})).rows for query in QUERIES]


def test_what_office_holders_do_in_office_is_the_countrys_with_rollup_only(database: Database) -> None:
    load(database, entries(WORLD), 100)
    assert [row["date"] for row in rows(database, actor_facts.EVENTS, id="arl")] == ["2022-06-01"]
    rolled = rows(database, actor_facts.EVENTS, id="arl", rollup="true")
    assert [row["date"] for row in rolled] == ["2022-06-01", "2021-06-01", None]
    suffered = rows(database, actor_facts.EVENTS, id="arl", rollup="true", role="recipient")
    assert suffered == rolled[2:]
    timeline = rows(database, actor_facts.TIMELINE, id="arl", rollup="true", kinds="event")
    assert [(row["roles"], row["actors"]) for row in timeline] == [
        (["initiator"], ["bor"]),
        (["initiator"], ["ann", "bor"]),
        (["recipient"], ["ann", "bor"]),
    ]
    (bor,) = rows(database, actor_facts.NEIGHBOURS, id="arl", rollup="true", kinds="event")
    assert (bor["id"], bor["facts"], bor["first"], bor["last"]) == ("bor", 3, "2021-06-01", "2022-06-01")
    own = rows(database, actor_facts.NEIGHBOURS, id="arl", kinds="event")
    assert [(row["id"], row["facts"]) for row in own] == [("bor", 1)]


def test_a_merged_actor_is_in_no_list_and_its_addresses_are_the_others(database: Database) -> None:
    merge = {"record": "merge", "merged": "bob", "kept": "ann", "judgement": "same", "judge": "a.reader"}
    load(database, entries([*WORLD, {**merge, "reason": "one person", "decided_at": "2024-01-01"}]), 100)
    assert "bob" not in ids(rows(database, actors.LIST))
    assert ids(rows(database, actors.LIST, q="bob")) == ["ann"]
    ties = rows(database, actors.RELATIONS, id="ann")
    assert [row["type"] for row in ties].count("holds_office") == 2
    assert "citizen_of" in {row["type"] for row in ties}
    for query in QUERIES:
        with pytest.raises(Merged):
            ask(database, query, checked(query, {"id": "bob"}))


def test_what_is_denied_or_doubted_counts_where_it_is_asked_for(database: Database) -> None:
    doubted = did("arl", "bor", "2024-01-01", "THREATEN", confidence=0.4)
    denied = did("arl", "bor", "2024-01-02", "AID", affirmed=False, modality="denied", speakers=["arl"])
    load(database, entries([*WORLD, doubted, denied]), 100)
    for query in (actor_facts.EVENTS, actor_facts.TIMELINE):
        whole = rows(database, query, id="arl", **{"from": "2022-06", "to": "2024-12"})
        assert {"CONSULT", "THREATEN"} <= {row["type"] for row in whole}
        sure = rows(database, query, id="arl", min_confidence="0.5")
        assert not {"THREATEN", "AID"} & {row["type"] for row in sure}
        assert not {"AID"} & {row["type"] for row in whole}
    (said,) = rows(database, actor_facts.STATEMENTS, id="arl")
    assert (said["affirmed"], said["states"]["type"], said["states"]["recipients"]) == (False, "AID", ["bor"])


def test_the_pages_of_a_busy_actor_are_its_whole_list_in_order(database: Database) -> None:
    """Beyond a thousand events or stances the pages come by another way through the graph."""
    load(database, entries([*WORLD, *busy(1100), did("arl", "cor", None, "AID")]), 2000)
    one_type = rows(database, actor_facts.EVENTS, id="arl", limit="500", type="CONSULT")
    for asked in ({}, {"role": "initiator"}, {"from": "2016-02"}, {"to": "2016-02"}, {"as_of": "2016"}):
        whole = rows(database, actor_facts.EVENTS, id="arl", limit="500", **asked)
        assert ids(whole) == ids(sorted(whole, key=newest_first))
        assert len(whole) == len(set(ids(whole)))
        wanted = [row for row in one_type if meant(row, asked)]
        assert [row for row in whole if row["type"] == "CONSULT"] == wanted
        page = checked(actor_facts.EVENTS, {"id": "arl", "limit": FEW, **asked})
        assert ask(database, actor_facts.EVENTS, page).rows == whole[:FEW]
    events = rows(database, actor_facts.EVENTS, id="arl", limit="500")
    stances = rows(database, actor_facts.STANCES, id="arl", limit="500")
    assert len(stances) == 1100
    assert stances == rows(database, actor_facts.STANCES, id="arl", limit="500", topic="peace")
    timeline = rows(database, actor_facts.TIMELINE, id="arl", limit="500")
    assert ids(timeline) == ids(sorted(timeline, key=newest_first))
    assert [row["id"] for row in timeline if row["kind"] == "event"] == ids(events)
    assert [row["id"] for row in timeline if row["kind"] == "stance"] == ids(stances)
    near = rows(database, actor_facts.NEIGHBOURS, id="arl", kinds="event", expand="10000")
    assert {row["id"]: row["facts"] for row in near} == {"cor": len(events) - 1, "bor": 1}
    near = rows(database, actor_facts.NEIGHBOURS, id="arl", kinds="event", expand="700")
    newest = [row for row in timeline if row["kind"] == "event"][:700]
    expected = {other: sum(other in row["actors"] for row in newest) for other in ("cor", "bor")}
    assert {row["id"]: row["facts"] for row in near} == expected
    assert {row["truncated"] for row in near} == {True}


def busy(many: int) -> list[dict[str, Any]]:
    """Events and stances of arl, two of each on most days, and some of others between them."""
    made = [did("cor", "dor", f"20{year}-05-05") for year in range(10, 20)]
    for n in range(many):
        day = str(datetime.date(2015, 1, 1) + datetime.timedelta(n % 550))
        by, to = ("arl", "cor") if n % 3 else ("cor", "arl")
        made.append(did(by, to, day, ("CONSULT", "AID", "ACCUSE")[(n // 550 + n) % 3]))
        stance = {"holders": ["arl"], "position": "supports", "target": {"actor": f"d-{n}"}, "since": day}
        made.append(stated("stance", {**stance, "topics": ["peace"]}, ("stance", n)))
    return made


def newest_first(row: dict[str, Any]) -> tuple[int, str]:
    """What a list is ordered by; undated rows are last."""
    day = row.get("date") or row.get("since")
    return (0 if day is None else -int((day + "-01-01")[:10].replace("-", "")), row["id"])


def meant(row: dict[str, Any], asked: dict[str, str]) -> bool:
    """Whether an event that is dated to the day, or not at all, is asked for."""
    ((name, value),) = asked.items() or [("", "")]
    day = row["date"]
    if name in ("", "role"):
        return not name or "arl" in row["initiators"]
    return day is not None and (day >= value if name == "from" else day[: len(value)] <= value)
