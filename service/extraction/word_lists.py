"""Lists of words, and other tables, that stand in TOML files beside the modules that use them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def toml_table(package: str, name: str) -> Mapping[str, Any]:
    """A file in a package of service.extraction, read once for all who ask."""
    return tomllib.loads((files(f"service.extraction.{package}") / name).read_text("utf-8"))


@cache
def word_lists(package: str, name: str) -> Mapping[str, frozenset[str]]:
    """The lists of such a file, by their names."""
    return {key: frozenset(words) for key, words in toml_table(package, name).items()}
