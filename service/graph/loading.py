"""Claim records into the graph: in batches of one transaction each, in any order, again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from service.claims.model import Entry, Publication
from service.errors import EngineError
from service.graph.connection import Database, now
from service.graph.writing import write


@dataclass
class Summary:
    """What a load did: records read, and how many of them were new to the graph (the others were there)."""

    read: int = 0
    created: int = 0

    @property
    def merged(self) -> int:
        """Records that the graph had already."""
        return self.read - self.created


def load(
    database: Database,
    entries: Iterable[Entry],
    batch_size: int,
    *,
    done: Callable[[int], None] = lambda _: None,
    clock: Callable[[], datetime] = now,
) -> Summary:
    """Write records; loading one again changes nothing, so a cut-off load is simply run again.

    `done` is told how many records each committed batch held; `clock` gives a batch its transaction time.
    """
    summary = Summary()
    for batch in batches(entries, batch_size):
        created = database.write(lambda tx, batch=batch: write(tx, batch, clock))  # type: ignore[misc]
        summary.read += len(batch)
        summary.created += created
        done(len(batch))
    if summary.created:
        _plan_anew_if_doubled(database, summary.created)
    return summary


def _plan_anew_if_doubled(database: Database, created: int) -> None:
    """Have questions planned on what the graph holds now, if most of it is new.

    The engine counts what an index holds some seconds after it grew. A question planned before that takes the
    index for empty, scans it where it should seek, and keeps that plan until counts of labels change again.
    """
    claims = database.read("MATCH (c:Claim) RETURN count(c) AS claims")[0]["claims"]
    if 2 * created >= claims:
        # Another server's user may lack the right; its plans are then as good as its own counting.
        with suppress(EngineError):
            database.run("CALL db.prepareForReplanning(60)")


def batches(entries: Iterable[Entry], size: int) -> Iterator[list[Entry]]:
    """Batches of about `size`, not cut within one revision where it fits, so that readers see it whole."""
    batch: list[Entry] = []
    for revision in _revisions(entries, size):
        if batch and len(batch) + len(revision) > size:
            yield batch
            batch = []
        batch.extend(revision)
    if batch:
        yield batch


def _revisions(entries: Iterable[Entry], size: int) -> Iterator[list[Entry]]:
    part: list[Entry] = []
    for entry in entries:
        if part and (isinstance(entry.record, Publication) or len(part) >= size):
            yield part
            part = []
        part.append(entry)
    if part:
        yield part
