"""How long `communique load` takes: on an engine just started, on a warm one, and when nothing is new.

    .venv/bin/python benchmarks/load.py

Whole-process times of the command, so Python's own start (see the line `version`) is in each of them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from service.cli.bundled import bundled_files
from service.config import load_config
from service.graph.connection import Database
from service.graph.engine.lifecycle import running

ROUNDS = 4
WORLD = ("countries", "organizations", "people")
WIPE = "MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS"


def seconds(*words: str | Path) -> float:
    """The whole-process time of one command."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "service.cli", *map(str, words)], check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> None:
    """Print one line a measurement: seconds, what was loaded, into what."""
    everything = bundled_files()
    claims = [path for path in everything if path.stem not in WORLD]
    with tempfile.TemporaryDirectory() as folder:
        config = load_config({"data_dir": folder})
        print(f"{seconds('version'):6.2f} s  version, which loads nothing")
        with running(config, print) as address, Database(address) as database:
            for number in range(ROUNDS):
                engine = (
                    "an engine just started" if number == 0 else f"an emptied graph, warm engine ({number})"
                )
                for name, paths in (("all files", everything), ("the claim sets", claims)):
                    records = sum(len(path.read_bytes().splitlines()) for path in paths)
                    command: list[str | Path] = ["load", "--data-dir", folder, *paths]
                    first, again = seconds(*command), seconds(*command)
                    print(f"{first:6.2f} s  {name}, {records} records, into {engine}")
                    print(f"{again:6.2f} s  the same again: nothing is new")
                    database.run(WIPE)


if __name__ == "__main__":
    main()
