"""Engines of their own data folders, and other processes that use them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import psutil
import pytest
from neo4j import GraphDatabase

from service.config import Config, load_config
from service.graph.engine.address import Address
from service.graph.engine.lifecycle import running
from service.graph.engine.status import EngineStatus, status

HOLDER = Path(__file__).with_name("hold_engine.py")
ROOT = Path(__file__).parents[2]
PATIENCE_S = 90
T = TypeVar("T")


def configure(data_dir: Path, **flags: object) -> Config:
    """The settings of an embedded engine in this folder, even where the suite runs against another server."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    return load_config({"data_dir": data_dir, **flags}, environ)


def query(address: Address, text: str, **parameters: object) -> list[dict[str, Any]]:
    """Rows of one query, retried while the server is away."""
    with GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
        return [record.data() for record in driver.execute_query(text, parameters).records]


def wait_for(what: Callable[[], T | None]) -> T:
    """The first true value of `what`; fails when it does not come."""
    limit = time.monotonic() + PATIENCE_S
    while time.monotonic() < limit:
        value = what()
        if value:
            return value
        time.sleep(0.02)
    raise AssertionError("what was waited for did not come")


def wait_for_state(config: Config, wanted: str) -> EngineStatus:
    """The status as soon as the engine is in this state."""

    def reached() -> EngineStatus | None:
        now = status(config)
        return now if now.state == wanted else None

    return wait_for(reached)


def is_gone(pid: int) -> bool:
    """Whether the process has ended, reaped or not."""
    try:
        return bool(psutil.Process(pid).status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True


@dataclass(frozen=True)
class Holder:
    """Another process inside a `running` block."""

    process: subprocess.Popen[str]
    answer: dict[str, str]


@contextmanager
def holder(data_dir: Path, **environ: str) -> Iterator[Holder]:
    """Start another process that uses the engine of this folder; it ends with the block."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    process = subprocess.Popen(
        [sys.executable, str(HOLDER), str(data_dir)],
        env=inherited | {"PYTHONPATH": str(ROOT)} | environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        try:
            yield Holder(process, json.loads(process.stdout.readline()))
        finally:
            process.kill()


@dataclass(frozen=True)
class Engine:
    """A running engine and the settings that it was started with."""

    config: Config
    address: Address


@pytest.fixture(scope="session")
def shared_engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """One engine for the tests that leave it as it is."""
    config = configure(tmp_path_factory.mktemp("shared") / "data")
    with running(config) as address:
        yield Engine(config, address)
    wait_for_state(config, "stopped")
