"""The last answers with the revision of their graph, so that an unchanged graph is asked nothing twice."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

MOST = 512
LONGEST = 256 * 1024


@dataclass(frozen=True, slots=True)
class Body:
    """A serialised answer, the cursor of its next page, and the revision of the graph that answered."""

    content: bytes
    onward: str | None
    revision: str


@dataclass
class Remembered:
    """The last answers of one worker by what was asked; their revision tells whether they still hold."""

    _kept: OrderedDict[str, Body] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def get(self, asked: str) -> Body | None:
        """The answer to this, if one is kept."""
        with self._lock:
            if asked in self._kept:
                self._kept.move_to_end(asked)
            return self._kept.get(asked)

    def put(self, asked: str, body: Body) -> None:
        """Keep an answer, unless it is so long that it would push many others out."""
        if len(body.content) > LONGEST:
            return
        with self._lock:
            self._kept[asked] = body
            self._kept.move_to_end(asked)
            if len(self._kept) > MOST:
                self._kept.popitem(last=False)
