"""The question which actors were judged to be one."""

from __future__ import annotations

from marshmallow import Schema, fields

from service.queries.arguments import TODAY, Instant, Page, id_of
from service.queries.contract import Query


class MergeFilter(Page):
    """Which judgements."""

    actor = id_of("Actor", description="Either of the two ids.")
    known_at = Instant(
        load_default=lambda: TODAY, metadata={"description": "As the graph was recorded at this time."}
    )


class MergeRow(Schema):
    """A judgement: `same`, or `different` where an earlier one is undone."""

    id = fields.String()
    merged = fields.String()
    kept = fields.String()
    judgement = fields.String()
    judge = fields.String()
    reason = fields.String()
    decided_at = fields.String()
    recorded_at = fields.String()


LIST = Query("merges/list", MergeFilter, MergeRow, ("decided_at", "id"))
