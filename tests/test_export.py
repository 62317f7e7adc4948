"""The whole graph as a file: what other programs make of it is the graph."""

from __future__ import annotations

import io
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx
import networkx as nx
import orjson
import pytest
from click.testing import CliRunner

from service.cli import main
from service.errors import EngineError
from service.graph.connection import Database
from service.graph.digest import digest
from service.graph.loading import load
from service.queries.contract import revision
from service.queries.exports import CHUNK, EXPORTS, export
from tests.asking import wipe
from tests.graph.small_world import article, claim, entries
from tests.graph.test_judgements import judged_world
from tests.graph.tied_world import WORLD

LABELS = (
    "MATCH (n) WHERE NOT n:Migration AND NOT n:GraphState "
    "UNWIND labels(n) AS x RETURN x, count(*) AS n ORDER BY x"
)
TYPES = "MATCH ()-[r]->() RETURN type(r) AS x, count(*) AS n ORDER BY x"
HOSTILE = 'It\'s a \\ `trap`\\u0027; DETACH DELETE n //\n$rows "x" é😀'
PLACE = {"record": "place", "id": "port-arl", "name": HOSTILE[:20], "latitude": 1.5, "longitude": -2.25}


def counts(database: Database) -> dict[str, int]:
    return {row["x"]: row["n"] for statement in (LABELS, TYPES) for row in database.read(statement)}


def whole(database: Database, form: str) -> bytes:
    return b"".join(export(database, form, revision(database)))


def run(database: Database, script: str) -> None:
    for statement in script.split(";\n"):
        if statement.strip():
            database.run(statement)


def test_a_script_makes_the_same_graph_in_an_empty_database(bundled: Database, database: Database) -> None:
    title = HOSTILE.replace("\n", " ")
    kinds = {"odd": "group", "odd-company": "organization", "odd-person": "person"}
    named = [{"record": "actor", "id": id_, "kind": kind, "name": title} for id_, kind in kinds.items()]
    aid = {"type": "AID", "initiators": [*kinds], "recipients": ["arl"], "place": "port-arl"}
    odd = [article("https://odd.example/", title=title), *named, PLACE, claim("event", aid)]
    named_again = [article("https://even.example/"), *named, claim("event", {**aid, "type": "CONSULT"})]
    withdrawn = [{"record": "retraction", "article": "https://odd.example/", "reason": title}]
    given = (entries(each) for each in (WORLD, odd, named_again, withdrawn))
    load(database, [*judged_world(), *(entry for each in given for entry in each)], 100)
    database.run("MATCH (c:Claim) WITH c LIMIT 1 SET c.quote = $text", {"text": HOSTILE})
    before, made = digest(database), counts(database)
    assert counts(bundled).keys() - made.keys() == set(), "every label and type of the bundled claims"
    script = whole(database, "cypher").decode()
    wipe(database)
    run(database, script)
    assert counts(database) == made
    assert digest(database) == before
    times = (
        "MATCH ()-[r:STATES]->() RETURN count(r.retracted_at > datetime()) AS times, min(r.public_on) AS day"
    )
    assert database.read(times)[0]["times"] > 0, "times are times again, days are days"


def test_graphml_holds_every_node_and_relationship(bundled: Database) -> None:
    graph = nx.read_graphml(io.BytesIO(whole(bundled, "graphml")))
    labels = Counter(label for _, data in graph.nodes(data=True) for label in data["labels"].split("|"))
    types = Counter(data["label"] for _, _, data in graph.edges(data=True))
    assert labels | types == counts(bundled)
    assert graph.nodes["Actor:chn"]["name"] == "China"
    placed = [data for _, data in graph.nodes(data=True) if "latitude" in data]
    assert placed
    assert all(-90 <= data["latitude"] <= 90 for data in placed)
    weights = [data["weight"] for _, _, data in graph.edges(data=True) if data["label"] == "STATES"]
    assert weights
    assert all(isinstance(weight, float) for weight in weights)


@pytest.mark.parametrize("form", list(EXPORTS))
def test_memory_is_bounded_by_a_chunk_whatever_the_graph(bundled: Database, form: str) -> None:
    pieces = export(bundled, form, revision(bundled))
    first = next(pieces)
    assert CHUNK <= len(first) < 4 * CHUNK, "it comes before the end is known"
    tracemalloc.start()
    length = sum(map(len, pieces))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3_000_000
    assert length > 800_000


def test_an_export_that_the_graph_changes_under_breaks_off(database: Database) -> None:
    load(database, entries(WORLD), 100)
    pieces = export(database, "graphml", revision(database))
    load(
        database,
        entries([article("https://late.example/"), claim("event", {"type": "AID", "initiators": ["x"]})]),
        9,
    )
    with pytest.raises(EngineError, match="changed while it was exported"):
        list(pieces)


def test_the_address_sends_files_with_names_and_tags(served: httpx.Client) -> None:
    answer = served.get("/v1/export", params={"format": "ftm"})
    assert answer.headers["content-type"] == "application/x-ndjson"
    assert answer.headers["content-disposition"].startswith('attachment; filename="communique-')
    assert answer.headers["content-disposition"].endswith('.ftm.json"')
    tag = answer.headers["etag"]
    again = served.get("/v1/export", params={"format": "ftm"}, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    other = served.get("/v1/export", params={"format": "claims"}, headers={"If-None-Match": tag})
    assert other.status_code == 200
    assert orjson.loads(other.text.splitlines()[0])["record"] in {"article", "dataset"}
    refused = served.get("/v1/export", params={"format": "xlsx"}).json()
    assert refused["errors"][0]["allowed"] == list(EXPORTS)
    assert served.get("/v1/export", params={"form": "ftm"}).status_code == 400


def test_the_address_sends_before_it_has_read_all(served: httpx.Client) -> None:
    with served.stream("GET", "/v1/export", params={"format": "graphml"}) as answer:
        assert "content-length" not in answer.headers
        pieces: Iterator[bytes] = answer.iter_raw()
        assert next(pieces).startswith(b"<?xml")


def test_the_command_writes_a_file_once_it_is_whole(
    engine: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wipe(engine)
    load(engine, entries(WORLD), 100)
    for name in ("uri", "user", "password"):
        monkeypatch.setenv(f"NEO4J_{name.upper()}", getattr(engine.address, name))
    written = tmp_path / "graph.graphml"
    done = CliRunner().invoke(main, ["export", "--format", "graphml", "-o", str(written)])
    assert done.exit_code == 0, done.output
    assert nx.read_graphml(written).has_node("Actor:arl")
    assert list(tmp_path.iterdir()) == [written]
    lines = CliRunner().invoke(main, ["export"]).stdout.splitlines()
    assert sum(orjson.loads(line)["record"] == "claim" for line in lines) == len(WORLD) - 1
    nowhere = CliRunner().invoke(main, ["export", "-o", str(tmp_path / "no" / "graph.jsonl")])
    assert (nowhere.exit_code, "cannot be written" in nowhere.output) == (1, True)
