"""How the Reconciliation Service API is asked, and what each of its answers is checked against."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import httpx
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7

OURS = json.loads((Path(__file__).parent / "reconciliation_schemas" / "answers.json").read_text("utf-8"))
PUBLISHED = os.environ.get("RECONCILIATION_SCHEMAS")


def published() -> dict[str, Any]:
    """The schemas of a checkout of the group's repository by file name; without one, none."""
    files = Path(PUBLISHED).glob("*.json") if PUBLISHED else []
    return {file.stem: json.loads(file.read_text("utf-8")) for file in files}


def check(answer: httpx.Response, schema: str) -> Any:
    """The answer, which any origin may read and which is as the schema says."""
    assert answer.status_code == 200, answer.text
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["content-type"] == "application/json"
    body = answer.json()
    Draft202012Validator({**OURS, "$ref": f"#/$defs/{schema}"}).validate(body)
    theirs = published()
    if schema in theirs:
        resources = [(s["$id"], DRAFT7.create_resource(s)) for s in theirs.values()]
        registry: Registry[Any] = Registry().with_resources(resources)
        Draft202012Validator({"$ref": theirs[schema]["$id"]}, registry=registry).validate(body)
    return body


def reconcile(served: httpx.Client, queries: Any) -> Any:
    answer = served.post("/reconcile", data={"queries": json.dumps(queries)})
    found = check(answer, "reconciliation-result-batch")
    assert list(found) == list(queries)
    assert served.get("/reconcile", params={"queries": json.dumps(queries)}).json() == found
    return {name: each["result"] for name, each in found.items()}


def extend(served: httpx.Client, ids: list[str], *properties: Any) -> Any:
    wanted = [{"id": each} if isinstance(each, str) else each for each in properties]
    query = {"extend": json.dumps({"ids": ids, "properties": wanted})}
    found = check(served.post("/reconcile", data=query), "data-extension-response")
    assert served.get("/reconcile", params={**query, "timeout": "20000"}).json() == found
    assert [each["id"] for each in found["meta"]] == [each["id"] for each in wanted]
    assert list(found["rows"]) == ids
    return found["rows"]


def faults(answer: httpx.Response) -> list[tuple[str, str]]:
    assert answer.status_code == 400, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["access-control-allow-origin"] == "*"
    return [(error["in"], error["pointer"]) for error in answer.json()["errors"]]
