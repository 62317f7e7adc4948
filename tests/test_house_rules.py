"""The rules of the house: which folder imports which, one file a question, no outside text in Cypher."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from service.api.app import create_app
from service.config import SETTINGS, load_config
from service.graph.connection import Database
from service.graph.statements import ROOT
from service.queries.catalogue import QUERIES
from service.queries.checking import checked
from service.queries.contract import Query

TOP = Path(__file__).parents[1]
SERVICE = TOP / "service"
ORDER = ("claims", "sources", "extraction", "graph", "queries", "api", "web")
LEAVES = {"config", "errors", "vocabulary"}
BUDGET = re.compile(r"// at most ([0-9,]+) db hits among the bundled claims")
FILES = sorted(SERVICE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def folder(path: Path) -> str:
    return path.relative_to(SERVICE).parts[0].removesuffix(".py")


def own(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if parts[0] == "service" and len(parts) > 1 else None


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SERVICE)))
def test_each_folder_imports_only_what_stands_to_its_left(path: Path) -> None:
    here = folder(path)
    for there in {name for name in map(own, imports(path)) if name is not None} - {here}:
        if here == "cli":
            continue
        assert there not in {"api", "web", "cli"}, f"nobody imports {there}"
        if there not in LEAVES:
            assert here in ORDER, f"{here} is a leaf and imports {there}"
            assert ORDER.index(there) < ORDER.index(here), f"{there} stands to the right of {here}"
        elif here in LEAVES:
            assert there == "errors", f"{here} is a leaf and imports {there}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SERVICE)))
def test_neo4j_and_flask_stay_in_their_folders(path: Path) -> None:
    tops = {name.split(".")[0] for name in imports(path)}
    assert "neo4j" not in tops or folder(path) == "graph"
    assert not tops & {"flask", "flask_smorest"} or folder(path) in {"api", "web"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SERVICE)))
def test_files_are_small_and_say_what_they_are_for(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 250
    assert ast.get_docstring(ast.parse(text))


def test_every_query_file_is_one_query_and_every_query_one_route() -> None:
    files = {
        str(path.relative_to(ROOT / "queries").with_suffix(""))
        for path in (ROOT / "queries").rglob("*.cypher")
    }
    assert files == set(QUERIES)
    rules = [rule.endpoint.split(".")[-1] for rule in create_app(load_config({})).url_map.iter_rules()]
    for name in QUERIES:
        assert rules.count(name.replace("/", "_")) == 1


def test_the_addresses_are_those_of_the_openapi_document() -> None:
    app = create_app(load_config({}))
    served = {
        (re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule), method.lower()): rule.endpoint.split(".")[-1]
        for rule in app.url_map.iter_rules()
        if not rule.rule.startswith(("/docs", "/openapi.json"))
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    documented = {
        (path, method): operation["operationId"]
        for path, operations in app.test_client().get("/openapi.json").get_json()["paths"].items()
        for method, operation in operations.items()
        if method != "parameters"
    }
    assert served.keys() == documented.keys()
    questions = {re.sub("[/-]", "_", name) for name in QUERIES}
    assert questions <= set(documented.values())
    asked = {way: name for way, name in documented.items() if name in questions}
    assert asked.items() <= served.items()
    catalogue = app.test_client().get("/v1/catalogue").get_json()["data"]
    told = {(each["path"], each["method"].lower()): re.sub("[/-]", "_", each["name"]) for each in catalogue}
    assert told == asked


@pytest.mark.parametrize("query", QUERIES.values(), ids=list(QUERIES))
def test_the_parameters_of_a_file_are_the_arguments_of_its_query(query: Query) -> None:
    page = {"limit", "cursor", "count", "fields_", "format"}
    used = set(re.findall(r"\$(\w+)", query.cypher)) - {"limit", "after"}
    arguments = {name.rstrip("_") for name in query.arguments().fields if name not in page}
    assert used <= arguments
    assert used == arguments or query.finish is not None, "what the file does not use, nothing does"
    assert bool(query.keys) == ("$after" in query.cypher)
    assert query.cypher.startswith("// ")
    assert BUDGET.fullmatch(query.cypher.splitlines()[2]), "line 3 states the budget"
    assert query.description.endswith(".")


@pytest.mark.parametrize("query", QUERIES.values(), ids=list(QUERIES))
def test_a_file_only_reads_and_its_example_finds_rows_with_the_fields_of_its_row(
    bundled: Database, query: Query
) -> None:
    arguments = {name.rstrip("_"): value for name, value in checked(query, query.example).items()}
    given = {**arguments, "after": None, "limit": 51}
    rows = bundled.read(query.cypher, given)
    assert rows, "the example finds nothing among the bundled claims"
    finished = rows if query.finish is None else query.finish(rows, arguments)
    assert set(query.columns) <= set(finished[0])
    if query.finish is None:
        # What a page is ordered by may be more exact than what is shown.
        assert set(rows[0]) - set(query.keys) <= set(query.columns)
    with bundled._driver.session() as session:
        summary = session.run("PROFILE " + query.runnable, {"given": given}).consume()
    assert summary.query_type == "r"
    assert summary.profile is not None
    operators = list(flat(summary.profile))
    assert not {name for name, _ in operators} & {"AllNodesScan", "CartesianProduct"}
    budget = BUDGET.fullmatch(query.cypher.splitlines()[2])
    assert budget is not None
    assert sum(hits for _, hits in operators) <= int(budget[1].replace(",", ""))


def flat(plan: dict[str, Any]) -> Iterator[tuple[str, int]]:
    yield plan["operatorType"].split("@")[0], plan.get("dbHits", 0)
    for child in plan.get("children", []):
        yield from flat(child)


def test_no_text_is_formatted_into_cypher() -> None:
    """Python files hold no formatted string with a Cypher clause in it."""
    clause = re.compile(r"\b(MATCH|MERGE|CREATE|UNWIND|RETURN)\b")
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                fixed = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
                assert not clause.search(fixed), f"{path}:{node.lineno}"


def test_every_setting_stands_in_the_readme_with_its_default() -> None:
    lines = (TOP / "README.md").read_text("utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| `")]
    stated = {row[0].strip("`"): row[1:] for row in rows}
    for setting in SETTINGS:
        env, default = stated[setting.name]
        assert env == f"`{setting.env}`"
        if isinstance(setting.default, Path):
            assert default.startswith("the platform's user ")
        else:
            assert default.split(":")[0] == (str(setting.default) or "none")


def test_every_writing_file_is_used_and_says_what_it_writes() -> None:
    code = "".join(path.read_text("utf-8") for path in (SERVICE / "graph").glob("*.py"))
    for path in (*(ROOT / "load").glob("*.cypher"), *(ROOT / "derive").glob("*.cypher")):
        named = path.stem.removeprefix("name_")
        assert f'"{named}"' in code or f'"{path.parent.name}/{named}"' in code, path
        assert path.read_text("utf-8").startswith("// ")


def test_every_exporting_file_is_used_and_says_what_it_holds() -> None:
    folders = (SERVICE / "graph", SERVICE / "queries" / "exports")
    code = "".join(path.read_text("utf-8") for folder in folders for path in folder.glob("*.py"))
    for path in (ROOT / "export").glob("*.cypher"):
        assert f'"{path.stem}"' in code or f'"export/{path.stem}"' in code, path
        assert path.read_text("utf-8").startswith("// ")
