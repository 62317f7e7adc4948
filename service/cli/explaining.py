"""The command that says why a claim is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import orjson

from service.cli.running import config_of, data_dir, database
from service.queries.catalogue import QUERIES
from service.queries.checking import checked
from service.queries.contract import ask


@click.command()
@click.argument("claim")
@click.option("--json", "as_json", is_flag=True, help="JSON.")
@data_dir
@click.pass_context
def explain(ctx: click.Context, claim: str, as_json: bool, data_dir: Path | None) -> None:
    """Say why a CLAIM is made: its sentence, the rule, the words that it saw, how each actor was resolved.

    \b
    communique explain claim-0123456789abcdef0123
    """
    config = config_of(ctx, data_dir=data_dir)
    with database(config) as opened:
        detail, evidence = (
            ask(opened, QUERIES[name], checked(QUERIES[name], {"id": claim})).rows[0]
            for name in ("claims/detail", "claims/evidence")
        )
    if as_json:
        click.echo(orjson.dumps({"claim": detail, "evidence": evidence}, option=orjson.OPT_INDENT_2))
        return
    for line in _told(detail, evidence):
        click.echo(line)


def _told(claim: Mapping[str, Any], evidence: Mapping[str, Any]) -> Iterator[str]:
    said = ", ".join(claim["speakers"]) or f"the outlet ({evidence['outlet'] or evidence['publisher']})"
    yield f"{claim['kind']} {claim['fact']}, {claim['modality']}, said by {said} on {claim['said_on']}"
    yield f"{claim['method']}, confidence {claim['confidence']:.2f}, {claim['status']}"
    yield f"in {evidence['source']}"
    yield f"  {evidence['text'] or evidence['quote'] or evidence['row']}"
    why = claim["explanation"]
    if why is None:
        yield "no rule: a person or a dataset's loader made this claim"
        return
    yield f"rule {why['rule']}"
    for word in why["words"]:
        yield f"  {word['start']}-{word['end']} {word['text']}"
    for actor in why["actors"]:
        others = f", or {', '.join(actor['alternatives'])}" if "alternatives" in actor else ""
        place = f"{actor['start']}-{actor['end']}"
        score = f"score {actor['score']:.2f}"
        yield f"{actor['role']} {actor['id']} by {actor['how']} at {place}, {score}{others}"


COMMANDS = (explain,)
