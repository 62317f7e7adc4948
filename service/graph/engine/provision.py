"""Having the engine's jars: at once when the cache is complete, else by one download for all."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

from service.errors import EngineError
from service.graph.engine.jars import DISK_FULL, Jar, folder, missing, provisioning
from service.graph.engine.say import Say

SPARE_BYTES = 256 * 2**20


def provision(cache_dir: Path, say: Say) -> Path:
    """The folder that holds every pinned jar, verified; the absent ones are downloaded first.

    Raises EngineError when the disk is too full, the network is out of reach, or a checksum differs.
    """
    target = folder(cache_dir)
    try:
        # Complete, it needs no lock and no right to write: an administrator may provide the folder.
        if target.is_dir() and not missing(target):
            return target
        with provisioning(cache_dir):
            absent = missing(target)
            if absent:
                # Nearly every start finds the jars: importing jgo would add 0.2 s to every command.
                from service.graph.engine.download import download  # noqa: PLC0415

                _check_space(target, absent)
                download(absent, target, say)
            return target
    except OSError as error:
        raise _cannot_store(cache_dir, error) from error


def _check_space(target: Path, absent: list[Jar]) -> None:
    needed = sum(jar.size for jar in absent) + SPARE_BYTES
    if shutil.disk_usage(target).free < needed:
        raise OSError(errno.ENOSPC, "not enough space")


def _cannot_store(cache_dir: Path, error: OSError) -> EngineError:
    if error.errno in DISK_FULL:
        return EngineError(
            f"disk full: the engine needs about 400 MB in {cache_dir}. "
            "Free some space, or set COMMUNIQUE_ENGINE_CACHE to a folder on another disk."
        )
    return EngineError(f"the engine cannot be stored in {cache_dir}: {error}")
