"""The engine's jars: which ones (jars.lock), where they are kept, and that they are the pinned ones."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from service.errors import EngineError
from service.graph.engine.locks import locked

VERSION = "5.26.30"
DISK_FULL = (errno.ENOSPC, errno.EDQUOT)
LOCK_FILE = Path(__file__).with_name("jars.lock")


@dataclass(frozen=True)
class Jar:
    """One pinned jar: Maven coordinate (`group:artifact:version[:classifier]`), SHA-256, size in bytes."""

    coordinate: str
    sha256: str
    size: int

    @property
    def name(self) -> str:
        """The file name that Maven gives it."""
        return "-".join(self.coordinate.split(":")[1:]) + ".jar"

    def __str__(self) -> str:
        return f"{self.coordinate} {self.sha256} {self.size}"


@cache
def pinned() -> tuple[Jar, ...]:
    """The jars of jars.lock, in the order of the class path."""
    lines = [line.split() for line in LOCK_FILE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return tuple(Jar(coordinate, sha256, int(size)) for coordinate, sha256, size in lines)


def folder(cache_dir: Path) -> Path:
    """Where the jars of this version are kept inside the engine cache."""
    return cache_dir / f"neo4j-{VERSION}"


@contextmanager
def provisioning(cache_dir: Path) -> Iterator[None]:
    """Hold the cache for changes. A second process waits here and then finds what it wanted."""
    target = folder(cache_dir)
    target.mkdir(parents=True, exist_ok=True)
    with locked(target / "provision.lock"):
        yield


def missing(target: Path) -> list[Jar]:
    """The pinned jars that are not in `target`; those that are there are verified.

    Every jar is hashed at every engine start (136 MB, about a quarter of a second): a marker file could
    not see that a jar was changed after it was written. Raises EngineError naming each changed jar.
    """
    present = [jar for jar in pinned() if (target / jar.name).exists()]
    changed = [jar for jar in present if (target / jar.name).stat().st_size != jar.size]
    with ThreadPoolExecutor(2) as pool:
        hashes = pool.map(lambda jar: sha256_of(target / jar.name), present)
    changed += [jar for jar, found in zip(present, hashes, strict=True) if found != jar.sha256]
    if changed:
        raise mismatch(target, changed)
    return [jar for jar in pinned() if jar not in set(present)]


def mismatch(target: Path, changed: Iterable[Jar]) -> EngineError:
    """The error for jars that are not the pinned ones."""
    names = ", ".join(sorted({jar.name for jar in changed}))
    return EngineError(
        f"checksum mismatch: {names} in {target} is not the file that {LOCK_FILE.name} pins; "
        "nothing was started. Delete it to have it downloaded again, and find out who changed it."
    )


def sha256_of(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
