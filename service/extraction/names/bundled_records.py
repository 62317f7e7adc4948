"""The records of the claims files that come with the package: they name actors, outlets and places."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import orjson


def bundled_records(name: str) -> Iterator[dict[str, Any]]:
    """The records of one file of service/datasets, in its order."""
    content = (files("service.datasets") / f"{name}.jsonl").read_bytes()
    return map(orjson.loads, content.splitlines())
