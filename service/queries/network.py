"""The question for the graph among actors: nodes, and weighted edges with their evidence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields

from service.claims.fields import Term
from service.queries.arguments import Between, Counting, Rollup, ids_of
from service.queries.contract import Query
from service.queries.networks import graph_form, kinds, labels, most_edges


class NetworkFilter(Counting, Between, Rollup):
    """Among whom, and through what."""

    actors = ids_of("Actor", description="The actors.", required=True)
    expand = fields.Boolean(
        load_default=False,
        metadata={"description": "Also the 50 actors that they share most facts with."},
    )
    kinds = kinds()
    types = labels()
    most_edges = most_edges(1000)
    format = graph_form("json", "csv")


class Node(Schema):
    """An actor."""

    id = fields.String()
    name = fields.String()
    kind = Term("actor_kinds", allow_none=True)


class Edge(Schema):
    """All facts of a kind that lead from one actor to another.

    `facts` are the newest five, `claims` the first of each fact, a hundred by id.
    """

    source = fields.String()
    target = fields.String()
    kind = Term("claim_kinds")
    weight = fields.Integer()
    score = fields.Float(allow_none=True)
    polarity = fields.Float(allow_none=True)
    first = fields.String(allow_none=True)
    last = fields.String(allow_none=True)
    facts = fields.List(fields.String())
    claims = fields.List(fields.String())
    claim_count = fields.Integer()


class Network(Schema):
    """A graph; `truncated` where there are more neighbours or edges than it shows."""

    nodes = fields.List(fields.Nested(Node))
    edges = fields.List(fields.Nested(Edge))
    truncated = fields.Boolean()


def explained(own: Mapping[str, Any]) -> dict[str, Any]:
    """What the numbers of an edge are."""
    return {
        "weight": "number of facts",
        "score": "mean PLOVER score of the events, -10 (conflict) to 10 (cooperation)",
        "polarity": "mean polarity of the stances, -1 to 1",
        "most_edges": own["most_edges"],
    }


SUMMARY = Query("network/summary", NetworkFilter, Network, meta=explained, adds_up=True)
