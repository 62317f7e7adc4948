"""Questions about stances: who stands where on whom and what."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from service.queries.arguments import Between, Counting, Page, id_of, term
from service.queries.contract import Query


class StanceFilter(Page, Counting, Between):
    """Which stances."""

    holder = id_of("Actor", description="Actor that holds it.")
    target = id_of("Actor", "Topic", "Fact", description="Actor, topic or fact that it is toward.")
    topic = id_of("Topic", description="Topic that it is about or toward.")
    position = term("positions", "Position.")
    min_polarity = fields.Float(
        load_default=None, validate=validate.Range(-1, 1), metadata={"description": "-1 to 1."}
    )
    max_polarity = fields.Float(
        load_default=None, validate=validate.Range(-1, 1), metadata={"description": "-1 to 1."}
    )


class StanceRow(Schema):
    """A stance and the claims that state it."""

    id = fields.String()
    holders = fields.List(fields.String())
    position = fields.String()
    polarity = fields.Float()
    target = fields.String()
    target_kind = fields.String()
    topics = fields.List(fields.String())
    since = fields.String()
    until = fields.String(allow_none=True)
    precision = fields.String()
    claims = fields.List(fields.String())


LIST = Query("stances/list", StanceFilter, StanceRow, ("day", "id"))
