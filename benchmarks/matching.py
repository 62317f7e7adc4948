"""How often `POST /v1/actors/match` ranks the right bundled actor first, and how long it takes.

    .venv/bin/python benchmarks/matching.py [address of a service, default: one of its own]

Asked are each alias and official name, and each name with one letter left out, put in, changed, or two
letters swapped, at a place that the same seed chooses each time. An alias that two actors have, or a
misspelling that is another actor's name, counts like any other.
"""

from __future__ import annotations

import random
import string
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
from reads import until_ready

from service.graph.engine.ports import free_port

SEED = 7
BATCH = 100
SINGLE = 500
Asked = tuple[str, str]


def left_out(name: str, at: int, letter: str) -> str:
    """Without the letter at this place."""
    return name[:at] + name[at + 1 :]


def put_in(name: str, at: int, letter: str) -> str:
    """With another letter at this place."""
    return name[:at] + letter + name[at:]


def changed(name: str, at: int, letter: str) -> str:
    """With another letter for the one at this place."""
    return name[:at] + letter + name[at + 1 :]


def swapped(name: str, at: int, letter: str) -> str:
    """With the letter at this place after the next one."""
    at = min(at, len(name) - 2)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


EDITS: dict[str, Callable[[str, int, str], str]] = {
    "the name with a letter left out": left_out,
    "the name with a letter put in": put_in,
    "the name with a letter changed": changed,
    "the name with two letters swapped": swapped,
}


def actors(client: httpx.Client) -> Iterator[dict[str, Any]]:
    """Every actor."""
    params = {"limit": "500"}
    while True:
        page = client.get("/v1/actors", params=params).raise_for_status().json()
        yield from page["data"]
        if page["page"]["next"] is None:
            return
        params["cursor"] = page["page"]["next"]


def questions(known: list[dict[str, Any]]) -> dict[str, list[Asked]]:
    """What is asked, by its sort: the id of the right actor, and the text."""
    rng = random.Random(SEED)  # noqa: S311 - nothing here is secret
    sorts = {
        "an alias": [(actor["id"], alias) for actor in known for alias in actor["aliases"]],
        "the official name": [(a["id"], a["official_name"]) for a in known if a["official_name"]],
    }
    for sort, edit in EDITS.items():
        sorts[sort] = [
            (a["id"], edit(a["name"], rng.randrange(len(a["name"])), rng.choice(string.ascii_lowercase)))
            for a in known
        ]
    return sorts


def answers(client: httpx.Client, asked: list[Asked]) -> Iterator[list[dict[str, Any]]]:
    """The candidates for each text, however unlikely."""
    for start in range(0, len(asked), BATCH):
        queries = {str(n): {"name": text} for n, (_, text) in enumerate(asked[start : start + BATCH])}
        body = {"queries": queries, "threshold": 0}
        for row in client.post("/v1/actors/match", json=body).raise_for_status().json()["data"]:
            yield row["candidates"]


def measure(client: httpx.Client, sort: str, asked: list[Asked]) -> None:
    """Print one line of shares, and after it what went wrong."""
    first = among = certain = wrong = 0
    missed = []
    for (id_, text), candidates in zip(asked, answers(client, asked), strict=True):
        ids = [candidate["id"] for candidate in candidates]
        matched = bool(candidates) and candidates[0]["match"]
        first += ids[:1] == [id_]
        among += id_ in ids
        certain += matched
        wrong += matched and ids[0] != id_
        if ids[:1] != [id_]:
            missed.append(f"{text!r} of {id_}: {', '.join(ids[:2]) or 'nobody'}")
    shares = [f"{100 * number / len(asked):6.2f} %" for number in (first, among, certain, wrong)]
    print(f"| {sort:36} | {len(asked):5} | {' | '.join(shares)} |", flush=True)
    print("\n".join(f"    {line}" for line in missed), file=sys.stderr, flush=True)


def speed(client: httpx.Client, names: list[str]) -> None:
    """Print how long one name takes, asked one after the other."""
    taken = []
    for name in names:
        began = time.perf_counter()
        client.post("/v1/actors/match", json={"queries": {"q": {"name": name}}}).raise_for_status()
        taken.append((time.perf_counter() - began) * 1000)
    taken.sort()
    print(f"one name: p50 {taken[len(taken) // 2]:.1f} ms, p95 {taken[len(taken) * 95 // 100]:.1f} ms")


def report(client: httpx.Client) -> None:
    """All figures of one service."""
    known = list(actors(client))
    print(f"{len(known)} actors\n")
    print("| asked is | asked | right one first | among five | certain | certain and wrong |")
    print("|---|---|---|---|---|---|")
    for sort, asked in questions(known).items():
        measure(client, sort, [(id_, text) for id_, text in asked if text.strip()])
    names = [actor["name"] for actor in known]
    random.Random(SEED).shuffle(names)  # noqa: S311 - nothing here is secret
    speed(client, names[:SINGLE])


def main() -> None:
    """Measure the service of the address, or serve the bundled claims in a folder of their own."""
    if len(sys.argv) > 1:
        with httpx.Client(base_url=sys.argv[1], timeout=120) as client:
            report(client)
        return
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "service.cli", "serve", "--demo", "--port", str(port)]
        with subprocess.Popen([*command, "--data-dir", folder], stdout=subprocess.DEVNULL) as process:
            try:
                until_ready(port)
                with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=120) as client:
                    report(client)
            finally:
                process.terminate()


if __name__ == "__main__":
    main()
