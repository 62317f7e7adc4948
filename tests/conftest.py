"""One engine and one served API for the whole run, each in a data folder of its own, never the user's."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from service.config import Config, load_config
from service.graph.connection import Database
from service.graph.engine import state
from service.graph.engine.address import Address
from service.graph.engine.layout import Layout
from service.graph.engine.lifecycle import running
from service.graph.engine.ports import free_port
from service.graph.engine.server import address
from service.graph.migrations import migrate
from tests.asking import wipe


@pytest.fixture(scope="session")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    """The settings of the run: the server of NEO4J_URI, else an embedded engine in a temporary folder."""
    return load_config({"data_dir": tmp_path_factory.mktemp("graph")})


@pytest.fixture(scope="session")
def engine(config: Config) -> Iterator[Database]:
    """A migrated database."""
    with running(config) as given, Database(given) as database:
        _refuse_the_graph_of_somebody(config, database)
        migrate(database)
        yield database
        wipe(database)


def _refuse_the_graph_of_somebody(config: Config, database: Database) -> None:
    """The tests empty their database again and again, so one that was given must be empty already."""
    if config.neo4j_uri and database.read("MATCH (n) WHERE NOT n:Migration RETURN n LIMIT 1"):
        pytest.exit(f"{config.neo4j_uri} holds data, which the tests would delete: give them an empty one", 3)


@pytest.fixture
def database(engine: Database) -> Database:
    """The same database, empty."""
    wipe(engine)
    return engine


@pytest.fixture(scope="session")
def served_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of `served`."""
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="session")
def bundled(served: httpx.Client, served_folder: Path) -> Iterator[Database]:
    """The graph that `served` serves, to be read only: the bundled claims."""
    with Database(address_of(served_folder)) as database:
        yield database


@pytest.fixture(scope="session")
def served(served_folder: Path) -> Iterator[httpx.Client]:
    """A client of `communique serve --demo`: real gunicorn, real engine, the bundled claims."""
    with serving(served_folder, "--demo") as client:
        yield client


def address_of(folder: Path) -> Address:
    """Where the engine of a data folder answers."""
    layout = Layout(folder)
    return address(layout, state.read(layout.state).port)


@contextmanager
def serving(folder: Path, *flags: str, **environ: str) -> Iterator[httpx.Client]:
    """A client of `communique serve` on a data folder, once it is ready."""
    port = free_port()
    without = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    command = [sys.executable, "-m", "service.cli", "serve", "--port", str(port), "--data-dir", str(folder)]
    with subprocess.Popen([*command, *flags], env={**without, **environ}) as process:
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
                _until_ready(client, process)
                yield client
        finally:
            process.terminate()
            process.wait(timeout=60)


def _until_ready(client: httpx.Client, process: subprocess.Popen[bytes]) -> None:
    for _ in range(1200):
        assert process.poll() is None, "serve ended before it was ready"
        try:
            if client.get("/readyz").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise AssertionError("serve was not ready after two minutes")
