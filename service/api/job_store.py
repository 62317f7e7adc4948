"""The jobs of a data folder: one table in `jobs.sqlite` that says how the reading of each article stands."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from service.errors import EngineError

STATES = ("queued", "running", "done", "failed")
# An article that ends the process which reads it so often will do so again.
MOST_DEATHS = 3
WAIT_S = 10.0
TABLE = """CREATE TABLE IF NOT EXISTS job (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    article TEXT,  -- what was posted, until the job is done or failed
    attempts INTEGER NOT NULL DEFAULT 0,
    submitted_at TEXT NOT NULL,
    started_at TEXT,
    finished_at TEXT,
    outcome TEXT,
    error TEXT
)"""
SUBMIT = """INSERT INTO job (id, state, article, submitted_at) VALUES (:id, 'queued', :article, :now)
ON CONFLICT (id) DO UPDATE SET state = 'queued', article = excluded.article, attempts = 0,
    submitted_at = excluded.submitted_at, started_at = NULL, finished_at = NULL, outcome = NULL, error = NULL
WHERE job.state = 'failed' OR job.state = 'done' AND :again
RETURNING id"""
GET = "SELECT id, state, submitted_at, started_at, finished_at, error, outcome FROM job WHERE id = :id"
QUEUED = "SELECT id FROM job WHERE state = 'queued' ORDER BY submitted_at, rowid"
TAKE = """UPDATE job SET state = 'running', started_at = :now, attempts = attempts + 1
WHERE id = :id AND state = 'queued' RETURNING article"""
PUT_BACK = """UPDATE job SET state = 'queued', started_at = NULL, attempts = attempts - 1
WHERE state = 'running' AND :id IN (id, '') RETURNING id"""
END = """UPDATE job SET state = :state, finished_at = :now, article = NULL, outcome = :outcome, error = :error
WHERE id = :id AND state = 'running' RETURNING id"""
GIVE_UP = """UPDATE job SET state = 'failed', finished_at = :now, article = NULL,
    error = 'the process that read it died ' || attempts || ' times'
WHERE state = 'running' AND attempts >= :most RETURNING id"""
AGAIN = "UPDATE job SET state = 'queued', started_at = NULL WHERE state = 'running' RETURNING id"


@dataclass(frozen=True, slots=True)
class Job:
    """How the reading of one article stands; `outcome` is there once it is done, `error` once it failed."""

    id: str
    state: str
    submitted_at: str
    started_at: str | None
    finished_at: str | None
    error: str | None
    outcome: Mapping[str, Any] | None

    @property
    def unfinished(self) -> bool:
        """Whether it is still to be run, or running."""
        return self.state in ("queued", "running")


class Jobs:
    """The table; each statement is a transaction on a connection of its own, so that forks share nothing."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "jobs.sqlite"
        # Held by the process that runs jobs, so that there is never a second one.
        self.lock = folder / "jobs.lock"

    def make(self) -> None:
        """Create the file, for its owner only. Raises EngineError where that is not possible."""
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.path.touch(mode=0o600)
            with self._opened() as connection:
                connection.execute("PRAGMA journal_mode = wal")
        except (OSError, sqlite3.Error) as error:
            raise EngineError(f"jobs cannot be kept in {self.path}: {error}") from error

    def submit(self, id_: str, article: Mapping[str, Any], *, again: bool = False) -> bool:
        """Queue a job that is new, or failed, or (with `again`) done; False where it stays as it is."""
        return bool(self._do(SUBMIT, id=id_, article=json.dumps(article), again=again))

    def get(self, id_: str) -> Job | None:
        """The job with the id."""
        if not self.path.exists():
            return None
        found = self._do(GET, id=id_)
        if not found:
            return None
        row = [*found[0]]
        row[-1] = json.loads(row[-1] or "null")
        return Job(*row)

    def queued(self) -> list[str]:
        """The ids of the jobs that wait, in the order in which they came."""
        return [id_ for (id_,) in self._do(QUEUED)]

    def take(self, id_: str) -> Mapping[str, Any] | None:
        """The article of a job that waits, which is running from now on; None where it does not wait."""
        taken = self._do(TAKE, id=id_)
        article: Mapping[str, Any] | None = json.loads(taken[0][0]) if taken else None
        return article

    def put_back(self, id_: str = "") -> None:
        """Let a running job, or all of them, wait again: it was not for the article that it did not end."""
        self._do(PUT_BACK, id=id_)

    def done(self, id_: str, outcome: Mapping[str, Any]) -> None:
        """A running job has ended well."""
        self._do(END, id=id_, state="done", outcome=json.dumps(outcome), error=None)

    def failed(self, id_: str, error: str) -> None:
        """A running job has failed."""
        self._do(END, id=id_, state="failed", outcome=None, error=error)

    def recover(self) -> None:
        """Let the jobs wait again whose process died; for a process that holds the lock."""
        self._do(GIVE_UP, most=MOST_DEATHS)
        self._do(AGAIN)

    def _do(self, statement: str, **given: Any) -> list[tuple[Any, ...]]:
        with self._opened() as connection:
            return connection.execute(statement, {"now": _now(), **given}).fetchall()

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.path, timeout=WAIT_S, isolation_level=None)) as connection:
            # Whoever comes first: another process may have made the file a moment ago, and not this yet.
            connection.execute(TABLE)
            yield connection


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
