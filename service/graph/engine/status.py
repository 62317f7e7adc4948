"""What runs in a data folder, seen from outside and without starting anything."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from service.config import Config
from service.graph.engine import locks, state
from service.graph.engine.layout import Layout
from service.graph.engine.ports import HOST
from service.graph.engine.state import State, Status


@dataclass(frozen=True)
class EngineStatus:
    """An engine's state; `users` are the process ids that use it, `kept` whether it runs on without them."""

    data_dir: Path
    state: Status
    uri: str
    version: str
    java_pid: int | None
    supervisor_pid: int | None
    users: list[int]
    kept: bool
    started_at: str
    reason: str


def status(config: Config) -> EngineStatus:
    """The embedded engine of this data folder."""
    layout = Layout(config.data_dir)
    last = state.read(layout.state)
    held = locks.is_held(layout.lock)
    now = _now(last, held)
    return EngineStatus(
        data_dir=layout.root,
        state=now,
        uri=f"bolt://{HOST}:{last.port}" if held and last.port else "",
        version=last.version,
        java_pid=last.java.pid if held and last.java else None,
        supervisor_pid=last.supervisor.pid if held and last.supervisor else None,
        users=users(layout),
        kept=layout.keep.exists(),
        started_at=last.started_at if held else "",
        reason=last.reason if now == "failed" else "",
    )


def _now(last: State, held: bool) -> Status:
    if not held:
        return "failed" if last.status == "failed" else "stopped"
    # The lock is held before the supervisor speaks: what the file says is then of an earlier one.
    spoken = last.supervisor is not None and last.supervisor.process() is not None
    return last.status if spoken else "starting"


def users(layout: Layout) -> list[int]:
    """The processes that use the engine; a forked worker counts beside the process that forked it."""
    supervisor = state.read(layout.state).supervisor
    return [pid for pid in locks.holders(layout.users) if supervisor is None or pid != supervisor.pid]
