"""One Neo4j server process of a data folder: start it, ask whether it answers, end it, say why it died."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Sequence
from pathlib import Path

from service.config import Config
from service.errors import EngineError
from service.graph.engine import conf, jars, java, memory, password, ports
from service.graph.engine.address import Address
from service.graph.engine.handshake import Refused, Unreachable, handshake
from service.graph.engine.layout import Layout

STOP_PATIENCE_S = 30.0
SPARE_BYTES = 64 * 2**20
LAST_WORDS = 4


class Server:
    """A Java child process. It exists while the object does; `end` it."""

    def __init__(self, config: Config, remembered_port: int, options: Sequence[str]) -> None:
        """Start Java. Raises EngineError when its port is in use, the disk full or the password lost."""
        self.layout = Layout(config.data_dir)
        self.port = ports.choose(config.engine_port, remembered_port)
        if shutil.disk_usage(self.layout.root).free < SPARE_BYTES:
            raise _disk_full(self.layout.root)
        folder, sizes = jars.folder(config.engine_cache), memory.size(config)
        (self.layout.conf / "neo4j.conf").write_text(conf.text(self.port, sizes), "utf-8")
        password.prepare(self.layout, folder)
        self._console_start = _size(self.layout.console)
        self._log_start = _size(self.layout.neo4j_log)
        self.process = java.start_server(self.layout, folder, sizes, options)

    def died_within(self, seconds: float) -> bool:
        """Wait this long for the process to end."""
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def version(self) -> str | None:
        """The server's version once it answers. Raises EngineError when it refuses our password."""
        if not _listens(self.port):
            return None
        try:
            return handshake(self.address())
        except Unreachable:
            return None
        except Refused as error:
            raise EngineError(
                f"wrong password: the store in {self.layout.home} has another password than the one in "
                f"{self.layout.password}; put the old file back, or remove {self.layout.root} and load again"
            ) from error

    def address(self) -> Address:
        """Where this server is entered."""
        return address(self.layout, self.port)

    def end(self) -> None:
        """Stop the server; killed, its transaction log still holds all that was committed."""
        self.process.terminate()
        if not self.died_within(STOP_PATIENCE_S):
            self.process.kill()
            self.process.wait()

    def epitaph(self) -> str:
        """How the process ended, with its last errors."""
        code = self.process.returncode
        how = f"was killed by signal {-code}" if code < 0 else f"ended with code {code}"
        words = _since(self.layout.console, self._console_start) + _since(
            self.layout.neo4j_log, self._log_start
        )
        if any("No space left on device" in line for line in words):
            return _disk_full(self.layout.root).detail
        errors = [line for line in words if "ERROR" in line or "Caused by" in line] or words
        return f"Neo4j {how}; its last words: {' | '.join(errors[-LAST_WORDS:])} (see {self.layout.logs})"


def address(layout: Layout, port: int) -> Address:
    """The Bolt address of the engine of this data folder."""
    return Address(f"bolt://{ports.HOST}:{port}", password.USER, password.read(layout), "neo4j")


def _disk_full(folder: Path) -> EngineError:
    return EngineError(
        f"disk full: the engine's data folder {folder} has no room left; free some space there"
    )


def _listens(port: int) -> bool:
    try:
        socket.create_connection((ports.HOST, port), timeout=1).close()
    except OSError:
        return False
    return True


def _size(log: Path) -> int:
    return log.stat().st_size if log.exists() else 0


def _since(log: Path, start: int) -> list[str]:
    if not log.exists():
        return []
    with log.open("rb") as file:
        file.seek(start)
        return [line.strip() for line in file.read().decode("utf-8", "replace").splitlines() if line.strip()]
