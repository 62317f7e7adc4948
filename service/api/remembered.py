"""Answers of the graph's present revision, so that no question is asked twice of an unchanged graph."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

MOST = 512
LONGEST = 256 * 1024


@dataclass(frozen=True, slots=True)
class Body:
    """A serialised answer and the cursor of its next page."""

    content: bytes
    onward: str | None


@dataclass
class Remembered:
    """The last answers of one worker by ETag; the tag holds the revision, so none is ever out of date."""

    _kept: OrderedDict[str, Body] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def get(self, tag: str) -> Body | None:
        """The answer of this tag, if it is kept."""
        with self._lock:
            if tag in self._kept:
                self._kept.move_to_end(tag)
            return self._kept.get(tag)

    def put(self, tag: str, body: Body) -> None:
        """Keep an answer, unless it is so long that it would push many others out."""
        if len(body.content) > LONGEST:
            return
        with self._lock:
            self._kept[tag] = body
            if len(self._kept) > MOST:
                self._kept.popitem(last=False)
