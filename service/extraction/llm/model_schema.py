"""The form of a model's answer as a JSON Schema, in the part of it that servers with strict output take."""

from __future__ import annotations

from functools import cache
from typing import Any

from service.vocabulary.terms import event_types, vocabulary

Form = dict[str, Any]
_TEXT: Form = {"type": "string"}
_TEXTS: Form = {"type": "array", "items": _TEXT}
_OPTIONAL: Form = {"type": ["string", "null"]}
_NUMBER: Form = {"type": "number"}


def _one_of(name: str) -> Form:
    return {"type": "string", "enum": list(vocabulary(name))}


def _object(**members: Form) -> Form:
    """Strict output needs every member named as required; one that may be absent is null instead."""
    return {
        "type": "object",
        "properties": members,
        "required": list(members),
        "additionalProperties": False,
    }


def _event() -> Form:
    modes = {mode: None for each in event_types().values() for mode in each.extra.get("modes", {})}
    return _object(
        type=_one_of("plover_events"),
        mode={"type": ["string", "null"], "enum": [*modes, None]},
        contexts={"type": "array", "items": _one_of("plover_contexts")},
        initiators=_TEXTS,
        recipients=_TEXTS,
        date=_OPTIONAL,
        until=_OPTIONAL,
        place=_OPTIONAL,
        topics=_TEXTS,
    )


def _stance() -> Form:
    return _object(
        holders=_TEXTS,
        position=_one_of("positions"),
        target={"anyOf": [_object(actor=_TEXT), _object(topic=_TEXT)]},
        topics=_TEXTS,
        since=_OPTIONAL,
        until=_OPTIONAL,
    )


def _relation() -> Form:
    return _object(
        type=_one_of("relation_types"),
        subject=_TEXT,
        object={"anyOf": [_object(actor=_TEXT), _object(place=_TEXT)]},
        title=_OPTIONAL,
        speaks_for={"type": "boolean"},
        since=_OPTIONAL,
        until=_OPTIONAL,
        topics=_TEXTS,
    )


def _measure() -> Form:
    members: dict[str, Any] = {
        "indicator": _one_of("indicators"),
        "value": _NUMBER,
        "comparator": _one_of("comparators"),
        "of": _OPTIONAL,
        "with": _OPTIONAL,
        "period": _OPTIONAL,
        "topics": _TEXTS,
    }
    return _object(**members)


def _claim(kind: str, fact: Form) -> Form:
    about: dict[str, Any] = {
        "kind": {"type": "string", "enum": [kind]},
        "sentence": {"type": "integer"},
        "quote": _TEXT,
        kind: fact,
        "speakers": _TEXTS,
        "speech_act": _one_of("speech_acts"),
        "modality": _one_of("modalities"),
        "confidence": _NUMBER,
    }
    return _object(**about)


@cache
def answer_schema() -> Form:
    """What a model may say of a claim; what we say of it ourselves (method, status, place) is no part."""
    facts = {"event": _event(), "stance": _stance(), "relation": _relation(), "measure": _measure()}
    forms = [_claim(kind, fact) for kind, fact in facts.items()]
    return _object(claims={"type": "array", "items": {"anyOf": forms}})
