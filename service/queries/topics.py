"""Questions about topics: which there are, and who stands where on one."""

from __future__ import annotations

from marshmallow import Schema, fields

from service.claims.fields import Text
from service.queries.arguments import Between, Counting, Page, path_id
from service.queries.contract import Query
from service.queries.stances import StanceRow


class TopicFilter(Page, Counting):
    """Which topics, and which claims count."""

    q = Text(
        longest=200, load_default=None, metadata={"description": "Letters of the id, a name or an alias."}
    )


class TopicStances(Page, Counting, Between):
    """On which topic, and which stances."""

    id = path_id("Topic")


class TopicRow(Schema):
    """A topic, and what is on record about it or toward it; `claims`: the first of each fact, a hundred."""

    id = fields.String()
    name = fields.String()
    aliases = fields.List(fields.String())
    definition = fields.String(allow_none=True)
    stances = fields.Integer()
    events = fields.Integer()
    claim_count = fields.Integer()
    claims = fields.List(fields.String())


LIST = Query("topics/list", TopicFilter, TopicRow, ("id",), adds_up=True)
STANCES = Query("topics/stances", TopicStances, StanceRow, ("day", "id"), adds_up=True)
