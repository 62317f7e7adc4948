"""Records that somebody hands over instead of a file: the same checks, the same faults, all or nothing."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import orjson

from service.claims.model import Entry
from service.errors import InvalidInput
from service.sources.claims_file import read_lines


def entries_of(content: bytes, name: str) -> list[Entry]:
    """The records of JSON Lines. Raises InvalidInput with every fault, placed as NAME:LINE and pointer."""
    lines = list(read_lines(io.BytesIO(content), name))
    refused = [line for line in lines if line.record is None]
    if refused:
        faults = [fault for line in refused for fault in line.faults]
        raise InvalidInput(f"{len(refused)} records refused; nothing was written", faults)
    return [Entry(line.record, line.header) for line in lines if line.record is not None]


def entries_given(records: Iterable[Any], name: str) -> list[Entry]:
    """The same for records as JSON values; a record's number stands for its line."""
    return entries_of(b"\n".join(orjson.dumps(record) for record in records), name)
