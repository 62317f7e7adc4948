"""The frame lexicons, read and indexed by trigger: events, one file for each type, and attitudes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from service.extraction.events.patterns import Frame, read_frames
from service.extraction.word_lists import toml_table, word_lists

# By trigger lemma, then by form.
Index = Mapping[str, Mapping[str, tuple[Frame, ...]]]


@cache
def frames() -> tuple[Frame, ...]:
    """Every frame of every event type; raises ValueError for a pattern that is not in the notation."""
    names = sorted(path.name for path in (files("service.extraction.events") / "frames").iterdir())
    return tuple(
        frame
        for name in names if name.endswith(".toml") and name != "word_classes.toml"
        for mode, patterns, classes in _parts(toml_table("events", f"frames/{name}"))
        for frame in _read(name.removesuffix(".toml").upper(), mode, patterns, classes)
    )  # fmt: skip


@cache
def attitudes() -> tuple[Frame, ...]:
    """The frames of attitudes, whose type is a position of the vocabulary; A holds it toward R."""
    return tuple(
        frame
        for position, patterns, classes in _parts(toml_table("attitudes", "attitudes.toml"))
        for frame in _read(position, "none", patterns, classes)
    )


@cache
def event_index() -> Index:
    """The frames of events by trigger lemma and form."""
    return _indexed(frames())


@cache
def attitude_index() -> Index:
    """The frames of attitudes by trigger lemma and form."""
    return _indexed(attitudes())


def frames_of(index: Index, lemma: str, form: str) -> tuple[Frame, ...]:
    """The frames of one form that a lemma triggers."""
    return index.get(lemma, {}).get(form, ())


@cache
def types_of(lemma: str, form: str) -> Counter[str]:
    """How many frames of each event type a lemma triggers in a form."""
    return Counter(frame.type for frame in frames_of(event_index(), lemma, form))


def _indexed(all_frames: Iterable[Frame]) -> Index:
    found: dict[str, dict[str, tuple[Frame, ...]]] = {}
    for frame in all_frames:
        for trigger in frame.triggers:
            by_form = found.setdefault(trigger, {})
            by_form[frame.form] = (*by_form.get(frame.form, ()), frame)
    return found


def _parts(
    tables: Mapping[str, Any],
) -> Iterator[tuple[str, Mapping[str, str], Mapping[str, frozenset[str]]]]:
    """The tables of patterns of a file by their names, and the classes of words that hold for it."""
    own = {name: frozenset(words) for name, words in tables.get("classes", {}).items()}
    classes = {**word_lists("events", "frames/word_classes.toml"), **own}
    for name, patterns in tables.items():
        if name != "classes":
            yield name, patterns, classes


def _read(
    type_: str, mode: str, patterns: Mapping[str, str], classes: Mapping[str, frozenset[str]]
) -> list[Frame]:
    own = None if mode == "none" else mode
    return [
        f for pattern, example in patterns.items() for f in read_frames(type_, own, pattern, example, classes)
    ]
