"""Lists of words that stand in TOML files beside the modules that use them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def word_lists(package: str, name: str) -> Mapping[str, frozenset[str]]:
    """The lists of a file in a package of service.extraction, by their names."""
    table = tomllib.loads((files(f"service.extraction.{package}") / name).read_text("utf-8"))
    return {key: frozenset(words) for key, words in table.items()}
