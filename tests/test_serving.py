"""`communique serve` as a person runs it: it outlives what dies beneath it, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil
import pytest

from service.config import load_config
from service.graph.engine.ports import free_port
from service.graph.engine.status import EngineStatus, status

ENVIRON = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}


@contextmanager
def serving(folder: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A server without claims, which is ready the sooner."""
    command = [sys.executable, "-m", "service.cli", "serve", "--port", str(port), "--data-dir", str(folder)]
    with subprocess.Popen(command, env=ENVIRON, start_new_session=True) as process:
        try:
            until(port, 200)
            yield process
        finally:
            process.terminate()
            process.wait(timeout=60)


@dataclass(frozen=True)
class Served:
    """A server that runs: its process, its port, its data folder."""

    process: subprocess.Popen[bytes]
    port: int
    folder: Path


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that outlives what the tests do to it."""
    folder, port = tmp_path_factory.mktemp("standing"), free_port()
    with serving(folder, port) as process:
        yield Served(process, port, folder)


def until(port: int, wanted: int) -> None:
    """Wait for this answer of /readyz."""
    found: int | str = ""
    for _ in range(900):
        try:
            found = httpx.get(f"http://127.0.0.1:{port}/readyz", timeout=10).status_code
        except httpx.TransportError as error:
            found = str(error)
        if found == wanted:
            return
        time.sleep(0.1)
    raise AssertionError(f"/readyz did not become {wanted}: {found}")


def engine_of(folder: Path) -> EngineStatus:
    return status(load_config({"data_dir": folder}, ENVIRON))


def test_a_killed_engine_is_a_503_and_comes_back(standing: Served) -> None:
    first = engine_of(standing.folder)
    os.kill(first.supervisor_pid or 0, signal.SIGKILL)
    until(standing.port, 503)
    assert httpx.get(f"http://127.0.0.1:{standing.port}/healthz").status_code == 200
    until(standing.port, 200)
    second = engine_of(standing.folder)
    assert second.uri == first.uri
    assert second.supervisor_pid != first.supervisor_pid


def test_two_servers_side_by_side_share_nothing_and_ctrl_c_ends_all_of_one(
    standing: Served, tmp_path: Path
) -> None:
    with serving(tmp_path, free_port()) as one:
        engine, other = engine_of(tmp_path), engine_of(standing.folder)
        assert engine.uri != other.uri
        family = [*psutil.Process(one.pid).children(recursive=True), psutil.Process(one.pid)]
        family += [psutil.Process(pid) for pid in (engine.supervisor_pid, engine.java_pid)]
        # A terminal sends Ctrl-C to the whole group.
        os.killpg(one.pid, signal.SIGINT)
        assert one.wait(timeout=60) == 0
        _, alive = psutil.wait_procs(family, timeout=30)
        assert alive == []
        until(standing.port, 200)


def test_a_killed_serve_takes_gunicorn_along(tmp_path: Path) -> None:
    with serving(tmp_path, free_port()) as process:
        family = psutil.Process(process.pid).children(recursive=True)
        assert family
        process.kill()
        _, alive = psutil.wait_procs(family, timeout=30)
        assert alive == []


def test_all_workers_stand_in_the_same_queues(standing: Served) -> None:
    children = psutil.Process(standing.process.pid).children()
    (gunicorn,) = [child for child in children if "gunicorn" in child.cmdline()]
    workers = gunicorn.children()
    assert len(workers) == 2
    queues = [
        {
            fd.stat().st_ino
            for fd in Path(f"/proc/{worker.pid}/fd").iterdir()
            if fd.is_symlink() and "memfd:turns" in str(fd.readlink())
        }
        for worker in workers
    ]
    # One for look-ups, one for what adds up.
    assert len(queues[0]) == 2
    assert queues[0] == queues[1]


def test_a_port_in_use_is_said_before_anything_starts(standing: Served, tmp_path: Path) -> None:
    command = ["serve", "--port", str(standing.port), "--data-dir", str(tmp_path / "two")]
    done = subprocess.run(
        [sys.executable, "-m", "service.cli", *command],
        env=ENVIRON,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert f"127.0.0.1:{standing.port}: cannot be used: Address already in use" in done.stderr
    assert not (tmp_path / "two").exists()
