"""Using the engine of a data folder: it starts on demand, is shared, and ends after its last user."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from service.config import Config
from service.errors import EngineError
from service.graph.engine import locks, state
from service.graph.engine.address import Address
from service.graph.engine.handshake import handshake
from service.graph.engine.launch import ensure
from service.graph.engine.layout import Layout
from service.graph.engine.say import Say, quiet
from service.graph.engine.server import address
from service.graph.engine.status import users

POLL_S = 0.05
STOP_LIMIT_S = 60.0


@contextmanager
def running(config: Config, say: Say = quiet) -> Iterator[Address]:
    """The database to use, for the length of the block: the server of NEO4J_URI, or the embedded engine.

    The engine keeps running while any process is inside such a block, however the others end. `say` is told
    what takes long. Raises EngineError with the reason when there is no usable database.
    """
    if config.neo4j_uri:
        given = Address(config.neo4j_uri, config.neo4j_user, config.neo4j_password, config.neo4j_database)
        handshake(given)
        yield given
        return
    layout = Layout(config.data_dir)
    layout.make()
    with locks.locked(layout.users, shared=True):
        port = ensure(config, layout, say)
        yield address(layout, port)


def revive(config: Config, say: Say = quiet) -> None:
    """Start the engine again where its supervisor was killed; for callers inside `running`.

    It takes the port that it had. Raises EngineError with the reason when a supervisor gave the engine up.
    """
    layout = Layout(config.data_dir)
    if config.neo4j_uri or locks.is_held(layout.lock):
        return
    last = state.read(layout.state)
    if last.status == "failed":
        raise EngineError(last.reason)
    say("the engine's supervisor is gone: starting the engine again")
    if ensure(config, layout, say) != last.port:
        raise EngineError(f"port {last.port} of the engine was taken meanwhile: serve again")


def start(config: Config, say: Say = quiet) -> Address:
    """Start the embedded engine and keep it running until `stop`. Raises EngineError as `running` does."""
    layout = _embedded(config)
    layout.make()
    layout.keep.touch(mode=0o600)
    try:
        with running(config, say) as given:
            return given
    except EngineError:
        layout.keep.unlink(missing_ok=True)
        raise


def stop(config: Config) -> None:
    """End the embedded engine that `start` keeps running, and wait for its end.

    Raises EngineError naming the processes that still use it; it then ends by itself after the last of them.
    """
    layout = _embedded(config)
    layout.keep.unlink(missing_ok=True)
    limit = time.monotonic() + STOP_LIMIT_S
    while locks.is_held(layout.lock):
        if pids := users(layout):
            listed = ", ".join(map(str, pids))
            raise EngineError(
                f"the engine is still used by process {listed}; it ends by itself after the last one"
            )
        if time.monotonic() > limit:
            raise EngineError(f"the engine did not end within {STOP_LIMIT_S:.0f} s: see {layout.logs}")
        time.sleep(POLL_S)


def _embedded(config: Config) -> Layout:
    if config.neo4j_uri:
        raise EngineError(f"NEO4J_URI is set: the server at {config.neo4j_uri} is not ours to start or stop")
    return Layout(config.data_dir)
