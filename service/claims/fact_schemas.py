"""The four kinds of fact as marshmallow schemas: event, stance, relation, measure."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError, fields, post_load, validate, validates_schema

from service.claims import dates
from service.claims.fields import Flag, Number, PartialDate, Refusal, SetOf, Slug, Strict, Term, Text
from service.vocabulary.terms import event_types, indicator, polarity, relation_type


def _actors(**options: Any) -> SetOf:
    return SetOf(Slug(), **options)


def _in_order(data: dict[str, Any], first: str, second: str) -> None:
    if data.get(first) and data.get(second) and dates.span(data[second]).last < dates.span(data[first]).first:
        raise ValidationError(f"ends before {first} ({data[first]})", second)


class EventSchema(Strict):
    """Who did TYPE to whom, when, where, about what."""

    type = Term("plover_events", required=True)
    mode = fields.String(load_default=None, allow_none=True)
    contexts = SetOf(Term("plover_contexts"), load_default=list)
    initiators = _actors(required=True, validate=validate.Length(min=1))
    recipients = _actors(load_default=list)
    date = PartialDate(load_default=None, allow_none=True)
    until = PartialDate(load_default=None, allow_none=True)
    place = Slug(load_default=None, allow_none=True)
    topics = SetOf(Slug(), load_default=list)

    @validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        """A mode belongs to its type, and an event does not end before it begins."""
        modes = event_types()[data["type"]].extra.get("modes", {})
        if data.get("mode") is not None and data["mode"] not in modes:
            raise ValidationError(
                [Refusal(f"{data['mode']!r} is no mode of {data['type']}", tuple(modes))], "mode"
            )
        if data.get("until") and not data.get("date"):
            raise ValidationError("needs the date on which the event began", "until")
        _in_order(data, "date", "until")


class TargetSchema(Strict):
    """What a stance is toward: exactly one of an actor, a topic or a fact."""

    actor = Slug()
    topic = Slug()
    fact = fields.String(validate=validate.Regexp(r"(event|stance|relation|measure)-[0-9a-f]{20}\Z"))

    @validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        """One target, so that a polarity has one meaning."""
        if len(data) != 1:
            raise ValidationError([Refusal("exactly one target is needed", ("actor", "topic", "fact"))])


class StanceSchema(Strict):
    """A holder's position toward a target."""

    holders = _actors(required=True, validate=validate.Length(min=1))
    position = Term("positions", required=True)
    target = fields.Nested(TargetSchema, required=True)
    polarity = Number(validate=validate.Range(-1, 1))
    topics = SetOf(Slug(), load_default=list)
    since = PartialDate(load_default=None, allow_none=True)
    until = PartialDate(load_default=None, allow_none=True)

    @validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        """A stance does not end before it begins."""
        _in_order(data, "since", "until")

    @post_load
    def fill(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """The position's own polarity where the coder gave none."""
        return {"polarity": polarity(data["position"]), **data}


class ObjectSchema(Strict):
    """The far end of a relation: an actor or a place."""

    actor = Slug()
    place = Slug()

    @validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        """One end, since a relation has two in all."""
        if len(data) != 1:
            raise ValidationError([Refusal("exactly one object is needed", ("actor", "place"))])


class RelationSchema(Strict):
    """A dated tie between a subject and an object."""

    type = Term("relation_types", required=True)
    subject = Slug(required=True)
    object = fields.Nested(ObjectSchema, required=True)
    title = Text(longest=200, load_default=None, allow_none=True)
    speaks_for = Flag(load_default=False)
    since = PartialDate(load_default=None, allow_none=True)
    until = PartialDate(load_default=None, allow_none=True)
    topics = SetOf(Slug(), load_default=list)

    @validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        """A relation does not end before it begins, and its type allows this sort of object."""
        _in_order(data, "since", "until")
        end, allowed = next(iter(data["object"])), relation_type(data["type"]).extra["object_kinds"]
        ends = {"place" if kind == "place" else "actor" for kind in allowed}
        if end not in ends:
            raise ValidationError(
                [Refusal(f"{data['type']} takes no {end} as object", tuple(allowed))], "object"
            )

    @post_load
    def order(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """A symmetric relation is one fact whichever end is named first."""
        other = data["object"].get("actor")
        if other is not None and other < data["subject"] and relation_type(data["type"]).extra["symmetric"]:
            data["subject"], data["object"] = other, {"actor": data["subject"]}
        return data


class MeasureSchema(Strict):
    """A figure: indicator, value, unit, of whom, with whom, in which period."""

    indicator = Term("indicators", required=True)
    value = Number(required=True)
    comparator = Term("comparators", load_default="exact")
    unit = Text(longest=40)
    of = Slug(load_default=None, allow_none=True)
    with_ = Slug(data_key="with", load_default=None, allow_none=True)
    period = PartialDate(load_default=None, allow_none=True)
    topics = SetOf(Slug(), load_default=list)

    @validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        """One indicator has one unit, or its figures could not be compared."""
        unit = indicator(data["indicator"]).extra["unit"]
        if data.get("unit", unit) != unit:
            raise ValidationError([Refusal(f"{data['indicator']} is counted in one unit", (unit,))], "unit")

    @post_load
    def fill(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """The indicator's unit."""
        return {**data, "unit": indicator(data["indicator"]).extra["unit"]}


FACTS: dict[str, type[Strict]] = {
    "event": EventSchema,
    "stance": StanceSchema,
    "relation": RelationSchema,
    "measure": MeasureSchema,
}
