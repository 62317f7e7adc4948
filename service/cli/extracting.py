"""The command that reads articles: text in, proposed claims out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click

from service.cli.progress import articles_shown
from service.cli.running import config_of, say
from service.errors import Fault, InvalidInput
from service.extraction.documents import Document
from service.extraction.inputs import lines, page, plain
from service.extraction.llm.model import Door, door_of
from service.extraction.spreading import FORMS, Piece, pieces_of, processes, scheduler, spread
from service.sources.claims_file import opened


@click.command("extract")
@click.argument("files", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write; else standard output.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    default="claims",
    show_default=True,
    help="What to write.",
)
@click.option(
    "--processes",
    "number",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Processes to share the work.",
)
@click.option("--scheduler", "address", help="Address of a Dask scheduler whose workers do the work, tcp://…")
@click.option("--skip-invalid", is_flag=True, help="Leave out what cannot be read, and say what.")
@click.option("--url", help="Address of the article, for a text or HTML file.")
@click.option("--outlet", help="Its outlet, for a text or HTML file.")
@click.option("--published-on", help="Its day of publication (ISO), for a text or HTML file; else today.")
@click.pass_context
def extract_command(
    ctx: click.Context,
    files: tuple[str, ...],
    output: Path | None,
    form: str,
    number: int,
    address: str | None,
    skip_invalid: bool,
    url: str | None,
    outlet: str | None,
    published_on: str | None,
) -> None:
    """Read articles FILES (.txt, .html, .jsonl, also .gz; - for JSON Lines) and write the claims they make.

    \b
    communique extract article.txt --published-on 2024-05-16 -o claims.jsonl
    communique extract articles.jsonl --format plover --processes 2 > events.jsonl
    communique extract page.html | communique load -
    """
    about = {"url": url, "outlet": outlet, "published_on": published_on}
    door = door_of(config_of(ctx))
    documents = read_documents(files, about, skip_invalid)
    with _output(output) as stream:
        count = 0
        for piece in articles_shown(_pieces(documents, form, door, number, address), len(documents)):
            stream.write(piece.lines)
            count += piece.lines.count(b"\n")
            for warning in piece.warnings:
                say(f"  {warning}")
    say(f"{len(documents)} articles read, {count} lines written")


def read_documents(
    files: tuple[str, ...], about: dict[str, str | None], skip_invalid: bool
) -> list[Document]:
    """The articles of files; raises InvalidInput with every fault unless they are to be skipped."""
    found: list[Document] = []
    faults: list[Fault] = []
    for file in files:
        for each in _documents(file, about):
            if isinstance(each, Document):
                found.append(each)
            else:
                faults += each.faults
    if faults and not skip_invalid:
        raise InvalidInput(f"{len(faults)} faults; nothing was read (--skip-invalid leaves them out)", faults)
    for fault in faults:
        say(f"  {fault}")
    return found


def _documents(file: str, about: dict[str, str | None]) -> Iterator[Document | InvalidInput]:
    with opened(file) as stream:
        content = stream.read()
    name = "standard input" if file == "-" else file
    kind = Path(file.removesuffix(".gz")).suffix.lower()
    try:
        if file == "-" or kind in (".jsonl", ".ndjson"):
            yield from lines(content, name)
        elif kind in (".html", ".htm", ".xhtml"):
            yield page(content, name, about)
        else:
            yield plain(content, name, about)
    except InvalidInput as refused:
        yield refused


def _pieces(
    documents: list[Document], form: str, door: Door | None, number: int, address: str | None
) -> Iterator[Piece]:
    if address is not None:
        try:
            with scheduler(address) as (submit, threads):
                yield from spread(documents, form, door, submit, threads)
        except OSError as error:
            fault = Fault("--scheduler", "", f"{address!r} does not answer: {error}")
            raise InvalidInput("no scheduler", [fault]) from None
    elif number > 1:
        with processes(number) as submit:
            yield from spread(documents, form, door, submit, number)
    else:
        yield from pieces_of(documents, form, door)


@contextmanager
def _output(path: Path | None) -> Iterator[IO[bytes]]:
    """Standard output, or a file that is there only once it is whole."""
    if path is None:
        yield sys.stdout.buffer
        return
    partial = path.with_name(path.name + ".part")
    try:
        with partial.open("wb") as stream:
            yield stream
    except OSError as error:
        raise InvalidInput(
            "nothing was written", [Fault("--output", str(path), f"cannot be written: {error.strerror}")]
        ) from None
    partial.replace(path)


COMMANDS = (extract_command,)
