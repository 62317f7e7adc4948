"""A child of `communique serve` that is started again when it dies, and ended with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping

from service.cli.running import say
from service.graph.engine.orphans import end_with_parent

FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 60.0
END_S = 10.0
# Who reads for many seconds at a time would slow the answers down.
NICE = 5


class Kept:
    """A process of ours, `python -m MODULE`, that does its work when nobody waits for an answer.

    One that dies soon after its start is started again after a pause, longer each time.
    """

    def __init__(self, module: str, environment: Mapping[str, str]) -> None:
        self._command = [sys.executable, "-m", module]
        self._environment = environment
        self._pause_s = FIRST_PAUSE_S
        self._ending = False
        self._start()

    def __enter__(self) -> Kept:
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()
        self._process.terminate()
        try:
            self._process.wait(END_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def leave(self) -> None:
        """It shall not be started again: the signal that ends us may have ended it too."""
        self._ending = True

    def look(self) -> None:
        """Start it again if it has died, and if it is time."""
        code = self._process.poll()
        if code is None or self._ending:
            return
        lived_s = time.monotonic() - self._started
        if lived_s > LONGEST_PAUSE_S:
            self._pause_s = FIRST_PAUSE_S
        if lived_s < self._pause_s:
            return
        self._pause_s = min(2 * self._pause_s, LONGEST_PAUSE_S)
        say(f"{self._command[-1]} ended with code {code}: starting it again")
        self._start()

    def _start(self) -> None:
        orphan = end_with_parent(signal.SIGTERM)

        def begin() -> None:
            os.nice(NICE)
            if orphan is not None:
                orphan()

        self._started = time.monotonic()
        self._process = subprocess.Popen(
            self._command,
            env=self._environment,
            preexec_fn=begin,  # noqa: PLW1509
        )
