"""The queue of jobs: huey on their file. A message is the id of a job, which itself is in the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from huey import SqliteHuey, crontab
from huey.exceptions import RetryTask

from service.api.job_store import Jobs
from service.graph.connection import Unavailable

# How soon a job is tried again for which the database did not answer.
RETRY_S = 5
POLL_S = 0.5
# How long the running job may still take when the process is asked to end; cut off, it is run again.
END_S = 5
NAME = "read"


class Queue:
    """Messages that say which job is next.

    One that is lost (between the table and the queue, or with a process that died) is sent again by
    `refill`; one too many finds that its job waits no longer.
    """

    def __init__(self, jobs: Jobs, run: Callable[[str], None] = lambda _: None) -> None:
        jobs.make()
        self._jobs = jobs
        self._huey = SqliteHuey("articles", filename=str(jobs.path), results=False, timeout=10)

        def read(id_: str) -> None:
            try:
                run(id_)
            except Unavailable:
                raise RetryTask(delay=RETRY_S) from None

        self._read = self._huey.task(name=NAME)(read)
        self._huey.periodic_task(crontab(minute="*"), name="refill")(self.refill)

    def send(self, id_: str) -> None:
        """Say that a job waits."""
        self._huey.enqueue(self._read.s(id_))

    def refill(self) -> None:
        """Say it of every job that waits and has no message; at the start, and every minute."""
        messages = [*self._huey.pending(), *self._huey.scheduled()]
        sent = {message.args[0] for message in messages if message.name == NAME}
        for id_ in self._jobs.queued():
            if id_ not in sent:
                self.send(id_)

    def work(self) -> None:
        """Run one job after the other until SIGTERM, or SIGINT, which does not wait for the running one."""
        # In the order in which they came: that of a job which is run again has no message any more.
        self._huey.flush()
        self.refill()
        consumer = self._huey.create_consumer(
            workers=1, max_delay=POLL_S, graceful_signal="TERM", shutdown_timeout=END_S
        )
        consumer.run()

    def close(self) -> None:
        """Close the connection."""
        self._huey.storage.close()


@contextmanager
def sending(jobs: Jobs) -> Iterator[Queue]:
    """The queue for whoever submits a job: opened for it, since a connection does not survive a fork."""
    queue = Queue(jobs)
    try:
        yield queue
    finally:
        queue.close()
