"""Questions about datasets: which are on record, in which editions, under which licence."""

from __future__ import annotations

from marshmallow import Schema, fields

from service.claims.fields import Term
from service.queries.arguments import Counting, Page, path_id
from service.queries.contract import Query


class DatasetFilter(Page, Counting):
    """Which datasets, and which of their claims to count."""


class DatasetId(Counting):
    """Which dataset, and which of its claims to count."""

    id = path_id("Publication")


class DatasetBase(Schema):
    """A dataset as its newest edition on record has it; `name` is its id in a claims file."""

    id = fields.String()
    name = fields.String()
    title = fields.String()
    publisher = fields.String()
    version = fields.String()
    released_on = fields.String()
    licence = fields.String()
    url = fields.String(allow_none=True)
    claims = fields.Integer()
    retracted_at = fields.String(allow_none=True)


class DatasetRow(DatasetBase):
    """A dataset with the number of its editions."""

    editions = fields.Integer()


class EditionRow(Schema):
    """One edition."""

    revision = fields.String()
    version = fields.String()
    released_on = fields.String()
    recorded_at = fields.String()


class KindRow(Schema):
    """How many counting claims are of one kind."""

    kind = Term("claim_kinds")
    claims = fields.Integer()


class DatasetDetail(DatasetBase):
    """A dataset with its editions, oldest first."""

    editions = fields.List(fields.Nested(EditionRow))
    kinds = fields.List(fields.Nested(KindRow))


LIST = Query("datasets/list", DatasetFilter, DatasetRow, ("id",), adds_up=True)
DETAIL = Query("datasets/detail", DatasetId, DatasetDetail, adds_up=True)
