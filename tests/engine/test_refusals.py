"""Every failure says what happened and what to do, and starts nothing half."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from service.errors import EngineError
from service.graph.engine import jars, ports
from service.graph.engine.handshake import supported
from service.graph.engine.launch import PACKAGE_PARENT
from service.graph.engine.layout import Layout
from service.graph.engine.lifecycle import running
from service.graph.engine.provision import provision
from service.graph.engine.status import status
from tests.engine.conftest import Engine, configure, holder, wait_for_state


def test_no_network_at_the_first_start(tmp_path: Path) -> None:
    closed = f"http://127.0.0.1:{ports.choose(0, 0)}"
    unreachable = dict.fromkeys(("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"), closed)
    nothing_excepted = {"NO_PROXY": "", "no_proxy": "", "COMMUNIQUE_ENGINE_CACHE": str(tmp_path / "cache")}
    with holder(tmp_path / "data", **unreachable, **nothing_excepted) as user:
        assert user.answer["error"].startswith("no network: ")
        assert "COMMUNIQUE_ENGINE_CACHE" in user.answer["error"]
    assert status(configure(tmp_path / "data")).state == "stopped"


@pytest.fixture
def cache_copy(shared_engine: Engine, tmp_path: Path) -> Path:
    """A cache of its own, its jars hard-linked to the shared ones."""
    original, copy = jars.folder(shared_engine.config.engine_cache), jars.folder(tmp_path / "cache")
    copy.mkdir(parents=True)
    for jar in jars.pinned():
        os.link(original / jar.name, copy / jar.name)
    return tmp_path / "cache"


def test_a_changed_jar_stops_the_start_and_is_named(cache_copy: Path, tmp_path: Path) -> None:
    victim = jars.folder(cache_copy) / jars.pinned()[100].name
    content = bytearray(victim.read_bytes())
    content[len(content) // 2] ^= 1
    victim.unlink()
    victim.write_bytes(content)
    config = configure(tmp_path / "data", engine_cache=cache_copy)
    with pytest.raises(EngineError, match="checksum mismatch") as refused, running(config):
        pass
    assert victim.name in refused.value.detail
    assert status(config).state == "stopped"


def test_a_complete_cache_needs_no_network_and_no_writing(cache_copy: Path) -> None:
    said: list[str] = []
    before = sorted(path.name for path in jars.folder(cache_copy).iterdir())
    assert provision(cache_copy, said.append) == jars.folder(cache_copy)
    assert said == []
    assert sorted(path.name for path in jars.folder(cache_copy).iterdir()) == before


def test_one_missing_jar_is_downloaded_alone(cache_copy: Path) -> None:
    smallest = min(jars.pinned(), key=lambda jar: jar.size)
    gone = jars.folder(cache_copy) / smallest.name
    gone.unlink()
    said: list[str] = []
    provision(cache_copy, said.append)
    assert jars.sha256_of(gone) == smallest.sha256
    assert "1 files" in said[0]


def test_a_set_port_in_use(shared_engine: Engine, tmp_path: Path) -> None:
    with socket.create_server((ports.HOST, 0)) as taken:
        port = taken.getsockname()[1]
        config = configure(tmp_path / "data", engine_port=port)
        with pytest.raises(EngineError, match=f"port {port} is in use"), running(config):
            pass
    assert status(config).state == "failed"


def test_a_remembered_port_in_use_is_replaced() -> None:
    with socket.create_server((ports.HOST, 0)) as taken:
        port = taken.getsockname()[1]
        assert ports.choose(0, port) != port
    assert ports.choose(0, port) == port


@pytest.mark.parametrize("full", ["data", "cache"])
def test_disk_full(full: str, shared_engine: Engine, tmp_path: Path) -> None:
    """The folder is a file system of 8 MiB, mounted in a namespace that ends with the process."""
    script = 'mount -t tmpfs -o size=8m none "$1" && shift && exec "$@"'
    enter = ["unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh"]
    folders = {"data": tmp_path / "data", "cache": shared_engine.config.engine_cache} | {
        full: tmp_path / "full"
    }
    (tmp_path / "full").mkdir()
    if (
        shutil.which("unshare") is None
        or subprocess.run([*enter, str(tmp_path), "true"], check=False).returncode
    ):
        pytest.skip("this machine lets nobody mount a small file system")
    user = Path(__file__).with_name("hold_engine.py")
    done = subprocess.run(
        [*enter, str(tmp_path / "full"), sys.executable, str(user), str(folders["data"])],
        env=os.environ | {"COMMUNIQUE_ENGINE_CACHE": str(folders["cache"]), "PYTHONPATH": PACKAGE_PARENT},
        input="",
        capture_output=True,
        text=True,
        check=True,
    )
    assert '"error": "disk full: ' in done.stdout
    assert str(tmp_path / "full") in done.stdout


def test_a_password_file_that_does_not_fit_the_store(tmp_path: Path) -> None:
    config = configure(tmp_path / "data")
    password = Layout(config.data_dir).password
    with running(config):
        right = password.read_text()
    wait_for_state(config, "stopped")
    password.write_text("not the right one\n")
    with pytest.raises(EngineError, match="wrong password") as refused, running(config):
        pass
    assert str(password) in refused.value.detail
    password.unlink()
    with pytest.raises(EngineError, match=r"password file .* cannot be read"), running(config):
        pass
    password.write_text(right)
    with running(config) as address:
        assert address.password == right.strip()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"neo4j_password": "wrong"}, "wrong password"),
        ({"neo4j_uri": "bolt://127.0.0.1:1"}, "no database answers at bolt://127.0.0.1:1"),
        ({"neo4j_uri": "gopher://127.0.0.1"}, "gopher://127.0.0.1 is not a usable database address"),
        ({"neo4j_database": "absent"}, "does not serve the database 'absent'"),
    ],
)
def test_a_server_of_ones_own_that_cannot_be_used(
    change: dict[str, str], message: str, shared_engine: Engine, tmp_path: Path
) -> None:
    own = {"neo4j_uri": shared_engine.address.uri, "neo4j_password": shared_engine.address.password}
    with running(configure(tmp_path, **own)) as address:
        assert address.uri == shared_engine.address.uri
    with pytest.raises(EngineError, match=message), running(configure(tmp_path, **own | change)):
        pass


@pytest.mark.parametrize(
    ("version", "enough"),
    [
        ("5.25.1", False),
        ("4.4.40", False),
        ("5.26.0", True),
        ("5.27-aura", True),
        ("2025.10.1", True),
        ("", False),
    ],
)
def test_versions_from_5_26_on_are_supported(version: str, enough: bool) -> None:
    assert supported(version) is enough
