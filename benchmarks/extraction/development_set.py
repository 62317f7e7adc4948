"""Files of coded sentences, and the two halves of the development set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

Record = Mapping[str, Any]
# What was read while the rules were written, and what was not.
HALVES = ("open", "kept")


def coded_in(files: Iterable[Path], half: str | None) -> Iterator[Record]:
    """The records of files: those with odd numbers are the open half, those with even ones the kept."""
    for line in (line for file in files for line in file.read_bytes().splitlines() if line.strip()):
        record = orjson.loads(line)
        if half is None or (int(re.findall(r"\d+$", record["id"])[0]) % 2 == 1) == (half == "open"):
            yield record
