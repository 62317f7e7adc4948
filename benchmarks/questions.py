"""Asks every question of 100,000 claims at eight clients, and says which miss their target.

    .venv/bin/python benchmarks/questions.py [--only stances] [--requests 320] [--data-dir …]

The claims are those of generated_world.py; their graph is kept in the user's cache folder, so that only the
first run loads it (--reload loads anew). `communique serve` answers, with its own workers and threads; the
clients are processes of the same machine and share its cores. No address is asked for twice where a question
has arguments to vary, so no answer comes from a worker's memory. `cpu ms` is the processor time of workers
and engine for one request: unlike the others it hardly depends on what else the machine does.
"""

from __future__ import annotations

import argparse
import http.client
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import Pool
from multiprocessing.pool import Pool as Clients
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import orjson
import platformdirs
import psutil
from question_arguments import QUESTIONS, Sample

from service.api.app import create_app
from service.config import load_config
from service.graph.connection import Database
from service.graph.engine import state
from service.graph.engine.layout import Layout
from service.graph.engine.ports import free_port
from service.graph.engine.server import address
from service.queries.catalogue import QUERIES

CLIENTS, WARMING, SEED = 8, 480, 7
# 95 of 100 answers within so many milliseconds.
TARGETS = {"look-up": 60.0, "aggregate": 400.0}
HEAD = f"{'question':24} {'kind':9} {'asked':>5}   p50 ms   p95 ms   p99 ms cpu ms failed"
HERE = Path(__file__).parent
IN_PATH = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True)
class Request:
    """One request: GET has no body."""

    method: str
    path: str
    body: bytes | None = None


def load(folder: Path, claims: int, reload: bool) -> None:
    """The graph of the generated world in the folder, unless it is there."""
    mark = folder / f"loaded-{claims}-{SEED}"
    if mark.exists() and not reload:
        return
    folder.mkdir(parents=True, exist_ok=True)
    world = folder / "world.jsonl"
    with world.open("wb") as file:
        generate = [sys.executable, HERE / "generated_world.py", "--claims", str(claims), "--seed", str(SEED)]
        subprocess.run([*map(str, generate)], stdout=file, check=True)
    began = time.perf_counter()
    command = [sys.executable, "-m", "service.cli", "load", "--data-dir", str(folder), str(world)]
    subprocess.run(command, check=True)
    taken = time.perf_counter() - began
    print(
        f"{claims} claims loaded in {taken:.0f} s, {claims / taken:.0f} a second, checks and start included"
    )
    mark.touch()


@contextmanager
def served(folder: Path) -> Iterator[tuple[int, int]]:
    """The port and process of `communique serve` on the folder, once it is ready."""
    port = free_port()
    command = [sys.executable, "-m", "service.cli", "serve", "--port", str(port), "--data-dir", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            for _ in range(1200):
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5)
                    break
                except OSError:
                    time.sleep(0.1)
            else:
                raise SystemExit("not served within two minutes")
            yield port, process.pid
        finally:
            process.terminate()


def addresses() -> dict[str, tuple[str, str]]:
    """Method and rule of every question, as Flask has them."""
    rules = {rule.endpoint.split(".")[-1]: rule for rule in create_app(load_config({})).url_map.iter_rules()}
    found = {}
    for name in QUERIES:
        rule = rules[re.sub("[/-]", "_", name)]
        found[name] = ("GET" if "GET" in (rule.methods or ()) else "POST", rule.rule)
    return found


def requests(name: str, method: str, rule: str, sample: Sample) -> Iterator[Request]:
    """Requests of one question without end, no two the same where there is something to vary."""
    for given in sample.arguments(QUERIES[name], QUESTIONS[name]):
        left = dict(given)
        path = IN_PATH.sub(lambda part, left=left: str(left.pop(part[1])), rule)  # type: ignore[misc]
        if method == "GET":
            yield Request(method, f"{path}?{urlencode(left)}" if left else path)
        else:
            yield Request(method, path, orjson.dumps({key: typed(value) for key, value in left.items()}))


def typed(value: str) -> Any:
    """A value of a JSON body: ids between commas are a list there."""
    try:
        return orjson.loads(value)
    except orjson.JSONDecodeError:
        return value


def client(turn: tuple[int, list[Request]]) -> list[tuple[float, int, str]]:
    """Milliseconds, status and, of a failure, its words, for each request of one client on one connection."""
    port, asked = turn
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    found = []
    for request in asked:
        headers = {"Content-Type": "application/json"} if request.body is not None else {}
        began = time.perf_counter()
        connection.request(request.method, request.path, request.body, headers)
        answer = connection.getresponse()
        content = answer.read()
        taken = (time.perf_counter() - began) * 1000
        words = "" if answer.status == 200 else f"{request.path}: {answer.status} {content[:300].decode()}"
        found.append((taken, answer.status, words))
    connection.close()
    return found


def measure(port: int, asked: list[Request], pool: Clients) -> list[tuple[float, int, str]]:
    """All answers to the requests, dealt to the clients in turn."""
    turns = [(port, asked[number::CLIENTS]) for number in range(CLIENTS)]
    return [each for found in pool.map(client, turns) for each in found]


def spent(serve: int, folder: Path) -> float:
    """Seconds of processor time that gunicorn and the engine have used so far."""
    java = state.read(Layout(folder).state).java
    engine = java.process() if java is not None else None
    used = [*psutil.Process(serve).children(recursive=True), *([engine] if engine is not None else [])]
    times = [process.cpu_times() for process in set(used)]
    # A worker that was renewed in between has left its time to gunicorn.
    return sum(each.user + each.system + each.children_user + each.children_system for each in times)


def report(name: str, found: list[tuple[float, int, str]], used: float, repeated: int) -> bool:
    """Print one line; whether 95 of 100 answers came in time and none failed."""
    kind = "aggregate" if QUERIES[name].adds_up else "look-up"
    taken = sorted(ms for ms, _, _ in found)
    p50, p95, p99 = (taken[min(len(taken) * part // 100, len(taken) - 1)] for part in (50, 95, 99))
    failed = [words for _, _, words in found if words]
    fit = p95 <= TARGETS[kind] and not failed
    told = f"{name:24} {kind:9} {len(found):5} {p50:8.1f} {p95:8.1f} {p99:8.1f} {used:6.1f} {len(failed):6}"
    print(f"{told}  {'pass' if fit else 'MISS'}{f'  {repeated} the same' if repeated else ''}", flush=True)
    for words, count in Counter(failed).most_common(1):
        print(f"    {count} x {words}")
    return fit


def main() -> None:
    """Load, serve, ask, print."""
    parser = argparse.ArgumentParser(
        description="Ask every question of the generated world at eight clients."
    )
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--requests", type=int, default=320, help="of each question")
    parser.add_argument("--only", action="append", default=[], help="only questions whose name begins so")
    parser.add_argument("--data-dir", type=Path)
    parser.add_argument("--reload", action="store_true", help="load the claims anew")
    given = parser.parse_args()
    if QUESTIONS.keys() != QUERIES.keys():
        raise SystemExit(
            f"question_arguments.py differs from the catalogue: {QUESTIONS.keys() ^ QUERIES.keys()}"
        )
    cache = platformdirs.user_cache_path("communique") / f"benchmark-{given.claims}"
    folder = given.data_dir or cache
    load(folder, given.claims, given.reload)
    names = [name for name in QUERIES if name.startswith(tuple(given.only) or "")]
    with served(folder) as (port, serve), Pool(CLIENTS) as pool:
        layout = Layout(folder)
        with Database(address(layout, state.read(layout.state).port)) as database:
            sample = Sample(database, SEED)
        print(HEAD)
        ways = {name: way for name, way in addresses().items() if name in names}
        asked = {
            name: list(islice(requests(name, *way, sample), given.requests + WARMING))
            for name, way in ways.items()
        }
        # First everything once, or the first ones would share the machine with the making of plans.
        for all_of_it in asked.values():
            measure(port, all_of_it[:WARMING], pool)
        fit = 0
        for name, all_of_it in asked.items():
            before = spent(serve, folder)
            found = measure(port, all_of_it[WARMING:], pool)
            used = (spent(serve, folder) - before) * 1000 / given.requests
            fit += report(name, found, used, len(all_of_it) - len(set(all_of_it)))
    print(f"{fit} of {len(names)} questions in time: {TARGETS}")


if __name__ == "__main__":
    main()
