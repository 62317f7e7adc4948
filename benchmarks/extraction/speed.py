"""Times the extractor beside the bare spaCy pipeline on the same texts in one run, and two processes.

    python benchmarks/extraction/speed.py                  # articles made of the development set's sentences
    python benchmarks/extraction/speed.py articles.jsonl   # as communique extract takes them

Both read every article once before the clock starts. The bare pipeline gets the articles' paragraphs, as the
extractor does.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

import orjson
import spacy
from spacy.language import Language

from service.errors import InvalidInput
from service.extraction.articles import CHUNK, extract
from service.extraction.documents import Document
from service.extraction.grammar.parsing import BATCH, MODEL
from service.extraction.inputs import document_of, lines
from service.extraction.spreading import processes, spread

DEVELOPMENT = Path(__file__).parent / "development"
ROUNDS = 3


def articles() -> Iterator[Document]:
    """The articles of the files named, else of the development set: twenty sentences each, in paragraphs."""
    if len(sys.argv) > 1:
        for path in map(Path, sys.argv[1:]):
            yield from (
                each for each in lines(path.read_bytes(), path.name) if not isinstance(each, InvalidInput)
            )
        return
    rows = (
        line for path in sorted(DEVELOPMENT.glob("part*.jsonl")) for line in path.read_bytes().splitlines()
    )
    texts = (orjson.loads(line)["text"] for line in rows)
    while sentences := list(islice(texts, 20)):
        paragraphs = (" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))
        yield document_of({"text": "\n\n".join(paragraphs), "published_on": "2024-05-16"}, "article")


@cache
def model() -> Language:
    """The model without what the extractor does to it."""
    return spacy.load(MODEL)


def bare(documents: list[Document]) -> None:
    """The pipeline alone, as the model's package has it."""
    texts = (each.text[block.start : block.end] for each in documents for block in each.blocks)
    for _ in model().pipe(texts, batch_size=BATCH):
        pass


def whole(documents: list[Document]) -> None:
    """The extractor."""
    for _ in extract(documents):
        pass


def beside(documents: list[Document]) -> tuple[float, float]:
    """Articles a second, by the wall clock, of the bare pipeline and of the extractor.

    They take turns, some articles at a time, so that whatever else the machine does slows both alike.
    """
    seconds = dict.fromkeys((bare, whole), 0.0)
    for at in range(0, len(documents), CHUNK):
        for task in seconds:
            begun = time.perf_counter()
            task(documents[at : at + CHUNK])
            seconds[task] += time.perf_counter() - begun
    return len(documents) / seconds[bare], len(documents) / seconds[whole]


def shared(documents: list[Document], number: int) -> float:
    """Articles a second in so many processes, once each has read one chunk."""
    with processes(number) as submit:
        list(spread(documents[:16] * number, "claims", None, submit, number))
        begun = time.perf_counter()
        list(spread(documents * 3, "claims", None, submit, number))
        return 3 * len(documents) / (time.perf_counter() - begun)


def main() -> None:
    """Print the figures."""
    documents = list(articles())
    # First of all, so that no worker has the bare model besides.
    one, two = shared(documents, 1), shared(documents, 2)
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"one process {one:.1f} articles/s, two {two:.1f}: {two / one:.2f} times; {children:.0f} MB a worker"
    )
    bare(documents)
    whole(documents)
    for _ in range(ROUNDS):
        alone, all_of_it = beside(documents)
        print(f"bare pipeline {alone:.1f} articles/s, extractor {all_of_it:.1f}: {all_of_it / alone:.0%}")


if __name__ == "__main__":
    main()
