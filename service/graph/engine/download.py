"""Fetching the pinned jars with jgo: several at a time, verified, moved in place one by one."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path

from jgo.config import GlobalSettings
from jgo.constants import MAVEN_CENTRAL_URL
from jgo.maven import MavenContext
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from service.errors import EngineError
from service.graph.engine.jars import DISK_FULL, Jar, mismatch, sha256_of
from service.graph.engine.say import Say

THREADS = 8
TIMEOUT_S = 30


def download(absent: list[Jar], target: Path, say: Say) -> None:
    """Fetch these jars into `target`, each verified before it appears there under its name.

    Raises EngineError when the network is out of reach or a checksum differs, OSError when the disk is full.
    """
    # Whatever a killed download left behind may be half a file; what was verified has been moved out of here.
    staging = target / "staging"
    shutil.rmtree(staging, ignore_errors=True)
    pool = ThreadPoolExecutor(THREADS)
    try:
        context = _maven(staging)
        with _progress(absent, say) as advance:
            tasks = {pool.submit(_fetch, context, jar, target): jar for jar in absent}
            for task in as_completed(tasks):
                task.result()
                advance(tasks[task].size)
    finally:
        pool.shutdown(cancel_futures=True)
        shutil.rmtree(staging, ignore_errors=True)


def _maven(store: Path) -> MavenContext:
    """The repositories that jgo knows by default and by its own configuration file, stored in `store`."""
    remotes = {"central": MAVEN_CENTRAL_URL, **GlobalSettings.load().repositories}
    return MavenContext(repo_cache=store, remote_repos=remotes, timeout=TIMEOUT_S)


def _fetch(context: MavenContext, jar: Jar, target: Path) -> None:
    group, artifact, version, *classifier = jar.coordinate.split(":")
    wanted = context.project(group, artifact).at_version(version).artifact(*classifier)
    for pause in (1, 3, None):
        try:
            path = wanted.resolve()
            break
        except (OSError, RuntimeError) as error:
            # The errors of the network are OSErrors too, and have no errno of the disk.
            if getattr(error, "errno", None) in DISK_FULL:
                raise
            if pause is None:
                raise _no_network(jar, error) from error
            shutil.rmtree(context.repo_cache / wanted.component.path_prefix, ignore_errors=True)
            time.sleep(pause)
    if sha256_of(path) != jar.sha256:
        raise mismatch(path.parent, [jar])
    path.replace(target / jar.name)


def _no_network(jar: Jar, error: Exception) -> EngineError:
    return EngineError(
        f"no network: {jar.name} of the embedded Neo4j could not be downloaded ({type(error).__name__}). "
        "Connect to the network once, or set COMMUNIQUE_ENGINE_CACHE to a folder that already has the jars, "
        "or NEO4J_URI to a server that runs."
    )


@contextmanager
def _progress(absent: list[Jar], say: Say) -> Iterator[Callable[[int], None]]:
    total = sum(jar.size for jar in absent)
    say(f"downloading the Neo4j engine once: {len(absent)} files, {total / 1e6:.0f} MB")
    if not sys.stderr.isatty():
        yield _quarters(total, say)
        return
    columns = (TextColumn("Neo4j engine"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        bar = progress.add_task("jars", total=total)
        yield lambda size: progress.advance(bar, size)


def _quarters(total: int, say: Say) -> Callable[[int], None]:
    done = 0

    def advance(size: int) -> None:
        nonlocal done
        before, done = done, done + size
        if 4 * before // total < 4 * done // total:
            say(f"downloaded {100 * done // total} % of {total / 1e6:.0f} MB")

    return advance
