"""The database as the service sees it: one driver a process, managed transactions, our own errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, TypeVar

import neo4j
from neo4j.exceptions import (
    AuthError,
    ClientError,
    DatabaseUnavailable,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from service.errors import CommuniqueError, EngineError
from service.graph.engine.address import Address

T = TypeVar("T")
Row = dict[str, Any]
Work = Callable[[neo4j.ManagedTransaction], T]


class Unavailable(EngineError):
    """The database does not answer now; it may a little later."""


class TooSlow(EngineError):
    """The database ended a question at its time limit."""


class Database:
    """One driver; made in the process that uses it: a socket shared across a fork mixes answers up.

    `retry_s` bounds the driver's own retries: short for a waiting client, long for a loader. `timeout_s` is
    the transaction time that the server allows; None leaves the server's own limit.
    """

    def __init__(
        self, address: Address, *, pool: int = 6, retry_s: float = 30, timeout_s: float | None = None
    ) -> None:
        self.address = address
        self._timeout_s = timeout_s
        self._driver = neo4j.GraphDatabase.driver(
            address.uri,
            auth=(address.user, address.password),
            connection_timeout=3,
            connection_write_timeout=10,
            connection_acquisition_timeout=2,
            max_connection_pool_size=pool,
            max_transaction_retry_time=retry_s,
            max_connection_lifetime=300,
            liveness_check_timeout=30,
            fetch_size=1000,
            telemetry_disabled=True,
            notifications_min_severity="OFF",
        )

    def close(self) -> None:
        """Close every connection."""
        self._driver.close()

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """All rows of one reading statement, in a READ session.

        It is tried in a transaction of its own, which takes one round trip instead of three; what the driver
        calls worth a retry, such as a connection that was cut, goes to its managed transactions.
        """
        given = dict(parameters or {})
        with _in_our_words(self.address), self._session(neo4j.READ_ACCESS) as session:
            try:
                return self._once(session, cypher, given, self._timeout_s)
            except (DriverError, Neo4jError) as error:
                if not error.is_retryable():
                    raise
            return session.execute_read(self._limited(lambda tx: run_in(tx, cypher, **given)))

    def probe(self, cypher: str, timeout_s: float) -> list[Row]:
        """All rows of one reading statement, tried once: for whoever asks whether the database answers."""
        with _in_our_words(self.address), self._session(neo4j.READ_ACCESS) as session:
            return self._once(session, cypher, {}, timeout_s)

    def stream(self, cypher: str) -> Iterator[Row]:
        """The rows of one long reading statement as they come, without holding them."""
        with _in_our_words(self.address), self._session(neo4j.READ_ACCESS) as session:
            result = session.run(neo4j.Query(_trusted(cypher), timeout=0))
            keys = result.keys()
            for record in result:
                yield dict(zip(keys, record.values(), strict=True))

    def write(self, work: Work[T]) -> T:
        """Run `work` in one managed write transaction; it may run again, so it must be idempotent."""
        with _in_our_words(self.address), self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(self._limited(work))

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """One statement in a transaction of its own, as schema statements need it."""
        with _in_our_words(self.address), self._session(neo4j.WRITE_ACCESS) as session:
            return self._once(session, cypher, dict(parameters or {}), None)

    def _once(
        self, session: neo4j.Session, cypher: str, given: dict[str, Any], timeout_s: float | None
    ) -> list[Row]:
        return _rows(session.run(neo4j.Query(_trusted(cypher), timeout=timeout_s), given))

    def _session(self, mode: str) -> neo4j.Session:
        return self._driver.session(database=self.address.database, default_access_mode=mode)

    def _limited(self, work: Work[T]) -> Work[T]:
        return neo4j.unit_of_work(timeout=self._timeout_s)(work)


def run_in(tx: neo4j.ManagedTransaction, cypher: str, /, **parameters: Any) -> list[Row]:
    """All rows of one statement inside a transaction."""
    return _rows(tx.run(_trusted(cypher), parameters))


def _rows(result: neo4j.Result) -> list[Row]:
    # Every statement returns plain values, never nodes, which `Record.data` would take pains to unfold.
    keys = result.keys()
    return [dict(zip(keys, record.values(), strict=True)) for record in result]


def now() -> datetime:
    """The transaction time that a write records: UTC, to the microsecond."""
    return datetime.now(UTC)


def _trusted(cypher: str) -> Any:
    # The driver's types ask for a literal, so that no text from outside is run; ours is in cypher/.
    return cypher


@contextmanager
def _in_our_words(address: Address) -> Iterator[None]:
    try:
        yield
    except CommuniqueError:
        raise
    except AuthError as error:
        raise EngineError(f"{address.uri} refuses the user or the password") from error
    except (ServiceUnavailable, SessionExpired, DatabaseUnavailable) as error:
        raise Unavailable(f"no database answers at {address.uri}; try again shortly") from error
    except (ClientError, TransientError) as error:
        raise _of_server(error) from error
    except (DriverError, Neo4jError) as error:
        raise Unavailable(f"the connection to {address.uri} failed: {type(error).__name__}") from error


def _of_server(error: Neo4jError) -> EngineError:
    code = error.code or ""
    if "TransactionTimedOut" in code:
        return TooSlow("the question took longer than the time limit; narrow it")
    if "MemoryPoolOutOfMemory" in code or "OutOfMemory" in code:
        return TooSlow("the question needs more memory than one transaction may use; narrow it")
    if code.startswith("Neo.TransientError"):
        return Unavailable(f"the database could not do this now ({code}); try again shortly")
    return EngineError(f"the database refused a statement ({code}): {error.message}")
