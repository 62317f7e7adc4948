"""The README's tour, run as it stands: every command gives the answer that is printed below it."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

TOP = Path(__file__).parents[1]
README = (TOP / "README.md").read_text("utf-8")
ENVIRON = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}


def tour() -> list[tuple[str, str]]:
    """Each command of the README's blocks and what is printed below it."""
    blocks = re.findall(r"^```\n(.*?)^```", README, flags=re.M | re.S)
    steps = [step for block in blocks for step in re.split(r"^\$ ", block, flags=re.M)[1:]]
    return [(command, answer.strip()) for command, _, answer in (step.partition("\n") for step in steps)]


def printed(command: str, served: httpx.Client, folder: Path) -> str:
    words = shlex.split(command)
    if words[:2] == ["curl", "-s"]:
        return served.get(words[2].removeprefix("localhost:8000")).text
    assert words[0] == "communique"
    at = ["--data-dir", str(folder)]
    command_line = [sys.executable, "-m", "service.cli", words[1], *at, *words[2:]]
    done = subprocess.run(command_line, env=ENVIRON, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(("command", "answer"), tour(), ids=[command for command, _ in tour()])
def test_a_step_of_the_tour_answers_what_the_readme_says(
    command: str, answer: str, served: httpx.Client, served_folder: Path
) -> None:
    """`…` stands for any text."""
    expected = ".*".join(re.escape(part) for part in answer.split("…"))
    found = printed(command, served, served_folder).replace("\r\n", "\n").strip()
    assert re.fullmatch(expected, found, flags=re.S), found[:2000]


def test_the_tour_has_its_steps_and_the_make_targets_exist() -> None:
    assert len(tour()) >= 8
    makefile = (TOP / "Makefile").read_text("utf-8")
    for target in re.findall(r"\bmake (\w+)", README):
        assert re.search(rf"^{target}:", makefile, flags=re.M), target
    for link in re.findall(r"\]\(([\w/.-]+)\)", README):
        assert (TOP / link).exists(), link
