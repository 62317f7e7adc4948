"""What every subcommand starts with: its settings, and the database for as long as it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from service.cli.progress import followed
from service.config import Config, load_config
from service.errors import CommuniqueError, InvalidInput
from service.graph.connection import Database
from service.graph.engine.lifecycle import running
from service.graph.migrations import migrate

# One batch of a load on a slow machine; what takes longer would hold its locks longer than anybody waits.
LONGEST_S = 600.0
F = TypeVar("F", bound=Callable[..., Any])


def say(message: str) -> None:
    """A line for the person, on standard error, so that output can be piped."""
    click.echo(message, err=True)


def said(error: CommuniqueError) -> None:
    """An error as a person reads it: one line, and one more for each fault."""
    say(f"communique: {error.detail}")
    if isinstance(error, InvalidInput):
        for fault in error.faults:
            say(f"  {fault}")


def data_dir(function: F) -> F:
    """`--data-dir` after the subcommand too, where people type it."""
    option = click.option(
        "--data-dir", type=click.Path(path_type=Path), help="Folder of the embedded engine."
    )
    return option(function)


def config_of(ctx: click.Context, **flags: Any) -> Config:
    """The settings of this call: the subcommand's flags, then the group's, then the rest."""
    given = {name: value for name, value in flags.items() if value is not None}
    return load_config({**ctx.obj, **given})


@contextmanager
def database(config: Config) -> Iterator[Database]:
    """The database, its engine running and its schema up to date, for the length of the block.

    Nobody but the person at the terminal waits for an answer here, so `query_timeout_s` is not asked.
    """
    with running(config, say) as address, Database(address, timeout_s=LONGEST_S) as opened:
        for name in migrate(opened, follow=followed):
            say(f"applied schema {name}")
        yield opened
