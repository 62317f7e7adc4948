"""What questions about the graph have in common: which facts make its edges, its size, the forms it has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from marshmallow import ValidationError, fields, validate

from service.claims.fields import Refusal
from service.graph.connection import Row
from service.queries.arguments import Between, Counting, Shape, Terms, ids_of
from service.vocabulary.terms import vocabulary

if TYPE_CHECKING:
    import networkx as nx

KINDS = ("event", "stance", "relation", "measure")
LABELS = ("plover_events", "positions", "relation_types", "indicators")
MOST_EDGES = 5000
MOST_CLAIMS = 20
SEED = 0
GRAPH_FORMS = ("graphml", "cytoscape", "nodelink", "jsonld")


def kinds() -> Terms:
    """Which kinds of fact are followed."""
    return Terms(
        "claim_kinds",
        load_default=lambda: list(KINDS),
        metadata={"description": "Kinds of fact, separated by commas. Default: all."},
    )


class Labels(fields.String):
    """Event types, positions, relation types and indicators, separated by commas."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        allowed = [term for name in LABELS for term in vocabulary(name)]
        words = list(dict.fromkeys(super()._deserialize(value, attr, data, **kwargs).split(",")))
        wrong = [word for word in words if word not in allowed]
        if wrong:
            raise ValidationError(
                [
                    Refusal(
                        f"{word[:40]!r} is no event type, position, relation type or indicator",
                        tuple(allowed),
                    )
                    for word in wrong
                ]
            )
        return words


def labels() -> Labels:
    """Which facts of these kinds are followed."""
    return Labels(
        load_default=None,
        metadata={
            "description": "Event types, positions, relation types or indicators, separated by commas. "
            "Default: all."
        },
    )


def graph_form(*lists: str) -> fields.String:
    """The form of an answer that is, or traces, a graph."""
    return fields.String(
        load_default=None,
        validate=validate.OneOf([*lists, *GRAPH_FORMS]),
        metadata={"description": "Default: what Accept asks for, else json. csv: the edges."},
    )


def most_edges(default: int) -> fields.Integer:
    """How large a graph may become."""
    return fields.Integer(
        load_default=default,
        validate=validate.Range(1, MOST_EDGES),
        metadata={"description": f"Edges at most, those of most facts first; at most {MOST_EDGES}."},
    )


class WholeGraph(Shape, Counting, Between):
    """Among whom, and through what: everybody where nobody is named."""

    actors = ids_of("Actor", description="Only edges among these. Default: among all.", most=500)
    kinds = kinds()
    types = labels()
    most_edges = most_edges(MOST_EDGES)


@dataclass(frozen=True)
class Ties:
    """Edges as networkx graphs; nodes are the places of the sorted ids.

    Numbers, because the order of a set of texts, which a community is, changes from one process to the next.
    """

    ids: list[str]
    graph: nx.Graph
    directed: nx.DiGraph


def graph_of(edges: list[Row]) -> Ties:
    """The graph of these edges by `source`, `target` and `weight`; without direction, weights add up."""
    # Half of the questions need no graph, and every start of the service would wait for this import.
    import networkx as nx  # noqa: PLC0415

    ids = sorted({edge[end] for edge in edges for end in ("source", "target")})
    number = {id_: place for place, id_ in enumerate(ids)}
    graph, directed = nx.Graph(), nx.DiGraph()
    graph.add_nodes_from(range(len(ids)))
    directed.add_nodes_from(range(len(ids)))
    for edge in sorted(edges, key=lambda edge: (edge["source"], edge["target"])):
        ends = number[edge["source"]], number[edge["target"]]
        directed.add_edge(*ends, weight=edge["weight"])
        before = graph.get_edge_data(*ends, {"weight": 0})["weight"]
        graph.add_edge(*ends, weight=before + edge["weight"])
    return Ties(ids, graph, directed)


def of_the_graph(edges: list[Row], own: Mapping[str, Any]) -> dict[str, Any]:
    """How large the graph is, and whether edges were left out of it."""
    taken = edges[: own["most_edges"]]
    return {
        "nodes": len({edge[end] for edge in taken for end in ("source", "target")}),
        "edges": len(taken),
        "most_edges": own["most_edges"],
        "truncated": len(edges) > len(taken),
    }


def first_claims(edges: Iterable[Row]) -> dict[str, Any]:
    """The claims on which edges rest: how many, and the first ids."""
    claims = sorted({claim for edge in edges for of_fact in edge["claims"] for claim in of_fact})
    return {"claims": claims[:MOST_CLAIMS], "claim_count": len(claims)}
