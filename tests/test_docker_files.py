"""The Docker files, as far as they can be checked without an engine: they parse, and name what there is."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from service.cli import main
from service.config import SETTINGS

TOP = Path(__file__).parents[1]


def instructions() -> list[tuple[str, str]]:
    text = (TOP / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.split(None, 1)[0], line.split(None, 1)[1]) for line in lines]


def compose() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((TOP / "docker-compose.yml").read_text("utf-8"))
    return content


def test_the_image_copies_what_exists_and_does_not_run_as_root() -> None:
    named = dict(instructions())
    assert named["USER"] != "root"
    assert [name for name, _ in instructions()].index("USER") < [name for name, _ in instructions()].index(
        "CMD"
    )
    for _, paths in (pair for pair in instructions() if pair[0] == "COPY"):
        assert all((TOP / path).exists() for path in shlex.split(paths)[:-1])
    assert "/readyz" in named["HEALTHCHECK"]


def test_the_image_runs_the_command_of_make_run() -> None:
    words = yaml.safe_load(dict(instructions())["CMD"])
    assert words[0] == "communique"
    known = {option for parameter in main.commands[words[1]].params for option in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= known


def test_compose_waits_for_a_healthy_database_and_sets_known_settings() -> None:
    services = compose()["services"]
    assert services["service"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert services["neo4j"]["healthcheck"]["test"]
    assert set(services["service"]["environment"]) <= {setting.env for setting in SETTINGS}
    assert all(port.startswith("127.0.0.1:") for port in services["service"]["ports"])


def compose_plugin() -> bool:
    docker = shutil.which("docker")
    asked = [docker, "compose", "version"] if docker is not None else ["false"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not compose_plugin(), reason="docker's compose plugin is not on this machine")
def test_compose_itself_takes_the_file() -> None:
    environ = {**os.environ, "NEO4J_PASSWORD": "eight-characters"}
    subprocess.run(["docker", "compose", "config", "--quiet"], cwd=TOP, env=environ, check=True)
