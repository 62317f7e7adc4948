"""The frame lexicons, read and indexed by trigger: events, one file for each type, and attitudes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from service.extraction.events.patterns import Frame, read_frames

Index = Mapping[tuple[str, str], tuple[Frame, ...]]


@cache
def frames() -> tuple[Frame, ...]:
    """Every frame of every event type; raises ValueError for a pattern that is not in the notation."""
    found: list[Frame] = []
    shared = _table("frames/word_classes.toml")
    for path in sorted((files("service.extraction.events") / "frames").iterdir(), key=lambda each: each.name):
        if path.name.endswith(".toml") and path.name != "word_classes.toml":
            tables = _table(f"frames/{path.name}")
            classes = _classes(shared, tables.pop("classes", {}))
            for mode, patterns in tables.items():
                found += _read(path.name.removesuffix(".toml").upper(), mode, patterns, classes)
    return tuple(found)


@cache
def attitudes() -> tuple[Frame, ...]:
    """The frames of attitudes, whose type is a position of the vocabulary; A holds it toward R."""
    tables = tomllib.loads((files("service.extraction.attitudes") / "attitudes.toml").read_text("utf-8"))
    classes = _classes(_table("frames/word_classes.toml"), tables.pop("classes", {}))
    return tuple(
        frame for position, patterns in tables.items() for frame in _read(position, "none", patterns, classes)
    )


@cache
def event_index() -> Index:
    """The frames of events by form and trigger lemma."""
    return _indexed(frames())


@cache
def attitude_index() -> Index:
    """The frames of attitudes by form and trigger lemma."""
    return _indexed(attitudes())


def _indexed(all_frames: Iterable[Frame]) -> Index:
    found: dict[tuple[str, str], list[Frame]] = {}
    for frame in all_frames:
        for trigger in frame.triggers:
            found.setdefault((frame.form, trigger), []).append(frame)
    return {key: tuple(each) for key, each in found.items()}


def _classes(shared: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in {**shared, **own}.items()}


def _read(
    type_: str, mode: str, patterns: Mapping[str, str], classes: Mapping[str, frozenset[str]]
) -> list[Frame]:
    own = None if mode == "none" else mode
    return [
        f for pattern, example in patterns.items() for f in read_frames(type_, own, pattern, example, classes)
    ]


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files("service.extraction.events") / name).read_text("utf-8"))
