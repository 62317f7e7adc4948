"""Answers that are graphs: GraphML, Cytoscape JSON, node-link JSON, JSON-LD, and a table of the edges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson

from service.errors import Fault, InvalidInput
from service.graph.connection import Row
from service.queries.answers import Answer
from service.queries.forms import graphml
from service.queries.forms.rows import csv_of

# Terms of our own; those of schema.org are named where they mean the same.
VOCABULARY = "urn:communique:vocab#"
SCHEMA = "https://schema.org/"
CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    "@vocab": VOCABULARY,
    "name": f"{SCHEMA}name",
    "source": {"@type": "@id"},
    "target": {"@type": "@id"},
    "fact": {"@type": "@id"},
    "facts": {"@type": "@id", "@container": "@set"},
    "claims": {"@type": "@id", "@container": "@set"},
}
ENDS = ("id", "source", "target")
EDGE_COLUMNS = (
    "source", "target", "kind", "weight", "score", "polarity", "first", "last",
    "facts", "claims", "claim_count",
)  # fmt: skip
STEP_COLUMNS = (
    "rank", "step", "source", "target", "fact", "kind", "label", "date",
    "from_role", "to_role", "weight", "claims",
)  # fmt: skip
CLASSES = {kind: f"{SCHEMA}{kind.title()}" for kind in ("country", "person", "organization")}


@dataclass(frozen=True)
class Graph:
    """Nodes by `id`, edges by `source` and `target`; both may have more fields, the same on each."""

    nodes: list[Row]
    edges: list[Row]


def graph_of(answer: Answer) -> Graph | None:
    """The graph that the answer is (one row of nodes and edges) or traces (paths); None where it is none."""
    if {"nodes", "edges"} <= set(answer.columns):
        return Graph(answer.rows[0]["nodes"], [_named(edge) for edge in answer.rows[0]["edges"]])
    if {"actors", "steps"} <= set(answer.columns):
        nodes = {actor["id"]: actor for row in answer.rows for actor in row["actors"]}
        return Graph([nodes[id_] for id_ in sorted(nodes)], list(_traced(answer.rows)))
    return None


def table_of(answer: Answer) -> bytes:
    """CSV: of a graph its edges, of paths their steps, of anything else its rows."""
    if {"actors", "steps"} <= set(answer.columns):
        rows = [
            {"rank": row["rank"], "step": number, **_edge(step)}
            for row in answer.rows
            for number, step in enumerate(row["steps"], start=1)
        ]
        return csv_of(Answer(rows, STEP_COLUMNS))
    graph = graph_of(answer)
    return csv_of(answer if graph is None else Answer(graph.edges, EDGE_COLUMNS))


def graphml_of(answer: Answer) -> bytes:
    """GraphML; lists are joined with `|`, as in CSV."""
    graph = _graph(answer)
    nodes, edges = [_without(row, "id") for row in graph.nodes], [_without(row, *ENDS) for row in graph.edges]
    parts = [graphml.begin(graphml.attributes_of("node", nodes) + graphml.attributes_of("edge", edges))]
    parts += [graphml.node(row["id"], own) for row, own in zip(graph.nodes, nodes, strict=True)]
    parts += [
        graphml.edge(row["source"], row["target"], own, row["id"])
        for row, own in zip(graph.edges, edges, strict=True)
    ]
    return "".join([*parts, graphml.END]).encode("utf-8")


def cytoscape_of(answer: Answer) -> bytes:
    """The JSON of Cytoscape and cytoscape.js; networkx reads it with `cytoscape_graph`."""
    graph = _graph(answer)
    elements = {
        "nodes": [{"data": {**row, "value": row["id"]}} for row in graph.nodes],
        "edges": [{"data": {**row, "key": row["id"]}} for row in graph.edges],
    }
    return orjson.dumps({"data": {}, "directed": True, "multigraph": True, "elements": elements})


def node_link_of(answer: Answer) -> bytes:
    """The JSON that networkx reads with `node_link_graph(data, edges="links")` and D3 takes as it is."""
    graph = _graph(answer)
    links = [{**_without(row, "id"), "key": row["id"]} for row in graph.edges]
    return orjson.dumps(
        {"directed": True, "multigraph": True, "graph": {}, "nodes": graph.nodes, "links": links}
    )


def json_ld_of(answer: Answer) -> bytes:
    """JSON-LD 1.1: actors, facts and claims are their addresses at this service, edges are resources too."""
    graph = _graph(answer)
    nodes = [
        {"@id": _at("actors", row["id"]), "@type": CLASSES.get(row["kind"], "Group"), "name": row["name"]}
        for row in graph.nodes
    ]
    return orjson.dumps({"@context": CONTEXT, "@graph": [*nodes, *map(_linked, graph.edges)]})


def _graph(answer: Answer) -> Graph:
    graph = graph_of(answer)
    if graph is None:
        fault = Fault("query", "fields", "leaves out actors or steps, which this form is made of")
        raise InvalidInput("no graph", [fault])
    return graph


def _named(edge: Row) -> Row:
    return {"id": f"{edge['source']}:{edge['kind']}:{edge['target']}", **edge}


def _traced(paths: list[Row]) -> Iterator[Row]:
    """Each step once, however many paths take it, in the direction in which it is taken first."""
    seen = set()
    for path in paths:
        for step in path["steps"]:
            tie = (step["fact"], *sorted((step["from"], step["to"])))
            if tie not in seen:
                seen.add(tie)
                yield {"id": f"{step['from']}:{step['fact']}:{step['to']}", **_edge(step)}


def _edge(step: Row) -> Row:
    return {"source": step["from"], "target": step["to"], **_without(step, "from", "to")}


def _without(row: Row, *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in names}


def _linked(edge: Row) -> Row:
    own = {name: value for name, value in edge.items() if value is not None and name not in ENDS}
    own |= {"source": _at("actors", edge["source"]), "target": _at("actors", edge["target"])}
    own |= {"claims": [_at("claims", id_) for id_ in edge["claims"]]}
    # An edge of a network has several facts, a step of a path has one.
    if "fact" in edge:
        own["fact"] = _at(f"{edge['kind']}s", edge["fact"])
    else:
        own["facts"] = [_at(f"{edge['kind']}s", id_) for id_ in edge["facts"]]
    return {"@id": f"#{edge['id']}", "@type": "Tie", **own}


def _at(noun: str, id_: str) -> str:
    return f"/v1/{noun}/{id_}"
