"""Files checked whole before anything is written, so that a refused file changes nothing."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO

from service.claims.mentions import mentions
from service.claims.model import Declaration, Entry, Publication, Record
from service.sources.claims_file import Line, opened, read_lines


@dataclass
class Checked:
    """Files that were read once: how many records are valid, and the lines that are refused.

    `named` and `declared` hold every (label, id) that the valid records name or declare, `named` with the
    line that names it first.

    The valid records wait in a temporary file of our own: parsing them again would take ten times as long,
    and holding a million of them would take gigabytes.
    """

    _kept: IO[bytes]
    valid: int = 0
    refused: list[Line] = field(default_factory=list)
    named: dict[tuple[str, str], str] = field(default_factory=dict)
    declared: set[tuple[str, str]] = field(default_factory=set)

    def entries(self) -> Iterator[Entry]:
        """The valid records with their headers."""
        self._kept.seek(0)
        header: Publication | None = None
        for _ in range(self.valid):
            record = pickle.load(self._kept)  # noqa: S301 - written by `read` below, in a file without a name
            if isinstance(record, Publication):
                header = record
            yield Entry(record, header)

    def read(self, path: str) -> None:
        """Read a file to its end."""
        with opened(path) as stream:
            for line in read_lines(stream, "standard input" if path == "-" else path):
                if line.record is None:
                    self.refused.append(line)
                    continue
                pickle.dump(line.record, self._kept, pickle.HIGHEST_PROTOCOL)
                self.valid += 1
                self._note(line.record, line.where)

    def _note(self, record: Record, where: str) -> None:
        if isinstance(record, Declaration):
            self.declared.add((record.label, record.target))
        for mention in mentions(record):
            self.named.setdefault(mention, where)


@contextmanager
def checked(paths: tuple[str, ...]) -> Iterator[Checked]:
    """Files (`-` is standard input), read and checked."""
    with tempfile.TemporaryFile() as kept:
        read = Checked(kept)
        for path in paths:
            read.read(path)
        yield read
