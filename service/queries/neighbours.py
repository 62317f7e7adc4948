"""The sentences around a sentence, whole ones only, and the chain of those who passed it on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from service.graph.connection import Row

# A sentence ends with its mark and what closes a quotation or bracket; a paragraph with its line.
END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s)|\n")


def with_neighbours(rows: list[Row], given: Mapping[str, Any]) -> list[Row]:
    """The rows with `before` and `after` cut at the ends of sentences, and with their `chain`."""
    around = given["around"]
    return [
        {
            **row,
            "before": _before(row["before"], row["start"]),
            "after": _after(row["after"], around),
            "chain": list(_chain(row)),
        }
        for row in rows
    ]


def _before(text: str | None, start: int) -> str | None:
    """What stands before the sentence, without the sentence that the window cut in two."""
    if text is None or len(text) == start:
        return text.strip() if text else None
    first = END.search(text)
    return text[first.end() :].strip() or None if first is not None else None


def _after(text: str | None, around: int) -> str | None:
    """What stands after the sentence; a window that is not full has reached the end of the text."""
    if text is None or len(text) < around:
        return text.strip() if text else None
    ends = [found.end() for found in END.finditer(text + " ")]
    return text[: ends[-1]].strip() or None if ends else None


def _chain(row: Row) -> Iterator[dict[str, Any]]:
    """From the mouth to the page: each step that there is, with the ids of those who took it."""
    yield from _step("said_by", row["speakers"])
    yield from _step("quoted_by", row["credits"])
    yield from _step("published_by", [row["outlet"] or row["publisher"]])
    yield from _step("dataset" if row["in_dataset"] else "article", [row["publication"]])


def _step(step: str, by: list[str | None]) -> Iterator[dict[str, Any]]:
    named = [one for one in by if one is not None]
    if named:
        yield {"step": step, "by": named}
