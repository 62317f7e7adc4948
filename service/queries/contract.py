"""A question: its Cypher file, the schema of its arguments, the schema of its rows; and how it is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
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
from service.queries.answers import EMPTY, Answer
from service.queries.arguments import Page, Shape
from service.queries.naming import lists_ids, refuse_unknown
from service.queries.one_row import columns_of, in_one_row
from service.queries.ordering import Order, order_of, ordered

REVISION = "MATCH (g:GraphState {id: 'graph'}) RETURN g.revision AS revision"
COUNTED = 10_000
PAGE = frozenset(Page().fields)


@dataclass(frozen=True)
class Query:
    """One question.

    `keys` are the row fields by which the pages of a list are ordered. A list whose arguments have a Shape
    but no Page is answered whole; every other answer is one row. `finish` does with the rows what Cypher
    cannot, `meta` tells from the arguments what a reader must know to understand the numbers, `tally` from
    the rows as they were before `finish` too. Those that add up over much of the graph, `adds_up`, wait in a
    queue of their own.
    """

    name: str
    arguments: type[Strict]
    row: type[Schema]
    keys: tuple[str, ...] = ()
    finish: Callable[[list[Row], Mapping[str, Any]], list[Row]] | None = None
    meta: Callable[[Mapping[str, Any]], dict[str, Any]] | None = None
    tally: Callable[[list[Row], Mapping[str, Any]], dict[str, Any]] | None = None
    adds_up: bool = False

    @property
    def whole(self) -> bool:
        """Whether the answer is a list without pages."""
        return not self.keys and issubclass(self.arguments, Shape)

    @property
    def many(self) -> bool:
        """Whether the answer is a list."""
        return bool(self.keys) or self.whole

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The forms that its answer comes in, the default first."""
        asked = self.door.fields.get("format")
        choices = getattr(asked.validate, "choices", ()) if asked is not None else ()
        return tuple(choices) or ("json",)

    @property
    def operation(self) -> str:
        """Its name in the OpenAPI document and among the routes."""
        return self.name.replace("/", "_")

    @property
    def cypher(self) -> str:
        """The text of its file."""
        return statement(f"queries/{self.name}")

    @cached_property
    def runnable(self) -> str:
        """The file's text with its parameters in one map and its rows in one list.

        Neo4j plans anew for each combination of parameter types, null among them: a question with ten filters
        would be slow a thousand times. It does not look into a map.
        """
        return re.sub(r"\$(\w+)", r"$given.\1", in_one_row(self.cypher))

    @cached_property
    def found(self) -> tuple[str, ...]:
        """The columns of the file's rows, in order: what `finish` makes a row of."""
        return columns_of(self.cypher)

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
        return tuple(self.order)

    @cached_property
    def order(self) -> Order:
        """The fields of a row, each with those of the rows within it, in order."""
        return order_of(self.row())


def revision(database: Database) -> str:
    """What changes with every write; `empty` before the first."""
    rows = database.read(REVISION)
    return str(rows[0]["revision"]) if rows else EMPTY


def ask(database: Database, query: Query, arguments: Mapping[str, Any]) -> Answer:
    """The answer to checked arguments. Raises NotFound where one row is asked for and there is none."""
    own = {name.rstrip("_"): value for name, value in arguments.items() if name not in PAGE}
    if lists_ids(query.door.fields, own):
        refuse_unknown(database, query.door.fields, own)
    if query.keys:
        return _page(database, query, arguments, own)
    return _whole(database, query, arguments, own) if query.whole else _one(database, query, own)


def _found(database: Database, query: Query, own: Mapping[str, Any], **page: Any) -> tuple[list[Row], str]:
    """The rows, and the graph's revision.

    Raises InvalidInput, NotFound or Merged where an id is the reason that there are no rows.
    """
    [all_of_them] = database.read(query.runnable, {"given": {**own, **page}})
    rows = [dict(zip(query.found, row, strict=True)) for row in all_of_them["rows"]]
    if not rows and page.get("after") is None:
        refuse_unknown(database, query.door.fields, own)
    return rows, all_of_them["revision"] or EMPTY


def _one(database: Database, query: Query, own: Mapping[str, Any]) -> Answer:
    rows, at = _found(database, query, own)
    if not rows:
        raise NotFound(f"nothing on record answers {query.name} for {own.get('id', 'these arguments')!r}")
    return _answer(query, rows, query.columns, own, at)


def _whole(database: Database, query: Query, arguments: Mapping[str, Any], own: Mapping[str, Any]) -> Answer:
    wanted = _wanted(query, arguments["fields_"])
    rows, at = _found(database, query, own, limit=COUNTED + 1)
    if len(rows) > COUNTED:
        raise InvalidInput(
            "too many rows", [Fault("query", query.name, f"finds more than {COUNTED} rows: narrow it")]
        )
    return _answer(query, rows, wanted, own, at)


def _page(database: Database, query: Query, arguments: Mapping[str, Any], own: Mapping[str, Any]) -> Answer:
    after = cursors.read(arguments["cursor"], query.name, own) if arguments["cursor"] else None
    limit, wanted = arguments["limit"], _wanted(query, arguments["fields_"])
    rows, at = _found(database, query, own, after=after, limit=limit + 1)
    onward = None
    if len(rows) > limit:
        rows = rows[:limit]
        onward = cursors.make([rows[-1][key] for key in query.keys], query.name, own)
    counted = _count(database, query, own) if arguments["count"] else None
    return _answer(query, rows, wanted, own, at, onward, counted)


def _answer(
    query: Query,
    rows: list[Row],
    wanted: tuple[str, ...],
    own: Mapping[str, Any],
    at: str,
    onward: str | None = None,
    counted: dict[str, Any] | None = None,
) -> Answer:
    finished = rows if query.finish is None else query.finish(rows, own)
    meta = {} if query.meta is None else query.meta(own)
    meta |= {} if query.tally is None else query.tally(rows, own)
    return Answer([_shown(query, row, wanted) for row in finished], wanted, onward, counted, meta, at)


def _count(database: Database, query: Query, own: Mapping[str, Any]) -> dict[str, Any]:
    found = len(_found(database, query, own, after=None, limit=COUNTED + 1)[0])
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


def _shown(query: Query, row: Row, columns: tuple[str, ...]) -> Row:
    order = query.order
    return {name: ordered(row[name], order[name]) if order[name] else row[name] for name in columns}
