"""A question: its Cypher file, the schema of its arguments, the schema of its rows; and how it is asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import orjson
from marshmallow import Schema

from service.claims.fields import Strict
from service.errors import Fault, InvalidInput, NotFound
from service.graph.connection import Database, Row
from service.graph.statements import statement
from service.queries import cursors
from service.queries.arguments import Page
from service.queries.naming import refuse_unknown

REVISION = "MATCH (g:GraphState {id: 'graph'}) RETURN g.revision AS revision"
COUNTED = 10_000
PAGE = frozenset(Page().fields)


@dataclass(frozen=True)
class Query:
    """One question; `keys` are the row fields that a list is ordered by, none where the answer is one row."""

    name: str
    arguments: type[Strict]
    row: type[Schema]
    keys: tuple[str, ...] = ()

    @property
    def cypher(self) -> str:
        """The text of its file."""
        return statement(f"queries/{self.name}")

    @cached_property
    def runnable(self) -> str:
        """The file's text with its parameters in one map.

        Neo4j plans anew for each combination of parameter types, null among them: a question with ten filters
        would be slow a thousand times. It does not look into a map.
        """
        return re.sub(r"\$(\w+)", r"$given.\1", self.cypher)

    @cached_property
    def description(self) -> str:
        """Line 1 of its file: what it answers."""
        return self.cypher.splitlines()[0].removeprefix("// ")

    @cached_property
    def example(self) -> dict[str, Any]:
        """Line 2 of its file: arguments to try."""
        example: dict[str, Any] = orjson.loads(self.cypher.splitlines()[1].removeprefix("// try "))
        return example

    @cached_property
    def door(self) -> Strict:
        """The schema of the arguments, made once: making one costs more than using it."""
        return self.arguments()

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The fields of a row, in order."""
        return tuple(field.data_key or name for name, field in self.row().fields.items())


@dataclass(frozen=True)
class Answer:
    """The rows of a page with these columns, the cursor of the next one, the count where it was asked for."""

    rows: list[Row]
    columns: tuple[str, ...]
    next: str | None = None
    count: dict[str, Any] | None = None


def revision(database: Database) -> str:
    """What changes with every write; `empty` before the first."""
    rows = database.read(REVISION)
    return str(rows[0]["revision"]) if rows else "empty"


def ask(database: Database, query: Query, arguments: Mapping[str, Any]) -> Answer:
    """The answer to checked arguments. Raises NotFound where one row is asked for and there is none."""
    own = {name.rstrip("_"): value for name, value in arguments.items() if name not in PAGE}
    if not query.keys:
        rows = database.read(query.runnable, {"given": own})
        if not rows:
            raise NotFound(f"nothing has the id {arguments.get('id')!r} in {query.name}")
        return Answer([_shown(row, query.columns) for row in rows], query.columns)
    after = cursors.read(arguments["cursor"], query.name, own) if arguments["cursor"] else None
    limit, wanted = arguments["limit"], _wanted(query, arguments["fields_"])
    rows = database.read(query.runnable, {"given": {**own, "after": after, "limit": limit + 1}})
    if not rows and after is None:
        refuse_unknown(database, query.door.fields, own)
    onward = None
    if len(rows) > limit:
        rows = rows[:limit]
        onward = cursors.make([rows[-1][key] for key in query.keys], query.name, own)
    counted = _count(database, query, own) if arguments["count"] else None
    return Answer([_shown(row, wanted) for row in rows], wanted, onward, counted)


def _count(database: Database, query: Query, own: Mapping[str, Any]) -> dict[str, Any]:
    found = len(database.read(query.runnable, {"given": {**own, "after": None, "limit": COUNTED + 1}}))
    return {"value": min(found, COUNTED), "relation": "eq" if found <= COUNTED else "gte"}


def _wanted(query: Query, names: str | None) -> tuple[str, ...]:
    if names is None:
        return query.columns
    wanted = tuple(names.split(","))
    faults = [
        Fault("query", "fields", f"{name!r} is no field of this answer", query.columns)
        for name in wanted
        if name not in query.columns
    ]
    if faults:
        raise InvalidInput("unknown fields", faults)
    return wanted


def _shown(row: Row, columns: tuple[str, ...]) -> Row:
    return {name: row[name] for name in columns}
