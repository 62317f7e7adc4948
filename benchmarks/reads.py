"""Requests per second and latency of single-actor and stance reads, at eight clients on the bundled claims.

    .venv/bin/python benchmarks/reads.py [requests per client, default 1000]

`/healthz`, which asks no database, is measured in the same run: compare with it rather than across machines.
"""

from __future__ import annotations

import http.client
import subprocess
import sys
import tempfile
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from itertools import product

from service.graph.engine.ports import free_port

CLIENTS = 8
ACTORS = (
    "chn",
    "rus",
    "usa",
    "ukr",
    "gbr",
    "fra",
    "deu",
    "ind",
    "vladimir-putin",
    "xi-jinping",
    "nato",
    "eu",
)
SAME = (
    "/v1/actors/chn",
    "/v1/actors?q=china",
    "/v1/actors/vladimir-putin/relations",
    "/v1/stances?holder=chn&target=usa",
    "/v1/stances?topic=ukraine-war",
)
# More different questions than a worker remembers answers: nearly all of them reach the database.
NEW = [f"/v1/actors/{actor}" for actor in ACTORS] + [
    f"/v1/stances?holder={holder}&limit={limit}" for holder, limit in product(ACTORS, range(10, 210))
]


def client(port: int, paths: list[str]) -> list[float]:
    """One client on one connection: the milliseconds of each request."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    taken = []
    for path in paths:
        began = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        taken.append((time.perf_counter() - began) * 1000)
        if answer.status != 200:
            raise SystemExit(f"{path} answered {answer.status}")
    connection.close()
    return taken


def measure(name: str, port: int, paths: list[str], requests: int) -> None:
    """Print rate, median and 95th percentile; a round before it warms everything up."""
    turns = [
        [paths[(start + step) % len(paths)] for step in range(requests)] for start in range(0, 8 * 61, 61)
    ]
    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(lambda turn: client(port, turn), turns))
        began = time.perf_counter()
        taken = sorted(ms for each in pool.map(lambda turn: client(port, turn), turns) for ms in each)
    rate = len(taken) / (time.perf_counter() - began)
    p50, p95 = taken[len(taken) // 2], taken[len(taken) * 95 // 100]
    print(f"{name:40} {rate:6.0f} requests/s   p50 {p50:5.1f} ms   p95 {p95:5.1f} ms")


def until_ready(port: int) -> None:
    """Wait for the served API."""
    for _ in range(1200):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5)
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("not served within two minutes")


def main() -> None:
    """Serve the bundled claims in a folder of their own and measure."""
    requests, port = int(sys.argv[1]) if len(sys.argv) > 1 else 1000, free_port()
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "service.cli", "serve", "--demo", "--port", str(port)]
        with subprocess.Popen([*command, "--data-dir", folder], stdout=subprocess.DEVNULL) as process:
            try:
                until_ready(port)
                measure("/healthz", port, ["/healthz"], requests)
                measure("five questions, asked again and again", port, list(SAME), requests)
                measure(f"{len(NEW)} different questions", port, NEW, requests)
            finally:
                process.terminate()


if __name__ == "__main__":
    main()
