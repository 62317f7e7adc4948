"""Questions about what one actor takes part in: its events, stances, statements, timeline and neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields, validate

from service.claims.fields import Term
from service.graph.connection import Row
from service.queries.actors import ActorId
from service.queries.arguments import (
    Between,
    Counting,
    Page,
    Rollup,
    choice,
    id_of,
    term,
    terms,
)
from service.queries.claims import ClaimRow, Said
from service.queries.contract import Query
from service.queries.events import EventPlaceRow
from service.queries.stances import StanceRow


class OfActor(Page, Counting, Rollup, ActorId):
    """Of which actor, and which claims count."""


class ActorEvents(OfActor, Between):
    """Which events of an actor."""

    role = choice("initiator", "recipient", description="Only what it did, or only what was done to it.")
    type = term("plover_events", "PLOVER event type.")


class ActorStances(OfActor, Between):
    """Which stances of an actor."""

    role = choice("holder", "target", description="Only those that it holds, or only those toward it.")
    position = term("positions", "Position.")
    topic = id_of("Topic", description="Topic that it is about or toward.")


class ActorStatements(OfActor, Said):
    """Which claims that an actor speaks."""

    kind = term("claim_kinds", "Kind of fact that is stated.")
    speech_act = term("speech_acts", "Speech act.")
    modality = term("modalities", "Modality.")


class ActorTimeline(OfActor, Between):
    """Which facts of an actor."""

    kinds = terms("claim_kinds", "Only these kinds of fact, separated by commas.")


class ActorNeighbours(ActorTimeline):
    """Through which facts of an actor, and how many."""

    expand = fields.Integer(
        load_default=1000,
        validate=validate.Range(1, 10_000),
        metadata={"description": "How many of its facts are followed, the newest first."},
    )


class States(Schema):
    """What a claim states: the fields of its kind of fact, as in the lists of that kind."""

    class Meta:
        """Each kind of fact has other fields."""

        sometimes = True

    type = fields.String()
    initiators = fields.List(fields.String())
    recipients = fields.List(fields.String())
    date = fields.String(allow_none=True)
    holders = fields.List(fields.String())
    position = Term("positions")
    polarity = fields.Float()
    target = fields.String()
    subject = fields.String()
    object = fields.String()
    title = fields.String(allow_none=True)
    since = fields.String(allow_none=True)
    until = fields.String(allow_none=True)
    indicator = fields.String()
    value = fields.Float()
    comparator = fields.String()
    unit = fields.String()
    of = fields.String()
    with_ = fields.String(data_key="with", allow_none=True)
    period = fields.String(allow_none=True)


class StatementRow(ClaimRow):
    """A claim and what it states; `affirmed` is false where the speaker denies it."""

    states = fields.Nested(States)
    topics = fields.List(fields.String())


class TimelineRow(Schema):
    """A fact of the actor: the parts it has in it, who else has one, and the terms of its kind of fact."""

    id = fields.String()
    kind = Term("claim_kinds")
    date = fields.String(allow_none=True)
    until = fields.String(allow_none=True)
    precision = Term("date_precisions", allow_none=True)
    roles = fields.List(fields.String())
    actors = fields.List(fields.String())
    type = fields.String(allow_none=True)
    title = fields.String(allow_none=True)
    position = Term("positions", allow_none=True)
    polarity = fields.Float(allow_none=True)
    target = fields.String(allow_none=True)
    indicator = fields.String(allow_none=True)
    value = fields.Float(allow_none=True)
    unit = fields.String(allow_none=True)
    place = fields.String(allow_none=True)
    topics = fields.List(fields.String())
    claims = fields.List(fields.String())


class NeighbourRow(Schema):
    """Another actor and one kind of fact that both take part in; `sample` are the newest of these facts.

    `claims` are at most 100 of the `claim_count` claims. `truncated`: there are facts that were not followed.
    """

    id = fields.String()
    name = fields.String()
    actor_kind = Term("actor_kinds", allow_none=True)
    kind = Term("claim_kinds")
    facts = fields.Integer()
    first = fields.String(allow_none=True)
    last = fields.String(allow_none=True)
    sample = fields.List(fields.String())
    claim_count = fields.Integer()
    claims = fields.List(fields.String())
    truncated = fields.Boolean()


def followed(own: Mapping[str, Any]) -> dict[str, Any]:
    """How far the counts of neighbours reach."""
    return {"expanded": f"at most the newest {own['expand']:,} facts of the actor that the arguments leave"}


def cut(rows: list[Row], _: Mapping[str, Any]) -> dict[str, Any]:
    """Whether they reach no further than that: each row says so, too, since a CSV has no `meta`."""
    return {"truncated": any(row["truncated"] for row in rows)}


EVENTS = Query("actors/events", ActorEvents, EventPlaceRow, ("day", "id"))
STANCES = Query("actors/stances", ActorStances, StanceRow, ("day", "id"))
STATEMENTS = Query("actors/statements", ActorStatements, StatementRow, ("said_on", "id"))
TIMELINE = Query("actors/timeline", ActorTimeline, TimelineRow, ("day", "id"))
NEIGHBOURS = Query(
    "actors/neighbours",
    ActorNeighbours,
    NeighbourRow,
    ("facts", "id", "kind"),
    meta=followed,
    tally=cut,
    adds_up=True,
)
