"""The command that writes the whole graph: export."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from service.cli.progress import counted
from service.cli.running import config_of, data_dir, database, say
from service.errors import Fault, InvalidInput
from service.queries.contract import revision
from service.queries.exports import EXPORTS
from service.queries.exports import export as pieces_of


@click.command()
@click.option("--format", "form", type=click.Choice(list(EXPORTS)), default="claims", show_default=True)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Default: standard output."
)
@data_dir
@click.pass_context
def export(ctx: click.Context, form: str, output: Path | None, data_dir: Path | None) -> None:
    """Write the whole graph: a claims file, GraphML, a Cypher script or FollowTheMoney entities.

    \b
    communique export -o graph.jsonl
    communique export --format graphml -o graph.graphml
    communique export --format cypher | cypher-shell -a bolt://other.example:7687
    """
    with database(config_of(ctx, data_dir=data_dir)) as opened, _written(output) as file:
        for piece in counted(pieces_of(opened, form, revision(opened)), "exporting"):
            file.write(piece)
    if output is not None:
        say(f"{output}: {output.stat().st_size:,} bytes")


@contextmanager
def _written(output: Path | None) -> Iterator[BinaryIO]:
    """A file that has its name once it is whole, so that half an export is never taken for one."""
    if output is None:
        yield sys.stdout.buffer
        return
    part = output.with_name(f"{output.name}.part")
    try:
        file = part.open("wb")
    except OSError as error:
        fault = Fault("--output", str(output), f"cannot be written: {error.strerror}")
        raise InvalidInput("nothing was exported", [fault]) from None
    try:
        with file:
            yield file
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)


COMMANDS = (export,)
