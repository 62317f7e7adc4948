"""The model back as the JSON of a claims file: what parse_record reads, so that ids stay what they are.

Each function takes plain maps as the graph holds them: the stored properties of a node, and for a fact the
ids that fill its roles, by relationship type, as they were written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from service.claims.fields import moment
from service.claims.model import LOCATOR, Properties

Roles = Mapping[str, list[str]]
CLAIM = ("speech_act", "said_on", "affirmed", "modality", "confidence", "method", "summary", "document_id")
WRITTEN = ("sentence_sha256", "quote", "row")


def article_json(revision: Properties) -> dict[str, Any]:
    """A header of one revision of an article; `revised_at` only where it was given."""
    names = ("url", "title", "outlet", "credits", "published_on", "author", "language", "sha256", "text")
    own = _given(revision, names)
    if revision["revised_at"] != moment(revision["published_on"]):
        own["revised_at"] = revision["revised_at"]
    return {"record": "article", **own}


def dataset_json(revision: Properties, key: str) -> dict[str, Any]:
    """A header of one edition of a dataset."""
    names = ("title", "publisher", "version", "released_on", "licence", "url")
    return {"record": "dataset", "id": key, **_given(revision, names)}


def declaration_json(record: str, target: str, declaration: Properties) -> dict[str, Any]:
    """What one publication calls an actor, topic, outlet or place."""
    own = {name: value for name, value in declaration.items() if name not in TIMES}
    if "identifiers" in own:
        own["identifiers"] = dict(text.split(":", 1) for text in own["identifiers"])
    return {"record": record, "id": target, **own}


def claim_json(claim: Properties, place: Properties, fact: Properties, roles: Roles) -> dict[str, Any]:
    """A claim at one place; `roles` also has its speakers and credits, and the ids of topics and places."""
    kind = claim["kind"]
    return {
        "record": "claim",
        "kind": kind,
        kind: _FACTS[kind](fact, roles),
        "speakers": roles.get("SPOKEN_BY", []),
        "credits": roles.get("CREDITS", []),
        **_given(claim, CLAIM),
        **({"explanation": orjson.loads(claim["explanation"])} if claim.get("explanation") else {}),
        "status": claim["loaded_as"],
        "evidence": {**_given(place, LOCATOR), **_given(claim, WRITTEN)},
    }


def _event(fact: Properties, roles: Roles) -> dict[str, Any]:
    return {
        **_given(fact, ("type", "mode", "contexts", "date", "until")),
        "initiators": roles["INITIATED_BY"],
        "recipients": roles.get("DIRECTED_AT", []),
        **_one("place", roles.get("AT:Place")),
        "topics": roles.get("ABOUT:Topic", []),
    }


def _stance(fact: Properties, roles: Roles) -> dict[str, Any]:
    return {
        **_given(fact, ("position", "polarity", "since", "until")),
        "holders": roles["HELD_BY"],
        "target": _end("TOWARD", roles, ("Actor", "Topic", "Fact")),
        "topics": roles.get("ABOUT:Topic", []),
    }


def _relation(fact: Properties, roles: Roles) -> dict[str, Any]:
    return {
        **_given(fact, ("type", "title", "speaks_for", "since", "until")),
        "subject": roles["SUBJECT"][0],
        "object": _end("OBJECT", roles, ("Actor", "Place")),
        "topics": roles.get("ABOUT:Topic", []),
    }


def _measure(fact: Properties, roles: Roles) -> dict[str, Any]:
    return {
        **_given(fact, ("indicator", "value", "comparator", "unit", "period")),
        **_one("of", roles.get("OF")),
        **_one("with", roles.get("WITH")),
        "topics": roles.get("ABOUT:Topic", []),
    }


def _end(role: str, roles: Roles, labels: tuple[str, ...]) -> dict[str, str]:
    return {label.lower(): roles[f"{role}:{label}"][0] for label in labels if f"{role}:{label}" in roles}


def _one(name: str, ids: list[str] | None) -> dict[str, str]:
    return {name: ids[0]} if ids else {}


def _given(properties: Properties, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: properties[name] for name in names if properties.get(name) is not None}


TIMES = frozenset({"id", "recorded_at", "retracted_at"})
_FACTS = {"event": _event, "stance": _stance, "relation": _relation, "measure": _measure}
