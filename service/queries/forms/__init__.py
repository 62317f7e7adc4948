"""The forms in which an answer is written; JSON, with its envelope, is the API's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from service.queries.answers import Answer
from service.queries.forms.graphs import cytoscape_of, graphml_of, json_ld_of, node_link_of, table_of
from service.queries.forms.maps import geojson_of
from service.queries.forms.rows import ndjson_of


@dataclass(frozen=True)
class Form:
    """A form: its media type, and how an answer is written in it (None: the envelope of the API)."""

    media: str
    write: Callable[[Answer], bytes] | None = None


FORMS = {
    "json": Form("application/json"),
    "csv": Form("text/csv", table_of),
    "ndjson": Form("application/x-ndjson", ndjson_of),
    "geojson": Form("application/geo+json", geojson_of),
    "graphml": Form("application/graphml+xml", graphml_of),
    "cytoscape": Form("application/vnd.cytoscape+json", cytoscape_of),
    "nodelink": Form("application/vnd.node-link+json", node_link_of),
    "jsonld": Form("application/ld+json", json_ld_of),
}
