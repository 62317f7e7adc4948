"""The one way in which a text is refused."""

from __future__ import annotations

from typing import NoReturn

from service.errors import Fault, InvalidInput

# The longest text that the article schema stores.
LARGEST = 2_000_000


def refuse(where: str, message: str, allowed: tuple[str, ...] = ()) -> NoReturn:
    """Raise InvalidInput with the one thing that is wrong with the whole of `where`."""
    raise InvalidInput("not a text that can be read", [Fault(where, "", message, allowed)])


def refuse_larger(where: str, content: str | bytes, largest: int) -> None:
    """Refuse what is larger than the largest that is allowed."""
    if len(content) > largest:
        unit = "characters" if isinstance(content, str) else "bytes"
        refuse(where, f"is {len(content)} {unit} long; {largest} are allowed")
