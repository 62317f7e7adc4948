"""The question about dated ties: who holds which office, belongs to what, is allied with whom, when."""

from __future__ import annotations

from marshmallow import Schema, fields

from service.claims.fields import Term
from service.queries.arguments import Between, Counting, Page, Rollup, id_of, term
from service.queries.contract import Query


class TieFilter(Page, Counting, Between, Rollup):
    """Which ties; one without a beginning or end counts as open there."""

    type = term("relation_types", "Relation type.")
    subject = id_of("Actor", description="Actor whose tie it is.")
    object = id_of("Actor", "Place", description="Actor or place that it is a tie to.")
    actor = id_of("Actor", description="Actor at either end.")
    topic = id_of("Topic", description="Topic.")
    speaks_for = fields.Boolean(
        load_default=None,
        metadata={"description": "Whether what the subject does in office counts as the object's."},
    )


class TieRow(Schema):
    """A dated tie and the claims that affirm it."""

    id = fields.String()
    type = Term("relation_types")
    subject = fields.String()
    object = fields.String()
    object_kind = fields.String()
    title = fields.String(allow_none=True)
    speaks_for = fields.Boolean()
    since = fields.String(allow_none=True)
    until = fields.String(allow_none=True)
    precision = fields.String(allow_none=True)
    topics = fields.List(fields.String())
    claims = fields.List(fields.String())


LIST = Query("relations/list", TieFilter, TieRow, ("day", "id"))
