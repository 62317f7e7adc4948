"""Extraction over several processes or machines, with the same output to the byte."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from typing import Any, Protocol

import orjson

from service.extraction.articles import CHUNK, Extraction, extract
from service.extraction.documents import Document
from service.extraction.llm.model import Door
from service.extraction.plover import plover_records

# Chunks that wait for a free process: enough that none idles, few enough that any number of articles fits.
_AHEAD = 4
Submit = Callable[..., "Outcome"]


class Outcome(Protocol):
    """What is being worked out elsewhere."""

    def result(self) -> Any:
        """The outcome, as soon as there is one."""


def _quotations(extraction: Extraction) -> Iterator[dict[str, Any]]:
    document = extraction.document
    for quotation in extraction.quotations:
        yield {
            "document_id": document.id or document.url,
            "quote": quotation.text,
            "start": quotation.start,
            "end": quotation.end,
            "speakers": [{"id": each.id, "code": each.code} for each in quotation.speakers],
            "cue": quotation.cue,
        }


FORMS: dict[str, Callable[[Extraction], Iterable[dict[str, Any]]]] = {
    "claims": lambda extraction: extraction.records,
    "plover": plover_records,
    "quotations": _quotations,
}


@dataclass(frozen=True)
class Piece:
    """The lines of one article, and what a person should know of its reading."""

    lines: bytes
    warnings: list[str]


def pieces_of(documents: Iterable[Document], form: str, door: Door | None = None) -> Iterator[Piece]:
    """The lines of each article, in order."""
    for read in extract(documents, door):
        lines = b"".join(orjson.dumps(each) + b"\n" for each in FORMS[form](read))
        name = read.document.id or read.document.url
        yield Piece(lines, [f"{name}: {warning}" for warning in read.warnings])


def _chunk(documents: list[Document], form: str, door: Door | None) -> list[Piece]:
    return list(pieces_of(documents, form, door))


def spread(
    documents: Iterable[Document], form: str, door: Door | None, submit: Submit, at_once: int
) -> Iterator[Piece]:
    """The same, worked out elsewhere: `submit` sends a chunk to where one of `at_once` workers reads it."""
    waiting: deque[Outcome] = deque()
    given = iter(documents)
    while chunk := list(islice(given, CHUNK)):
        waiting.append(submit(_chunk, chunk, form, door))
        if len(waiting) >= at_once * _AHEAD:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


@contextmanager
def processes(number: int) -> Iterator[Submit]:
    """Processes of this machine; each loads the language model once."""
    with ProcessPoolExecutor(number, mp_context=get_context("spawn")) as pool:
        yield pool.submit


@contextmanager
def scheduler(address: str) -> Iterator[tuple[Submit, int]]:
    """The workers of a Dask scheduler, and how many threads they have. Raises OSError where none answers."""
    from distributed import Client  # noqa: PLC0415 - it takes half a second to import

    connect: Callable[..., Any] = Client
    with connect(address, timeout="10s") as client:
        yield client.submit, max(1, sum(client.nthreads().values()))
