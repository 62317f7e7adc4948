"""Rows with a longitude and a latitude as GeoJSON (RFC 7946), for maps."""

from __future__ import annotations

import orjson

from service.errors import Fault, InvalidInput
from service.graph.connection import Row
from service.queries.answers import Answer

PLACED = ("longitude", "latitude")


def geojson_of(answer: Answer) -> bytes:
    """A FeatureCollection of the rows that have coordinates; `unlocated` counts the others of the page.

    Raises InvalidInput where `fields` leaves the coordinates out: every row would then be unlocated.
    """
    missing = [name for name in PLACED if name not in answer.columns]
    if missing:
        fault = Fault("query", "fields", f"leaves out {' and '.join(missing)}, which geojson needs")
        raise InvalidInput("no coordinates", [fault])
    located = [row for row in answer.rows if all(row[name] is not None for name in PLACED)]
    collection = {
        "type": "FeatureCollection",
        "features": [_feature(row) for row in located],
        "unlocated": len(answer.rows) - len(located),
        "next": answer.next,
    }
    return orjson.dumps(collection)


def _feature(row: Row) -> Row:
    point = {"type": "Point", "coordinates": [row[name] for name in PLACED]}
    named = {"id": row["id"]} if "id" in row else {}
    return {"type": "Feature", **named, "geometry": point, "properties": row}
