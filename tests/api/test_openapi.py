"""The OpenAPI document: a linter finds no fault, a typed client is made from it, answers are as it says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import httpx
import platformdirs
import pytest
from jsonschema import Draft202012Validator

from service.claims.identity import sha256_hex
from service.queries.catalogue import QUERIES
from service.queries.contract import Query

TOOLS = Path(__file__).parent / "openapi_tools"
FILES = ("package.json", "package-lock.json", ".npmrc", "spectral.yaml", "tsconfig.json", "client.ts")
INSTALL_S, RUN_S = 900, 180


@pytest.fixture(scope="session")
def tools() -> Path:
    """The folder with the locked npm packages, installed once for a lock file into the user's cache."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("Node.js or npm is not installed; only the tests of the OpenAPI document use them")
    lock = (TOOLS / "package-lock.json").read_text("utf-8")
    folder = platformdirs.user_cache_path("communique") / "npm" / sha256_hex(lock)[:16]
    folder.mkdir(parents=True, exist_ok=True)
    for name in FILES[:3]:
        shutil.copy(TOOLS / name, folder / name)
    if not (folder / "installed").exists():
        run(folder, "npm", "ci", timeout=INSTALL_S)
        (folder / "installed").touch()
    return folder


@pytest.fixture
def made(tools: Path, tmp_path: Path, served: httpx.Client) -> Path:
    """A folder with the packages, our files, and the served document."""
    for name in FILES:
        shutil.copy(TOOLS / name, tmp_path / name)
    (tmp_path / "node_modules").symlink_to(tools / "node_modules")
    (tmp_path / "openapi.json").write_bytes(served.get("/openapi.json").content)
    return tmp_path


def run(folder: Path, *command: str, timeout: int = RUN_S) -> str:
    done = subprocess.run(command, check=False, cwd=folder, capture_output=True, text=True, timeout=timeout)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="session")
def document(served: httpx.Client) -> dict[str, Any]:
    content: dict[str, Any] = served.get("/openapi.json").json()
    return content


def operation(document: dict[str, Any], query: Query) -> tuple[str, str, dict[str, Any]]:
    name = re.sub("[/-]", "_", query.name)
    return next(
        (path, method, told)
        for path, methods in document["paths"].items()
        for method, told in methods.items()
        if isinstance(told, dict) and told.get("operationId") == name
    )


def faults(document: dict[str, Any], schema: dict[str, Any], content: Any) -> list[str]:
    whole = Draft202012Validator({**schema, "components": document["components"]})
    return [f"{error.json_path}: {error.message[:200]}" for error in whole.iter_errors(content)]


def test_the_lock_names_no_registry_and_a_hash_for_every_package() -> None:
    packages = json.loads((TOOLS / "package-lock.json").read_text("utf-8"))["packages"]
    installed = {name: package for name, package in packages.items() if name}
    assert len(installed) > 100
    assert [name for name, package in installed.items() if "resolved" in package] == []
    assert [name for name, package in installed.items() if "integrity" not in package] == []


@pytest.mark.timeout(INSTALL_S + RUN_S)
def test_spectral_finds_nothing_to_say(made: Path) -> None:
    run(made, "node_modules/.bin/spectral", "lint", "openapi.json", "-r", "spectral.yaml", "-F", "hint")


@pytest.mark.timeout(INSTALL_S + 3 * RUN_S)
def test_a_client_typed_by_the_document_compiles_strictly_and_is_answered(
    made: Path, served: httpx.Client
) -> None:
    run(made, "node_modules/.bin/openapi-typescript", "openapi.json", "-o", "api.ts")
    run(made, "node_modules/.bin/tsc", "--noEmit", "-p", "tsconfig.json")
    run(made, "node_modules/.bin/tsc", "-p", "tsconfig.json")
    told = json.loads(run(made, "node", "client.js", str(served.base_url).rstrip("/")))
    rows = served.get("/v1/stances", params={"holder": "chn", "position": "condemns"}).json()["data"]
    assert told["stances"] == [row["id"] for row in rows]
    assert len(rows) > 2, "the client went through several pages"
    assert told["positions"] == ["condemns"]
    assert told["claims"] == sum(len(row["claims"]) for row in rows)
    assert told["name"] == "People's Republic of China"
    assert told["table"][0] == "id,position"
    assert told["wrong"].startswith("404 ")
    assert "rus" in told["wrong"]
    assert told["total"] == served.get("/v1/status").json()["data"]["claims"]


def test_a_misspelt_filter_does_not_compile(made: Path) -> None:
    run(made, "node_modules/.bin/openapi-typescript", "openapi.json", "-o", "api.ts")
    client = (made / "client.ts").read_text("utf-8")
    for right, wrong in (("holder, position,", "holdr: holder, position,"), ('"condemns")', '"condems")')):
        assert right in client
        (made / "client.ts").write_text(client.replace(right, wrong), "utf-8")
        with pytest.raises(AssertionError, match="error TS"):
            run(made, "node_modules/.bin/tsc", "--noEmit", "-p", "tsconfig.json")


@pytest.mark.parametrize("query", QUERIES.values(), ids=list(QUERIES))
def test_an_answer_is_as_the_document_says(
    served: httpx.Client, document: dict[str, Any], query: Query
) -> None:
    path, method, told = operation(document, query)
    arguments = dict(query.example)
    path = re.sub(r"\{(\w+)\}", lambda part: str(arguments.pop(part[1])), path)
    given: dict[str, Any] = {"params": arguments} if method == "get" else {"json": arguments}
    answer = served.request(method, path, **given)
    assert answer.status_code == 200, answer.text
    content = told["responses"]["200"]["content"]
    assert faults(document, content["application/json"]["schema"], answer.json()) == []
    assert len(content) == len(query.forms)
    asked = {parameter["name"]: parameter for parameter in told.get("parameters", [])}
    for name, value in given.get("params", {}).items():
        assert faults(document, asked[name]["schema"], value) == [], (
            f"the example's {name} is not as documented"
        )


@pytest.mark.parametrize(
    ("path", "status"),
    [("/v1/stances?position=likes", 400), ("/v1/actors/nobody", 404), ("/v1/nothing", 404)],
)
def test_a_failure_is_as_the_document_says(
    served: httpx.Client, document: dict[str, Any], path: str, status: int
) -> None:
    answer = served.get(path)
    assert answer.status_code == status
    assert faults(document, {"$ref": "#/components/schemas/Problem"}, answer.json()) == []
    told = document["components"]["responses"]["DEFAULT_ERROR"]["content"]
    assert list(told) == [answer.headers["content-type"]]


def test_an_answer_comes_in_every_documented_form(served: httpx.Client, document: dict[str, Any]) -> None:
    told = document["paths"]["/v1/events"]["get"]["responses"]
    assert {"200", "304", "400", "406", "503", "default"} <= told.keys()
    for media in told["200"]["content"]:
        answer = served.get("/v1/events", params={"limit": 2}, headers={"Accept": media})
        assert answer.headers["content-type"].split(";")[0] == media
        assert "etag" in answer.headers
