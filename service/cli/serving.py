"""The command that serves: engine, schema, bundled claims on request, gunicorn, the reader of articles."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from threading import Event, Thread

import click

from service.cli.bundled import load_bundled
from service.cli.keeping import Kept
from service.cli.running import config_of, data_dir, database, say
from service.config import Config
from service.errors import CommuniqueError, EngineError, Fault, InvalidInput
from service.extraction.llm.model_server import door_of
from service.graph.connection import Database
from service.graph.engine.address import Address
from service.graph.engine.layout import Layout
from service.graph.engine.lifecycle import revive
from service.graph.engine.orphans import end_with_parent
from service.graph.engine.ports import address_of, free_port
from service.queries.catalogue import QUERIES
from service.queries.checking import checked
from service.queries.contract import ask

WATCH_S = 1.0
READER = "service.cli.working"
WORTH_OPENING = (
    "/v1/stances?holder=chn&target=usa",
    "/v1/events?initiator=rus&recipient=ukr",
    "/v1/claims?speaker=vedant-patel",
    "/v1/actors/vladimir-putin/relations",
    "/v1/status",
    "/docs/",
)


@click.command()
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on; 0 chooses a free one.")
@click.option("--workers", type=click.IntRange(1), help="gunicorn worker processes.")
@click.option("--demo", is_flag=True, help="Load the bundled claims first.")
@data_dir
@click.pass_context
def serve(
    ctx: click.Context,
    host: str | None,
    port: int | None,
    workers: int | None,
    demo: bool,
    data_dir: Path | None,
) -> None:
    """Serve the API; Ctrl-C ends it and the embedded engine.

    \b
    communique serve --demo
    communique serve --port 18100 --data-dir ./graph
    """
    config = config_of(ctx, host=host, port=port, workers=workers, data_dir=data_dir)
    address = address_of(config.host, _port(config))
    door_of(config)
    with database(config) as opened:
        if demo:
            load_bundled(opened, config.batch_size)
        _greet(address, config, opened.address)
        with _planning(opened):
            _gunicorn(config, address, opened.address)


def _port(config: Config) -> int:
    """The port to listen on; asking for it by listening there once tells a bad host or port at once."""
    try:
        return free_port(config.host, config.port)
    except OSError as error:
        fault = Fault(
            "host and port", address_of(config.host, config.port), f"cannot be used: {error.strerror}"
        )
        raise InvalidInput("the API cannot listen there; --port 0 chooses a free port", [fault]) from None


def _greet(address: str, config: Config, engine: Address) -> None:
    say(f"\nCommuniqué on http://{address}\n")
    for path in WORTH_OPENING:
        say(f"  http://{address}{path}")
    password = "NEO4J_PASSWORD" if config.neo4j_uri else Layout(config.data_dir).password
    say(f"\nNeo4j Browser, cypher-shell: {engine.uri}, user {engine.user}, password in {password}")
    say("Ctrl-C ends all of it.\n")


def _gunicorn(config: Config, address: str, engine: Address) -> None:
    environment = {
        **os.environ,
        **config.environment(),
        "NEO4J_URI": engine.uri,
        "NEO4J_USER": engine.user,
        "NEO4J_PASSWORD": engine.password,
        "NEO4J_DATABASE": engine.database,
    }
    command = [sys.executable, "-m", "gunicorn", "-c", "python:service.api.gunicorn_settings"]
    command += ["--bind", address, "--workers", str(config.workers), "--threads", str(config.threads)]
    command += ["--log-level", "warning"]
    orphan = end_with_parent(signal.SIGTERM)
    # Without a key nobody can post what it would read.
    reading = Kept(READER, environment) if config.editor_key else nullcontext()
    with (
        reading as reader,
        subprocess.Popen(command, env=environment, preexec_fn=orphan) as process,  # noqa: PLW1509
    ):

        def end(*_: object) -> None:
            if reader is not None:
                reader.leave()
            process.terminate()

        # Ctrl-C reaches gunicorn too; we wait for its end, with the engine still there for its last answers.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, end)
        try:
            code = _watch(process, config, reader.look if reader is not None else lambda: None)
        except BaseException:
            process.terminate()
            raise
    if code not in (0, -signal.SIGTERM, -signal.SIGINT):
        raise EngineError(f"gunicorn ended with code {code}; its own words stand above")


@contextmanager
def _planning(database: Database) -> Iterator[None]:
    """Meanwhile ask the example of every question: a visitor would wait seconds for its first plan."""
    ended = Event()

    def plan() -> None:
        for query in QUERIES.values():
            if ended.is_set():
                return
            with suppress(CommuniqueError):
                ask(database, query, checked(query, query.example))

    planner = Thread(target=plan)
    planner.start()
    try:
        yield
    finally:
        ended.set()
        planner.join()


def _watch(process: subprocess.Popen[bytes], config: Config, look: Callable[[], None]) -> int:
    """Wait for gunicorn's end; meanwhile start the engine again if its supervisor is killed, and `look`."""
    while True:
        try:
            return process.wait(WATCH_S)
        except subprocess.TimeoutExpired:
            revive(config, say)
            look()


COMMANDS = (serve,)
