"""One process, several, or a Dask cluster: the same bytes."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner
from distributed import LocalCluster

from service.cli import main
from service.cli.extracting import FORMS as CHOICES
from service.extraction.spreading import FORMS
from tests.extraction.kenyan_visit import TEXT

GERMAN = (
    "Die Regierung verurteilte am Montag den Angriff auf ein Dorf im Norden des Landes, bei dem nach Angaben"
    " der Polizei vier Menschen starben."
)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    lines = [
        {
            "id": f"a-{number}",
            "text": TEXT.replace("Kenya", name),
            "published_on": "2031-06-03",
            "outlet": "Reuters",
        }
        for number, name in enumerate(["Kenya", "Ghana", "Nepal"] * 8)
    ]
    path.write_bytes(b"".join(orjson.dumps(line) + b"\n" for line in lines))
    return path


def run(*arguments: str) -> bytes:
    result = CliRunner().invoke(main, ["extract", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout_bytes


def test_the_command_knows_every_form() -> None:
    assert tuple(FORMS) == CHOICES


def test_two_processes_and_a_cluster_write_what_one_writes(articles: Path) -> None:
    alone = run(str(articles), "--format", "plover")
    assert alone.count(b"\n") > 24
    assert run(str(articles), "--format", "plover", "--processes", "2") == alone
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:  # type: ignore[no-untyped-call]
        assert run(str(articles), "--format", "plover", "--scheduler", cluster.scheduler_address) == alone


def test_a_scheduler_that_is_not_there_is_one_error(articles: Path) -> None:
    result = CliRunner().invoke(main, ["extract", str(articles), "--scheduler", "tcp://127.0.0.1:1"])
    assert result.exit_code == 1
    assert "does not answer" in result.stderr


@pytest.mark.parametrize("form", CHOICES)
def test_every_form_is_json_lines(articles: Path, form: str) -> None:
    lines = run(str(articles), "--format", form).splitlines()
    assert all(isinstance(orjson.loads(line), dict) for line in lines)


def test_one_bad_line_writes_nothing_unless_it_is_to_be_skipped(articles: Path, tmp_path: Path) -> None:
    with articles.open("ab") as stream:
        stream.write(b'{"text": "Kenya condemned Peru.", "title2": 1}\nno JSON\n')
        stream.write(orjson.dumps({"text": GERMAN}) + b"\n")
    output = tmp_path / "out.jsonl"
    refused = CliRunner().invoke(main, ["extract", str(articles), "-o", str(output)])
    assert (refused.exit_code, output.exists()) == (1, False)
    for told in ("articles.jsonl:25 /title2: no such field", "articles.jsonl:26", "German (de)"):
        assert told in refused.stderr
    skipped = CliRunner().invoke(main, ["extract", str(articles), "-o", str(output), "--skip-invalid"])
    assert (skipped.exit_code, output.exists()) == (0, True)
