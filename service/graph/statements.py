"""The Cypher files: found beside the package when installed, at the top of the repository when not."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
ROOT = _PACKAGE / "cypher" if (_PACKAGE / "cypher").is_dir() else _PACKAGE.parent / "cypher"


@cache
def statement(name: str) -> str:
    """The text of `cypher/NAME.cypher`; names come from our code, never from a request."""
    return (ROOT / f"{name}.cypher").read_text("utf-8")


def statements_of(text: str) -> list[str]:
    """The statements of a file, each ended by a semicolon at the end of a line; comment lines left out."""
    code = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("//"))
    return [part.strip() for part in code.split(";\n") if part.strip(" \n;")]
