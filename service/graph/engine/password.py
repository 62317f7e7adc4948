"""The engine's own password: random, kept for its owner only, set before the first start."""

from __future__ import annotations

import secrets
from pathlib import Path

from service.errors import EngineError
from service.graph.engine import java
from service.graph.engine.layout import Layout

USER = "neo4j"


def read(layout: Layout) -> str:
    """The password. Raises EngineError when its file is gone though there is a store that wants it."""
    try:
        return layout.password.read_text("utf-8").strip()
    except OSError as error:
        raise EngineError(
            f"the password file {layout.password} of the embedded engine cannot be read ({error.strerror}); "
            f"put it back, or remove the data folder {layout.root} and load again"
        ) from error


def prepare(layout: Layout, jars: Path) -> None:
    """Give an engine that never started its password. neo4j.conf must be written already.

    A start that was cut short is repeated with the same password, until Neo4j has taken it into its store.
    """
    if not layout.has_store and not layout.password.exists():
        _create(layout.password)
    read(layout)
    if not layout.has_store:
        # The tool takes the argument from the file (@): any user of the machine can read its command line.
        java.admin(layout, jars, "dbms", "set-initial-password", f"@{layout.password}")


def _create(path: Path) -> None:
    draft = path.with_suffix(".draft")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_hex(24) + "\n", "utf-8")
    draft.replace(path)
