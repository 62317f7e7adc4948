"""What the reconciliation service says of itself: its manifest, its types and its properties."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from service.api.preview import HEIGHT, WIDTH
from service.queries.matching.candidates import MOST_QUERIES
from service.queries.matching.reconciliation import KINDS, PROPERTIES
from service.vocabulary.terms import vocabulary

Described = dict[str, str]
AS_OF = {
    "name": "as_of",
    "label": "As of",
    "type": "text",
    "default": "",
    "help_text": "The day on which it should be so, as YYYY-MM-DD; empty: today.",
}


def manifest(root: str) -> dict[str, Any]:
    """The manifest of the service below the address `root`."""
    service = {"service_url": root.rstrip("/")}
    return {
        "versions": ["0.2"],
        "name": "Communiqué",
        "identifierSpace": f"{root}v1/actors/",
        "schemaSpace": f"{root}v1/vocabulary/{KINDS}",
        "documentation": f"{root}docs/",
        "serviceVersion": version("communique"),
        "defaultTypes": [{"id": kind, "name": term.label} for kind, term in vocabulary(KINDS).items()],
        "view": {"url": root + "v1/actors/{{id}}"},
        "batchSize": MOST_QUERIES,
        "preview": {"url": root + "reconcile/preview?id={{id}}", "width": WIDTH, "height": HEIGHT},
        "suggest": {
            what: {**service, "service_path": f"/reconcile/suggest/{what}"}
            for what in ("entity", "type", "property")
        },
        "extend": {
            "propose_properties": {**service, "service_path": "/reconcile/properties"},
            "property_settings": [AS_OF],
        },
    }


def types() -> list[Described]:
    """The kinds of actor."""
    terms = vocabulary(KINDS).items()
    return [{"id": kind, "name": term.label, "description": term.definition} for kind, term in terms]


def properties(kinds: list[str]) -> list[Described]:
    """The properties that actors of one of these kinds can have; without any, all properties."""
    return [
        {"id": pid, "name": property_.name, "description": property_.description}
        for pid, property_ in PROPERTIES.items()
        if not kinds or not property_.kinds or set(kinds) & set(property_.kinds)
    ]


def begun(terms: list[Described], prefix: str) -> list[Described]:
    """Those of the terms of which the id, or a word of the name, begins with what is typed."""
    typed = prefix.strip().lower()
    return [t for t in terms if t["id"].startswith(typed) or f" {typed}" in f" {t['name'].lower()}"]
