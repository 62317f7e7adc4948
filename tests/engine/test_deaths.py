"""What dies comes back with its data, leaves no orphan, and is given up when it keeps dying."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import psutil
import pytest

from service.config import Config
from service.graph.engine import conf, jars, java, state
from service.graph.engine.layout import Layout
from service.graph.engine.lifecycle import running
from service.graph.engine.memory import size
from service.graph.engine.ports import choose
from service.graph.engine.status import EngineStatus, status
from tests.engine.conftest import configure, is_gone, query, wait_for, wait_for_state


def test_killed_java_comes_back_on_its_port_with_its_data_and_is_given_up_after_five_deaths(
    tmp_path: Path,
) -> None:
    config = configure(tmp_path / "data")
    with running(config) as address:
        query(address, "CREATE (:Kept {text: 'acknowledged'})")
        first = status(config)
        psutil.Process(first.java_pid).kill()
        second = wait_for(lambda: _another_ready(status(config), first))
        assert second.uri == first.uri
        assert query(address, "MATCH (n:Kept) RETURN n.text AS text") == [{"text": "acknowledged"}]
        latest = second
        for _ in range(4):
            psutil.Process(latest.java_pid).kill()
            latest = wait_for(partial(_next_or_failed, config, latest.java_pid))
        assert latest.state == "failed"
        assert "died 5 times within 5 minutes and was given up" in latest.reason
        assert "killed by signal 9" in latest.reason
    with running(config) as address:
        assert query(address, "MATCH (n:Kept) RETURN n.text AS text") == [{"text": "acknowledged"}]


def _another_ready(now: EngineStatus, before: EngineStatus) -> EngineStatus | None:
    return now if now.state == "ready" and now.java_pid != before.java_pid else None


def _next_or_failed(config: Config, gone: int | None) -> EngineStatus | None:
    now = status(config)
    return now if now.state == "failed" or now.java_pid not in (None, gone) else None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child together with its parent")
def test_a_killed_supervisor_leaves_no_java_and_the_next_start_takes_over(tmp_path: Path) -> None:
    config = configure(tmp_path / "data")
    with running(config) as address:
        query(address, "CREATE (:Kept)")
        before = status(config)
        psutil.Process(before.supervisor_pid).kill()
        assert before.java_pid is not None
        wait_for(lambda: is_gone(before.java_pid or 0))
        with running(config) as again:
            assert again.uri == address.uri
            assert query(again, "MATCH (n:Kept) RETURN count(n) AS kept") == [{"kept": 1}]


def test_an_orphaned_java_is_ended_before_a_new_one_starts(tmp_path: Path) -> None:
    config = configure(tmp_path / "data")
    layout = Layout(config.data_dir)
    with running(config):
        folder = jars.folder(config.engine_cache)
    wait_for_state(config, "stopped")
    (layout.conf / "neo4j.conf").write_text(conf.text(choose(0, 0), size(config)))
    with java.start_server(layout, folder, size(config)) as orphan:
        wait_for(lambda: "Started." in _since_last_start(layout))
        published = state.State("old", "ready", None, state.Life.of(orphan.pid), choose(0, 0))
        state.write(layout.state, published)
        with running(config) as address:
            assert orphan.wait(0) == -9
            assert query(address, "RETURN 1 AS one") == [{"one": 1}]


def _since_last_start(layout: Layout) -> str:
    return layout.neo4j_log.read_text().rpartition("Starting...")[2]
