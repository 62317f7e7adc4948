"""Questions of whoever ties data of their own to actors: names completed, and what actors are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import Schema, ValidationError, fields

from service.claims.fields import Term, Text
from service.errors import Fault, InvalidInput
from service.graph.connection import Row
from service.queries.arguments import Counting, Page, Shape, ids_of, terms
from service.queries.contract import Query
from service.queries.matching import lucene
from service.queries.matching.scores import COUNTRIES, as_declared

ID_BEGINS = re.compile(r"[a-z0-9][a-z0-9-]*")
MOST_IDS = 500


class Prefix(Text):
    """The beginning of a name or id, as the three ways in which it is looked for."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        text: str = super()._deserialize(value, attr, data, **kwargs).lower()
        search = lucene.beginning(text)
        if not search:
            raise ValidationError("holds no word")
        return {"text": text, "search": search, "id": text if ID_BEGINS.fullmatch(text) else ""}


class SuggestFilter(Page, Counting):
    """What has been typed so far, and which claims count for who is on record."""

    prefix = Prefix(
        longest=200, required=True, metadata={"description": "How a name or id begins, in any script."}
    )
    kind = terms("actor_kinds", "Kind of actor, or several separated by commas.")


class ActorIds(Shape, Counting):
    """Which actors, and which claims count for their ties; of all times without as_of."""

    ids = ids_of("Actor", description="Ids of actors, separated by commas.", most=MOST_IDS, required=True)


class SuggestRow(Schema):
    """An actor that may be the one begun to be typed."""

    id = fields.String()
    kind = Term("actor_kinds", allow_none=True)
    name = fields.String()
    official_name = fields.String(allow_none=True)
    aliases = fields.List(fields.String())


class Other(Schema):
    """An actor at the other end of a tie."""

    id = fields.String()
    name = fields.String()


class Held(Other):
    """An office, and of whom."""

    title = fields.String(allow_none=True)
    since = fields.String(allow_none=True)
    until = fields.String(allow_none=True)


class PropertiesRow(SuggestRow):
    """What an actor is, and the claims that say so of its ties."""

    identifiers = fields.List(fields.String())
    countries = fields.List(fields.Nested(Other))
    offices = fields.List(fields.Nested(Held))
    member_of = fields.List(fields.Nested(Other))
    part_of = fields.List(fields.Nested(Other))
    claims = fields.List(fields.String())


def _sorted_out(rows: list[Row], own: Mapping[str, Any]) -> list[Row]:
    """Names as declared then, ties by what they say. Raises InvalidInput for who is not on record then."""
    missing = sorted(set(own["ids"]) - {row["id"] for row in rows})
    if missing:
        faults = [Fault("query", "ids", f"nothing has the id {id_!r} as of then") for id_ in missing]
        raise InvalidInput("; ".join(f"{fault.pointer}: {fault.message}" for fault in faults), faults)
    return [_properties(row["id"], as_declared(row["declared"]), row["ties"], row["claims"]) for row in rows]


def _properties(id_: str, own: dict[str, Any], ties: list[Row], claims: list[str]) -> Row:
    names = own["names"]
    name = next(iter(names["name"]), id_)
    itself = {"type": "citizen_of", "kind": own["kind"], "id": id_, "name": name}
    tied = [tie for tie in (itself, *ties) if tie["type"] in COUNTRIES]
    return {
        "id": id_,
        "kind": own["kind"],
        "name": name,
        "official_name": next(iter(names["official_name"]), None),
        "aliases": names["alias"],
        "identifiers": own["identifiers"],
        "countries": _others(tie for tie in tied if tie["kind"] == "country"),
        "offices": [
            {key: tie[key] for key in ("id", "name", "title", "since", "until")}
            for tie in ties
            if tie["type"] == "holds_office"
        ],
        "member_of": _others(tie for tie in ties if tie["type"] == "member_of"),
        "part_of": _others(tie for tie in ties if tie["type"] == "part_of"),
        "claims": claims,
    }


def _others(ties: Iterable[Row]) -> list[dict[str, str]]:
    named = {tie["id"]: tie["name"] for tie in ties}
    return [{"id": id_, "name": named[id_]} for id_ in sorted(named)]


SUGGEST = Query("actors/suggest", SuggestFilter, SuggestRow, ("place", "length", "id"))
PROPERTIES = Query("actors/properties", ActorIds, PropertiesRow, finish=_sorted_out)
