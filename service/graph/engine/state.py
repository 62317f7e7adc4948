"""What a supervisor publishes about its engine in engine.json, and whether that process still lives."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, Self

import psutil

Status = Literal["stopped", "starting", "ready", "failed"]
SAME_START_S = 2.0


@dataclass(frozen=True)
class Life:
    """One process: a process id alone may have been given to another process since."""

    pid: int
    created: float

    @classmethod
    def of(cls, pid: int) -> Self:
        """The living process with this id. Raises psutil.NoSuchProcess."""
        return cls(pid, psutil.Process(pid).create_time())

    def process(self) -> psutil.Process | None:
        """The process, if it still runs."""
        try:
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.created) < SAME_START_S
            return process if same and process.status() != psutil.STATUS_ZOMBIE else None
        except psutil.NoSuchProcess:
            return None


@dataclass(frozen=True)
class State:
    """One line of an engine's life; `launch` tells one start from the next, `started_at` is ISO 8601 UTC."""

    launch: str = ""
    status: Status = "stopped"
    supervisor: Life | None = None
    java: Life | None = None
    port: int = 0
    version: str = ""
    started_at: str = ""
    reason: str = ""


def read(path: Path) -> State:
    """The published state; an absent or unreadable file counts as never started."""
    try:
        content: dict[str, Any] = json.loads(path.read_bytes())
        for name in ("supervisor", "java"):
            content[name] = Life(**content[name]) if content[name] else None
        return State(**content)
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return State()


def write(path: Path, state: State) -> None:
    """Publish, so that a reader sees the old or the new state and never half of one."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_text(json.dumps(asdict(state), indent=1) + "\n", "utf-8")
    draft.replace(path)
