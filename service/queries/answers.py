"""What a question is answered with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from service.graph.connection import Row

# The revision of a graph in which nothing was ever written.
EMPTY = "empty"


@dataclass(frozen=True)
class Answer:
    """The rows of a page with these columns, the cursor of the next one, the count where it was asked for.

    `meta` says what a reader must know to understand the numbers, such as the formula of a score, `revision`
    which graph it was that answered.
    """

    rows: list[Row]
    columns: tuple[str, ...]
    next: str | None = None
    count: dict[str, Any] | None = None
    meta: dict[str, Any] = field(default_factory=dict)
    revision: str = EMPTY
