"""What is named but nowhere declared, with the declared ids that may have been meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.graph.connection import Database, Row

UNDECLARED = (
    "MATCH (n:Actor|Topic|Outlet|Place) WHERE n.name IS NULL "
    "RETURN head([l IN labels(n) WHERE l IN ['Actor', 'Topic', 'Outlet', 'Place']]) AS label, n.id AS id "
    "ORDER BY label, id LIMIT 100"
)
DECLARED = (
    "MATCH (n:Actor|Topic|Outlet|Place) WHERE n.name IS NOT NULL "
    "RETURN head([l IN labels(n) WHERE l IN ['Actor', 'Topic', 'Outlet', 'Place']]) AS label, n.id AS id, "
    "[n.name, n.official_name] + coalesce(n.aliases, []) AS names"
)
NAMED = "MATCH (n:Actor|Claim|Article {id: $id}) WHERE $label IN labels(n) RETURN n.id AS id"
# Shorter words are like each other by chance: "un" is like "hun" and "sun".
SHORTEST = 5
ALIKE = 84


@dataclass(frozen=True)
class Stub:
    """An id that claims name and nothing declares; `near` holds up to three declared ids like it."""

    label: str
    id: str
    near: tuple[str, ...]


def stubs(database: Database) -> list[Stub]:
    """The first hundred stubs of the graph, by label and id."""
    found = [(row["label"], row["id"]) for row in database.read(UNDECLARED)]
    return _with_near(found, database.read(DECLARED)) if found else []


def undeclared(database: Database, named: Iterable[tuple[str, str]]) -> list[Stub]:
    """Those of the named (label, id) that the graph does not declare either."""
    known = database.read(DECLARED)
    declared = {(row["label"], row["id"]) for row in known}
    return _with_near(sorted(set(named) - declared), known)


def named(database: Database, label: str, id_: str) -> bool:
    """Whether a node of this label has the id."""
    return bool(database.read(NAMED, {"label": label, "id": id_}))


def near(database: Database, labels: list[str], id_: str) -> tuple[str, ...]:
    """Up to three declared ids of these labels that may have been meant."""
    return _near(id_, _meant(database.read(DECLARED), labels))


def _with_near(found: list[tuple[str, str]], known: list[Row]) -> list[Stub]:
    return [Stub(label, id_, _near(id_, _meant(known, [label]))) for label, id_ in found]


def _meant(known: list[Row], labels: list[str]) -> dict[str, str]:
    return {word: row["id"] for row in known if row["label"] in labels for word in _words(row)}


def _words(row: Row) -> Iterator[str]:
    """What a person may have written for the id: the id itself, or a name the way an id is written."""
    yield str(row["id"])
    names = row["names"]
    if isinstance(names, list):
        yield from (str(name).lower().replace(" ", "-") for name in names if name is not None)


def _near(id_: str, words: dict[str, str]) -> tuple[str, ...]:
    if id_ in words:
        return (words[id_],)
    if len(id_) < SHORTEST:
        return ()
    # Stubs are rare, and every command would wait for this import.
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    long = [word for word in words if len(word) >= SHORTEST]
    alike = process.extract(id_, long, scorer=fuzz.ratio, limit=6, score_cutoff=ALIKE)
    return tuple(dict.fromkeys(words[word] for word, _, _ in alike))[:3]
