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
    publications = _changed(
        tx, batch, recorded_at, ((Publication, "publications"), (Retraction, "retractions"))
    )
    reviewed = _changed(tx, batch, recorded_at, ((Review, "reviews"),))
    merges = _changed(tx, batch, recorded_at, ((Merge, "merges"),))
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
    changed = _settle(tx, fresh, unsettled, reviewed)
    moved = rejoin(tx) if merges else set()
    if judged:
        moved |= join(tx, _actors(fresh))
    declarations = [id_ for id_ in unsettled if id_.startswith("declaration-")]
    _name(tx, fresh.declarations, declarations, moved)
    derive_around(tx, {claim.fact.id for claim in fresh.claims}, changed, moved)
    write_in(tx, "load/touch", recorded_at=recorded_at)
    return written


def _changed(
    tx: neo4j.ManagedTransaction,
    batch: list[Entry],
    recorded_at: datetime,
    kinds: tuple[tuple[type[Record], str], ...],
) -> list[str]:
    """The ids of what new revisions, retractions, reviews or merges of these kinds change."""
    given = {entry.header.revision: entry.header for entry in batch if entry.header is not None}
    records: list[Record] = [*given.values(), *(e.record for e in batch if e.record is not e.header)]
    changed: list[str] = []
    for kind, name in kinds:
        rows = [ROWS[kind](record) for record in records if isinstance(record, kind)]
        if rows:
            changed += _ids(write_in(tx, f"load/{name}", rows=rows, recorded_at=recorded_at))
    return changed


def _settle(
    tx: neo4j.ManagedTransaction, fresh: Fresh, unsettled: set[str], reviewed: list[str]
) -> list[str]:
    """Work out anew when claims count; returns those that were on record before."""
    facts: dict[str, str | None] = {claim.id: claim.fact.id for claim in fresh.claims}
    ids = sorted({*facts, *reviewed}) if reviewed or facts else []
    linked = _ids(write_in(tx, "load/link_reviews", ids=ids)) if ids else []
    older = {id_ for id_ in (*unsettled, *fresh.records, *linked) if id_.startswith("claim-")} - set(facts)
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
