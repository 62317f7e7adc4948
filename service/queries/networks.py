"""What questions about the graph have in common: which facts make its edges, its size, the forms it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from marshmallow import ValidationError, fields, validate

from service.claims.fields import Refusal
from service.graph.connection import Row
from service.queries.arguments import Between, Counting, Shape, Terms, ids_of
from service.vocabulary.terms import vocabulary

if TYPE_CHECKING:
    from igraph import Graph

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


# Who, to whom, through how many facts; of each of these the first claim and how many there are.
Edge = tuple[str, str, int, list[str], list[int]]


def edges_of(rows: list[Row], own: Mapping[str, Any]) -> list[Edge]:
    """The edges that are taken, those of most facts first."""
    return rows[0]["edges"][: own["most_edges"]] if rows else []


class Ties:
    """Edges with the places of the sorted ids as nodes, so that one graph is the same in every process."""

    def __init__(self, edges: list[Edge]) -> None:
        self.ids = sorted({end for edge in edges for end in edge[:2]})
        number = {id_: place for place, id_ in enumerate(self.ids)}
        self._weights = {(number[one], number[other]): weight for one, other, weight, *_ in edges}

    def directed(self) -> Graph:
        """An edge from one to another, `weight` the number of facts."""
        return self._graph(self._weights, directed=True)

    def either_way(self) -> Graph:
        """One edge between two, `weight` the number of facts either way."""
        weights: dict[tuple[int, int], int] = defaultdict(int)
        for (one, other), weight in self._weights.items():
            weights[(one, other) if one < other else (other, one)] += weight
        return self._graph(weights, directed=False)

    def _graph(self, weights: Mapping[tuple[int, int], int], *, directed: bool) -> Graph:
        # Every start of the service would wait for this import.
        from igraph import Graph  # noqa: PLC0415

        ways = sorted(weights)
        weighted = {"weight": [weights[way] for way in ways]}
        return Graph(len(self.ids), ways, directed=directed, edge_attrs=weighted)


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
    """The claims on which edges rest: how many, and one of each fact, the first ids."""
    # No two facts have one claim: a fact that makes several edges is known by its first.
    told = {first: count for edge in edges for first, count in zip(edge[3], edge[4], strict=True)}
    return {"claims": sorted(told)[:MOST_CLAIMS], "claim_count": sum(told.values())}
