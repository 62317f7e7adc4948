"""The running engine listens on one loopback port, keeps its password to itself, and fetches nothing."""

from __future__ import annotations

import socket
import stat
import threading
from pathlib import Path

import psutil
import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, ClientError, TransientError

from service.graph.engine import conf, memory
from service.graph.engine.layout import Layout
from service.graph.engine.status import status
from tests.engine.conftest import Engine, query


def test_only_one_loopback_port_listens(shared_engine: Engine) -> None:
    pid = status(shared_engine.config).java_pid
    listening = [
        (connection.laddr.ip.removeprefix("::ffff:"), connection.laddr.port)
        for connection in psutil.Process(pid).net_connections("inet")
        if connection.status == psutil.CONN_LISTEN
    ]
    assert listening == [("127.0.0.1", int(shared_engine.address.uri.rpartition(":")[2]))]


def test_the_password_is_readable_by_its_owner_only(shared_engine: Engine) -> None:
    layout = Layout(shared_engine.config.data_dir)
    assert stat.S_IMODE(layout.password.stat().st_mode) == 0o600
    assert stat.S_IMODE(layout.root.stat().st_mode) == 0o700
    assert stat.S_IMODE(layout.home.stat().st_mode) == 0o700
    assert len(shared_engine.address.password) == 48
    assert shared_engine.address.password not in repr(shared_engine.address)


def test_nobody_enters_without_the_password(shared_engine: Engine) -> None:
    with (
        GraphDatabase.driver(shared_engine.address.uri, auth=("neo4j", "neo4j")) as driver,
        pytest.raises(AuthError),
    ):
        driver.verify_connectivity()


def test_every_setting_is_in_force(shared_engine: Engine) -> None:
    port = int(shared_engine.address.uri.rpartition(":")[2])
    wanted = conf.settings(port, memory.size(shared_engine.config))
    shown = query(
        shared_engine.address, "SHOW SETTINGS YIELD name, value, isExplicitlySet WHERE isExplicitlySet"
    )
    hidden = {name for name in wanted if name.startswith("internal.")}
    made_by_the_start = {"server.directories.neo4j_home"}
    assert {row["name"] for row in shown} == set(wanted) - hidden | made_by_the_start


def test_a_url_is_refused_before_any_request_leaves(shared_engine: Engine) -> None:
    hits: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        done = threading.Event()
        thread = threading.Thread(target=_count, args=(listener, hits, done))
        thread.start()
        port = listener.getsockname()[1]
        for host in ("127.0.0.1", "localhost", "[::1]"):
            with pytest.raises(ClientError, match="blocked via the configuration property"):
                query(shared_engine.address, f"LOAD CSV FROM 'http://{host}:{port}/probe' AS row RETURN row")
        done.set()
        thread.join()
    assert hits == []


def _count(listener: socket.socket, hits: list[bytes], done: threading.Event) -> None:
    while not done.is_set():
        try:
            connection, _ = listener.accept()
        except TimeoutError:
            continue
        with connection:
            hits.append(connection.recv(100))


@pytest.mark.parametrize("path", ["/etc/passwd", "/../../../../etc/passwd", "/probe.csv"])
def test_files_are_refused_even_in_the_import_folder(path: str, shared_engine: Engine) -> None:
    (Path(Layout(shared_engine.config.data_dir).home) / "import" / "probe.csv").write_text("secret\n")
    with pytest.raises(ClientError, match="allow_csv_import_from_file_urls"):
        query(shared_engine.address, f"LOAD CSV FROM 'file://{path}' AS row RETURN row")


def test_a_query_without_limit_is_bounded_in_memory(shared_engine: Engine) -> None:
    hungry = "UNWIND range(1, 100000000) AS n RETURN size(collect(n)) AS n"
    where = shared_engine.address
    with (
        GraphDatabase.driver(where.uri, auth=(where.user, where.password)) as driver,
        driver.session() as session,
        pytest.raises(TransientError, match="MemoryPoolOutOfMemory"),
    ):
        session.run(hungry).consume()
