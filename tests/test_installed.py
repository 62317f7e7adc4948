"""The wheel in an empty environment, used from another folder: it brings Cypher, datasets and engine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import orjson
import pytest

TOP = Path(__file__).parents[1]
ENVIRON = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "PYTHON"))}


def run(*words: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        list(map(str, words)), cwd=cwd, env=ENVIRON, capture_output=True, text=True, timeout=280, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a new environment that holds the wheel and the pinned dependencies."""
    folder = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, cwd=TOP)
    run(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    python, lock = folder / "venv" / "bin" / "python", TOP / "requirements.lock"
    uv = Path(sys.executable).with_name("uv")
    if uv.exists():
        run(uv, "pip", "sync", "--python", python, "--require-hashes", lock, cwd=folder)
    else:
        run(python, "-m", "pip", "install", "--require-hashes", "--requirement", lock, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    run(python, "-m", "pip", "install", "--no-deps", wheel, cwd=folder)
    return python.parent


def test_the_installed_command_loads_its_own_datasets_and_answers(installed: Path, tmp_path: Path) -> None:
    package = Path(
        run(installed / "python", "-c", "import service; print(service.__file__)", cwd=tmp_path)
    ).parent
    assert package.is_relative_to(installed.parent)
    folder = ("--data-dir", str(tmp_path / "graph"))
    run(installed / "communique", "load", *folder, package / "datasets" / "seed-article.jsonl", cwd=tmp_path)
    answer = run(
        installed / "communique", "ask", *folder, "stances/list", "holder=chn", "target=usa", cwd=tmp_path
    )
    rows = orjson.loads(answer)
    assert rows
    assert {row["target"] for row in rows} == {"usa"}
