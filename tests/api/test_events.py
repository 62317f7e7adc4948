"""Events of the bundled claims: what is counted adds up to what is listed, and who tells what of them."""

from __future__ import annotations

from collections import Counter
from typing import Any

import httpx
import pytest

from tests.asking import data

FILTERS: list[dict[str, str]] = [
    {},
    {"initiator": "rus"},
    {"actor": "chn", "rollup": "true"},
    {"recipient": "usa", "rollup": "true", "from": "2024"},
    {"type": "ACCUSE,REQUEST"},
    {"quad": "4", "to": "2024-05"},
    {"topic": "ukraine-war", "as_of": "2024-05-16"},
    {"min_voices": "2"},
    {"modality": "alleged"},
    {"status": "proposed"},
]
NAMED = [str(one) for one in FILTERS]


def month(row: dict[str, Any]) -> str | None:
    """The month of an event's first day."""
    date: str | None = row["date"]
    return None if date is None else f"{date}-01"[:7]


def claims_of(rows: list[dict[str, Any]]) -> set[str]:
    return {claim for row in rows for claim in row["claims"]}


def groups_of(client: httpx.Client, by: str, given: dict[str, str]) -> dict[str | None, int]:
    return {row["group"]: row["events"] for row in data(client, "/v1/events/distribution", by=by, **given)}


@pytest.mark.parametrize("given", FILTERS, ids=NAMED)
def test_a_series_adds_up_to_the_list_under_the_same_filter(
    served: httpx.Client, given: dict[str, str]
) -> None:
    listed = data(served, "/v1/events", limit="500", **given)
    months = Counter(month(row) for row in listed)
    for by in ("type", "quad"):
        series = data(served, "/v1/events/timeseries", interval="month", by=by, **given)
        found: Counter[str | None] = Counter()
        groups: Counter[str] = Counter()
        for row in series:
            found[row["interval"] and row["interval"][:7]] += row["events"]
            groups[row["group"]] += row["events"]
        assert found == months
        assert groups == Counter(str(row[by]) for row in listed)
        assert claims_of(series) == {min(row["claims"]) for row in listed}
        assert sum(row["claim_count"] for row in series) == sum(len(row["claims"]) for row in listed)


@pytest.mark.parametrize("given", FILTERS, ids=NAMED)
def test_a_distribution_adds_up_to_the_list_under_the_same_filter(
    served: httpx.Client, given: dict[str, str]
) -> None:
    listed = data(served, "/v1/events", limit="500", **given)
    for by in ("type", "mode", "quad", "place"):
        expected = Counter(None if row[by] is None else str(row[by]) for row in listed)
        assert groups_of(served, by, given) == expected, by
    # With rollup an office-holder's acts stand under the country, which the list names as it was written.
    for by in ("topic",) if "rollup" in given else ("topic", "initiator", "recipient"):
        many = Counter(one for row in listed for one in row[f"{by}s"] or [None])
        assert groups_of(served, by, given) == many, by


def test_each_claim_of_a_happening_is_in_one_outlets_group(served: httpx.Client) -> None:
    for event in data(served, "/v1/events", limit="500"):
        told = data(served, f"/v1/events/{event['id']}/narratives", group_by="outlet")
        claims = [claim for row in told for claim in row["claims"]]
        assert len(claims) == len(set(claims))
        stated = data(served, f"/v1/events/{event['id']}/claims", same_happening="true", limit="500")
        assert set(claims) == {row["id"] for row in stated}
        for row in told:
            affirmed = {one["event"] for one in row["affirms"]}
            assert affirmed.isdisjoint(row["leaves_out"])


def test_filters_find_what_they_name(served: httpx.Client) -> None:
    everything = data(served, "/v1/events", limit="500")
    placed = next(row for row in everything if row["place"])
    for name, value, holds in (
        ("place", placed["place"], lambda row: row["place"] == placed["place"]),
        ("type", "CONSULT", lambda row: row["type"] == "CONSULT"),
        ("quad", "4", lambda row: row["quad"] == 4),
        ("min_voices", "2", lambda row: row["voices"] >= 2),
        ("context", "economic", lambda row: "economic" in row["contexts"]),
    ):
        found = data(served, "/v1/events", limit="500", **{name: value})
        assert found == [row for row in everything if holds(row)], name
        assert found, name


def test_located_events_come_as_geojson(served: httpx.Client) -> None:
    answer = served.get("/v1/events", params={"format": "geojson", "limit": "500"})
    assert answer.headers["content-type"] == "application/geo+json"
    collection = answer.json()
    rows = data(served, "/v1/events", limit="500")
    located = [row for row in rows if row["longitude"] is not None]
    assert located
    assert collection["unlocated"] == len(rows) - len(located)
    first = collection["features"][0]
    assert first["geometry"] == {
        "type": "Point",
        "coordinates": [located[0]["longitude"], located[0]["latitude"]],
    }
    assert first["properties"] == located[0]
