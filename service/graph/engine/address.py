"""Where a database is and how to enter it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Address:
    """A Bolt address with user, password and database."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str
