"""The frame lexicon holds what its examples say: Kenya acts, Peru is acted upon."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from service.extraction.articles import extract
from service.extraction.events.lexicon import frames
from service.extraction.events.patterns import Frame, read_frames
from service.extraction.inputs import document_of
from service.extraction.plover import plover_records
from service.vocabulary.terms import event_types

TYPES = tuple(event_types())


@cache
def found() -> dict[str, list[tuple[str, frozenset[str], frozenset[str]]]]:
    """Type, initiators and recipients of every event of every example."""
    examples = sorted({frame.example for frame in frames()})
    documents = [document_of({"text": text, "published_on": "2024-05-16"}, text) for text in examples]
    return {
        text: [
            (
                record["event"],
                frozenset(each["code"] for each in record["actor"]),
                frozenset(each["code"] for each in record["recipient"]),
            )
            for record in plover_records(read)
        ]
        for text, read in zip(examples, extract(documents), strict=True)
    }


def fails(frame: Frame) -> bool:
    """Whether no event of its type in its example has Kenya as initiator and Peru, if named, on a side."""
    peru = {"PER"} if any(word in frame.example for word in ("Peru", "Lima")) else set()
    return not any(
        type_ == frame.type and "KEN" in initiators and peru <= initiators | recipients
        for type_, initiators, recipients in found()[frame.example]
    )


@pytest.mark.parametrize("type_", TYPES)
def test_every_example_gives_its_event(type_: str) -> None:
    own = [frame for frame in frames() if frame.type == type_]
    assert own
    assert [f"{frame.rule} | {frame.example}" for frame in own if fails(frame)] == []


def test_there_are_frames_enough_for_real_news() -> None:
    counted = Counter(frame.type for frame in frames() for _ in frame.triggers)
    assert counted.keys() == set(TYPES)
    assert counted.total() >= 1500
    assert min(counted.values()) >= 100


@pytest.mark.parametrize("type_", TYPES)
def test_modes_are_those_of_the_type(type_: str) -> None:
    modes = {frame.mode for frame in frames() if frame.type == type_}
    assert modes <= {None, *event_types()[type_].extra.get("modes", {})}


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("condemn R", "begins with neither"),
        ("A condemn @nobody", "no class @nobody"),
        ("A impose on", "nothing stands behind"),
        ("the R", "needs a noun"),
        ("A Condemn R", "no lemma"),
        ("A", "a trigger is needed"),
    ],
)
def test_a_pattern_that_is_none_is_refused(pattern: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        read_frames("ACCUSE", None, pattern, "", {})


def test_each_verb_of_a_list_has_its_own_particle() -> None:
    read = read_frames("RETREAT", None, "A hand -over|surrender|give -up R", "", {})
    assert sorted(
        (sorted(frame.triggers), [sorted(p.words) for p in frame.parts if p.words]) for frame in read
    ) == [
        (["give"], [["up"]]),
        (["hand"], [["over"]]),
        (["surrender"], []),
    ]
