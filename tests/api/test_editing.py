"""Loading, reviewing and merging over HTTP: the command's loader and faults, on a service of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import orjson
import pytest

from service.graph.connection import Database
from service.graph.digest import digest
from service.graph.loading import load
from tests.asking import wipe
from tests.conftest import address_of, serving
from tests.graph.small_world import MEETING, RECORDS, article, claim, entries
from tests.graph.test_judgements import merge
from tests.queries.growing_world import first_claim

KEY = "a key of the tests"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("edited")


@pytest.fixture(scope="module")
def edited(folder: Path) -> Iterator[httpx.Client]:
    """A client of a service that may be written to, with an empty graph at first."""
    with serving(folder, COMMUNIQUE_EDITOR_KEY=KEY) as client:
        client.headers["Authorization"] = f"Bearer {KEY}"
        yield client


@pytest.fixture
def graph(edited: httpx.Client, folder: Path) -> Iterator[Database]:
    """Its graph, emptied."""
    with Database(address_of(folder)) as database:
        wipe(database)
        yield database


def lines(records: list[dict[str, Any]]) -> bytes:
    return b"\n".join(orjson.dumps(record) for record in records)


UNDO = {"merged": "arl", "judge": "x", "reason": "y"}
NDJSON = {"Content-Type": "application/x-ndjson"}


def test_records_posted_give_the_graph_of_the_same_records_loaded(
    edited: httpx.Client, graph: Database
) -> None:
    answer = edited.post("/v1/claims", content=lines(RECORDS), headers=NDJSON)
    assert answer.status_code == 201
    assert {**answer.json()["data"], "publications": 3} == {
        "read": 14,
        "created": 14,
        "merged": 0,
        "publications": 3,
    }
    posted = digest(graph)
    assert edited.post("/v1/claims", json=RECORDS).status_code == 200
    assert digest(graph) == posted
    wipe(graph)
    load(graph, entries(), 100)
    assert digest(graph) == posted


def test_one_fault_refuses_all_and_is_placed_by_line_and_pointer(
    edited: httpx.Client, graph: Database
) -> None:
    records = [*RECORDS[:5], {**claim("event", MEETING), "speech_act": "song"}]
    answer = edited.post("/v1/claims", content=lines(records), headers=NDJSON)
    assert answer.status_code == 400
    (error,) = answer.json()["errors"]
    assert (error["in"], error["pointer"]) == ("body:6", "/speech_act")
    assert "report" in error["allowed"]
    assert graph.read("MATCH (n) WHERE NOT n:Migration RETURN n LIMIT 1") == []


def test_an_article_is_posted_with_what_it_claims(edited: httpx.Client, graph: Database) -> None:
    body = {**article(), "records": RECORDS[1:8]}
    del body["record"]
    answer = edited.post("/v1/articles", json=body)
    assert answer.status_code == 201
    (id_,) = answer.json()["data"]["publications"]
    assert edited.get(f"/v1/articles/{id_}").json()["data"]["title"] == "Arland and Borland Talk"
    assert len(edited.get("/v1/events").json()["data"]) == 1, "the other event is only denied"


def test_a_review_takes_a_claim_out_of_the_answers_and_is_kept(edited: httpx.Client, graph: Database) -> None:
    load(graph, entries(), 100)
    before = edited.get("/v1/events").json()["data"]
    (id_,) = next(row["claims"] for row in before if row["type"] == "CONSULT")
    body = {"status": "rejected", "reviewer": "a.reader", "reason": "no such meeting"}
    assert edited.patch(f"/v1/claims/{id_}", json=body).status_code == 201
    after = edited.get("/v1/events").json()["data"]
    assert [row for row in before if row not in after] == [row for row in before if row["type"] == "CONSULT"]
    detail = edited.get(f"/v1/claims/{id_}").json()["data"]
    assert detail["status"] == "rejected"
    assert [(one["status"], one["reviewer"]) for one in detail["reviews"]] == [("rejected", "a.reader")]
    assert [one["status"] for one in detail["standings"]] == ["accepted", "rejected"]
    assert edited.patch(f"/v1/claims/{id_}", json={**body, "status": "liked"}).status_code == 400
    assert edited.patch("/v1/claims/claim-" + "0" * 20, json=body).status_code == 404


def test_an_old_id_leads_to_the_actor_that_it_was_merged_into_until_undone(
    edited: httpx.Client, graph: Database
) -> None:
    load(graph, entries(), 100)
    body = {"merged": "bor", "kept": "arl", "judge": "a.reader", "reason": "for the test"}
    assert edited.post("/v1/actors/merge", json=body).status_code == 201
    moved = edited.get("/v1/actors/bor")
    assert (moved.status_code, moved.headers["location"]) == (308, "/v1/actors/arl")
    listed = edited.get("/v1/stances", params={"target": "bor", "limit": 5})
    assert (listed.status_code, listed.headers["location"]) == (308, "/v1/stances?target=arl&limit=5")
    assert edited.get("/v1/actors/bor", follow_redirects=True).json()["data"]["id"] == "arl"
    undo = {"merged": "bor", "judge": "a.reader", "reason": "a test", "decided_at": "2999-01-01"}
    assert edited.post("/v1/actors/merge/undo", json=undo).status_code == 201
    assert edited.get("/v1/actors/bor").status_code == 200
    assert edited.post("/v1/actors/merge/undo", json=undo).status_code == 400
    judged = edited.get("/v1/merges", params={"actor": "bor"}).json()["data"]
    assert [row["judgement"] for row in judged] == ["different", "same"]


def test_who_has_no_key_changes_nothing(edited: httpx.Client, graph: Database, served: httpx.Client) -> None:
    for headers in ({"Authorization": ""}, {"Authorization": "Bearer wrong"}):
        answer = edited.post("/v1/claims", json=RECORDS, headers=headers)
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert served.post("/v1/claims", json=RECORDS).status_code == 403
    assert graph.read("MATCH (n:Claim) RETURN n LIMIT 1") == []


@pytest.mark.parametrize(
    ("method", "path", "body", "pointer"),
    [
        ("POST", "/v1/actors/merge", {**UNDO, "kept": "nobody"}, "/kept"),
        ("POST", "/v1/actors/merge", {**UNDO, "kept": first_claim("event")}, "/kept"),
        ("POST", "/v1/actors/merge", {"merged": "arl", "kept": "bor", "judge": "x"}, "/reason"),
        ("POST", "/v1/actors/merge/undo", UNDO, "/merged"),
        ("POST", "/v1/articles", {"records": 5}, "/records"),
    ],
)
def test_a_faulty_judgement_is_refused_at_its_place(
    edited: httpx.Client, graph: Database, method: str, path: str, body: dict[str, Any], pointer: str
) -> None:
    load(graph, entries(), 100)
    answer = edited.request(method, path, json=body)
    assert answer.status_code == 400
    assert pointer in [error["pointer"] for error in answer.json()["errors"]]


def feed(client: httpx.Client, since: str | None = None) -> list[dict[str, Any]]:
    changes: list[dict[str, Any]] = []
    url: str | None = "/v1/changes?limit=3" + (f"&since={since}" if since else "")
    while url is not None:
        answer = client.get(url)
        changes += answer.json()["data"]
        url = answer.links["next"]["url"] if "next" in answer.links else None
    return changes


def replayed(changes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The records of a feed as a claims file: each below its header."""
    headers = {row["id"]: row["record"] for row in changes if row["kind"] in ("article", "dataset")}
    records = []
    for row in changes:
        if row["change"] == "recorded":
            if row["revision"] is not None and row["revision"] != row["id"]:
                records.append(headers[row["revision"]])
            records.append(row["record"])
    return records


def test_replaying_the_feed_of_changes_rebuilds_the_graph(edited: httpx.Client, graph: Database) -> None:
    old = [article(), claim("event", MEETING), claim("stance", {**claim_stance(), "position": "praises"})]
    new = [article(revised_at="2024-03-06"), claim("event", MEETING)]
    retraction = {"record": "retraction", "article": "https://other.example/ports", "reason": "withdrawn"}
    for records in (RECORDS, old, new, [retraction], [merge("bor", "arl", "2024-06-01")]):
        load(graph, entries(records), 5)
    expected = digest(graph)
    changes = feed(edited)
    times = [row["at"] for row in changes]
    assert times == sorted(times)
    keys = [(row["at"], row["change"], row["id"], row["revision"]) for row in changes]
    assert len(keys) == len(set(keys))
    ended = {row["kind"] for row in changes if row["change"] == "ended"}
    assert ended == {"claim", "actor", "outlet"}
    middle = times[len(times) // 2]
    assert [row for row in changes if row["at"] >= middle] == feed(edited, middle)
    wipe(graph)
    load(graph, entries(replayed(changes)), 100)
    assert digest(graph) == expected


def claim_stance() -> dict[str, Any]:
    return {"holders": ["bor"], "target": {"actor": "arl"}}
