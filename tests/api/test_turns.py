"""The queue of questions that add up: as many at once as there are cores, in order, whoever is killed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Sequence
from multiprocessing.queues import SimpleQueue
from threading import Thread

from service.api.turns import Turns

FORK = multiprocessing.get_context("fork")
HELD_S, MOMENT_S = 0.8, 0.1


def hold(turns: Turns, told: SimpleQueue[tuple[str, int, float]], name: int, seconds: float) -> None:
    with turns.one():
        told.put(("began", name, time.monotonic()))
        time.sleep(seconds)
        told.put(("ended", name, time.monotonic()))


def hold_in_turn(turns: Turns, told: SimpleQueue[tuple[str, int, float]], names: Sequence[int]) -> None:
    """Threads that want a turn one after the other, every other moment."""
    waiting = [Thread(target=hold, args=(turns, told, name, HELD_S)) for name in names]
    for one in waiting:
        one.start()
        time.sleep(2 * MOMENT_S)
    for one in waiting:
        one.join()


def test_no_more_at_once_than_cores_and_first_come_first_served() -> None:
    turns, told = Turns(cores=2), FORK.SimpleQueue()
    workers = [FORK.Process(target=hold_in_turn, args=(turns, told, range(which, 8, 2))) for which in (0, 1)]
    for worker in workers:
        worker.start()
        time.sleep(MOMENT_S)
    for worker in workers:
        worker.join()
    moments = sorted((told.get() for _ in range(16)), key=lambda moment: moment[2])
    at_once = most = 0
    for what, _, _ in moments:
        at_once += 1 if what == "began" else -1
        most = max(most, at_once)
    assert most == 2
    assert [name for what, name, _ in moments if what == "began"] == list(range(8))


def test_who_is_killed_leaves_the_turn_to_the_next() -> None:
    turns, told = Turns(cores=1), FORK.SimpleQueue()
    holder = FORK.Process(target=hold, args=(turns, told, 0, 600))
    holder.start()
    assert told.get()[:2] == ("began", 0)
    following = Thread(target=hold, args=(turns, told, 1, 0))
    following.start()
    time.sleep(HELD_S)
    assert told.empty()
    os.kill(holder.pid or 0, signal.SIGKILL)
    holder.join()
    following.join(timeout=10)
    assert told.get()[:2] == ("began", 1)


def test_who_was_next_for_long_goes_on_while_another_is_stuck() -> None:
    turns, told = Turns(cores=1, patience_s=MOMENT_S), FORK.SimpleQueue()
    stuck = Thread(target=hold, args=(turns, told, 0, HELD_S))
    stuck.start()
    assert told.get()[:2] == ("began", 0)
    following = [Thread(target=hold, args=(turns, told, name, 0)) for name in (1, 2)]
    for one in following:
        one.start()
    for one in [stuck, *following]:
        one.join()
    ended = [name for what, name, _ in (told.get() for _ in range(5)) if what == "ended"]
    assert ended[-1] == 0
