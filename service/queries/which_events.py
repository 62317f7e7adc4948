"""Which events are asked for: the filters that the list, the series and the distribution of events share."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from service.claims.fields import Refusal, Strict
from service.queries.arguments import Between, Counting, Rollup, id_of, term, terms
from service.vocabulary.terms import event_types


class TypeAndMode(Strict):
    """PLOVER's type, mode and quad class of an event."""

    type = terms("plover_events", "PLOVER event type, or several separated by commas.")
    mode = fields.String(load_default=None, metadata={"description": "Mode of the type."})
    quad = fields.Integer(
        load_default=None,
        validate=validate.Range(1, 4),
        metadata={
            "description": "Quad class: 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict."
        },
    )
    modality = term("modalities", "Only claims of this modality count.")

    @validates_schema
    def check_mode(self, data: dict[str, Any], **_: Any) -> None:
        """A mode is one of the types asked for, or of any type where none is."""
        if data.get("mode") is None:
            return
        asked = data.get("type") or list(event_types())
        modes = sorted({mode for type_ in asked for mode in event_types()[type_].extra.get("modes", {})})
        if data["mode"] not in modes:
            of = ", ".join(data.get("type") or ["any type"])
            raise ValidationError([Refusal(f"{data['mode']!r} is no mode of {of}", tuple(modes))], "mode")


class EventWhich(TypeAndMode, Counting, Between, Rollup):
    """Which events; an event is in the answer where a claim that counts affirms it."""

    context = term("plover_contexts", "PLOVER context.")
    initiator = id_of("Actor", description="Actor that did it.")
    recipient = id_of("Actor", description="Actor that it was done to.")
    actor = id_of("Actor", description="Actor on either side.")
    topic = id_of("Topic", description="Topic.")
    place = id_of("Place", description="Place.")
    min_voices = fields.Integer(
        load_default=None,
        validate=validate.Range(1, 1000),
        metadata={
            "description": "At least so many independent voices, over the event and those of the same "
            "happening; reprints of one agency's story are one voice."
        },
    )
