"""Writes a claims file of a fictional world in which few actors do most, as in real event data.

    .venv/bin/python benchmarks/generated_world.py --claims 100000 --seed 7 > world.jsonl

The same seed gives the same file. With --shape the measured shares of the busiest go to standard error.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from typing import Any

import orjson
from generated_actors import Json, World
from generated_stories import Story, Teller

from service.claims.identity import sha256_hex

RELATIONS, MEASURES = 0.04, 0.08
YEARS = range(2005, 2025)
AFTER = 3


class Press:
    """Prints declarations, datasets, and stories: by one outlet, or by all that take an agency's text."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - nothing here is secret
        self.world = World(self.rng)
        self.teller = Teller(self.world, self.rng)

    def records(self, claims: int) -> Iterator[Json]:
        """The whole file, with so many claims."""
        yield _dataset("ties", "2025-01-01")
        yield from self.world.declarations()
        tied, figures = int(claims * RELATIONS), int(claims * MEASURES)
        for number, relation in enumerate(islice(self.world.relations(), tied)):
            yield _row("relation", relation, number)
        for name, table in zip("ab", self._tables(figures), strict=True):
            yield _dataset(f"customs-{name}", "2025-02-01")
            yield from (_row("measure", measure, number) for number, measure in enumerate(table))
        yield from _until(self._articles(), claims - tied - figures)

    def _tables(self, figures: int) -> tuple[list[Json], list[Json]]:
        """Trade by pair and year, as two offices know it: their figures are some per cent apart."""
        tables: tuple[list[Json], list[Json]] = ([], [])
        seen: set[tuple[str, ...]] = set()
        while sum(map(len, tables)) < figures:
            pair = tuple(sorted(self.world.pair()))
            if pair in seen:
                continue
            seen.add(pair)
            value = self.rng.lognormvariate(20, 2)
            for year in YEARS:
                value *= self.rng.lognormvariate(0.03, 0.15)
                trade = {"indicator": "trade_turnover", "of": pair[0], "with": pair[1], "period": str(year)}
                for table in tables:
                    table.append({**trade, "value": float(round(value * self.rng.lognormvariate(0, 0.03)))})
        half = figures // 2
        return tables[0][:half], tables[1][: figures - half]

    def _articles(self) -> Iterator[Json]:
        number = 0
        while True:
            story, agency = self.teller.story(), None
            printed = {self.world.outlet_wheel.draw(self.rng)}
            if self.rng.random() < 0.3:
                agency = self.rng.choice(self.world.agencies)
                while self.rng.random() < 0.7:
                    printed.add(self.world.outlet_wheel.draw(self.rng))
            for outlet in sorted(printed):
                number += 1
                url = f"https://{outlet}.example/{number}"
                yield from _printed(
                    story, url, outlet, [agency] if agency is not None else [], number % AFTER
                )
                if self.rng.random() < 0.002:
                    yield {"record": "retraction", "article": url, "reason": "withdrawn by the outlet"}


def _printed(story: Story, url: str, outlet: str, credits: list[str], days: int) -> Iterator[Json]:
    text = " ".join(story.sentences)
    header = {"record": "article", "url": url, "title": story.sentences[0][:200], "outlet": outlet}
    header |= {"published_on": (story.day + timedelta(days=days)).isoformat(), "sha256": sha256_hex(text)}
    yield {**header, "credits": credits, "text": text}
    start = 0
    for number, (sentence, claim) in enumerate(zip(story.sentences, story.claims, strict=True), start=1):
        evidence: Json = {"paragraph": 1, "sentence": number, "start": start, "end": start + len(sentence)}
        evidence |= {"sentence_sha256": sha256_hex(sentence), "quote": sentence[:40].rstrip()}
        yield {"record": "claim", **claim, "evidence": evidence}
        start += len(sentence) + 1


def _dataset(id_: str, released: str) -> Json:
    about = {"title": id_.title(), "publisher": "Generated", "version": "1", "licence": "CC0-1.0"}
    return {"record": "dataset", "id": id_, "released_on": released, **about}


def _row(kind: str, fact: Json, number: int) -> Json:
    claim = {"record": "claim", "kind": kind, kind: fact, "speech_act": "report", "method": "dataset"}
    return {**claim, "evidence": {"row": f"{kind} {number}"}}


def _until(records: Iterator[Json], claims: int) -> Iterator[Json]:
    for record in records:
        if record["record"] == "claim":
            if claims == 0:
                return
            claims -= 1
        yield record


def shape(records: list[Json]) -> str:
    """The shares of the busiest actors, pairs and outlets, and how much there is of each kind."""
    events = [record["event"] for record in records if record.get("kind") == "event"]
    sides = [(event["initiators"], event["recipients"]) for event in events]
    ends = Counter(end for did, suffered in sides for end in (*did, *suffered))
    pairs = Counter((a, b) for did, suffered in sides for a in did for b in suffered)
    printed = Counter(record["outlet"] for record in records if record["record"] == "article")
    facts = {orjson.dumps(event, option=orjson.OPT_SORT_KEYS) for event in events}
    kinds = Counter(str(record.get("kind", record["record"])) for record in records)
    lines = [_shares("actors", ends), _shares("directed pairs", pairs), _shares("outlets", printed)]
    lines.append(f"{len(events)} claims of {len(facts)} events")
    return "\n".join([*lines, ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())])


def _shares(name: str, counts: Counter[Any]) -> str:
    ranked = sorted(counts.values(), reverse=True)
    tops = ", ".join(f"top {n} {sum(ranked[:n]) / sum(ranked):.1%}" for n in (1, 5, 10, 20, 50, 100))
    return f"{len(ranked)} {name}: {tops}"


def main() -> None:
    """Write the file to standard output."""
    parser = argparse.ArgumentParser(description="Write a claims file of a fictional world.")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--shape", action="store_true", help="print the shares of the busiest, too")
    given = parser.parse_args()
    records = list(Press(given.seed).records(given.claims))
    sys.stdout.buffer.writelines(orjson.dumps(record) + b"\n" for record in records)
    if given.shape:
        sys.stderr.write(shape(records) + "\n")


if __name__ == "__main__":
    main()
