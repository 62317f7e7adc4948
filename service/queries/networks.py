"""What questions about the graph have in common: which facts make its edges, its size, the forms it has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from heapq import nsmallest
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


# Who, to whom, through how many facts, and the claims that these rest on.
Edge = tuple[str, str, int, list[str]]


def edges_of(rows: list[Row], own: Mapping[str, Any]) -> list[Edge]:
    """The edges that are taken, those of most facts first."""
    return rows[0]["edges"][: own["most_edges"]] if rows else []


class Ties:
    """Edges with the places of the sorted ids as nodes.

    Numbers, because the order of a set of texts, which a community is, changes from one process to the next.
    """

    def __init__(self, edges: list[Edge]) -> None:
        self.ids = sorted({end for edge in edges for end in edge[:2]})
        number = {id_: place for place, id_ in enumerate(self.ids)}
        self.directed = sorted(
            (number[source], number[target], weight) for source, target, weight, _ in edges
        )
        # Without direction: of each node its neighbours, and by how many facts.
        self.near: list[dict[int, int]] = [{} for _ in self.ids]
        for one, other, weight in self.directed:
            self.near[one][other] = self.near[other][one] = self.near[one].get(other, 0) + weight

    @cached_property
    def graph(self) -> nx.Graph:
        """The graph without direction, for what networkx measures."""
        # Half of the questions need no graph, and every start of the service would wait for this import.
        import networkx as nx  # noqa: PLC0415

        graph = nx.Graph()
        graph.add_nodes_from(range(len(self.ids)))
        graph.add_weighted_edges_from((one, other, self.near[one][other]) for one, other, _ in self.directed)
        return graph


def of_the_graph(rows: list[Row], own: Mapping[str, Any]) -> dict[str, Any]:
    """How large the graph is, and whether edges were left out of it."""
    edges = edges_of(rows, own)
    return {
        "nodes": len({end for edge in edges for end in edge[:2]}),
        "edges": len(edges),
        "most_edges": own["most_edges"],
        "truncated": bool(rows) and len(rows[0]["edges"]) > len(edges),
    }


def first_claims(edges: Iterable[Edge]) -> dict[str, Any]:
    """The claims on which edges rest: how many, and the first ids."""
    claims: set[str] = set().union(*(edge[3] for edge in edges))
    return {"claims": nsmallest(MOST_CLAIMS, claims), "claim_count": len(claims)}
