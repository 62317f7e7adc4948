"""The stance score: where an actor stands on another or on a topic, one number that can be taken apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import fields, validate

from service.claims.fields import Strict
from service.graph.deriving import EVENT_WEIGHT, HALF_LIFE_DAYS

# The Cypher that says the same stands under THE SCORE in each file that scores, and in derive/leans for what
# is kept; tests hold their answers together.
SCORE = (
    "sum(w * v * d) / sum(w * d) over facts, each counted once: stances of the holder toward the target, "
    "v = polarity to nine digits, and events that the holder initiated and the target received, "
    "v = PLOVER score / 10; rounded to 4 digits"
)
WEIGHT = (
    "w = largest modality weight * confidence among the claims that affirm the fact "
    "* log2(1 + independent voices), to nine digits, for an event * event_weight; "
    "a fact that is only denied or demanded weighs nothing and is no term"
)
DECAY = (
    "d = 2^(-days / half_life_days), counted to as_of or else to the latest term, from the first day of a "
    "fact or, of a stance that has an end, from its last day by then; counting to another day would change "
    "every d by the same factor, so that the score does not depend on it; what began after as_of is out; "
    "what has no date is left out and counted as undated"
)
CLAIMS = "claims names the first hundred by id, claim_count counts all"


class Scoring(Strict):
    """How fast evidence ages, and how much an act weighs beside a word."""

    half_life_days = fields.Float(
        load_default=HALF_LIFE_DAYS,
        validate=validate.Range(1, 36_500),
        metadata={"description": "Evidence older by so many days weighs half."},
    )
    event_weight = fields.Float(
        load_default=EVENT_WEIGHT,
        validate=validate.Range(0, 10),
        metadata={"description": "Weight of an event beside a stance; 0 leaves events out."},
    )


def scored(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """How the scores of an answer are made, for its meta."""
    settings = {name: arguments[name] for name in ("half_life_days", "event_weight")}
    return {"score": SCORE, "weight": WEIGHT, "decay": DECAY, "claims": CLAIMS, **settings}
