"""The question about sanctions: who imposed what on whom, and whether it is in force."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields

from service.claims.fields import Text
from service.queries.arguments import Between, Counting, Page, Rollup, choice, id_of
from service.queries.contract import Query
from service.vocabulary.terms import event_types

MODES = tuple(event_types()["SANCTION"].extra["modes"])


class SanctionFilter(Page, Counting, Between, Rollup):
    """Which sanctions; with `as_of`, those in force on that day."""

    imposer = id_of("Actor", description="Actor that imposes them.")
    target = id_of("Actor", description="Actor that they are put on.")
    kind = choice(
        "relation", "event", description="relation: in force for a time; event: the act of imposing."
    )
    mode = choice(*MODES, description="What is done, as the PLOVER mode of an act.")
    programme = Text(
        longest=200, load_default=None, metadata={"description": "Part of the name of the programme or list."}
    )
    topic = id_of("Topic", description="Topic, such as a measure or a war.")


class SanctionRow(Schema):
    """Sanctions as a tie in force or as an act; `since` is null where no claim says when they began."""

    id = fields.String()
    kind = fields.String()
    imposers = fields.List(fields.String())
    targets = fields.List(fields.String())
    programme = fields.String(allow_none=True)
    mode = fields.String(allow_none=True)
    topics = fields.List(fields.String())
    since = fields.String(allow_none=True)
    until = fields.String(allow_none=True)
    precision = fields.String(allow_none=True)
    claims = fields.List(fields.String())


def _in_force(_: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "counted": "what claims assert; not what they plan, demand or allege",
        "in force": "begun by as_of and not known to have ended; where no beginning is known, from the day on"
        " which a claim first says so",
    }


LIST = Query("sanctions/list", SanctionFilter, SanctionRow, ("day", "id"), meta=_in_force)
