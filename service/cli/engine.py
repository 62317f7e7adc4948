"""Commands that start, stop and show the embedded engine."""

from __future__ import annotations

from pathlib import Path

import click

from service.cli.running import config_of, data_dir, say
from service.graph.engine import lifecycle
from service.graph.engine.status import status as status_of


@click.group("engine")
def group() -> None:
    """Start, stop and show the embedded Neo4j.

    \b
    communique engine start
    communique engine status
    """


@group.command()
@data_dir
@click.pass_context
def start(ctx: click.Context, data_dir: Path | None) -> None:
    """Start it and keep it running until `engine stop`; prints its Bolt address.

    \b
    communique engine start --data-dir ./graph
    """
    address = lifecycle.start(config_of(ctx, data_dir=data_dir), say)
    click.echo(address.uri)


@group.command()
@data_dir
@click.pass_context
def stop(ctx: click.Context, data_dir: Path | None) -> None:
    """End it, unless somebody uses it.

    \b
    communique engine stop --data-dir ./graph
    """
    lifecycle.stop(config_of(ctx, data_dir=data_dir))


@group.command()
@data_dir
@click.pass_context
def status(ctx: click.Context, data_dir: Path | None) -> None:
    """Show whether it runs, where, since when, and who uses it.

    \b
    communique engine status
    """
    for name, value in vars(status_of(config_of(ctx, data_dir=data_dir))).items():
        click.echo(f"{name}: {value}")


COMMANDS = (group,)
