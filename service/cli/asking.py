"""Commands that only read: ask, settings, schema, version."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import Any

import click
import orjson
from rich.console import Console
from rich.table import Table

from service.cli.running import config_of, data_dir, database, say
from service.config import SECRETS, SETTINGS
from service.errors import Fault, InvalidInput
from service.queries.answers import Answer
from service.queries.arguments import MOST
from service.queries.catalogue import QUERIES
from service.queries.checking import checked
from service.queries.contract import Query
from service.queries.contract import ask as ask_query
from service.queries.forms import FORMS


@click.command()
@click.argument("question", required=False)
@click.argument("arguments", nargs=-1)
@click.option("--json", "form", flag_value="json", help="JSON, also when the output is no terminal.")
@click.option("--csv", "form", flag_value="csv", help="CSV.")
@data_dir
@click.pass_context
def ask(
    ctx: click.Context,
    question: str | None,
    arguments: tuple[str, ...],
    form: str | None,
    data_dir: Path | None,
) -> None:
    """Ask a QUESTION with ARGUMENTS name=value; without a question, list them.

    \b
    communique ask
    communique ask stances/list holder=chn target=usa
    communique ask --csv events/list initiator=rus
    """
    if question is None:
        for query in QUERIES.values():
            click.echo(f"{query.name:20} {query.description}")
        return
    if question not in QUERIES:
        raise InvalidInput(
            "no such question", [Fault("question", question, "is not in the catalogue", tuple(QUERIES))]
        )
    query = QUERIES[question]
    given = checked(query, _pairs(arguments))
    config = config_of(ctx, data_dir=data_dir)
    with database(config) as opened:
        answer = ask_query(opened, query, given)
    form = form or given.get("format")
    console = Console()
    if form is None and console.is_terminal:
        console.print(_table(query, answer))
    else:
        write = FORMS[form or "json"].write
        click.echo(orjson.dumps(answer.rows, option=orjson.OPT_INDENT_2) if write is None else write(answer))
    if answer.next is not None:
        say(f"there are more: add cursor={answer.next}, or a higher limit (at most {MOST})")


def _pairs(arguments: tuple[str, ...]) -> dict[str, str]:
    wrong = [text for text in arguments if "=" not in text]
    if wrong:
        raise InvalidInput(
            "arguments are name=value", [Fault("arguments", text, "has no =") for text in wrong]
        )
    pairs = [text.split("=", 1) for text in arguments]
    names = [name for name, _ in pairs]
    repeated = [name for name in dict.fromkeys(names) if names.count(name) > 1]
    if repeated:
        raise InvalidInput(
            "an argument is given once", [Fault("arguments", n, "is given twice") for n in repeated]
        )
    return dict(pairs)


def _table(query: Query, answer: Answer) -> Table:
    table = Table(title=query.description)
    for column in answer.columns:
        table.add_column(column, overflow="fold")
    for row in answer.rows:
        table.add_row(*map(_cell, row.values()))
    return table


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


@click.command()
@data_dir
@click.pass_context
def settings(ctx: click.Context, data_dir: Path | None) -> None:
    """Show every setting, its value, and where the value came from.

    \b
    communique settings
    COMMUNIQUE_PORT=9000 communique settings
    """
    config = config_of(ctx, data_dir=data_dir)
    for setting in SETTINGS:
        value = (
            "(set)"
            if setting.name in SECRETS and config.values[setting.name]
            else config.values[setting.name]
        )
        click.echo(f"{setting.name} = {value}    [{config.origins[setting.name]}; {setting.env}]")
        click.echo(f"    {setting.help}")


@click.command()
def schema() -> None:
    """Print the JSON Schema of the records of a claims file.

    \b
    communique schema > claims-file.schema.json
    """
    # No other command needs apispec, whose import takes a tenth of a second.
    from service.claims.json_schema import claims_file_schema  # noqa: PLC0415

    click.echo(orjson.dumps(claims_file_schema(), option=orjson.OPT_INDENT_2))


@click.command("version")
def version_command() -> None:
    """Print the version.

    \b
    communique version
    """
    click.echo(version("communique"))


COMMANDS = (ask, settings, schema, version_command)
