"""Writes docs/questions.md: every question, its address, and the first row of what the bundled claims answer.

python docs/questions_page.py http://127.0.0.1:8000 > docs/questions.md
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from typing import Any
from urllib.parse import urlencode

import httpx
import orjson

from service.queries.catalogue import QUERIES
from service.queries.contract import Query

HEAD = """# The questions

Every question of the catalogue with its address, an example, and the first row of its answer from the
bundled claims (`communique serve --demo`); long lists and texts are cut, marked by `…`. Written by
`python docs/questions_page.py ADDRESS`; a test compares this page with what the service answers.

Parameters that nearly all share: `as_of` (as things stood in the world), `known_at` (as the graph was
recorded), `published_until` (only what was public by then), `status` (accepted, proposed or rejected
claims), `min_confidence`; where an actor is asked for, `rollup` (its office-holders and ministries count
as it); on lists `limit`, `cursor`, `count`, `fields`, `format`. `/docs` has them all, with their values.
The same from the command line: `communique ask NAME name=value …`.
"""
# What differs from one loading to the next.
LOADED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
FEW, LONG = 3, 200


def page(client: httpx.Client) -> str:
    """The whole page, from a service that serves the bundled claims."""
    addresses = _addresses(client)
    nouns: dict[str, list[Query]] = defaultdict(list)
    for query in QUERIES.values():
        nouns[query.name.split("/")[0]].append(query)
    parts = [HEAD]
    for noun, queries in nouns.items():
        parts.append(f"\n## {noun.capitalize()}\n")
        parts += [_section(client, query, *addresses[query.name.replace("/", "_")]) for query in queries]
    return "".join(parts)


def _addresses(client: httpx.Client) -> dict[str, tuple[str, str]]:
    """Method and path by operation."""
    paths = client.get("/openapi.json").json()["paths"]
    return {
        operation["operationId"]: (method.upper(), path)
        for path, methods in paths.items()
        for method, operation in methods.items()
        if isinstance(operation, dict) and "operationId" in operation
    }


def _section(client: httpx.Client, query: Query, method: str, path: str) -> str:
    arguments = dict(query.example)
    for name in re.findall(r"{(\w+)}", path):
        path = path.replace(f"{{{name}}}", str(arguments.pop(name)))
    if method == "POST":
        answer = client.post(path, json=arguments)
        asked = f"POST {path}\n{orjson.dumps(arguments).decode()}"
    else:
        given = {name: _text(value) for name, value in arguments.items()}
        answer = client.get(path, params=given)
        asked = f"GET {path}" + (f"?{urlencode(given, safe=',:/')}" if given else "")
    data = answer.raise_for_status().json()["data"]
    first = data[0] if isinstance(data, list) else data
    shown = orjson.dumps(_short(first), option=orjson.OPT_INDENT_2).decode()
    return f"\n### {query.name}\n{query.description}\n\n```\n{asked}\n```\n```json\n{shown}\n```\n"


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _short(value: Any) -> Any:
    """What a reader needs to see the form of an answer."""
    if isinstance(value, dict):
        return {name: _short(inner) for name, inner in value.items()}
    if isinstance(value, list):
        more = [f"… {len(value) - FEW} more"] if len(value) > FEW else []
        return [_short(inner) for inner in value[:FEW]] + more
    if isinstance(value, str):
        plain = UUID.sub("…", LOADED.sub("…", value))
        return plain if len(plain) <= LONG else plain[:LONG] + "…"
    return value


if __name__ == "__main__":
    with httpx.Client(base_url=sys.argv[1], timeout=60) as service:
        sys.stdout.write(page(service))
