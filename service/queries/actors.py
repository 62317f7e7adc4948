"""Questions about actors: who they are, what they are called, what ties they have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields, validate

from service.claims.fields import Strict, Term
from service.queries.arguments import Counting, Page, choice, id_of, identifier, path_id, search, term
from service.queries.contract import Query


class ActorId(Strict):
    """Which actor."""

    id = path_id("Actor")


class ActorCounts(ActorId, Counting):
    """Which actor, and which claims count.

    Without `as_of` its offices and memberships are those of all times, each with its dates; with it those of
    that day. What no source dates was always so.
    """

    count_to = fields.Integer(
        load_default=1000,
        validate=validate.Range(1, 100_000),
        metadata={"description": "Where counting each kind of fact stops: so many means at least so many."},
    )


class ActorFilter(Page, Counting):
    """Which actors.

    `known_at` decides who is on record, by a declaration or by a claim that counts; `as_of` and the others
    decide which ties to a country or a bloc count. The names are today's, whatever the time asked for.
    """

    q = search(
        "names",
        description="Words of a name, alias, demonym or metonym, in any script; the names are today's.",
    )
    kind = term("actor_kinds", "country, person, organization or group.")
    identifier = identifier("An identifier as scheme:value, e.g. wikidata:Q148.")
    country = id_of(
        "Actor",
        description="Who belongs to this country: holds an office of it, is employed by it, its citizen, a"
        " part of it, based or headquartered in it, or holds an office of such a part. Not itself.",
    )
    bloc = id_of("Actor", description="Members of this organization or group; of all times without as_of.")


class RelationFilter(Page, Counting, ActorId):
    """Which ties of an actor."""

    type = term("relation_types", "Relation type.")
    role = choice("subject", "object", description="Only where it is the subject, or the object.")
    with_ = id_of("Actor", data_key="with", description="Actor at the other end.")


class ActorName(Schema):
    """An actor and its names of today."""

    id = fields.String()
    kind = Term("actor_kinds", allow_none=True)
    name = fields.String()
    official_name = fields.String(allow_none=True)
    aliases = fields.List(fields.String())
    identifiers = fields.List(fields.String())


class ActorRow(ActorName):
    """An actor in a list, with the claims of its ties to the country or bloc that was asked for."""

    claims = fields.List(fields.String())


class Tie(Schema):
    """A dated tie of the actor: since and until are null where no source says."""

    id = fields.String()
    since = fields.String(allow_none=True)
    until = fields.String(allow_none=True)
    claims = fields.List(fields.String())


class Office(Tie):
    """An office that it holds; with speaks_for what it does in office counts as the other's."""

    object = fields.String()
    title = fields.String(allow_none=True)
    speaks_for = fields.Boolean()


class OfficeHolder(Tie):
    """A person that speaks for it by an office."""

    subject = fields.String()
    title = fields.String(allow_none=True)


class Membership(Tie):
    """A body that it is a member of."""

    object = fields.String()


class ActorDetail(ActorName):
    """An actor with all names, offices and memberships, and the number of facts that it takes part in."""

    demonyms = fields.List(fields.String())
    metonyms = fields.List(fields.String())
    offices = fields.List(fields.Nested(Office))
    office_holders = fields.List(fields.Nested(OfficeHolder))
    memberships = fields.List(fields.Nested(Membership))
    events = fields.Integer()
    stances_held = fields.Integer()
    stances_received = fields.Integer()
    relations = fields.Integer()
    measures = fields.Integer()
    claims_spoken = fields.Integer()


class RelationRow(Schema):
    """A dated tie."""

    id = fields.String()
    type = Term("relation_types")
    subject = fields.String()
    object = fields.String()
    title = fields.String(allow_none=True)
    speaks_for = fields.Boolean()
    since = fields.String(allow_none=True)
    until = fields.String(allow_none=True)
    claims = fields.List(fields.String())


def counted(own: Mapping[str, Any]) -> dict[str, Any]:
    """How far the counts reach."""
    return {"counts": f"exact below {own['count_to']:,}; {own['count_to']:,} means at least so many"}


LIST = Query("actors/list", ActorFilter, ActorRow, ("id",))
DETAIL = Query("actors/detail", ActorCounts, ActorDetail, meta=counted)
RELATIONS = Query("actors/relations", RelationFilter, RelationRow, ("id",))
