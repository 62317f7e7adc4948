"""Counts how extracted events agree with coded ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from development_set import Record

from service.vocabulary.terms import event_types

PARTS = ("type", "quad", "sign", "source", "recipient", "dyad", "triple", "mode", "modality", "speaker")


@dataclass
class Tally:
    """Counts over coded sentences; `errors` has each one's kind, sentence, what was coded and found."""

    coded: int = 0
    extracted: int = 0
    covered: int = 0
    agreed: Counter[str] = field(default_factory=Counter)
    by_type: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    no_event: int = 0
    false_on_no_event: int = 0
    errors: list[tuple[str, Record, Record | None, Record | None]] = field(default_factory=list)

    def add(self, sentence: Record, found: list[Record]) -> None:
        """Count one sentence."""
        coded = sentence["events"]
        self.extracted += len(found)
        self.no_event += not coded
        self.false_on_no_event += not coded and bool(found)
        pairs = _pairs(coded, found)
        for at, event in enumerate(coded):
            self._count(sentence, event, found[pairs[at]] if at in pairs else None)
        for at, record in enumerate(found):
            if at not in pairs.values():
                self.errors.append(("extra" if coded else "false", sentence, None, record))

    def _count(self, sentence: Record, event: Record, record: Record | None) -> None:
        self.coded += 1
        self.by_type[event["type"]]["coded"] += 1
        if record is None:
            self.errors.append(("missed", sentence, event, None))
            return
        self.covered += 1
        agreed = agreement(event, record)
        self.agreed.update(part for part, agrees in agreed.items() if agrees)
        self.by_type[event["type"]].update(part for part, agrees in agreed.items() if agrees)
        if not agreed["triple"]:
            self.errors.append(("wrong", sentence, event, record))


def agreement(coded: Record, found: Record) -> dict[str, bool]:
    """In which parts a coded event and a PLOVER record agree."""
    sides = [
        {each["code"] for each in found["actor"]} == set(coded["initiators"]),
        {each["code"] for each in found["recipient"]} == set(coded["recipients"]),
    ]
    same = coded["type"] == found["event"]
    return {
        "type": same,
        "quad": event_types()[coded["type"]].extra["quad"] == found["quad_code"],
        "sign": sign(coded["type"], coded["mode"]) == sign(found["event"], found["mode"]),
        "source": sides[0],
        "recipient": sides[1],
        "dyad": all(sides),
        "triple": same and all(sides),
        "mode": same and coded["mode"] == found["mode"],
        "modality": coded.get("modality", "asserted") == found["modality"],
        "speaker": {each["code"] for each in found["speaker"]} == set(coded.get("speakers", ())),
    }


def sign(type_: str, mode: str | None) -> int:
    """The direction of an event: a request to assist or to meet is neutral, every other takes its type's."""
    if type_ == "REQUEST" and mode in ("assist", "meet"):
        return 0
    return int(event_types()[type_].extra["sign"]) or -1


def _pairs(coded: list[Record], found: list[Record]) -> dict[int, int]:
    ranked = sorted(
        (_likeness(agreement(event, record)), -at, -of)
        for at, event in enumerate(coded)
        for of, record in enumerate(found)
    )
    pairs: dict[int, int] = {}
    for _, at, of in reversed(ranked):
        if -at not in pairs and -of not in pairs.values():
            pairs[-at] = -of
    return pairs


def _likeness(agreed: Mapping[str, bool]) -> int:
    return 10 * agreed["triple"] + 5 * agreed["type"] + sum(agreed.values())
