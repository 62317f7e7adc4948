"""What the graph names but nobody has declared, with the declared names that are near."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz, process

from service.graph.connection import Database

UNDECLARED = (
    "MATCH (n:Actor|Topic|Outlet|Place) WHERE n.name IS NULL "
    "RETURN head([l IN labels(n) WHERE l IN ['Actor', 'Topic', 'Outlet', 'Place']]) AS label, n.id AS id "
    "ORDER BY label, id LIMIT 100"
)
DECLARED = "MATCH (n:Actor|Topic|Outlet|Place) WHERE n.name IS NOT NULL RETURN n.id AS id"


@dataclass(frozen=True)
class Stub:
    """An id that claims name and nothing declares; `near` holds up to three declared ids like it."""

    label: str
    id: str
    near: tuple[str, ...]


def stubs(database: Database) -> list[Stub]:
    """The first hundred stubs, by label and id."""
    found = database.read(UNDECLARED)
    known = [row["id"] for row in database.read(DECLARED)] if found else []
    return [Stub(row["label"], row["id"], _near(row["id"], known)) for row in found]


def _near(id_: str, known: list[str]) -> tuple[str, ...]:
    return tuple(
        name for name, _, _ in process.extract(id_, known, scorer=fuzz.ratio, limit=3, score_cutoff=80)
    )
