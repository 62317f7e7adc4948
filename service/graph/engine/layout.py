"""The files of a data folder, by name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from service.errors import EngineError


@dataclass(frozen=True)
class Layout:
    """Paths below one data folder."""

    root: Path

    @property
    def lock(self) -> Path:
        """Held by the supervisor for its life."""
        return self.root / "engine.lock"

    @property
    def users(self) -> Path:
        """Held shared by every process that uses the engine."""
        return self.root / "engine.users"

    @property
    def keep(self) -> Path:
        """Exists while the engine shall run without users."""
        return self.root / "engine.keep"

    @property
    def state(self) -> Path:
        """What the supervisor last said about itself."""
        return self.root / "engine.json"

    @property
    def password(self) -> Path:
        """The engine's password, readable by its owner only."""
        return self.root / "engine.password"

    @property
    def home(self) -> Path:
        """Neo4j's home: conf, data, logs and the empty import folder."""
        return self.root / "engine"

    @property
    def conf(self) -> Path:
        """Folder of neo4j.conf."""
        return self.home / "conf"

    @property
    def logs(self) -> Path:
        """Folder of all logs."""
        return self.home / "logs"

    @property
    def console(self) -> Path:
        """What Java writes to its output: crashes and refused settings."""
        return self.logs / "console.log"

    @property
    def neo4j_log(self) -> Path:
        """What Neo4j reports to its operator."""
        return self.logs / "neo4j.log"

    @property
    def supervisor_log(self) -> Path:
        """What the supervisor does and why."""
        return self.logs / "supervisor.log"

    @property
    def has_store(self) -> bool:
        """Whether an engine has ever started here."""
        return (self.home / "data" / "databases" / "system").exists()

    def make(self) -> None:
        """Create the folders, for their owner only. Raises EngineError when that is not possible."""
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.home.mkdir(mode=0o700, exist_ok=True)
            for folder in (self.conf, self.logs, self.home / "import"):
                folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise EngineError(f"the data folder {self.root} cannot be used: {error.strerror}") from error
