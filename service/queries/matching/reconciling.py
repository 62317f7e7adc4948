"""The Reconciliation Service API answered by our own questions: queries by match, data by properties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from service.errors import Fault, InvalidInput, Merged, NotFound
from service.graph.connection import Database, Row
from service.queries.arguments import Counting, Shape
from service.queries.checking import checked
from service.queries.contract import ask
from service.queries.matching.candidates import MATCH, prepared
from service.queries.matching.linking import PROPERTIES as PROPERTIES_OF
from service.queries.matching.linking import SUGGEST
from service.queries.matching.reconciliation import KINDS, PROPERTIES, identifiers_of, names_of, values_of
from service.queries.matching.scores import MATCH as CERTAIN
from service.queries.matching.scores import TIES
from service.vocabulary.terms import vocabulary

# A person looks through what a service finds: more is better than too little.
THRESHOLD = 0.4
Json = dict[str, Any]


def reconcile(database: Database, queries: Mapping[str, Json]) -> Json:
    """The candidates of each query."""
    named = {text for query in queries.values() for text in values_of(query, "country")}
    countries = _countries(database, sorted(named))
    asked = [
        prepared(
            place,
            name,
            names_of(query),
            limit=query["limit"],
            kinds=query["type"] or [value.lower() for value in values_of(query, "kind")],
            countries=[countries[text] for text in values_of(query, "country") if text in countries],
            identifiers=identifiers_of(query),
            properties={pid: values for pid in TIES if (values := values_of(query, pid))},
        )
        for place, (name, query) in enumerate(queries.items())
    ]
    rows = _matched(database, asked, THRESHOLD)
    return {row["query"]: {"result": [_candidate(one) for one in row["candidates"]]} for row in rows}


def extend(database: Database, extension: Json, where: str) -> Json:
    """The values of each property of each actor: today's, unless a property's setting says as of when."""
    wanted = {
        property_["id"]: property_["settings"].get("as_of") or date.today()
        for property_ in extension["properties"]
    }
    at = {day: _actors(database, extension["ids"], day, where) for day in set(wanted.values())}
    return {
        "meta": [property_of(pid) for pid in wanted],
        "rows": {
            id_: {pid: PROPERTIES[pid].values(at[day][id_]) for pid, day in wanted.items()}
            for id_ in extension["ids"]
        },
    }


def suggest(database: Database, prefix: str, kinds: list[str], skip: int, limit: int) -> list[Json]:
    """Actors whose names begin so, with their kinds as notable types."""
    given = {"prefix": prefix, "limit": skip + limit, **({"kind": ",".join(kinds)} if kinds else {})}
    rows = ask(database, SUGGEST, checked(SUGGEST, given)).rows[skip:]
    return [
        {
            "id": row["id"],
            "name": row["name"],
            "description": row["official_name"] or ", ".join(row["aliases"][:3]),
            "notable": types_of(row["kind"]),
        }
        for row in rows
    ]


def one_actor(database: Database, id_: str) -> Row:
    """The properties of one actor as of today. Raises NotFound, or Merged."""
    try:
        return ask(database, PROPERTIES_OF, _arguments(ids=[id_], as_of=date.today())).rows[0]
    except InvalidInput as error:
        raise NotFound(error.faults[0].message) from None


def types_of(kind: str | None) -> list[dict[str, str]]:
    """A kind of actor as the types of an entity."""
    return [] if kind is None else [{"id": kind, "name": vocabulary(KINDS)[kind].label}]


def property_of(pid: str) -> dict[str, str]:
    """A property by id and name."""
    return {"id": pid, "name": PROPERTIES[pid].name}


def _candidate(candidate: Mapping[str, Any]) -> Json:
    return {
        **{name: candidate[name] for name in ("id", "name", "description", "score", "match")},
        "type": types_of(candidate["kind"]),
        "features": [{"id": each["feature"], "value": each["score"]} for each in candidate["features"]],
    }


def _countries(database: Database, texts: list[str]) -> dict[str, str]:
    """The ids of the countries that these texts certainly name; of the others nothing is known."""
    # "DE" is no name of Germany, and "UK" no code of the United Kingdom: a code counts where no name does.
    codes = [text for text in texts if re.fullmatch("[A-Z]{2}", text)]
    asked = [
        *((text, [], [f"iso3166-1-alpha-2:{text}"]) for text in codes),
        *((text, [text], []) for text in texts),
    ]
    queries = [
        prepared(place, text, names, identifiers=identifiers, limit=1, kinds=["country"])
        for place, (text, names, identifiers) in enumerate(asked)
    ]
    return {
        row["query"]: best["id"]
        for row in _matched(database, queries, CERTAIN)
        for best in row["candidates"]
        if best["match"] and best["kind"] == "country"
    }


def _matched(database: Database, queries: list[Json], threshold: float) -> list[Row]:
    given = _arguments(queries=queries, threshold=threshold)
    return ask(database, MATCH, given).rows if queries else []


def _actors(database: Database, ids: Iterable[str], as_of: date, where: str) -> dict[str, Row]:
    """Each actor by the id that it was asked for by, which may be that of one merged into it."""
    now = {id_: id_ for id_ in ids}
    while True:
        try:
            answer = ask(database, PROPERTIES_OF, _arguments(ids=sorted(set(now.values())), as_of=as_of))
        except Merged as error:
            now = {asked: error.kept if id_ == error.merged else id_ for asked, id_ in now.items()}
        except InvalidInput as error:
            faults = [Fault(where, "/extend/ids", fault.message, fault.allowed) for fault in error.faults]
            raise InvalidInput("unknown ids", faults) from None
        else:
            rows = {row["id"]: row for row in answer.rows}
            return {asked: rows[id_] for asked, id_ in now.items()}


def _arguments(**own: Any) -> Json:
    defaults: Json = {**Shape().load({}), **Counting().load({})}
    return {**defaults, **own}
