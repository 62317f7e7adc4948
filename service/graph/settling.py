"""When each claim counts, worked out anew for those that a batch brings or changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import neo4j

from service.graph.connection import Row
from service.graph.standings import Reviewed, Telling, standings
from service.graph.statements import write_in
from service.vocabulary.terms import modality_weight, vocabulary


def settle_claims(tx: neo4j.ManagedTransaction, facts: dict[str, str | None]) -> None:
    """Renew the standings of claims, given with the facts that they state (None for one that is settled)."""
    if not facts:
        return
    found = write_in(tx, "load/tellings", ids=sorted(facts))
    rows = [_row(row, facts[row["id"]]) for row in found]
    weights = {modality: modality_weight(modality) for modality in vocabulary("modalities")}
    write_in(tx, "load/standings", rows=rows, weights=weights)


def _row(found: Row, fact: str | None) -> Row:
    tellings = list(_tellings(found["tellings"], found["credited"]))
    reviews = [Reviewed(at, _time(known), id_, status) for at, known, id_, status in found["reviews"]]
    stood = standings(tellings, found["loaded_as"], reviews)
    return {
        "id": found["id"],
        "fact": fact,
        "status": stood[-1].status,
        "standings": [asdict(standing) for standing in stood],
    }


def _tellings(rows: Iterable[Any], credited: str | None) -> Iterable[Telling]:
    for recorded, retracted, order, public_on, told_by in rows:
        ended = None if retracted is None else _time(retracted)
        # What an agency wrote is one voice, however many outlets print it.
        yield Telling(_time(recorded), ended, order, public_on.to_native(), credited or told_by)


def _time(stored: Any) -> datetime:
    """A stored time with the offset of UTC: with its zone, Neo4j would hold it unequal to the same time."""
    native: datetime = stored.to_native()
    return native.astimezone(UTC)
