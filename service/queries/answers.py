"""What a question is answered with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from service.graph.connection import Row


@dataclass(frozen=True)
class Answer:
    """The rows of a page with these columns, the cursor of the next one, the count where it was asked for.

    `meta` says what a reader must know to understand the numbers, such as the formula of a score.
    """

    rows: list[Row]
    columns: tuple[str, ...]
    next: str | None = None
    count: dict[str, Any] | None = None
    meta: dict[str, Any] = field(default_factory=dict)
