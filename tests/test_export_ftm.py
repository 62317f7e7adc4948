"""FollowTheMoney entities: schemata, properties and ranges as its model defines them, links with claims."""

from __future__ import annotations

import gzip
import os
from pathlib import Path
from typing import Any

import httpx
import orjson
import pytest

from service.graph.connection import Database
from service.queries.contract import revision
from service.queries.exports import export

# Of each schema that is written, the properties that FollowTheMoney gives it or those above it.
THING = {"name", "alias", "weakAlias", "country", "wikidataId", "sourceUrl", "keywords"}
INTERVAL = {"startDate", "endDate", "sourceUrl", "recordId"}
FTM = {
    "PublicBody": THING,
    "Organization": THING,
    "LegalEntity": THING,
    "Person": THING | {"nationality"},
    "Position": THING | {"organization"},
    "Event": THING | INTERVAL | {"involved", "location"},
    "Occupancy": INTERVAL | {"holder", "post"},
    "Employment": INTERVAL | {"employee", "employer", "role"},
    "Membership": INTERVAL | {"member", "organization", "role"},
    "Family": INTERVAL | {"person", "relative"},
    "Succession": INTERVAL | {"predecessor", "successor"},
    "Sanction": INTERVAL | {"entity", "authority", "country"},
    "UnknownLink": INTERVAL | {"subject", "object", "role"},
}
BODIES = {"PublicBody", "Organization"}
LEGAL = BODIES | {"LegalEntity", "Person"}
# What the ends of an entity must be.
RANGES = {
    ("Position", "organization"): BODIES,
    ("Event", "involved"): LEGAL,
    ("Occupancy", "holder"): {"Person"},
    ("Occupancy", "post"): {"Position"},
    ("Employment", "employee"): {"Person"},
    ("Employment", "employer"): BODIES,
    ("Membership", "member"): LEGAL,
    ("Membership", "organization"): BODIES,
    ("Family", "person"): {"Person"},
    ("Family", "relative"): {"Person"},
    ("Succession", "predecessor"): LEGAL,
    ("Succession", "successor"): LEGAL,
    ("Sanction", "entity"): LEGAL,
    ("UnknownLink", "subject"): LEGAL,
    ("UnknownLink", "object"): LEGAL,
}


# Of those, the ones that a sanctions list or a register of donations has too.
SHARED = {
    "Person": {"name", "alias", "country", "nationality"},
    "Organization": {"name", "alias", "country"},
    "Sanction": {"entity", "authority", "country"},
    "UnknownLink": {"subject", "object", "role"},
}


@pytest.fixture(scope="module")
def entities(bundled: Database) -> dict[str, dict[str, Any]]:
    lines = [orjson.loads(line) for line in b"".join(export(bundled, "ftm", revision(bundled))).splitlines()]
    found = {one["id"]: one for one in lines}
    assert len(found) == len(lines), "each is written once"
    return found


def test_followthemoney_entities_keep_to_its_schemata(entities: dict[str, dict[str, Any]]) -> None:
    for one in entities.values():
        assert set(one) == {"id", "schema", "properties"}
        assert set(one["properties"]) <= FTM[one["schema"]], one
        for name, values in one["properties"].items():
            assert values
            assert all(isinstance(value, str) and value for value in values)
            for id_ in values if (one["schema"], name) in RANGES else ():
                assert entities[id_]["schema"] in RANGES[one["schema"], name], one
    written = {one["schema"] for one in entities.values()}
    assert {"PublicBody", "Person", "Organization", "Position", "Event", "Occupancy", "Membership"} <= written
    china = entities["chn"]["properties"]
    assert (china["country"], china["wikidataId"]) == (["cn"], ["Q148"])
    assert "Beijing" in china["weakAlias"]
    assert entities["xi-jinping"]["properties"]["nationality"] == ["cn"]


def test_followthemoney_links_rest_on_claims(
    served: httpx.Client, entities: dict[str, dict[str, Any]]
) -> None:
    links = [one for one in entities.values() if "recordId" in FTM[one["schema"]]]
    assert all(one["properties"]["recordId"] for one in links)
    event = next(one for one in links if one["schema"] == "Event")
    claims = served.get(f"/v1/events/{event['id']}").json()["data"]["claims"]
    assert set(event["properties"]["recordId"]) <= set(claims)


def test_followthemoney_properties_are_those_of_published_entities(
    entities: dict[str, dict[str, Any]],
) -> None:
    """FTM_SAMPLES names a folder of entities that others published, as JSON lines, perhaps compressed."""
    folder = os.environ.get("FTM_SAMPLES")
    if folder is None:
        pytest.skip("FTM_SAMPLES names no folder of FollowTheMoney entities to compare with")
    published: dict[str, set[str]] = {}
    for path in Path(folder).glob("*.jsonl.gz"):
        for one in map(orjson.loads, gzip.decompress(path.read_bytes()).splitlines()):
            published.setdefault(one["schema"], set()).update(one["properties"])
    assert {one["schema"] for one in entities.values()} & set(published) >= {"Person", "Organization"}
    for schema, names in SHARED.items():
        assert names <= published[schema], schema
        assert names <= FTM[schema], schema
