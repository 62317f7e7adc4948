"""What the numbers of events are measured on, told beside every answer that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.queries import scoring

INTERVALS = ("day", "week", "month", "quarter", "year")
SCORE = (
    "mean PLOVER score of the events' types and modes: -10 is the most conflict, 10 the most cooperation; "
    "score_sum is their sum"
)
CLAIMS = "claims names the first of each event, a hundred by id; claim_count counts all"
DATED = (
    "an event counts in the interval of its first day, named by the interval's first day; "
    "events without a date stand where interval is null"
)
PAIRS = (
    "the events of all rows add up to pairs: an event counts once for each initiator with each recipient, "
    "or with each other initiator where it has no recipient"
)
EVENTS = "the events of all rows add up to the list of events under the same filter"
# Of these an event may have several.
SEVERAL = ("context", "initiator", "recipient", "topic", "outlet", "voice", "speaker", "modality")


def of_series(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """What the numbers of a series of events mean."""
    adds_up = PAIRS if arguments["by"] == "dyad" else EVENTS
    return {"score": SCORE, "interval": DATED, "adds_up": adds_up, "claims": CLAIMS}


def of_groups(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """What the numbers of groups of events mean."""
    several = f"an event counts once in each {arguments['by']} it has: rows add up to more than the list"
    adds_up = several if arguments["by"] in SEVERAL else EVENTS
    return {"score": SCORE, "adds_up": adds_up, "claims": CLAIMS}


def of_dyad(_: Mapping[str, Any]) -> dict[str, Any]:
    """What the numbers of a series between two actors mean."""
    adds_up = "the events of all rows add up to the list of the pair's events under the same filter"
    signs = "cooperation counts the events whose score is above 0, conflict those below 0"
    return {"score": SCORE, "signs": signs, "interval": DATED, "adds_up": adds_up, "claims": scoring.CLAIMS}
