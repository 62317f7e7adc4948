"""The one process that starts Neo4j for a data folder, restarts it when it dies, and ends it when unused."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from service.config import Config, load_config
from service.errors import CommuniqueError, EngineError
from service.graph.engine import archive, jars, locks, state
from service.graph.engine.layout import Layout
from service.graph.engine.server import Server
from service.graph.engine.state import Life

POLL_S = 0.25
START_LIMIT_S = 300.0
DEATHS = 5
DEATHS_WITHIN_S = 300.0
DEATHS_BEFORE_READY = 2

log = logging.getLogger("supervisor")


class Supervisor:
    """Runs the engine of one data folder until nobody uses it, it is told to stop, or it keeps dying."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.layout = Layout(config.data_dir)
        self.jars = jars.folder(config.engine_cache)
        self.state = state.read(self.layout.state)
        self.server: Server | None = None
        self.deaths: list[float] = []
        self.was_ready = False
        self.told_to_stop = False
        self.users: int | None = None

    def run(self) -> None:
        """Supervise and publish what happens; however that ends, the server is gone afterwards."""
        self._end_orphan()
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._publish(status="starting", supervisor=Life.of(os.getpid()), java=None, started_at=now)
        try:
            while self._outlive():
                self._count_death()
            self._end("stopped", "")
        except CommuniqueError as error:
            self._end("failed", error.detail)
        except BaseException as error:
            self._end("failed", f"the supervisor failed: {type(error).__name__}: {error}")
            raise

    def _end_orphan(self) -> None:
        """Kill the server that a killed supervisor left behind: it has the store locked."""
        orphan = self.state.java
        # A dead process stays a zombie until its parent asks for it; psutil's own wait would never return.
        while orphan and (process := orphan.process()):
            log.warning("ending Neo4j %s, whose supervisor is gone", orphan.pid)
            process.kill()
            time.sleep(POLL_S)

    def _outlive(self) -> bool:
        """Run one server: true when it died, false when it is no longer wanted."""
        self.server = server = Server(self.config, self.state.port, archive.options(self.jars))
        self._publish(status="starting", java=Life.of(server.process.pid), port=server.port)
        limit = time.monotonic() + START_LIMIT_S
        while not self._unwanted():
            if server.died_within(POLL_S):
                return True
            if self.state.status == "ready":
                continue
            if (version := server.version()) is not None:
                self.was_ready = True
                self._publish(status="ready", version=version)
            elif time.monotonic() > limit:
                raise EngineError(
                    f"Neo4j did not answer within {START_LIMIT_S:.0f} s (see {self.layout.logs})"
                )
        return False

    def _unwanted(self) -> bool:
        """Told to stop, or without users. Newcomers then wait for our end, as we keep the users' lock."""
        if not self.told_to_stop and self.users is None and not self.layout.keep.exists():
            self.users = locks.try_exclusive(self.layout.users)
        return self.told_to_stop or self.users is not None

    def _count_death(self) -> None:
        """Wait longer after each death. Raises EngineError when there were too many."""
        assert self.server is not None  # noqa: S101
        epitaph = self.server.epitaph()
        log.warning(epitaph)
        self._publish(status="starting", java=None)
        now = time.monotonic()
        self.deaths = [death for death in [*self.deaths, now] if death > now - DEATHS_WITHIN_S]
        if len(self.deaths) >= (DEATHS if self.was_ready else DEATHS_BEFORE_READY):
            died = f"{len(self.deaths)} times within {DEATHS_WITHIN_S / 60:.0f} minutes"
            raise EngineError(f"the embedded engine died {died} and was given up. {epitaph}")
        time.sleep(0.25 * 2 ** len(self.deaths))

    def _end(self, status: state.Status, reason: str) -> None:
        if self.server is not None:
            self.server.end()
        self._publish(status=status, java=None, reason=reason)

    def _publish(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        state.write(self.layout.state, self.state)
        log.info("%s %s", self.state.status, self.state.reason)

    def stop(self, *_: object) -> None:
        """Signal handler."""
        self.told_to_stop = True


def main() -> None:
    """Become a daemon that keeps the inherited lock (`--lock`, a descriptor) until its end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data-dir", required=True)
    parser.add_argument("--lock", type=int, required=True, help="descriptor that holds engine.lock")
    given = parser.parse_args()
    os.set_inheritable(given.lock, False)
    supervisor = Supervisor(load_config({"data_dir": given.data_dir}))
    # The process that started us goes on without waiting for us, so it must not be our parent: we would stay
    # behind as its zombie.
    if os.fork():
        os._exit(0)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, supervisor.stop)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    supervisor.run()


if __name__ == "__main__":
    main()
