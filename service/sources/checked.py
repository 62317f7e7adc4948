"""Files checked whole before anything is written, so that a refused file changes nothing."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from service.claims.model import Entry
from service.sources.claims_file import Line, opened, read_lines


@dataclass
class Checked:
    """Files that were read once: how many records are valid, and the lines that are refused."""

    files: list[tuple[str, str]]
    valid: int = 0
    refused: list[Line] = field(default_factory=list)

    def entries(self) -> Iterator[Entry]:
        """The valid records with their headers, read again rather than held."""
        for line in self._lines():
            if line.record is not None:
                yield Entry(line.record, line.header)

    def check(self) -> None:
        """Read every file to its end."""
        for line in self._lines():
            if line.record is None:
                self.refused.append(line)
            else:
                self.valid += 1

    def _lines(self) -> Iterator[Line]:
        for path, name in self.files:
            with opened(path) as stream:
                yield from read_lines(stream, name)


@contextmanager
def checked(paths: tuple[str, ...]) -> Iterator[Checked]:
    """Files (`-` is standard input, which is kept in a temporary file meanwhile), read and checked."""
    with ExitStack() as stack:
        read = Checked(
            [(_seekable(path, stack), "standard input" if path == "-" else path) for path in paths]
        )
        read.check()
        yield read


def _seekable(path: str, stack: ExitStack) -> str:
    if path != "-":
        return path
    kept: IO[bytes] = stack.enter_context(tempfile.NamedTemporaryFile(suffix=".jsonl"))  # noqa: SIM115
    with opened("-") as stream:
        shutil.copyfileobj(stream, kept)
    kept.flush()
    return str(Path(kept.name))
