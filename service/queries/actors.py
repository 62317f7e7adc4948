"""Questions about actors: who they are, what they are called, what ties they have."""

from __future__ import annotations

from marshmallow import Schema, fields

from service.claims.fields import Strict
from service.queries.arguments import Counting, Page, identifier, path_id, search, term
from service.queries.contract import Query


class ActorId(Strict):
    """Which actor."""

    id = path_id("Actor")


class ActorCounts(ActorId, Counting):
    """Which actor, and which claims count."""


class ActorFilter(Page):
    """Which actors."""

    q = search("Words of a name, alias, demonym or metonym.")
    kind = term("actor_kinds", "country, person, organization or group.")
    identifier = identifier("An identifier as scheme:value, e.g. wikidata:Q148.")


class RelationFilter(Page, Counting, ActorId):
    """Which ties of an actor."""

    type = term("relation_types", "Relation type.")


class ActorRow(Schema):
    """An actor and its names."""

    id = fields.String()
    kind = fields.String(allow_none=True)
    name = fields.String()
    official_name = fields.String(allow_none=True)
    aliases = fields.List(fields.String())
    identifiers = fields.List(fields.String())


class ActorDetail(ActorRow):
    """An actor with all names and the number of facts that it takes part in, as claims affirm them."""

    demonyms = fields.List(fields.String())
    metonyms = fields.List(fields.String())
    events = fields.Integer()
    stances_held = fields.Integer()
    stances_received = fields.Integer()
    relations = fields.Integer()
    measures = fields.Integer()
    claims_spoken = fields.Integer()


class RelationRow(Schema):
    """A dated tie."""

    id = fields.String()
    type = fields.String()
    subject = fields.String()
    object = fields.String()
    title = fields.String(allow_none=True)
    speaks_for = fields.Boolean()
    since = fields.String(allow_none=True)
    until = fields.String(allow_none=True)
    claims = fields.List(fields.String())


LIST = Query("actors/list", ActorFilter, ActorRow, ("id",))
DETAIL = Query("actors/detail", ActorCounts, ActorDetail)
RELATIONS = Query("actors/relations", RelationFilter, RelationRow, ("id",))
