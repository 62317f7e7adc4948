"""The claims that come with the package, loaded once for each graph and each edition of them."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from pathlib import Path

from service.cli.progress import load_shown
from service.cli.running import say
from service.graph.connection import Database
from service.graph.marks import bundled, mark_bundled
from service.sources.checked import checked


def bundled_files() -> list[Path]:
    """The claims files of the package, by name."""
    found = (Path(str(path)) for path in files("service.datasets").iterdir())
    return sorted(path for path in found if path.suffix == ".jsonl")


def load_bundled(database: Database, batch_size: int) -> None:
    """Load the bundled claims, unless the graph has this very edition of them already."""
    paths = bundled_files()
    edition = hashlib.sha256(
        b"".join(hashlib.sha256(path.read_bytes()).digest() for path in paths)
    ).hexdigest()
    if bundled(database) == edition:
        return
    with checked(tuple(map(str, paths))) as read:
        say(f"loading the bundled claims, {read.valid} records; later starts do without")
        summary = load_shown(database, read, batch_size)
    mark_bundled(database, edition)
    say(f"bundled claims: {summary.read} records, {summary.created} of them new")
