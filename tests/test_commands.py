"""The command as a person types it, each run in a process of its own on one data folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.config import load_config
from service.graph.engine.status import status

DATASETS = Path(__file__).parents[1] / "service" / "datasets"
FILES = [str(DATASETS / f"{name}.jsonl") for name in ("seed-article", "unga-es-11-1", "trade-figures")]
ENVIRON = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}


def communique(*words: str, code: int = 0) -> tuple[str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "service.cli", *words],
        env=ENVIRON,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == code, done.stderr
    return done.stdout, done.stderr


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder whose engine keeps running between the commands."""
    folder = tmp_path_factory.mktemp("commands")
    communique("engine", "start", "--data-dir", str(folder))
    yield folder
    communique("engine", "stop", "--data-dir", str(folder))


def test_one_digest_loaded_twice_reversed_one_by_one_and_through_a_killed_engine(
    kept: Path,
) -> None:
    folder = ("--data-dir", str(kept))
    communique("load", *folder, *FILES)
    first, _ = communique("digest", *folder)
    _, again = communique("load", *folder, *FILES)
    assert ", 0 created" in again
    assert communique("digest", *folder)[0] == first
    other = ("--data-dir", str(kept / "other"))
    communique("engine", "start", *other)
    try:
        loading = subprocess.Popen(
            [sys.executable, "-m", "service.cli", "load", "--batch-size", "1", *other, *reversed(FILES)],
            env=ENVIRON,
        )
        time.sleep(8)
        assert loading.poll() is None, "the load was over before the engine could be killed"
        java = status(load_config({"data_dir": kept / "other"}, ENVIRON)).java_pid
        assert java is not None
        os.kill(java, signal.SIGKILL)
        loading.wait(timeout=240)
        communique("load", *other, *reversed(FILES))
        assert communique("digest", *other)[0] == first
    finally:
        communique("engine", "stop", *other)


def test_a_refused_file_changes_nothing_and_says_where(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text('{"record": "topic", "id": "Fish", "name": "Fishing"}\nno json\n')
    _, errors = communique("load", "--data-dir", str(tmp_path), str(wrong), code=1)
    assert "wrong.jsonl:1 /id" in errors
    assert "wrong.jsonl:2" in errors
    assert not (tmp_path / "engine").exists()


def test_strict_refuses_what_nothing_declares_and_asks_what_was_meant(tmp_path: Path, kept: Path) -> None:
    claims = tmp_path / "claims.jsonl"
    claims.write_text(
        '{"record": "dataset", "id": "d", "title": "D", "publisher": "P", "version": "1", '
        '"released_on": "2024", "licence": "CC0-1.0"}\n'
        '{"record": "actor", "id": "arl", "kind": "country", "name": "Arland", "aliases": ["The Isles"]}\n'
        '{"record": "claim", "kind": "stance", "speech_act": "report", "method": "dataset", '
        '"evidence": {"row": "1"}, '
        '"stance": {"holders": ["arl"], "position": "condemns", "target": {"actor": "arlando"}}}\n'
    )
    folder = ("--data-dir", str(kept))
    _, errors = communique("load", "--strict", *folder, str(claims), code=1)
    assert "claims.jsonl:3 : actor 'arlando' is named but nowhere declared" in errors
    before, _ = communique("digest", *folder)
    _, said = communique("load", *folder, str(claims))
    assert "actor 'arlando' is named but nowhere declared; did you mean arl?" in said
    assert communique("digest", *folder)[0] != before
    claims.write_text(claims.read_text().replace("arlando", "arl"))
    communique("load", "--strict", *folder, str(claims))


def test_what_cannot_be_is_refused_in_words(tmp_path: Path) -> None:
    folder = ("--data-dir", str(tmp_path / "graph"))
    assert "is given twice" in communique("ask", "stances/list", "limit=1", "limit=2", code=1)[1]
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text("no json\n")
    rejects = ("--skip-invalid", "--rejects", str(tmp_path / "none" / "x"))
    assert "cannot be written" in communique("load", *rejects, *folder, str(wrong), code=1)[1]
    _, said = communique("load", "--dry-run", "--skip-invalid", "--rejects", str(tmp_path / "r"), str(wrong))
    assert "wrong.jsonl:1" in said
    assert not (tmp_path / "r").exists()
    assert "cannot be used" in communique("serve", "--host", "no.such.host.invalid", *folder, code=1)[1]


def test_settings_show_where_each_came_from(tmp_path: Path) -> None:
    shown, _ = communique("settings", "--data-dir", str(tmp_path))
    assert f"data_dir = {tmp_path}    [flag; COMMUNIQUE_DATA_DIR]" in shown
    assert "port = 8000    [default; COMMUNIQUE_PORT]" in shown


def test_help_and_the_list_of_questions(tmp_path: Path) -> None:
    assert "Exit codes" in communique("--help")[0]
    assert "stances/list" in communique("ask")[0]
    assert "allowed" in communique("ask", "stances/lst", code=1)[1]
    communique("serve", "--nonsense", code=2)
