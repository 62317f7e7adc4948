"""`communique load --extract` as a person types it: articles in, proposed claims in the graph."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import orjson
import pytest

from service.graph.connection import Database
from tests.asking import wipe

TALKS = "Vladimir Putin met Xi Jinping in Beijing. China condemned the United States."
GERMAN = "Der Präsident hat gestern gesagt, dass er nicht nach Berlin kommen werde, weil es zu spät ist."


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """A text, JSON Lines of two articles, and a text that is not English."""
    (tmp_path / "talks.txt").write_text(f"Leaders Meet\n\n{TALKS}\n", "utf-8")
    given = [{"text": TALKS, "url": f"https://news.example/{name}", "published_on": "2024"} for name in "ab"]
    (tmp_path / "more.jsonl").write_bytes(b"\n".join(map(orjson.dumps, given)))
    (tmp_path / "german.txt").write_text(GERMAN, "utf-8")
    return [str(tmp_path / name) for name in ("talks.txt", "more.jsonl", "german.txt")]


def ran(graph: Database, *words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    at = graph.address
    named = {"NEO4J_URI": at.uri, "NEO4J_USER": at.user, "NEO4J_DATABASE": at.database}
    environ = {**os.environ, **named, "NEO4J_PASSWORD": at.password}
    command = [sys.executable, "-m", "service.cli", *words]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == code, done.stderr
    return done


def load_extract(graph: Database, *words: str, code: int = 0) -> str:
    return ran(graph, "load", "--extract", *words, code=code).stderr


def test_what_articles_claim_is_loaded_once_and_as_proposed(engine: Database, files: list[str]) -> None:
    wipe(engine)
    refused = load_extract(engine, *files, code=1)
    assert "german.txt" in refused
    assert "is in German (de); only English is read" in refused
    assert engine.read("MATCH (n:Claim) RETURN n.id AS id") == []
    said = load_extract(engine, "--skip-invalid", *files)
    assert "only English is read" in said
    assert "3 articles read" in said
    found = engine.read("MATCH (n:Claim) RETURN n.id AS id, n.status AS status")
    assert len(found) >= 6
    assert {row["status"] for row in found} == {"proposed"}
    assert ", 0 created" in load_extract(engine, *files[:2])
    assert len(engine.read("MATCH (n:Claim) RETURN n.id AS id")) == len(found)
    condemned = engine.read(
        "MATCH (n:Claim {kind: 'event'})-[:STATES]->(:Fact {type: 'ACCUSE'}) RETURN n.id AS id ORDER BY id"
    )
    why = ran(engine, "explain", str(condemned[0]["id"])).stdout
    assert "China condemned the United States." in why
    for told in (
        "rule ACCUSE/disapprove: A condemn",
        "condemned",
        "initiator chn by name",
        "recipient usa by name",
    ):
        assert told in why
    assert '"explanation"' in ran(engine, "explain", "--json", str(condemned[0]["id"])).stdout
    wipe(engine)
