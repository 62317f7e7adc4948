"""One engine per data folder: shared while used, ended after its last user, however that one ends."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import psutil
import pytest

from service.errors import EngineError
from service.graph.engine import lifecycle, state
from service.graph.engine.address import Address
from service.graph.engine.layout import Layout
from service.graph.engine.lifecycle import running
from service.graph.engine.status import status
from tests.engine.conftest import (
    PATIENCE_S,
    Engine,
    configure,
    holder,
    is_gone,
    query,
    wait_for,
    wait_for_state,
)


def test_a_second_process_shares_the_engine(shared_engine: Engine) -> None:
    query(shared_engine.address, "CREATE (:Shared {by: 'this process'})")
    before = status(shared_engine.config)
    with holder(shared_engine.config.data_dir) as other:
        assert other.answer["uri"] == shared_engine.address.uri
        now = status(shared_engine.config)
        assert (now.java_pid, now.supervisor_pid) == (before.java_pid, before.supervisor_pid)
        assert other.process.pid in now.users
    assert query(shared_engine.address, "MATCH (n:Shared) RETURN n.by AS by") == [{"by": "this process"}]


def test_many_that_start_an_engine_at_once_get_one(tmp_path: Path) -> None:
    config = configure(tmp_path / "data")
    together = Barrier(3, timeout=PATIENCE_S)

    def use(_: int) -> tuple[str, int | None]:
        with running(config) as address:
            together.wait()
            return address.uri, status(config).supervisor_pid

    with ThreadPoolExecutor(3) as pool:
        assert len(set(pool.map(use, range(3)))) == 1


def test_stop_refuses_to_end_a_used_engine_and_names_the_user(shared_engine: Engine) -> None:
    user = psutil.Process().pid
    with pytest.raises(EngineError, match=rf"still used by process.*\b{user}\b"):
        lifecycle.stop(shared_engine.config)
    assert query(shared_engine.address, "RETURN 1 AS one") == [{"one": 1}]


def test_an_engine_whose_only_user_is_killed_ends_by_itself(tmp_path: Path) -> None:
    config = configure(tmp_path / "data")
    stale_from_a_reboot(config.data_dir)
    with holder(config.data_dir) as user:
        assert query(Address(**user.answer), "RETURN 1 AS one") == [{"one": 1}]
        before = status(config)
        user.process.kill()
        wait_for_state(config, "stopped")
    assert before.java_pid is not None
    assert is_gone(before.java_pid)


def stale_from_a_reboot(data_dir: Path) -> None:
    """Leave behind what a machine that lost its power leaves: files that speak of processes long gone."""
    layout = Layout(data_dir)
    layout.make()
    layout.lock.touch()
    layout.users.touch()
    ours = state.Life.of(psutil.Process().pid)
    somebody_else = state.Life(ours.pid, ours.created - 3600)
    gone = state.State("old", "ready", somebody_else, somebody_else, 1, "5.26.30")
    state.write(layout.state, gone)


def test_start_keeps_the_engine_without_users_until_stop(tmp_path: Path) -> None:
    config = configure(tmp_path / "data")
    address = lifecycle.start(config)
    try:
        supervisor = status(config).supervisor_pid
        with holder(config.data_dir) as user:
            assert user.answer["uri"] == address.uri
        wait_for(lambda: not status(config).users)
        assert query(address, "RETURN 1 AS one") == [{"one": 1}]
        assert (status(config).state, status(config).kept) == ("ready", True)
        assert status(config).supervisor_pid == supervisor
    finally:
        lifecycle.stop(config)
    assert status(config).state == "stopped"
