"""What the graph remembers of loads that need not be repeated; none of it is part of the digest."""

from __future__ import annotations

from service.graph.connection import Database

READ = "MATCH (g:GraphState {id: 'graph'}) RETURN g.bundled AS edition"
WRITE = "MERGE (g:GraphState {id: 'graph'}) SET g.bundled = $edition"


def bundled(database: Database) -> str | None:
    """The edition of the bundled claims that was loaded whole; None before the first."""
    rows = database.read(READ)
    return rows[0]["edition"] if rows else None


def mark_bundled(database: Database, edition: str) -> None:
    """Remember that this edition was loaded whole. Loading it again would change nothing."""
    database.run(WRITE, {"edition": edition})
