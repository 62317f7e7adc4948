"""One batch of records into the graph, inside one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

import neo4j

from service.claims.model import Claim, Declaration, Entry, Publication, Retraction
from service.graph.connection import Row
from service.graph.deriving import derive_around
from service.graph.statements import write_in

FACTS = {"event": "events", "stance": "stances", "relation": "relations", "measure": "measures"}
LOCATOR = ("section", "paragraph", "sentence", "start", "end")
NAMED = {"Actor": "actors", "Topic": "topics", "Outlet": "outlets", "Place": "places"}


@dataclass(frozen=True)
class Standing:
    """A claim or declaration at one place of one revision; a batch may hold a record at several places."""

    record: Claim | Declaration
    header: Publication

    @property
    def place(self) -> str:
        """All that locates it in the text, nothing in a dataset or for a declaration."""
        locator = self.record.locator if isinstance(self.record, Claim) else {}
        return " ".join(str(locator[name]) for name in LOCATOR if name in locator)

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it one."""
        return self.record.id, self.header.revision, self.place


@dataclass(frozen=True)
class Fresh:
    """What of a batch the graph has not: records that are new to it, and new places of all."""

    claims: list[Claim]
    declarations: list[Declaration]
    standings: list[Standing]

    @property
    def records(self) -> set[str]:
        """The ids of the records that are new or stand at a new place."""
        return {standing.record.id for standing in self.standings}


def write(tx: neo4j.ManagedTransaction, batch: list[Entry], clock: Callable[[], datetime]) -> int:
    """Write what the graph has not yet; returns how many of the batch's records that is."""
    write_in(tx, "load/begin")
    # Read behind the lock: a time from before another writer's would rewrite what was known in between.
    recorded_at = clock()
    publications = _publications(tx, batch, recorded_at)
    fresh = _fresh(tx, batch)
    if not publications and not fresh.standings:
        return 0
    _facts(tx, fresh.claims)
    _records(tx, fresh, recorded_at)
    unsettled = _stand(tx, fresh, recorded_at)
    if publications:
        unsettled |= set(_ids(write_in(tx, "load/settle_publications", publications=sorted(publications))))
    if unsettled:
        write_in(tx, "load/settle_records", ids=sorted(unsettled))
    _name(tx, fresh.declarations, [id_ for id_ in unsettled if id_.startswith("declaration-")])
    derive_around(
        tx, {claim.fact.id for claim in fresh.claims}, [id_ for id_ in unsettled if id_.startswith("claim-")]
    )
    write_in(tx, "load/touch", recorded_at=recorded_at)
    return len(publications) + len(fresh.standings)


def _publications(tx: neo4j.ManagedTransaction, batch: list[Entry], recorded_at: datetime) -> list[str]:
    """The ids of the publications that a new revision or retraction changed."""
    headers = {entry.header.revision: entry.header for entry in batch if entry.header is not None}
    retractions = [entry.record for entry in batch if isinstance(entry.record, Retraction)]
    changed: list[str] = []
    for name, rows in (
        ("publications", [_publication_row(header) for header in headers.values()]),
        ("retractions", [_retraction_row(retraction) for retraction in retractions]),
    ):
        if rows:
            changed += _ids(write_in(tx, f"load/{name}", rows=rows, recorded_at=recorded_at))
    return changed


def _fresh(tx: neo4j.ManagedTransaction, batch: list[Entry]) -> Fresh:
    standings = {standing.key: standing for standing in _standings(batch)}
    ids = sorted({id_ for id_, _, _ in standings})
    known = (
        {tuple(place) for place in write_in(tx, "load/known_records", ids=ids)[0]["places"]} if ids else set()
    )
    known_ids = {id_ for id_, _, _ in known}
    new = {id_: s.record for (id_, _, _), s in standings.items() if id_ not in known_ids}
    return Fresh(
        [record for record in new.values() if isinstance(record, Claim)],
        [record for record in new.values() if isinstance(record, Declaration)],
        [standing for key, standing in standings.items() if key not in known],
    )


def _standings(batch: list[Entry]) -> Iterator[Standing]:
    for entry in batch:
        if isinstance(entry.record, Claim | Declaration) and entry.header is not None:
            yield Standing(entry.record, entry.header)


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
        ("claims", [_claim_row(claim) for claim in fresh.claims]),
        ("declarations", [_declaration_row(declaration) for declaration in fresh.declarations]),
    ):
        if rows:
            write_in(tx, f"load/{name}", rows=rows, recorded_at=recorded_at)


def _stand(tx: neo4j.ManagedTransaction, fresh: Fresh, recorded_at: datetime) -> set[str]:
    """Put the records at their places; returns those whose own times now need to be worked out anew."""
    if not fresh.standings:
        return set()
    rows = [_standing_row(standing) for standing in fresh.standings]
    ended = write_in(tx, "load/places", rows=rows, recorded_at=recorded_at)[0]["ids"]
    new = {claim.id for claim in fresh.claims} | {declaration.id for declaration in fresh.declarations}
    return set(ended) | fresh.records - new


def _name(tx: neo4j.ManagedTransaction, declared: list[Declaration], changed: list[str]) -> None:
    """Work out anew the names of what these declarations, and those that changed, declare."""
    targets: dict[str, set[str]] = defaultdict(set)
    for declaration in declared:
        targets[declaration.label].add(declaration.target)
    for row in write_in(tx, "load/declared", ids=changed) if changed else []:
        targets[row["label"]].update(row["ids"])
    for label, ids in targets.items():
        write_in(tx, f"load/name_{NAMED[label]}", ids=sorted(ids))


def _ids(rows: Iterable[Row]) -> list[str]:
    return [row["id"] for row in rows]


def _publication_row(header: Publication) -> Row:
    return {
        "id": header.id,
        "kind": header.kind,
        "key": header.key,
        "revision": header.revision,
        "order": header.order,
        "properties": header.properties,
        "outlet": header.outlet,
        "credits": list(header.credits),
        "text": header.text,
    }


def _retraction_row(retraction: Retraction) -> Row:
    names = ("id", "publication", "kind", "key", "reason")
    return {name: getattr(retraction, name) for name in names}


def _claim_row(claim: Claim) -> Row:
    return {
        "id": claim.id,
        "fact": claim.fact.id,
        "properties": claim.properties,
        "speakers": claim.speakers,
        "credits": claim.credits,
    }


def _declaration_row(declaration: Declaration) -> Row:
    names = ("id", "label", "target", "properties")
    return {name: getattr(declaration, name) for name in names}


def _standing_row(standing: Standing) -> Row:
    record, header = standing.record, standing.header
    return {
        "id": record.id,
        "publication": header.id,
        "revision": header.revision,
        "place": standing.place,
        "locator": record.locator if isinstance(record, Claim) else {},
    }
