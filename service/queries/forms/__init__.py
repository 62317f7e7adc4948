"""The forms in which an answer is written; JSON, with its envelope, is the API's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from service.queries.answers import Answer
from service.queries.forms.rows import csv_of, ndjson_of


@dataclass(frozen=True)
class Form:
    """A form: its media type, and how an answer is written in it (None: the envelope of the API)."""

    media: str
    write: Callable[[Answer], bytes] | None = None


FORMS = {
    "json": Form("application/json"),
    "csv": Form("text/csv", csv_of),
    "ndjson": Form("application/x-ndjson", ndjson_of),
}
