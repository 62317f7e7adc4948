"""Writes docs/questions.md: every question, its address, and the first row of what the bundled claims answer.

python docs/questions_page.py http://127.0.0.1:8000 > docs/questions.md
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from typing import Any
from urllib.parse import unquote

import httpx
import orjson

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
    nouns: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for question in client.get("/v1/catalogue").json()["data"]:
        nouns[question["name"].split("/")[0]].append(question)
    parts = [HEAD]
    for noun, questions in nouns.items():
        parts.append(f"\n## {noun.capitalize()}\n")
        parts += [_section(client, question) for question in questions]
    return "".join(parts)


def _section(client: httpx.Client, question: dict[str, Any]) -> str:
    method, url, body = question["method"], question["example_url"], question["example_body"]
    data = client.request(method, url, json=body).raise_for_status().json()["data"]
    first = data[0] if isinstance(data, list) else data
    shown = orjson.dumps(_short(first), option=orjson.OPT_INDENT_2).decode()
    asked = f"{method} {unquote(url)}" + (f"\n{orjson.dumps(body).decode()}" if body else "")
    told = f"### {question['name']}\n{question['description']}\n"
    return f"\n{told}\n```\n{asked}\n```\n```json\n{shown}\n```\n"


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
