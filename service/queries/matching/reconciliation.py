"""What the Reconciliation Service API asks and fetches: its queries, and the properties of actors in it.

The protocol is version 0.2 of the W3C Entity Reconciliation Community Group, as OpenRefine speaks it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from service.claims.fields import Refusal, Strict, Term, Text
from service.graph.connection import Row
from service.queries.arguments import Choice, LastDay
from service.queries.matching.candidates import MOST_QUERIES, ByName
from service.queries.matching.linking import MOST_IDS

Values = list[dict[str, Any]]
KINDS = "actor_kinds"


@dataclass(frozen=True)
class Property:
    """What is asked for, and fetched, as a property: of which kinds of actor, and how it reads in a row."""

    name: str
    description: str
    values: Callable[[Row], Values]
    kinds: tuple[str, ...] = ()
    scheme: str | None = None


def _texts(field: str) -> Callable[[Row], Values]:
    return lambda row: [
        {"str": text} for text in ([row[field]] if isinstance(row[field], str) else row[field] or ())
    ]


def _actors(field: str) -> Callable[[Row], Values]:
    return lambda row: [{"id": other["id"], "name": other["name"]} for other in row[field]]


def _offices(row: Row) -> Values:
    # An office is told of by several claims, with a date and without.
    held = (f"{office['title'] or 'office'}, {office['name']}" for office in row["offices"])
    return [{"str": text} for text in dict.fromkeys(held)]


def _identified(scheme: str) -> Callable[[Row], Values]:
    return lambda row: [
        {"str": value} for own, _, value in (x.partition(":") for x in row["identifiers"]) if own == scheme
    ]


def _scheme(name: str, scheme: str, kinds: tuple[str, ...] = ()) -> Property:
    return Property(name, f"Identifier of the scheme {scheme}.", _identified(scheme), kinds, scheme)


PROPERTIES: dict[str, Property] = {
    "kind": Property("kind", "country, person, organization or group.", _texts("kind")),
    "official_name": Property("official name", "Its name in full.", _texts("official_name")),
    "aliases": Property("aliases", "Other names.", _texts("aliases")),
    "country": Property(
        "country", "Itself, or where it comes from, works for or is a part of.", _actors("countries")
    ),
    "offices": Property("offices", "Offices held, and of whom.", _offices, ("person",)),
    "member_of": Property("member of", "What it is a member of.", _actors("member_of")),
    "part_of": Property("part of", "What it is a part of.", _actors("part_of"), ("organization", "group")),
    "identifiers": Property("identifiers", "All of them, as scheme:value.", _texts("identifiers")),
    "wikidata": _scheme("Wikidata", "wikidata"),
    "iso2": _scheme("ISO 3166-1 alpha-2", "iso3166-1-alpha-2", ("country",)),
    "iso3": _scheme("ISO 3166-1 alpha-3", "iso3166-1-alpha-3", ("country",)),
    "iso_numeric": _scheme("ISO 3166-1 numeric", "iso3166-1-numeric", ("country",)),
}


class PropertyId(fields.String):
    """The id of a property; a refused one says which there are."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        if text not in PROPERTIES:
            raise ValidationError([Refusal(f"{text[:80]!r} is no property", tuple(PROPERTIES))])
        return text


class OneOrMany(fields.List[Any]):
    """A list, or what could be its one member."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        members = value if isinstance(value, list) else [value]
        return super()._deserialize(members, attr, data, **kwargs)


class PropertyValue(fields.Raw):
    """A text, number, truth value, or `{"id", "name"}` of an actor; read as the text to compare with."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        named = value.get("id") if isinstance(value, dict) else value
        if not isinstance(named, str | int | float):
            raise ValidationError("is no text, number, truth value or object with an id")
        return Text(longest=1000).deserialize(str(named))


class PropertyAsked(Strict):
    """What an actor should have as a property."""

    pid = PropertyId(required=True)
    v = OneOrMany(PropertyValue(), required=True)


class ReconQuery(Strict):
    """Who is looked for: a name, properties, or both."""

    query = Text(longest=1000, load_default=None)
    type = OneOrMany(Term(KINDS), load_default=list)
    limit = fields.Integer(strict=True, load_default=5, validate=validate.Range(1, 50))
    properties = fields.List(fields.Nested(PropertyAsked), load_default=list)
    type_strict = Choice("any", "should", "all", load_default="should")

    @validates_schema
    def check_asked(self, data: dict[str, Any], **_: Any) -> None:
        """There is a name, or a property that names somebody."""
        if not names_of(data) and not identifiers_of(data):
            message = "is missing: give a query, or a property that is a name or an identifier"
            raise ValidationError(message, "query")


class ReconBatch(Strict):
    """Queries by names of the asker's."""

    queries = ByName(ReconQuery, required=True, validate=validate.Length(1, MOST_QUERIES))


class DayOrNone(LastDay):
    """A day; nothing where a form's field was left empty."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        return None if value == "" else super()._deserialize(value, attr, data, **kwargs)


class ExtendSettings(Strict):
    """How a property is fetched."""

    as_of = DayOrNone(load_default=None)


class ExtendProperty(Strict):
    """One property to fetch."""

    id = PropertyId(required=True)
    settings = fields.Nested(ExtendSettings, load_default=dict)


class Extension(Strict):
    """Of which actors which properties are wanted."""

    ids = fields.List(fields.String(), required=True, validate=validate.Length(1, MOST_IDS))
    properties = fields.List(fields.Nested(ExtendProperty), required=True, validate=validate.Length(1, 50))

    @validates_schema
    def check_once(self, data: dict[str, Any], **_: Any) -> None:
        """A property is wanted once: its values stand under its id."""
        pids = [wanted["id"] for wanted in data["properties"]]
        twice = {str(i): {"id": ["is wanted twice"]} for i, pid in enumerate(pids) if pid in pids[:i]}
        if twice:
            raise ValidationError({"properties": twice})


def values_of(query: Mapping[str, Any], *pids: str) -> list[str]:
    """What is asked for as one of these properties."""
    return [value for asked in query["properties"] if asked["pid"] in pids for value in asked["v"]]


def names_of(query: Mapping[str, Any]) -> list[str]:
    """The names that are asked for."""
    return [text for text in (query["query"], *values_of(query, "official_name", "aliases")) if text]


def identifiers_of(query: Mapping[str, Any]) -> list[str]:
    """The identifiers that are asked for as scheme:value; of an address the last part."""
    found = values_of(query, "identifiers")
    for pid, property_ in PROPERTIES.items():
        if property_.scheme is not None:
            values = (value.rstrip("/").rsplit("/", 1)[-1].upper() for value in values_of(query, pid))
            found += [f"{property_.scheme}:{value}" for value in values]
    return found
