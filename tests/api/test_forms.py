"""Graphs in the forms of other programs, as those programs read them."""

from __future__ import annotations

import io
from typing import Any
from xml.etree import ElementTree

import httpx
import networkx as nx
import orjson
import pandas as pd
import pytest
import rdflib

from service.queries.answers import Answer
from service.queries.forms.graphs import EDGE_COLUMNS, STEP_COLUMNS, VOCABULARY, graphml_of, table_of
from service.queries.network import Edge
from service.queries.paths import Step

NETWORK = {"actors": "chn,rus,usa,ukr", "kinds": "event,stance"}
PATH = {"from": "vedant-patel", "to": "narendra-modi", "k": "5"}
QUESTIONS = {"network": NETWORK, "paths": PATH}


@pytest.fixture(scope="module", params=list(QUESTIONS))
def asked(
    request: pytest.FixtureRequest, served: httpx.Client
) -> tuple[str, dict[str, str], set[Any], set[Any]]:
    """The address, the question, and from the JSON its nodes and its edges by ends, kind and first claim."""
    path, question = f"/v1/{request.param}", QUESTIONS[request.param]
    data = served.get(path, params=question).json()["data"]
    if request.param == "network":
        edges = {(e["source"], e["target"], e["kind"], e["claims"][0]) for e in data["edges"]}
        return path, question, {node["id"] for node in data["nodes"]}, edges
    nodes = {actor["id"] for row in data for actor in row["actors"]}
    steps = [step for row in data for step in row["steps"]]
    assert len({row["rank"] for row in data}) > 1
    return path, question, nodes, {(s["from"], s["to"], s["kind"], s["claims"][0]) for s in steps}


def form(served: httpx.Client, path: str, question: dict[str, str], name: str, media: str) -> bytes:
    answer = served.get(path, params={**question, "format": name})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == media
    assert served.get(path, params=question, headers={"Accept": media}).content == answer.content
    return answer.content


def same(graph: Any, nodes: set[Any], edges: set[Any]) -> None:
    """Every node, every edge with its kind and its first claim."""
    assert graph.is_directed()
    assert set(graph.nodes) == nodes
    agree({(a, b, data["kind"], first(data["claims"])) for a, b, data in graph.edges(data=True)}, edges)


def first(claims: str | list[str]) -> str:
    return claims.split("|")[0] if isinstance(claims, str) else claims[0]


def agree(found: set[Any], edges: set[Any]) -> None:
    """Paths may take a step both ways; the graph of them has it as it was taken first."""
    assert found <= edges
    assert {(frozenset(e[:2]), *e[2:]) for e in found} == {(frozenset(e[:2]), *e[2:]) for e in edges}


def test_networkx_reads_the_graphml(served: httpx.Client, asked: Any) -> None:
    path, question, nodes, edges = asked
    content = form(served, path, question, "graphml", "application/graphml+xml")
    graph = nx.read_graphml(io.BytesIO(content))
    same(graph, nodes, edges)
    assert {data["name"] for _, data in graph.nodes(data=True)} >= {"China", "United States"}
    assert all(isinstance(data["weight"], int) for _, _, data in graph.edges(data=True))


def test_networkx_reads_node_link_json(served: httpx.Client, asked: Any) -> None:
    path, question, nodes, edges = asked
    content = form(served, path, question, "nodelink", "application/vnd.node-link+json")
    same(nx.node_link_graph(orjson.loads(content), edges="links"), nodes, edges)


def test_networkx_reads_cytoscape_json(served: httpx.Client, asked: Any) -> None:
    path, question, nodes, edges = asked
    content = form(served, path, question, "cytoscape", "application/vnd.cytoscape+json")
    document = orjson.loads(content)
    same(nx.cytoscape_graph(document), nodes, edges)
    assert {element["data"]["id"] for element in document["elements"]["nodes"]} == nodes


# rdflib's own parser of JSON-LD uses what rdflib advises against.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_rdflib_reads_the_json_ld(served: httpx.Client, asked: Any) -> None:
    path, question, nodes, edges = asked
    content = form(served, path, question, "jsonld", "application/ld+json")
    base = str(served.base_url)
    graph = rdflib.Graph().parse(data=content, format="json-ld", publicID=f"{base}{path}")
    own = rdflib.Namespace(VOCABULARY)
    schema = rdflib.Namespace("https://schema.org/")
    assert {str(node) for node in graph.subjects(schema.name)} == {f"{base}/v1/actors/{id_}" for id_ in nodes}
    assert set(graph.objects(rdflib.URIRef(f"{base}/v1/actors/chn"), rdflib.RDF.type)) == {schema.Country}
    ties = set(graph.subjects(rdflib.RDF.type, own.Tie))
    found = {
        (_last(source), _last(target), str(kind))
        for tie in ties
        for source in graph.objects(tie, own.source)
        for target in graph.objects(tie, own.target)
        for kind in graph.objects(tie, own.kind)
    }
    agree(found, {edge[:3] for edge in edges})
    claims = {str(claim) for tie in ties for claim in graph.objects(tie, own.claims)}
    assert {f"{base}/v1/claims/{edge[3]}" for edge in edges} <= claims
    assert served.get(min(claims)).json()["data"]["id"] == _last(min(claims))


def _last(address: object) -> str:
    return str(address).rsplit("/", maxsplit=1)[-1]


def test_pandas_reads_the_edges_from_the_address(served: httpx.Client, asked: Any) -> None:
    path, question, _, edges = asked
    url = httpx.URL(f"{served.base_url}{path}", params={**question, "format": "csv"})
    table = pd.read_csv(str(url))
    found = zip(table["source"], table["target"], table["kind"], table["claims"], strict=True)
    assert {(a, b, kind, claims.split("|")[0]) for a, b, kind, claims in found} == edges
    assert (table["weight"] >= 1).all()
    graph = nx.from_pandas_edgelist(table, create_using=nx.DiGraph)
    assert graph.number_of_edges() == len({edge[:2] for edge in edges})


@pytest.mark.parametrize("path", ["/v1/communities", "/v1/centrality"])
def test_lists_about_the_graph_are_tables(served: httpx.Client, path: str) -> None:
    rows = served.get(path, params={"kinds": "event"}).json()["data"]
    table = pd.read_csv(io.BytesIO(served.get(path, params={"kinds": "event", "format": "csv"}).content))
    assert len(table) == len(rows) > 1
    assert served.get(path, params={"format": "graphml"}).status_code == 400


def test_a_graph_needs_the_fields_that_make_it(served: httpx.Client) -> None:
    answer = served.get("/v1/paths", params={**PATH, "format": "graphml", "fields": "rank,hops"})
    assert answer.status_code == 400
    assert [error["pointer"] for error in answer.json()["errors"]] == ["fields"]
    table = served.get("/v1/paths", params={**PATH, "format": "csv", "fields": "rank,hops"})
    assert table.text.splitlines()[0] == "rank,hops"


def test_tables_have_the_fields_of_edges_and_steps() -> None:
    assert list(EDGE_COLUMNS) == list(Edge().fields)
    step = [field.data_key or name for name, field in Step().fields.items()]
    ends = {"from": "source", "to": "target"}
    assert list(STEP_COLUMNS) == ["rank", "step", *(ends.get(name, name) for name in step)]
    empty = Answer([{"nodes": [], "edges": [], "truncated": False}], ("nodes", "edges", "truncated"))
    assert table_of(empty).decode().strip() == ",".join(EDGE_COLUMNS)


HOSTILE = "<a href=\"x\">&amp; ]]> 'q' \x00\x0b\ud800\uffff\r\n\t😀"


def test_graphml_holds_any_text() -> None:
    """What XML cannot hold is replaced; the rest comes back as it was."""
    edge: dict[str, Any] = dict.fromkeys(EDGE_COLUMNS)
    edge |= {"source": "a", "target": "b", "kind": HOSTILE, "weight": 1, "claims": ["c|d", HOSTILE]}
    nodes = [{"id": "a", "name": HOSTILE, "kind": None}, {"id": "b", "name": "-1", "kind": "group"}]
    answer = Answer([{"nodes": nodes, "edges": [edge], "truncated": False}], ("nodes", "edges", "truncated"))
    content = graphml_of(answer)
    ElementTree.fromstring(content)  # noqa: S314 - our own text
    graph = nx.read_graphml(io.BytesIO(content))
    kept = HOSTILE.translate(dict.fromkeys([0, 11, 0xD800, 0xFFFF], "\ufffd"))
    assert graph.nodes["a"] == {"name": kept}
    assert graph.nodes["b"] == {"name": "-1", "kind": "group"}
    (data,) = [data for _, _, data in graph.edges(data=True)]
    assert data["kind"] == kept
    assert data["claims"] == f"c|d|{kept}"
