"""Commands of an editor: load, retract, derive, digest, migrate."""

from __future__ import annotations

from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click
import orjson

from service.claims.model import Entry
from service.cli.progress import followed, load_shown
from service.cli.running import config_of, data_dir, database, say
from service.config import Config
from service.errors import Fault, InvalidInput
from service.extraction.llm.model_server import door_of
from service.graph.connection import Database
from service.graph.deriving import derive as rebuild
from service.graph.digest import digest as digest_of
from service.graph.inventory import Stub, stubs, undeclared
from service.graph.loading import load
from service.graph.migrations import schema_version
from service.graph.retracting import retraction_of
from service.sources.checked import Checked, checked
from service.sources.claims_file import Line


@click.command("load")
@click.argument("files", nargs=-1, required=True)
@click.option("--extract", is_flag=True, help="FILES are articles: load what they claim.")
@click.option("--dry-run", is_flag=True, help="Check the files and write nothing.")
@click.option("--skip-invalid", is_flag=True, help="Load what is valid; refused lines go to --rejects.")
@click.option("--strict", is_flag=True, help="Refuse ids that nothing declares, rather than making stubs.")
@click.option("--rejects", type=click.Path(path_type=Path), default=Path("rejects.jsonl"), show_default=True)
@click.option("--batch-size", type=click.IntRange(1), help="Records of one transaction.")
@data_dir
@click.pass_context
def load_command(
    ctx: click.Context,
    files: tuple[str, ...],
    extract: bool,
    dry_run: bool,
    skip_invalid: bool,
    strict: bool,
    rejects: Path,
    batch_size: int | None,
    data_dir: Path | None,
) -> None:
    """Load claims FILES: JSON Lines, .gz, or - for standard input. Loading again changes nothing.

    \b
    communique load claims.jsonl more.jsonl.gz
    communique load --dry-run claims.jsonl
    communique load --extract article.txt articles.jsonl
    zcat claims.jsonl.gz | communique load -
    """
    config = config_of(ctx, data_dir=data_dir, batch_size=batch_size)
    given = _extracted(files, skip_invalid, config) if extract else nullcontext(files)
    with given as claims, checked(claims) as read:
        _refuse(read, skip_invalid, dry_run, rejects)
        if dry_run:
            say(f"{read.valid} records are valid; nothing was written")
            return
        with database(config) as opened:
            if strict:
                _refuse_stubs(opened, read)
            summary = load_shown(opened, read, config.batch_size)
            unknown = stubs(opened)
    refused = f", {len(read.refused)} refused" if read.refused else ""
    say(f"{summary.read} read, {summary.created} created, {summary.merged} merged{refused}")
    for reason, count in Counter(
        fault.message for line in read.refused for fault in line.faults
    ).most_common():
        say(f"  {count} x {reason}")
    for stub in unknown:
        say(f"  {_undeclared(stub)}")


def _extracted(
    files: tuple[str, ...], skip_invalid: bool, config: Config
) -> AbstractContextManager[tuple[str, ...]]:
    # The parser takes seconds to import, and other loads do not need it.
    from service.cli.reading import extracted  # noqa: PLC0415

    return extracted(files, skip_invalid, door_of(config))


def _reject(line: Line) -> bytes:
    text = line.raw.decode("utf-8", "replace")
    return orjson.dumps({"where": line.where, "faults": list(map(str, line.faults)), "line": text}) + b"\n"


def _refuse_stubs(opened: Database, read: Checked) -> None:
    unknown = undeclared(opened, read.named.keys() - read.declared)
    faults = [Fault(read.named[stub.label, stub.id], "", _undeclared(stub)) for stub in unknown]
    if faults:
        raise InvalidInput(f"{len(faults)} ids are declared nowhere; nothing was written", faults)


def _undeclared(stub: Stub) -> str:
    near = f"; did you mean {', '.join(stub.near)}?" if stub.near else ""
    return f"{stub.label.lower()} {stub.id!r} is named but nowhere declared{near}"


def _refuse(read: Checked, skip_invalid: bool, dry_run: bool, rejects: Path) -> None:
    if not read.refused:
        return
    faults = [fault for line in read.refused for fault in line.faults]
    if not skip_invalid:
        raise InvalidInput(f"{len(read.refused)} records refused; nothing was written", faults)
    if dry_run:
        for fault in faults:
            say(f"  {fault}")
        return
    try:
        rejects.write_bytes(b"".join(map(_reject, read.refused)))
    except OSError as error:
        fault = Fault("--rejects", str(rejects), f"cannot be written: {error.strerror}")
        raise InvalidInput("nothing was loaded", [fault]) from None
    say(f"{len(read.refused)} records refused; they stand with the reasons in {rejects}")


@click.command()
@click.argument("publication")
@click.option("--reason", required=True, help="Why it is withdrawn; kept with it.")
@data_dir
@click.pass_context
def retract(ctx: click.Context, publication: str, reason: str, data_dir: Path | None) -> None:
    """Withdraw a PUBLICATION: an article's id or address, or a dataset's id. Its claims stay on record.

    \b
    communique retract https://news.example/talks --reason "withdrawn by the outlet"
    """
    with database(config_of(ctx, data_dir=data_dir)) as opened:
        summary = load(opened, [Entry(retraction_of(opened, publication, reason), None)], 1)
        say("retracted" if summary.created else "it was retracted already, for this reason")


@click.command()
@data_dir
@click.pass_context
def derive(ctx: click.Context, data_dir: Path | None) -> None:
    """Rebuild the derived edges from the rest of the graph; loading keeps them up by itself.

    \b
    communique derive
    """
    with database(config_of(ctx, data_dir=data_dir)) as opened:
        say(f"derived around {rebuild(opened, followed)} facts")


@click.command()
@data_dir
@click.pass_context
def digest(ctx: click.Context, data_dir: Path | None) -> None:
    """Print the canonical hash of the graph: equal for equal graphs, without transaction times.

    \b
    communique digest --data-dir ./graph
    """
    with database(config_of(ctx, data_dir=data_dir)) as opened:
        click.echo(digest_of(opened))


@click.command()
@data_dir
@click.pass_context
def migrate(ctx: click.Context, data_dir: Path | None) -> None:
    """Bring the schema up to date; every command that opens the database does so too.

    \b
    NEO4J_URI=bolt://db.example:7687 NEO4J_PASSWORD=… communique migrate
    """
    with database(config_of(ctx, data_dir=data_dir)) as opened:
        click.echo(f"schema {schema_version(opened)}")


COMMANDS = (load_command, retract, derive, digest, migrate)
