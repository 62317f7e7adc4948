"""Whose turn it is: no more questions run at once than there are cores for."""

from __future__ import annotations

import fcntl
import os
import select
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager

COUNTER = struct.Struct("q")
# A turn that a killed process held wakes nobody: so often the next one looks by itself.
LOOK_MS = 50
# Who has been next for so long goes on regardless: one question that takes many seconds holds up no other.
PATIENCE_S = 2.0
# Look-ups take some hundredths of a second: what holds a turn longer is stuck.
SHORT_PATIENCE_S = 0.1


class Turns:
    """One queue for all processes that are forked after it was made.

    Eight answers that share two cores are all late; one after the other, most come early and the last no
    later than before, and one that takes long does not take four times as long. One queue for each worker
    would not do: a client stays with its worker, and one of two workers may have six of eight. It is made of
    locks on the bytes of a file (the counter of tickets, a byte for each core, a byte for each ticket),
    because the kernel frees those of a process that was killed.
    """

    def __init__(self, cores: int | None = None, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._cores = range(COUNTER.size, COUNTER.size + (cores or len(os.sched_getaffinity(0))))
        self._file = os.memfd_create("turns")
        os.pwrite(self._file, COUNTER.pack(self._cores.stop + 1), 0)
        self._given_back = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)

    @contextmanager
    def one(self) -> Iterator[None]:
        """Wait for a turn, first come first served, and hold it."""
        # Opened anew: locks belong to an opened file, and one thread must wait for another.
        opened = os.open(f"/proc/self/fd/{self._file}", os.O_RDWR | os.O_CLOEXEC)
        try:
            _lock(opened, 0)
            (ticket,) = COUNTER.unpack(os.pread(opened, COUNTER.size, 0))
            os.pwrite(opened, COUNTER.pack(ticket + 1), 0)
            _lock(opened, ticket)
            _lock(opened, 0, fcntl.F_UNLCK)
            _lock(opened, ticket - 1)
            # Only the next in the queue looks for a core that is free.
            until = time.monotonic() + self._patience_s
            while not any(_locked(opened, core) for core in self._cores) and time.monotonic() < until:
                self._wait()
            _lock(opened, ticket, fcntl.F_UNLCK)
            yield
        finally:
            os.close(opened)
            os.eventfd_write(self._given_back, 1)

    def _wait(self) -> None:
        """Until a turn was given back since somebody last waited, or a little while."""
        waiting = select.poll()
        waiting.register(self._given_back, select.POLLIN)
        if waiting.poll(LOOK_MS):
            os.eventfd_read(self._given_back)


def _lock(file: int, byte: int, kind: int = fcntl.F_WRLCK, command: int = fcntl.F_OFD_SETLKW) -> None:
    """Wait for one byte of the file, as `struct flock` of fcntl(2) says it."""
    fcntl.fcntl(file, command, struct.pack("hhqqi4x", kind, os.SEEK_SET, byte, 1, 0))


def _locked(file: int, byte: int) -> bool:
    """Whether the byte was free, and is now ours."""
    try:
        _lock(file, byte, command=fcntl.F_OFD_SETLK)
    except BlockingIOError:
        return False
    return True


# Made before there are workers, since gunicorn reads the application first (`preload_app`). A look-up waits
# for look-ups alone: behind questions that add up over the graph it would be as late as they are.
ADDING_UP, LOOK_UPS = Turns(), Turns(patience_s=SHORT_PATIENCE_S)
