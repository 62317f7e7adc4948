"""Draws claims at random, with a fixed seed, for a person to read one by one.

communique extract articles.jsonl -o claims.jsonl
python benchmarks/extraction/sample.py claims.jsonl 100 > sample.md
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any

import orjson

SEED = 20240516


def told(claim: dict[str, Any], text: str) -> str:
    """A claim as a reader judges it: its sentence, the fact, who says it."""
    evidence, kind = claim["evidence"], claim["kind"]
    before = text[max(0, evidence["start"] - 200) : evidence["start"]].replace("\n", " ")
    speakers = ", ".join(claim["speakers"]) or "the outlet"
    return (
        f"- … {before}**{text[evidence['start'] : evidence['end']]}**\n"
        f"  - {kind} {orjson.dumps(claim[kind]).decode()}; {claim['modality']}, said by {speakers}"
        f" («{evidence['quote']}»)\n"
    )


def main() -> None:
    """Print the sample."""
    claims: list[tuple[dict[str, Any], str, str]] = []
    text = date = ""
    for line in Path(sys.argv[1]).read_bytes().splitlines():
        record = orjson.loads(line)
        if record["record"] == "article":
            text, date = record["text"], record["published_on"]
        elif record["record"] == "claim":
            claims.append((record, text, date))
    chosen = random.Random(SEED).sample(claims, int(sys.argv[2]))  # noqa: S311 - a sample, not a secret
    for number, (claim, own, date) in enumerate(chosen, start=1):
        print(f"{number}. published {date}\n{told(claim, own)}")


if __name__ == "__main__":
    main()
