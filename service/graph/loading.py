"""Claim records into the graph: in batches of one transaction each, in any order, again and again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import neo4j

from service.claims.model import Claim, Declaration, Entry, Publication, Retraction
from service.graph.connection import Database, Row, now, run_in
from service.graph.deriving import derive_around
from service.graph.statements import statement

FACTS = {"event": "events", "stance": "stances", "relation": "relations", "measure": "measures"}
NAMED = {"Actor": "actors", "Topic": "topics", "Outlet": "outlets", "Place": "places"}
TOUCH = "MERGE (g:GraphState {id: 'graph'}) SET g.revision = randomUUID(), g.changed_at = $recorded_at"


@dataclass
class Summary:
    """What a load did: records read, and how many of them were new to the graph (the others were there)."""

    read: int = 0
    created: int = 0

    @property
    def merged(self) -> int:
        """Records that the graph had already."""
        return self.read - self.created


def load(
    database: Database,
    entries: Iterable[Entry],
    batch_size: int,
    *,
    done: Callable[[int], None] = lambda _: None,
    clock: Callable[[], datetime] = now,
) -> Summary:
    """Write records; loading one again changes nothing, so a cut-off load is simply run again.

    `done` is told how many records each committed batch held; `clock` gives a batch its transaction time.
    """
    summary = Summary()
    for batch in batches(entries, batch_size):
        created = database.write(lambda tx, batch=batch: _write(tx, batch, clock()))  # type: ignore[misc]
        summary.read += len(batch)
        summary.created += created
        done(len(batch))
    return summary


def batches(entries: Iterable[Entry], size: int) -> Iterator[list[Entry]]:
    """Batches of about `size`, not cut within one revision where it fits, so that readers see it whole."""
    batch: list[Entry] = []
    for revision in _revisions(entries, size):
        if batch and len(batch) + len(revision) > size:
            yield batch
            batch = []
        batch.extend(revision)
    if batch:
        yield batch


def _revisions(entries: Iterable[Entry], size: int) -> Iterator[list[Entry]]:
    part: list[Entry] = []
    for entry in entries:
        if part and (isinstance(entry.record, Publication) or len(part) >= size):
            yield part
            part = []
        part.append(entry)
    if part:
        yield part


def _write(tx: neo4j.ManagedTransaction, batch: list[Entry], recorded_at: datetime) -> int:
    """One batch; returns how many of its records are new."""
    fresh = _write_publications(tx, batch, recorded_at)
    declared = _write_declarations(tx, batch, recorded_at)
    claimed = _write_claims(tx, batch, recorded_at)
    created = len(fresh) + len(declared) + len(claimed)
    if created == 0:
        return 0
    settled = run_in(tx, statement("load/settle_publications"), publications=sorted(fresh))
    ids = sorted({*declared, *claimed, *(row["id"] for row in settled)})
    run_in(tx, statement("load/settle_records"), ids=ids)
    _name(tx, ids)
    derive_around(tx, [id_ for id_ in ids if id_.startswith("claim-")])
    run_in(tx, TOUCH, recorded_at=recorded_at)
    return created


def _write_publications(tx: neo4j.ManagedTransaction, batch: list[Entry], recorded_at: datetime) -> list[str]:
    """The ids of the publications that a new revision or retraction changed."""
    headers = {e.header.revision: e.header for e in batch if e.header is not None}
    retractions = [e.record for e in batch if isinstance(e.record, Retraction)]
    fresh: list[str] = []
    for name, rows in (
        ("publications", [_publication_row(header) for header in headers.values()]),
        ("retractions", [_retraction_row(retraction) for retraction in retractions]),
    ):
        if rows:
            found = run_in(tx, statement(f"load/{name}"), rows=rows, recorded_at=recorded_at)
            fresh += [row["id"] for row in found]
    return fresh


def _write_declarations(tx: neo4j.ManagedTransaction, batch: list[Entry], recorded_at: datetime) -> list[str]:
    rows = [
        {
            "id": e.record.id,
            "label": e.record.label,
            "target": e.record.target,
            "properties": e.record.properties,
        }
        | _origin(e.header)
        for e in batch
        if isinstance(e.record, Declaration) and e.header is not None
    ]
    if not rows:
        return []
    found = run_in(tx, statement("load/declarations"), rows=rows, recorded_at=recorded_at)
    return [row["id"] for row in found]


def _write_claims(tx: neo4j.ManagedTransaction, batch: list[Entry], recorded_at: datetime) -> list[str]:
    claims = [(e.record, e.header) for e in batch if isinstance(e.record, Claim) and e.header is not None]
    facts: dict[str, dict[str, Row]] = defaultdict(dict)
    for claim, _ in claims:
        facts[claim.fact.kind][claim.fact.id] = {
            "id": claim.fact.id,
            "properties": claim.fact.properties,
            "roles": claim.fact.roles,
        }
    for kind, rows in facts.items():
        run_in(tx, statement(f"load/{FACTS[kind]}"), rows=list(rows.values()))
    if not claims:
        return []
    rows_of_claims = [_claim_row(claim) | _origin(header) for claim, header in claims]
    found = run_in(tx, statement("load/claims"), rows=rows_of_claims, recorded_at=recorded_at)
    return [row["id"] for row in found]


def _name(tx: neo4j.ManagedTransaction, ids: list[str]) -> None:
    """Work out anew the names of what the changed declarations declare."""
    declared = run_in(
        tx,
        "UNWIND $ids AS id MATCH (:Declaration {id: id})-[:DECLARES]->(n) "
        "RETURN head([l IN labels(n) WHERE l IN $labels]) AS label, collect(DISTINCT n.id) AS ids",
        ids=[id_ for id_ in ids if id_.startswith("declaration-")],
        labels=list(NAMED),
    )
    for row in declared:
        run_in(tx, statement(f"load/name_{NAMED[row['label']]}"), ids=row["ids"])


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


def _origin(header: Publication | None) -> dict[str, Any]:
    return {} if header is None else {"publication": header.id, "revision": header.revision}


def _claim_row(claim: Claim) -> Row:
    place = f"{claim.locator['start']}-{claim.locator['end']}" if claim.locator else ""
    return {
        "id": claim.id,
        "fact": claim.fact.id,
        "properties": claim.properties,
        "speakers": claim.speakers,
        "credits": claim.credits,
        "locator": claim.locator,
        "place": place,
    }
