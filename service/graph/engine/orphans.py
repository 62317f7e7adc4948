"""Children that end with the process that started them, however that one ends."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable

PR_SET_PDEATHSIG = 1


def end_with_parent(number: int) -> Callable[[], None] | None:
    """What a child runs before its program, so that Linux sends it this signal when its parent dies.

    The parent is the very thread that starts it. Elsewhere there is no such thing: None.
    """
    if sys.platform != "linux":
        return None
    libc, parent = ctypes.CDLL(None), os.getpid()

    def ask() -> None:
        libc.prctl(PR_SET_PDEATHSIG, number)
        if os.getppid() != parent:
            os.kill(os.getpid(), number)

    return ask
