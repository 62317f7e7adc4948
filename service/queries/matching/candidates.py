"""The question which actors may be meant by names as others write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from marshmallow import Schema, ValidationError, fields, post_load, validate, validates_schema

from service.claims.fields import Keyed, Number, SetOf, Strict, Term, Text
from service.claims.records import step
from service.errors import Fault, InvalidInput
from service.graph.connection import Row
from service.queries.arguments import ID, IDENTIFIER, Counting, Shape, id_of
from service.queries.contract import Query
from service.queries.matching import lucene
from service.queries.matching.scores import FORMULA, rank

MOST_QUERIES = 100
MOST_ALIASES = 20


class NameQuery(Strict):
    """Who is looked for: a name, an identifier, or both; the rest helps to tell namesakes apart."""

    name = Text(longest=200, load_default=None, metadata={"description": "In any script."})
    aliases = fields.List(
        Text(longest=200),
        load_default=list,
        validate=validate.Length(max=MOST_ALIASES),
        metadata={"description": "Other names of the same actor."},
    )
    kind = Term("actor_kinds", load_default=None, metadata={"description": "Its kind."})
    country = id_of("Country", description="Itself, or where it comes from, works for or is a part of.")
    identifiers = SetOf(
        Text(longest=200, validate=IDENTIFIER),
        load_default=list,
        validate=validate.Length(max=MOST_ALIASES),
        metadata={"description": "Its identifiers as scheme:value, e.g. wikidata:Q7747."},
    )

    @validates_schema
    def check_asked(self, data: dict[str, Any], **_: Any) -> None:
        """There is a name or an identifier."""
        if data["name"] is None and not data["identifiers"]:
            raise ValidationError("is missing: give a name, or identifiers", "name")


class ByName(Keyed):
    """What the asker names: name to content."""

    def __init__(self, schema: type[Strict], **options: Any) -> None:
        super().__init__(keys=Text(longest=100), values=fields.Nested(schema), **options)


class MatchArguments(Shape, Counting):
    """Who is looked for, and which claims count for who is known and tied to whom."""

    queries = ByName(
        NameQuery,
        required=True,
        validate=validate.Length(1, MOST_QUERIES),
        metadata={"description": f"Queries by names of your own, at most {MOST_QUERIES}."},
    )
    limit = fields.Integer(
        strict=True,
        load_default=5,
        validate=validate.Range(1, 50),
        metadata={"description": "Candidates for each query, at most 50."},
    )
    threshold = Number(
        load_default=0.5,
        validate=validate.Range(0, 1),
        metadata={"description": "Candidates of a lower score are left out."},
    )

    @post_load
    def prepare(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Each query as the search and the score take it."""
        data["queries"] = [
            prepared(
                place,
                query,
                [text for text in (asked["name"], *asked["aliases"]) if text],
                kinds=[asked["kind"]] if asked["kind"] else [],
                countries=[asked["country"]] if asked["country"] else [],
                identifiers=asked["identifiers"],
                limit=data["limit"],
            )
            for place, (query, asked) in enumerate(data["queries"].items())
        ]
        return data


def prepared(
    place: int,
    query: str,
    texts: list[str],
    *,
    limit: int,
    kinds: Sequence[str] = (),
    countries: Sequence[str] = (),
    identifiers: Sequence[str] = (),
    properties: Mapping[str, list[str]] | None = None,
) -> dict[str, Any]:
    """One query with what it is searched by: its texts as a Lucene query, and those that may be ids."""
    return {
        "place": place,
        "query": query,
        "texts": texts,
        "search": lucene.like(texts),
        "ids": [text for text in map(str.lower, texts) if ID.fullmatch(text)],
        "kinds": list(kinds),
        "countries": list(countries),
        "identifiers": list(identifiers),
        "properties": dict(properties or {}),
        "tied": bool(countries or properties),
        "limit": limit,
    }


class Feature(Schema):
    """One piece of evidence: what was asked, what the actor has, and what it adds to the score."""

    feature = fields.String()
    value = fields.String()
    matched = fields.String(allow_none=True)
    score = fields.Float()
    weight = fields.Float()
    contribution = fields.Float()


class Candidate(Schema):
    """An actor that may be meant."""

    id = fields.String()
    name = fields.String()
    kind = Term("actor_kinds", allow_none=True)
    description = fields.String()
    score = fields.Float()
    match = fields.Boolean()
    features = fields.List(fields.Nested(Feature))


class MatchRow(Schema):
    """A query's candidates, the likeliest first."""

    query = fields.String()
    candidates = fields.List(fields.Nested(Candidate))


def _ranked(rows: list[Row], own: Mapping[str, Any]) -> list[Row]:
    faults = [
        Fault("body", f"/queries{step(row['query'])}/country", f"nothing has the id {unknown!r}")
        for row in rows
        for unknown in row["unknown"]
    ]
    if faults:
        raise InvalidInput("unknown countries", faults)
    return [
        {"query": row["query"], "candidates": rank(asked, row["candidates"], row["threshold"])}
        for asked, row in zip(own["queries"], rows, strict=True)
    ]


def _meta(_: Mapping[str, Any]) -> dict[str, Any]:
    return {"score": FORMULA}


MATCH = Query("actors/match", MatchArguments, MatchRow, finish=_ranked, meta=_meta, adds_up=True)
