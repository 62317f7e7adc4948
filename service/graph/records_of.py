"""The records that made the graph, as the JSON of a claims file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from service.claims.record_json import article_json, claim_json, dataset_json, declaration_json
from service.graph.connection import Database, Row
from service.graph.statements import statement

JUDGED = {
    "review": ("claim", "status", "reviewer", "reason", "reviewed_at"),
    "merge": ("merged", "kept", "judgement", "judge", "reason", "decided_at"),
}


def records_of(database: Database) -> Iterator[dict[str, Any]]:
    """Every record, none held: loading them into an empty graph gives this one, whatever their times."""
    for row in database.stream(statement("export/claims")):
        yield record_of(row)


def record_of(row: Row) -> dict[str, Any]:
    """One record from its kind and what the graph holds of it (`own`, `target`, `place`, `fact`, `roles`)."""
    kind, own = row["record"], row["own"]
    if kind == "article":
        return article_json(own)
    if kind == "dataset":
        return dataset_json(own, row["target"])
    if kind == "claim":
        return claim_json(own, row["place"], row["fact"], _roles(row["roles"]))
    if kind == "retraction":
        return {"record": kind, row["place"]["kind"]: row["target"], "reason": own["reason"]}
    if kind in JUDGED:
        return {"record": kind, **{name: own[name] for name in JUDGED[kind]}}
    return declaration_json(kind, row["target"], own)


def _roles(triples: list[list[str]]) -> dict[str, list[str]]:
    """Ids by role, and by role and label where what fills it may be of several kinds."""
    found: dict[str, list[str]] = defaultdict(list)
    for role, id_, label in sorted(triples):
        found[role].append(id_)
        found[f"{role}:{label}"].append(id_)
    return found
