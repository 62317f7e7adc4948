"""Getting from "somebody wants the engine" to "it answers", however many want it at once."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import uuid
from pathlib import Path

from service.config import Config
from service.errors import EngineError
from service.graph.engine import archive, locks, state
from service.graph.engine.layout import Layout
from service.graph.engine.provision import provision
from service.graph.engine.say import Say
from service.graph.engine.state import State

POLL_S = 0.05
LAUNCHES = 3
# The supervisor runs in the data folder, where a checkout that is not installed would not be found.
PACKAGE_PARENT = str(Path(__file__).parents[3])


def ensure(config: Config, layout: Layout, say: Say) -> int:
    """Wait until an engine is ready, starting it if nobody does; the Bolt port.

    The caller must hold the users' lock. Raises EngineError with the reason when the start failed.
    """
    last = state.read(layout.state)
    old_failure = last.launch if last.status == "failed" else ""
    launched = 0
    while True:
        lock = locks.try_exclusive(layout.lock)
        # A lock in our hands means that no engine runs, whatever the state file still says.
        last = state.read(layout.state)
        if last.status == "failed" and last.launch != old_failure:
            _close(lock)
            raise EngineError(last.reason)
        if lock is not None:
            _launch(config, layout, lock, say)
            launched += 1
        elif last.status == "ready" and last.supervisor and last.supervisor.process():
            return last.port
        if launched > LAUNCHES:
            raise EngineError(
                f"the engine's supervisor keeps ending without a reason: see {layout.supervisor_log}"
            )
        time.sleep(POLL_S)


def _launch(config: Config, layout: Layout, lock: int, say: Say) -> None:
    """Start a supervisor that takes our lock over; without one, closing our descriptor frees it."""
    try:
        provision(config.engine_cache, say)
        archive.prepare(config, say)
        say("starting the Neo4j engine")
        last = state.read(layout.state)
        state.write(layout.state, State(uuid.uuid4().hex, "starting", java=last.java, port=last.port))
        _spawn(config, layout, lock)
    finally:
        _close(lock)


def _spawn(config: Config, layout: Layout, lock: int) -> None:
    search_path = os.pathsep.join(filter(None, (PACKAGE_PARENT, os.environ.get("PYTHONPATH"))))
    arguments = ["--data-dir", str(config.data_dir), "--lock", str(lock)]
    with layout.supervisor_log.open("ab") as log:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "service.graph.engine.supervisor", *arguments],
            env=os.environ | config.environment() | {"PYTHONPATH": search_path},
            cwd=layout.root,
            pass_fds=(lock,),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            check=False,
        )
    if done.returncode != 0:
        raise EngineError(f"the engine's supervisor could not be started: see {layout.supervisor_log}")


def _close(descriptor: int | None) -> None:
    if descriptor is not None:
        os.close(descriptor)
