"""Claims files: JSON Lines, plain, gzipped or from standard input, read one line at a time."""

from __future__ import annotations

import gzip
import re
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

import orjson

from service.claims.model import Publication, Record
from service.claims.record_schemas import HEADERS, RECORDS
from service.claims.records import parse_record
from service.errors import Fault, InvalidInput

LONGEST_LINE = 8 * 1024 * 1024
BOM = b"\xef\xbb\xbf"
# A refused line of another kind may have been a header: what follows must not be taken for an older one's.
BELOW_A_HEADER = re.compile(rf'"record"\s*:\s*"(?:{"|".join(RECORDS.keys() - HEADERS.keys())})"'.encode())


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a claims file: the record below its header, or the faults for which it is refused."""

    where: str
    raw: bytes
    header: Publication | None
    record: Record | None
    faults: tuple[Fault, ...] = ()


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """The bytes of a file, unpacked if its name ends in .gz; `-` is standard input.

    Raises InvalidInput where it cannot be opened.
    """
    if path == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = Path(path).open("rb")  # noqa: SIM115 - its error is told apart from the caller's; closed below
    except OSError as error:
        raise InvalidInput(
            "unreadable file", [Fault(path, "", f"cannot be opened: {error.strerror}")]
        ) from None
    with stream:
        yield cast(IO[bytes], gzip.GzipFile(fileobj=stream)) if path.endswith(".gz") else stream


def read_lines(stream: IO[bytes], name: str) -> Iterator[Line]:
    """Every record of one file in its order; a header that is refused leaves those below it without one."""
    header: Publication | None = None
    for number, raw in enumerate(_bounded(stream, name), start=1):
        if not raw.strip():
            continue
        where = f"{name}:{number}"
        try:
            content = json_of(raw, where)
            record = parse_record(content, header, where)
        except InvalidInput as refused:
            if not BELOW_A_HEADER.search(raw):
                header = None
            yield Line(where, raw, header, None, tuple(refused.faults))
            continue
        if isinstance(record, Publication):
            header = record
        yield Line(where, raw, header, record)


def _bounded(stream: IO[bytes], name: str) -> Iterator[bytes]:
    number = 0
    try:
        while line := stream.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) > LONGEST_LINE:
                fault = Fault(f"{name}:{number}", "", f"is longer than {LONGEST_LINE} bytes")
                raise InvalidInput("a line is too long", [fault])
            yield line.removeprefix(BOM) if number == 1 else line
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise InvalidInput("broken gzip file", [Fault(f"{name}:{number}", "", str(error))]) from None


def json_of(raw: bytes, where: str) -> Any:
    """What a line holds. Raises InvalidInput where it is not JSON."""
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise InvalidInput("not JSON", [Fault(where, "", f"is not JSON in UTF-8: {error}")]) from None
