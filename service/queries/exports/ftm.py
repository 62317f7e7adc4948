"""What accepted claims assert as FollowTheMoney entities: for OpenAleph and OpenSanctions' tools."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import orjson

from service.claims.identity import content_id
from service.graph.connection import Database, Row
from service.graph.statements import statement
from service.vocabulary.terms import event_types, position, relation_type

Properties = dict[str, Iterable[str | None]]
# A country is a body that acts, so that events and ties may name it where FtM asks for a legal entity.
SCHEMATA = {
    "country": "PublicBody",
    "person": "Person",
    "organization": "Organization",
    "group": "Organization",
    None: "LegalEntity",
}
BODIES = frozenset({"country", "organization", "group"})


def ftm_of(database: Database) -> Iterator[bytes]:
    """Actors, offices, relations and stances between actors, events; measures have no schema there."""
    for name, write in WRITERS:
        for row in database.stream(statement(f"export/{name}")):
            yield orjson.dumps(write(row)) + b"\n"


def _actor(row: Row) -> Row:
    actor = row["actor"]
    found = [text.partition(":")[::2] for text in actor["identifiers"] or []]
    own: Properties = {
        "name": [actor["name"]],
        "alias": [actor["official_name"], *(actor["aliases"] or [])],
        # Beijing is China in one sentence and a city in the next.
        "weakAlias": actor["metonyms"] or [],
        "wikidataId": [value for scheme, value in found if scheme == "wikidata"],
        "country": _codes(actor["identifiers"]),
    }
    if actor["kind"] == "person":
        own["nationality"] = row["citizen_of"]
    return _entity(actor["id"], SCHEMATA[actor["kind"]], own)


def _position(row: Row) -> Row:
    own: Properties = {
        "name": [f"{row['title'] or 'Office-holder'}, {row['of_name']}"],
        "organization": [row["of"]],
        "country": [row["country"]],
    }
    return _entity(_post(row["of"], row["title"]), "Position", own)


def _link(row: Row) -> Row:
    subject, object_ = row["subject"], row["object"]
    dated: Properties = {
        "startDate": [row["since"]],
        "endDate": [row["until"]],
        "sourceUrl": row["urls"],
        "recordId": row["claims"],
    }
    if row["stance"]:
        # A stance of several holders, or toward several of a merged actor's names, is a link for each.
        id_ = f"{row['id']}-{subject['id']}-{object_['id']}"
        return _entity(id_, "UnknownLink", _unknown(row, position(row["type"]).label) | dated)
    term = relation_type(row["type"])
    schema = str(term.extra.get("ftm"))
    fits, write = TIES.get(schema, (_never, _unknown))
    if not fits(subject["kind"], object_["kind"]):
        return _entity(row["id"], "UnknownLink", _unknown(row, term.label) | dated)
    return _entity(row["id"], schema, write(row, term.label) | dated)


def _event(row: Row) -> Row:
    label = event_types()[row["type"]].label
    whom = [", ".join(actor["name"] for actor in row[side]) for side in ("initiators", "recipients")]
    own: Properties = {
        "name": row["summaries"] or [f"{label}: {' – '.join(filter(None, whom))}"],
        "startDate": [row["date"]],
        "endDate": [row["until"]],
        "involved": dict.fromkeys(actor["id"] for actor in row["initiators"] + row["recipients"]),
        "location": row["places"],
        "keywords": [row["type"], row["mode"], *row["topics"]],
        "sourceUrl": row["urls"],
        "recordId": row["claims"],
    }
    return _entity(row["id"], "Event", own)


def _occupancy(row: Row, _: str) -> Properties:
    return {"holder": [row["subject"]["id"]], "post": [_post(row["object"]["id"], row["title"])]}


def _employment(row: Row, _: str) -> Properties:
    return {"employee": [row["subject"]["id"]], "employer": [row["object"]["id"]], "role": [row["title"]]}


def _membership(row: Row, _: str) -> Properties:
    return {"member": [row["subject"]["id"]], "organization": [row["object"]["id"]], "role": [row["title"]]}


def _family(row: Row, _: str) -> Properties:
    return {"person": [row["subject"]["id"]], "relative": [row["object"]["id"]]}


def _succession(row: Row, _: str) -> Properties:
    return {"successor": [row["subject"]["id"]], "predecessor": [row["object"]["id"]]}


def _sanction(row: Row, _: str) -> Properties:
    by = row["subject"]
    return {"entity": [row["object"]["id"]], "authority": [by["name"]], "country": _codes(by["identifiers"])}


def _unknown(row: Row, label: str) -> Properties:
    return {"subject": [row["subject"]["id"]], "object": [row["object"]["id"]], "role": [label]}


def _never(*_: str | None) -> bool:
    return False


# By schema: which kinds of subject and object its ranges take, and how it is written. Ownership asks for an
# Asset, which none of our actors is; it becomes an UnknownLink, as all that does not fit.
TIES: dict[str, tuple[Callable[..., bool], Callable[[Row, str], Properties]]] = {
    "Occupancy": (lambda one, other: one == "person" and other in BODIES, _occupancy),
    "Employment": (lambda one, other: one == "person" and other in BODIES, _employment),
    "Membership": (lambda _, other: other in BODIES, _membership),
    "Family": (lambda one, other: one == other == "person", _family),
    "Succession": (lambda *_: True, _succession),
    "Sanction": (lambda *_: True, _sanction),
}
WRITERS: tuple[tuple[str, Callable[[Row], Row]], ...] = (
    ("ftm_actors", _actor),
    ("ftm_positions", _position),
    ("ftm_links", _link),
    ("ftm_events", _event),
)


def _entity(id_: str, schema: str, properties: Properties) -> Row:
    kept: dict[str, Any] = {}
    for name, values in properties.items():
        texts = list(dict.fromkeys(text for text in values if text is not None))
        if texts:
            kept[name] = texts
    return {"id": id_, "schema": schema, "properties": kept}


def _post(of: str, title: str | None) -> str:
    return content_id("position", [of, title])


def _codes(identifiers: list[str] | None) -> list[str]:
    begins = "iso3166-1-alpha-2:"
    return [text.removeprefix(begins).lower() for text in identifiers or [] if text.startswith(begins)]
