"""What /reconcile refuses, each fault at its place, and what a browser may ask of it."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from tests.api.reconciling import faults


@pytest.mark.parametrize(
    ("queries", "pointer"),
    [
        ({"q0": {"query": ""}}, "/queries/q0/query"),
        ({"q0": {}}, "/queries/q0/query"),
        ({"q0": {"type": "person"}}, "/queries/q0/query"),
        ({"q0": {"properties": [{"pid": "kind", "v": "person"}]}}, "/queries/q0/query"),
        ({"q0": {"query": "x", "type": "human"}}, "/queries/q0/type/0"),
        ({"q0": {"query": "x", "limit": 0}}, "/queries/q0/limit"),
        ({"q0": {"query": "x", "type_strict": "maybe"}}, "/queries/q0/type_strict"),
        (
            {"q0": {"query": "x", "properties": [{"pid": "hue", "v": "red"}]}},
            "/queries/q0/properties/0/pid",
        ),
        ({"q0": {"query": "x", "properties": [{"pid": "kind", "v": {}}]}}, "/queries/q0/properties/0/v/0"),
        ({"q0": {"query": "x", "properties": [{"pid": "kind"}]}}, "/queries/q0/properties/0/v"),
        ({"q0": {"query": "x", "lang": "en"}}, "/queries/q0/lang"),
        ([{"query": "x"}], "/queries"),
        ({}, "/queries"),
        ({f"q{n}": {"query": "x"} for n in range(101)}, "/queries"),
    ],
)
def test_one_precise_fault_for_each_wrong_query(served: httpx.Client, queries: Any, pointer: str) -> None:
    assert faults(served.post("/reconcile", data={"queries": json.dumps(queries)})) == [("body", pointer)]
    if len(queries) < 100:
        answer = served.get("/reconcile", params={"queries": json.dumps(queries)})
        assert faults(answer) == [("query", pointer)]


@pytest.mark.parametrize(
    ("query", "pointers"),
    [
        (
            {"ids": ["chn", "nope-1", "nope-2"], "properties": [{"id": "iso3"}]},
            ["/extend/ids"] * 2,
        ),
        ({"ids": [], "properties": [{"id": "iso3"}]}, ["/extend/ids"]),
        ({"ids": ["chn"], "properties": [{"id": "colour"}]}, ["/extend/properties/0/id"]),
        ({"ids": ["chn"], "properties": [{"id": "kind"}, {"id": "kind"}]}, ["/extend/properties/1/id"]),
        (
            {"ids": ["chn"], "properties": [{"id": "kind", "settings": {"as_of": "then"}}]},
            ["/extend/properties/0/settings/as_of"],
        ),
        ({"ids": ["chn"]}, ["/extend/properties"]),
    ],
)
def test_one_precise_fault_for_each_wrong_extension(
    served: httpx.Client, query: Any, pointers: list[str]
) -> None:
    answer = served.post("/reconcile", data={"extend": json.dumps(query)})
    assert faults(answer) == [("body", pointer) for pointer in pointers]


@pytest.mark.parametrize(
    ("path", "pointer"),
    [
        ("/reconcile?query=x", "query"),
        ("/reconcile?queries=x", "/queries"),
        ('/reconcile?queries={"q":{"query":"x"}}&extend={}', "extend"),
        ('/reconcile?queries={"q":{"query":"x"}}&timeout=5', "timeout"),
        ("/reconcile?queries={}&queries={}", "queries"),
        ("/reconcile/suggest/entity", "prefix"),
        ("/reconcile/suggest/entity?prefix=%22", "prefix"),
        ("/reconcile/suggest/entity?prefix=x&cursor=-1", "cursor"),
        ("/reconcile/suggest/type?prefix=x&langs=en", "langs"),
        ("/reconcile/properties?type=human", "type"),
        ("/reconcile/preview", "id"),
        ("/reconcile/preview?id=A+B", "id"),
    ],
)
def test_parameters_are_strict(served: httpx.Client, path: str, pointer: str) -> None:
    assert faults(served.get(path)) == [("query", pointer)]


def test_what_is_no_form_is_refused(served: httpx.Client) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert faults(served.post("/reconcile", json={"queries": {}})) == [("body", "")]
    assert faults(served.post("/reconcile", data={"query": "{}"})) == [("body", "query")]
    assert faults(served.post("/reconcile", content=b"", headers=form)) == [("body", "queries")]
    assert faults(served.post("/reconcile?queries={}", data={"queries": "{}"})) == [("query", "queries")]


def test_a_browser_on_another_origin_may_ask_first(served: httpx.Client) -> None:
    answer = served.options("/reconcile", headers={"Origin": "https://other.example"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "POST" in answer.headers["access-control-allow-methods"]
