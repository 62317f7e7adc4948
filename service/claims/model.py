"""What the records mean, ready for the graph: publications, declarations, claims, facts, judgements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Properties = Mapping[str, Any]
# What says where in a text a claim stands.
LOCATOR = ("section", "paragraph", "sentence", "start", "end")


@dataclass(frozen=True, slots=True)
class Publication:
    """One revision of an article or one edition of a dataset.

    `order` sorts the revisions of one publication by their own dates, never by arrival. `public_on` is the
    first day on which all of the public could have read it.
    """

    id: str
    kind: str
    revision: str
    order: str
    key: str
    dated: str
    public_on: date
    properties: Properties
    outlet: str | None = None
    credits: tuple[str, ...] = ()
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Declaration:
    """What one publication calls an actor, topic, outlet or place."""

    id: str
    label: str
    target: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class Fact:
    """An event, stance, relation or measure; `roles` maps a role to the ids that fill it.

    Facts that could contradict each other share a `slot`; None where a fact contradicts no other.
    """

    id: str
    kind: str
    properties: Properties
    roles: Mapping[str, list[str]]
    slot: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion; `locator` says where in this revision it stands and is no part of its identity."""

    id: str
    fact: Fact
    properties: Properties
    speakers: list[str]
    credits: list[str]
    locator: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Retraction:
    """The withdrawal of a publication, for a reason."""

    id: str
    publication: str
    kind: str
    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class Review:
    """A reviewer's judgement of one claim; of several, the one of the latest `reviewed_at` counts."""

    id: str
    claim: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class Merge:
    """A judge's word that two ids name one actor, or that they do not; the latest `decided_at` counts."""

    id: str
    merged: str
    kept: str
    properties: Properties


Judgement = Retraction | Review | Merge
Record = Publication | Declaration | Claim | Judgement


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with the header that it stands below (the header itself, for a header)."""

    record: Record
    header: Publication | None
