"""The retraction of a publication that a person names by id, address or dataset."""

from __future__ import annotations

from contextlib import suppress

from service.claims.identity import article_id, dataset_id
from service.claims.model import Retraction
from service.claims.records import parse_record
from service.errors import NotFound
from service.graph.connection import Database

FIND = "MATCH (p:Publication) WHERE p.id IN $ids RETURN p.id AS id, p.key AS key, p:Article AS is_article"


def retraction_of(database: Database, named: str, reason: str) -> Retraction:
    """A retraction record.

    Raises NotFound where no article or dataset of that name is on record, InvalidInput for a bad reason.
    """
    ids = [named, dataset_id(named)]
    with suppress(ValueError):
        ids.append(article_id(named))
    rows = database.read(FIND, {"ids": ids})
    if not rows:
        raise NotFound(f"no article or dataset {named!r} is on record; /v1/articles lists them")
    found = rows[0]
    kind = "article" if found["is_article"] else "dataset"
    retraction = parse_record(
        {"record": "retraction", kind: found["key"], "reason": reason}, None, "--reason"
    )
    assert isinstance(retraction, Retraction)  # noqa: S101 - what such a record is
    return retraction
