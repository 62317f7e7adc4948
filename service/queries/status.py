"""The question about the graph itself: how much there is and how new."""

from __future__ import annotations

from marshmallow import Schema, fields

from service.claims.fields import Strict
from service.queries.contract import Query


class NoArguments(Strict):
    """None."""


class StatusRow(Schema):
    """Counts of nodes, when the newest claim was recorded, the versions of schema and data."""

    actors = fields.Integer()
    events = fields.Integer()
    stances = fields.Integer()
    relations = fields.Integer()
    measures = fields.Integer()
    claims = fields.Integer()
    articles = fields.Integer()
    datasets = fields.Integer()
    newest_claim = fields.String(allow_none=True)
    schema_version = fields.String(allow_none=True)
    data_version = fields.String(allow_none=True)


SUMMARY = Query("status/summary", NoArguments, StatusRow)
