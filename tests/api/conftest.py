"""The world of every kind of tie, as a graph."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from service.graph.connection import Database
from service.graph.loading import load
from tests.asking import wipe
from tests.graph.small_world import entries
from tests.graph.tied_world import WORLD


@pytest.fixture(scope="module")
def world(engine: Database) -> Iterator[Database]:
    """The graph, loaded once for a module that only reads it."""
    wipe(engine)
    load(engine, entries(WORLD), 100)
    yield engine
    wipe(engine)
