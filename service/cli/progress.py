"""Long work as a person sees it: a bar on a terminal, nothing where nobody watches."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from service.graph.connection import Database
from service.graph.deriving import Part
from service.graph.loading import Summary, load
from service.sources.checked import Checked

if TYPE_CHECKING:
    from service.extraction.spreading import Piece


def load_shown(database: Database, read: Checked, batch_size: int) -> Summary:
    """Load what was read and checked; the bar counts records."""
    with _bar(TextColumn("loading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()) as progress:
        bar = progress.add_task("", total=read.valid)
        return load(database, read.entries(), batch_size, done=lambda count: progress.advance(bar, count))


def followed(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts of deriving as they are wanted; the bar counts them."""
    with _bar(TextColumn("deriving"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()) as progress:
        yield from progress.track(parts)


def articles_shown(read: Iterable[Piece], total: int) -> Iterator[Piece]:
    """What is read of each article as it comes; the bar counts articles."""
    with _bar(TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()) as progress:
        yield from progress.track(read, total=total)


def counted(pieces: Iterable[bytes], title: str) -> Iterator[bytes]:
    """The pieces as they come; the bar counts bytes, of which nobody knows how many there will be."""
    with _bar(TextColumn(title), DownloadColumn(), TimeElapsedColumn()) as progress:
        bar = progress.add_task("", total=None)
        for piece in pieces:
            yield piece
            progress.advance(bar, len(piece))


def _bar(*columns: ProgressColumn) -> Progress:
    return Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())
