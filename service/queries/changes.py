"""The question about the record itself: what was recorded, and what stopped counting, since a time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from marshmallow import Schema, fields

from service.graph.connection import Row
from service.graph.records_of import record_of
from service.queries.arguments import Instant, Page
from service.queries.contract import Query

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


class Since(Page):
    """From when on."""

    since = Instant(
        load_default=lambda: BEGINNING,
        metadata={"description": "What was recorded then or later; loading a record again does no harm."},
    )


class ChangeRow(Schema):
    """One change.

    `recorded`: a record as it stands in a claims file; `revision` is the id of the header that it stands
    below. `ended`: a tombstone, without record: the claim or declaration stopped counting in this revision,
    since a newer revision or a retraction, which is in the feed too, took it back.
    """

    at = fields.String()
    change = fields.String()
    kind = fields.String()
    id = fields.String()
    revision = fields.String(allow_none=True)
    record = fields.Dict(allow_none=True)


def _records(rows: list[Row], _: Mapping[str, Any]) -> list[Row]:
    return [
        {**row, "kind": row["record"], "record": record_of(row) if row["change"] == "recorded" else None}
        for row in rows
    ]


LIST = Query("changes/list", Since, ChangeRow, ("at", "rank", "key"), finish=_records)
