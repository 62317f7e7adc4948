"""Rows as CSV and as NDJSON."""

from __future__ import annotations

import csv
import io
from typing import Any

import orjson

from service.queries.answers import Answer

# A spreadsheet runs a cell that begins with one of these as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_of(answer: Answer) -> bytes:
    """CSV (RFC 4180) in UTF-8; lists are joined with `|`, what is nested further is JSON."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(answer.columns)
    writer.writerows([_cell(row[name]) for name in answer.columns] for row in answer.rows)
    return text.getvalue().encode("utf-8")


def ndjson_of(answer: Answer) -> bytes:
    """One JSON object a line."""
    return b"".join(orjson.dumps(row) + b"\n" for row in answer.rows)


def _cell(value: Any) -> Any:
    if isinstance(value, dict) or (isinstance(value, list) and any(isinstance(x, dict) for x in value)):
        return orjson.dumps(value).decode()
    if isinstance(value, list):
        return _cell("|".join(map(str, value)))
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value
