"""One batch of records into the graph, inside one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

import neo4j

from service.claims.mentions import mentions
from service.claims.model import Claim, Declaration, Entry, Merge, Publication, Record, Retraction, Review
from service.graph.connection import Row
from service.graph.deriving import derive_around
from service.graph.merging import join, rejoin
from service.graph.rows import ROWS, Placed, claim_row, declaration_row, placed_row
from service.graph.settling import settle_claims
from service.graph.statements import write_in

FACTS = {"event": "events", "stance": "stances", "relation": "relations", "measure": "measures"}
# What changes more than itself, by the statement that writes it.
CHANGING: dict[type[Record], str] = {
    Publication: "publications",
    Retraction: "retractions",
    Review: "reviews",
    Merge: "merges",
}
NAMED = {"Actor": "actors", "Topic": "topics", "Outlet": "outlets", "Place": "places"}


@dataclass(frozen=True)
class Fresh:
    """What of a batch the graph has not: records that are new to it, and new places of all."""

    claims: list[Claim]
    declarations: list[Declaration]
    places: list[Placed]

    @property
    def records(self) -> set[str]:
        """The ids of the records that are new or stand at a new place."""
        return {placed.record.id for placed in self.places}


def write(tx: neo4j.ManagedTransaction, batch: list[Entry], clock: Callable[[], datetime]) -> int:
    """Write what the graph has not yet; returns how many of the batch's records that is."""
    judged = write_in(tx, "load/begin")[0]["judged"]
    # Read behind the lock: a time from before another writer's would rewrite what was known in between.
    recorded_at = clock()
    changed = {kind: _changed(tx, _of(kind, batch), name, recorded_at) for kind, name in CHANGING.items()}
    publications = changed[Publication] + changed[Retraction]
    reviewed, merges = changed[Review], changed[Merge]
    fresh = _fresh(tx, batch)
    written = len(publications) + len(reviewed) + len(merges) + len(fresh.places)
    if not written:
        return 0
    _facts(tx, fresh.claims)
    _records(tx, fresh, recorded_at)
    unsettled = _stand(tx, fresh, recorded_at)
    if publications:
        unsettled |= set(_ids(write_in(tx, "load/settle_publications", publications=sorted(publications))))
    if unsettled:
        write_in(tx, "load/settle_records", ids=sorted(unsettled))
    older = _settle(tx, fresh, unsettled, reviewed)
    moved = rejoin(tx) if merges else set()
    if judged:
        moved |= join(tx, _actors(fresh))
    declarations = [id_ for id_ in unsettled if id_.startswith("declaration-")]
    _name(tx, fresh.declarations, declarations, moved)
    derive_around(tx, {claim.fact.id for claim in fresh.claims}, older, moved)
    write_in(tx, "load/touch", recorded_at=recorded_at)
    return written


def _of(kind: type[Record], batch: list[Entry]) -> list[Record]:
    """The batch's records of this kind; of headers also those that stand before it."""
    if kind is Publication:
        return list({entry.header.revision: entry.header for entry in batch if entry.header}.values())
    return [entry.record for entry in batch if isinstance(entry.record, kind)]


def _changed(
    tx: neo4j.ManagedTransaction, records: list[Record], name: str, recorded_at: datetime
) -> list[str]:
    """The ids of what those of the records change that are new."""
    rows = [ROWS[type(record)](record) for record in records]
    return _ids(write_in(tx, f"load/{name}", rows=rows, recorded_at=recorded_at)) if rows else []


def _settle(
    tx: neo4j.ManagedTransaction, fresh: Fresh, unsettled: set[str], reviewed: list[str]
) -> list[str]:
    """Work out anew when claims count; returns those that were on record before."""
    facts: dict[str, str | None] = {claim.id: claim.fact.id for claim in fresh.claims}
    ids = sorted({*facts, *reviewed})
    linked = _ids(write_in(tx, "load/link_reviews", ids=ids)) if ids else []
    older = {id_ for id_ in (*unsettled, *linked) if id_.startswith("claim-")} - set(facts)
    settle_claims(tx, {**facts, **dict.fromkeys(older)})
    return sorted(older)


def _actors(fresh: Fresh) -> set[str]:
    declared = {d.target for d in fresh.declarations if d.label == "Actor"}
    named = {id_ for claim in fresh.claims for label, id_ in mentions(claim) if label == "Actor"}
    return declared | named


def _fresh(tx: neo4j.ManagedTransaction, batch: list[Entry]) -> Fresh:
    places = {placed.key: placed for placed in _placed(batch)}
    ids = sorted({id_ for id_, _, _ in places})
    known = (
        {tuple(place) for place in write_in(tx, "load/known_records", ids=ids)[0]["places"]} if ids else set()
    )
    known_ids = {id_ for id_, _, _ in known}
    new = {id_: s.record for (id_, _, _), s in places.items() if id_ not in known_ids}
    return Fresh(
        [record for record in new.values() if isinstance(record, Claim)],
        [record for record in new.values() if isinstance(record, Declaration)],
        [placed for key, placed in places.items() if key not in known],
    )


def _placed(batch: list[Entry]) -> Iterator[Placed]:
    for entry in batch:
        if isinstance(entry.record, Claim | Declaration) and entry.header is not None:
            yield Placed(entry.record, entry.header)


def _facts(tx: neo4j.ManagedTransaction, claims: list[Claim]) -> None:
    facts = {claim.fact.id: claim.fact for claim in claims}
    if not facts:
        return
    known = set(write_in(tx, "load/known_facts", ids=sorted(facts))[0]["ids"])
    rows: dict[str, list[Row]] = defaultdict(list)
    for fact in facts.values():
        if fact.id not in known:
            names = ("id", "properties", "roles", "slot")
            rows[fact.kind].append({name: getattr(fact, name) for name in names})
    for kind, of_kind in rows.items():
        write_in(tx, f"load/{FACTS[kind]}", rows=of_kind)


def _records(tx: neo4j.ManagedTransaction, fresh: Fresh, recorded_at: datetime) -> None:
    for name, rows in (
        ("claims", [claim_row(claim) for claim in fresh.claims]),
        ("declarations", [declaration_row(declaration) for declaration in fresh.declarations]),
    ):
        if rows:
            write_in(tx, f"load/{name}", rows=rows, recorded_at=recorded_at)


def _stand(tx: neo4j.ManagedTransaction, fresh: Fresh, recorded_at: datetime) -> set[str]:
    """Put the records at their places; returns those whose own times now need to be worked out anew."""
    if not fresh.places:
        return set()
    rows = [placed_row(placed) for placed in fresh.places]
    ended = write_in(tx, "load/places", rows=rows, recorded_at=recorded_at)[0]["ids"]
    new = {claim.id for claim in fresh.claims} | {declaration.id for declaration in fresh.declarations}
    return set(ended) | fresh.records - new


def _name(
    tx: neo4j.ManagedTransaction, declared: list[Declaration], changed: list[str], moved: set[str]
) -> None:
    """Work out anew the names of what these declarations, and those that changed or moved, declare."""
    targets: dict[str, set[str]] = defaultdict(set)
    if moved:
        targets["Actor"] |= moved
    for declaration in declared:
        targets[declaration.label].add(declaration.target)
    for row in write_in(tx, "load/declared", ids=changed) if changed else []:
        targets[row["label"]].update(row["ids"])
    for label, ids in targets.items():
        write_in(tx, f"load/name_{NAMED[label]}", ids=sorted(ids))


def _ids(rows: Iterable[Row]) -> list[str]:
    return [row["id"] for row in rows]
