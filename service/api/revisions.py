"""The graph's present revision, asked for once on behalf of all requests of a worker that wait for it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition


class Revisions:
    """A request needs the revision of a moment after it came; those that come meanwhile share the next one.

    An unchanged answer costs nothing but this question, so busy threads would spend their time on it.
    """

    def __init__(self, ask: Callable[[], str]) -> None:
        self._ask = ask
        self._turn = Condition()
        self._asking = False
        self._begun = 0
        self._answered = 0
        self._revision = ""

    def now(self) -> str:
        """The revision at a moment within this call; raises what asking raises."""
        with self._turn:
            wanted = self._begun + 1
            while self._asking and self._answered < wanted:
                self._turn.wait()
            if self._answered >= wanted:
                return self._revision
            self._asking = True
            self._begun = mine = self._begun + 1
        found = None
        try:
            found = self._ask()
        finally:
            with self._turn:
                self._asking = False
                if found is not None:
                    self._answered, self._revision = mine, found
                self._turn.notify_all()
        return found
