"""The question which independent voices tell what a claim tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields

from service.graph.connection import Row
from service.queries.claims import ClaimId
from service.queries.contract import Query


class VoiceRow(Schema):
    """A voice with all that it tells of the happening; `own` where the claim asked about is among it."""

    voice = fields.String()
    own = fields.Boolean()
    first_public_on = fields.String()
    modalities = fields.List(fields.String())
    facts = fields.List(fields.String())
    publications = fields.List(fields.String())
    claims = fields.List(fields.String())


class CorroborationRow(Schema):
    """Who tells what a claim tells, first to be public first; `affirmed` is false for a denial."""

    id = fields.String()
    fact = fields.String()
    affirmed = fields.Boolean()
    voices = fields.Integer()
    by_voice = fields.List(fields.Nested(VoiceRow))
    claims = fields.List(fields.String())


def _in_order(rows: list[Row], _: Mapping[str, Any]) -> list[Row]:
    """The lists sorted here: sorting them in Cypher would hold all of them for each of their members."""
    return [
        {**row, "claims": sorted(row["claims"]), "by_voice": [_sorted(one) for one in row["by_voice"]]}
        for row in rows
    ]


def _sorted(one: Row) -> Row:
    return {name: sorted(value) if isinstance(value, list) else value for name, value in one.items()}


def _voices_told(_: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "voice": "the agency that the claim credits, else the outlet of its article, else its dataset",
        "same_happening": "facts that tell of one happening with the claim's own are counted with it",
    }


CORROBORATION = Query("claims/corroboration", ClaimId, CorroborationRow, finish=_in_order, meta=_voices_told)
