"""How much memory the engine may take."""

from __future__ import annotations

from dataclasses import dataclass

import psutil

from service.config import Config

MIB = 2**20


@dataclass(frozen=True)
class Memory:
    """Java heap and page cache, in MiB."""

    heap: int
    page_cache: int


def size(config: Config) -> Memory:
    """The set sizes, or a quarter of the machine for the heap and an eighth for the page cache.

    Both are capped at what a graph of a few million claims needs, so that several engines fit side by side.
    """
    total = psutil.virtual_memory().total // MIB
    heap = config.engine_heap_mb or min(max(total // 4, 512), 1024)
    return Memory(heap, config.engine_page_cache_mb or min(max(total // 8, 128), 512))
