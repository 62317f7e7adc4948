"""The question how two actors are tied: the shortest chains of facts between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, pairwise, takewhile
from typing import TYPE_CHECKING, Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from service.claims.fields import Term
from service.graph.connection import Row
from service.queries.arguments import Counting, Shape, id_of, ids_of
from service.queries.contract import Query
from service.queries.networks import graph_form, kinds

if TYPE_CHECKING:
    import networkx as nx

MOST_HOPS = 6
MOST_PATHS = 10
# What an actor is in a fact, by the type of the relationship between them.
ROLES = {
    "INITIATED_BY": "initiator", "DIRECTED_AT": "recipient", "HELD_BY": "holder", "TOWARD": "target",
    "SUBJECT": "subject", "OBJECT": "object", "OF": "of", "WITH": "with",
}  # fmt: skip


class PathFilter(Shape, Counting):
    """Between whom, and through what."""

    from_ = id_of("Actor", description="Actor at one end.", required=True, data_key="from")
    to = id_of("Actor", description="Actor at the other end.", required=True)
    max_hops = fields.Integer(
        load_default=4,
        validate=validate.Range(1, MOST_HOPS),
        metadata={"description": f"Facts of a path, at most {MOST_HOPS}."},
    )
    k = fields.Integer(
        load_default=3,
        validate=validate.Range(1, MOST_PATHS),
        metadata={"description": f"The shortest path and its alternatives, at most {MOST_PATHS}."},
    )
    kinds = kinds()
    avoid = ids_of("Actor", description="Actors not to pass through.")
    format = graph_form("json", "csv", "ndjson")

    @validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        """A path has two ends, neither of which can be avoided."""
        if data["from_"] == data["to"]:
            raise ValidationError("is the actor at the other end too: a path has two ends", "to")
        ends = [id_ for id_ in data["avoid"] or [] if id_ in (data["from_"], data["to"])]
        if ends:
            raise ValidationError(f"names {ends[0]!r}, which is an end of the path", "avoid")


class PathActor(Schema):
    """An actor on a path."""

    id = fields.String()
    name = fields.String()
    kind = Term("actor_kinds", allow_none=True)


class Step(Schema):
    """A fact between two actors, the newest of as many as `weight` says, and the claims that affirm it."""

    from_ = fields.String(data_key="from")
    to = fields.String()
    fact = fields.String()
    kind = Term("claim_kinds")
    label = fields.String()
    date = fields.String(allow_none=True)
    from_role = fields.String()
    to_role = fields.String()
    weight = fields.Integer()
    claims = fields.List(fields.String())


class PathRow(Schema):
    """A path, its actors in order, its steps, and all claims that it rests on."""

    rank = fields.Integer()
    hops = fields.Integer()
    actors = fields.List(fields.Nested(PathActor))
    steps = fields.List(fields.Nested(Step))
    claims = fields.List(fields.String())


def paths(rows: list[Row], own: Mapping[str, Any]) -> list[Row]:
    """The k shortest chains of different actors; of equally short ones, those of more facts come first."""
    # Every start of the service would wait for this import.
    from networkx import NetworkXNoPath, shortest_simple_paths  # noqa: PLC0415

    graph = _graph(rows[0]["ties"] if rows else [])
    if own["from"] not in graph or own["to"] not in graph:
        return []
    found = shortest_simple_paths(graph, own["from"], own["to"], weight="length")
    try:
        near = list(islice(takewhile(lambda path: len(path) <= own["max_hops"] + 1, found), own["k"]))
    except NetworkXNoPath:
        return []
    return [_path(graph, rank, ids) for rank, ids in enumerate(near, start=1)]


def _graph(ties: list[Row]) -> nx.Graph:
    from networkx import Graph  # noqa: PLC0415

    graph = Graph()
    # Sorted, so that of equals the same are found whatever the order in which the graph was loaded.
    for tie in sorted(ties, key=lambda tie: (tie["one"]["id"], tie["other"]["id"])):
        for end in ("one", "other"):
            graph.add_node(tie[end]["id"], actor={name: tie[end][name] for name in ("id", "name", "kind")})
        # A step is longer than another by much less than a whole step.
        length = 1 + 0.01 / tie["weight"]
        graph.add_edge(tie["one"]["id"], tie["other"]["id"], length=length, tie=tie)
    return graph


def _path(graph: nx.Graph, rank: int, ids: list[str]) -> Row:
    steps = list(_steps(graph, ids))
    return {
        "rank": rank,
        "hops": len(steps),
        "actors": [graph.nodes[id_]["actor"] for id_ in ids],
        "steps": steps,
        "claims": sorted({claim for step in steps for claim in step["claims"]}),
    }


def _steps(graph: nx.Graph, ids: list[str]) -> Iterator[Row]:
    for here, there in pairwise(ids):
        tie = graph.edges[here, there]["tie"]
        begin, end = ("one", "other") if tie["one"]["id"] == here else ("other", "one")
        yield {
            "from": here,
            "to": there,
            **{name: tie[name] for name in ("fact", "kind", "label", "date")},
            "from_role": ROLES[tie[f"{begin}_role"]],
            "to_role": ROLES[tie[f"{end}_role"]],
            "weight": tie["weight"],
            "claims": tie["claims"],
        }


LIST = Query("paths/list", PathFilter, PathRow, finish=paths, adds_up=True)
