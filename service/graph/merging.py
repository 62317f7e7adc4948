"""Which actors are one: judgements followed to their end, and what names the one moved to the other."""

from __future__ import annotations

from collections.abc import Iterable

import neo4j

from service.graph.connection import Database, Row
from service.graph.statements import write_in

MERGED_INTO = "MATCH (a:Actor {id: $id}) RETURN a.merged_into AS kept"


def roots(judgements: Iterable[Row]) -> dict[str, str]:
    """What each actor that was ever judged upon is merged into now, itself where it stands alone.

    The latest judgement of an actor decides; a circle of merges ends at its first id in the alphabet.
    """
    into: dict[str, str] = {}
    for row in sorted(judgements, key=lambda row: (row["decided_at"], row["id"])):
        into[row["merged"]] = row["kept"] if row["judgement"] == "same" else row["merged"]
    return {actor: _root(actor, into) for actor in into}


def _root(actor: str, into: dict[str, str]) -> str:
    path = [actor]
    while (onward := into.get(path[-1], path[-1])) != path[-1]:
        if onward in path:
            return min(path[path.index(onward) :])
        path.append(onward)
    return path[-1]


def merged_into(database: Database, actor: str) -> str | None:
    """The id of the actor that this one is merged into; None where it stands alone or is unknown."""
    rows = database.read(MERGED_INTO, {"id": actor})
    return rows[0]["kept"] if rows else None


def rejoin(tx: neo4j.ManagedTransaction) -> set[str]:
    """Move what names an actor to where it now belongs, after new judgements; returns actors that changed."""
    judged = write_in(tx, "load/judged")
    stood = {row["merged"]: row["merged_into"] or row["merged"] for row in judged}
    moves = [
        {"actor": actor, "from": stood[actor], "to": root}
        for actor, root in sorted(roots(judged).items())
        if stood[actor] != root
    ]
    write_in(tx, "load/merged_into", rows=moves)
    return _move(tx, moves)


def join(tx: neo4j.ManagedTransaction, actors: Iterable[str]) -> set[str]:
    """Move what a batch brought for actors that are merged; returns those that it was moved from and to."""
    return _move(tx, write_in(tx, "load/merged", ids=sorted(actors)))


def _move(tx: neo4j.ManagedTransaction, moves: list[Row]) -> set[str]:
    if not moves:
        return set()
    moved = write_in(tx, "load/moves", rows=moves)
    return {row[end] for row in moved for end in ("from", "to")}
