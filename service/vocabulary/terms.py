"""Reads the closed vocabularies and answers what a term means, scores or becomes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from service.errors import NotFound

_FOLDER = files("service.vocabulary")
NAMES = tuple(
    sorted(file.name.removesuffix(".toml") for file in _FOLDER.iterdir() if file.name.endswith(".toml"))
)


@dataclass(frozen=True)
class Term:
    """One allowed value; `extra` holds the fields of its own vocabulary, described on top of its file."""

    id: str
    label: str
    definition: str
    source: str
    extra: Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Vocabulary(Mapping[str, Term]):
    """The terms of one vocabulary by id, in the file's order; `licence` is that of the source."""

    name: str
    title: str
    source: str
    licence: str
    terms: Mapping[str, Term]

    def __getitem__(self, term_id: str) -> Term:
        return self.terms[term_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)


@cache
def vocabulary(name: str) -> Vocabulary:
    """The vocabulary of this name. Raises NotFound with the names there are."""
    # A name from a request must never reach the file system before it is known to be ours.
    if name not in NAMES:
        raise NotFound(f"no vocabulary {name!r}; there are: {', '.join(NAMES)}")
    content = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
    about = content["vocabulary"]
    terms = {key: _term(key, fields, about["source"]) for key, fields in content["terms"].items()}
    return Vocabulary(name, about["title"], about["source"], about["licence"], MappingProxyType(terms))


def _term(term_id: str, fields: dict[str, Any], source: str) -> Term:
    """A term without a source of its own has its vocabulary's."""
    label, definition = fields.pop("label"), fields.pop("definition")
    return Term(term_id, label, definition, fields.pop("source", source), MappingProxyType(fields))


def term(name: str, term_id: str) -> Term:
    """One term of one vocabulary. Raises NotFound with the terms there are."""
    found = vocabulary(name).get(term_id)
    if found is None:
        raise NotFound(f"no term {term_id!r} in {name}; there are: {', '.join(vocabulary(name))}")
    return found


def event_types() -> Vocabulary:
    """The 16 event types of PLOVER 0.8."""
    return vocabulary("plover_events")


def position(position_id: str) -> Term:
    """A stance position. Raises NotFound."""
    return term("positions", position_id)


def relation_type(type_id: str) -> Term:
    """A relation type. Raises NotFound."""
    return term("relation_types", type_id)


def indicator(indicator_id: str) -> Term:
    """An indicator of measures. Raises NotFound."""
    return term("indicators", indicator_id)


def polarity(position_id: str) -> float:
    """Default polarity of a position, -1 to 1. Raises NotFound."""
    return float(position(position_id).extra["polarity"])


def modality_weight(modality_id: str) -> float:
    """How much a fact of this modality counts in a stance score, 0 to 1. Raises NotFound."""
    return float(term("modalities", modality_id).extra["weight"])


def event_score(event_type: str, mode: str | None = None) -> float:
    """PLOVER score, -10 to 10; a mode without a score of its own has its type's. Raises NotFound."""
    return float(_mode(event_type, mode).get("score", term("plover_events", event_type).extra["score"]))


def event_sign(event_type: str, mode: str | None = None) -> int:
    """Direction of the initiator's attitude, -1, 0 or 1, whatever the modality. Raises NotFound."""
    return int(_mode(event_type, mode).get("sign", term("plover_events", event_type).extra["sign"]))


def quad_class(event_type: str) -> int:
    """Quad class of an event type, 1 to 4. Raises NotFound."""
    return int(term("plover_events", event_type).extra["quad"])


def from_cameo(code: str) -> tuple[str, str | None] | None:
    """PLOVER type and mode of a CAMEO code; None where PLOVER drops it. Raises NotFound."""
    fields = term("cameo", code).extra
    return (fields["type"], fields.get("mode")) if "type" in fields else None


def _mode(event_type: str, mode: str | None) -> Mapping[str, Any]:
    modes: Mapping[str, Mapping[str, Any]] = term("plover_events", event_type).extra.get("modes", {})
    if mode is None:
        return {}
    if mode not in modes:
        raise NotFound(f"no mode {mode!r} of {event_type}; there are: {', '.join(modes) or 'none'}")
    return modes[mode]
