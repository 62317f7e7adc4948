"""The command that serves: engine, schema, bundled claims on request, gunicorn."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import click

from service.cli.running import config_of, data_dir, database, say
from service.config import Config
from service.errors import EngineError
from service.graph.connection import Database
from service.graph.engine.address import Address
from service.graph.engine.ports import free_port
from service.graph.loading import load
from service.sources.checked import checked

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
    with database(config) as opened:
        if demo:
            load_bundled(opened, config.batch_size)
        address = f"{config.host}:{config.port or free_port(config.host)}"
        _greet(address, opened.address)
        sys.exit(_gunicorn(config, address, opened.address))


def load_bundled(database: Database, batch_size: int) -> None:
    """Load the claims that come with the package; those that are there already change nothing."""
    paths = sorted(str(path) for path in files("service.datasets").iterdir() if path.name.endswith(".jsonl"))
    with checked(tuple(paths)) as read:
        summary = load(database, read.entries(), batch_size)
    say(f"bundled claims: {summary.read} records, {summary.created} of them new")


def _greet(address: str, engine: Address) -> None:
    say(f"\nCommuniqué on http://{address}\n")
    for path in WORTH_OPENING:
        say(f"  http://{address}{path}")
    say(
        f"\nNeo4j Browser, cypher-shell: {engine.uri}, user {engine.user}, password in DATA/engine.password\n"
    )


def _gunicorn(config: Config, address: str, engine: Address) -> int:
    environment = {
        **os.environ,
        **config.environment(),
        "NEO4J_URI": engine.uri,
        "NEO4J_USER": engine.user,
        "NEO4J_PASSWORD": engine.password,
        "NEO4J_DATABASE": engine.database,
    }
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "-c",
        "python:service.api.gunicorn_settings",
        "--bind",
        address,
    ]
    command += ["--workers", str(config.workers), "--threads", str(config.threads), "--log-level", "warning"]
    # Ctrl-C reaches the whole group: gunicorn ends by itself, and we wait for it with the engine still there.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with subprocess.Popen(command, env=environment) as process:
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        code = process.wait()
    if code not in (0, -signal.SIGTERM, -signal.SIGINT):
        raise EngineError(f"gunicorn ended with code {code}: is {address} in use?")
    return 0


COMMANDS = (serve,)
