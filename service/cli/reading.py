"""Articles read by a command: files in, lines or a claims file out. Importing this loads the parser."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from service.cli.progress import articles_shown
from service.cli.running import say
from service.errors import Fault, InvalidInput
from service.extraction.documents import Document
from service.extraction.inputs import lines, page, plain
from service.extraction.llm.model import Door
from service.extraction.spreading import Piece, pieces_of, processes, scheduler, spread
from service.sources.claims_file import opened


@dataclass(frozen=True)
class Reading:
    """How articles are read: into which form, by which model, in how many processes or by whose workers."""

    form: str
    door: Door | None
    processes: int
    scheduler: str | None


def write(documents: list[Document], output: Path | None, how: Reading) -> int:
    """Write the lines of all articles to a file, or to standard output; returns how many they are."""
    with _output(output) as stream:
        return _written(_pieces(documents, how), len(documents), stream)


@contextmanager
def extracted(files: tuple[str, ...], skip_invalid: bool, door: Door | None) -> Iterator[tuple[str, ...]]:
    """The name of the claims file; raises InvalidInput with every fault unless those are to be skipped."""
    documents = read_documents(files, {}, skip_invalid)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "extracted.jsonl"
        with path.open("wb") as stream:
            _written(pieces_of(documents, "claims", door), len(documents), stream)
        say(f"{len(documents)} articles read")
        yield (str(path),)


def _written(pieces: Iterable[Piece], total: int, stream: IO[bytes]) -> int:
    count = 0
    for piece in articles_shown(pieces, total):
        stream.write(piece.lines)
        count += piece.lines.count(b"\n")
        for warning in piece.warnings:
            say(f"  {warning}")
    return count


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


def _pieces(documents: list[Document], how: Reading) -> Iterator[Piece]:
    if how.scheduler is not None:
        try:
            with scheduler(how.scheduler) as (submit, threads):
                yield from spread(documents, how.form, how.door, submit, threads)
        except OSError as error:
            fault = Fault("--scheduler", "", f"{how.scheduler!r} does not answer: {error}")
            raise InvalidInput("no scheduler", [fault]) from None
    elif how.processes > 1:
        with processes(how.processes) as submit:
            yield from spread(documents, how.form, how.door, submit, how.processes)
    else:
        yield from pieces_of(documents, how.form, how.door)


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
