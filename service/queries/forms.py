"""Rows in forms other than JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from service.graph.connection import Row

# A spreadsheet runs a cell that begins with one of these as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_of(names: Sequence[str], rows: list[Row]) -> str:
    """Rows as CSV (RFC 4180); lists are joined with `|`."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(names)
    writer.writerows([_cell(row[name]) for name in names] for row in rows)
    return text.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return _cell("|".join(map(str, value)))
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value
