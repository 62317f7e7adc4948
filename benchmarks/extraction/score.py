"""Scores the extractor on sentences that people coded in PLOVER, and prints what it got wrong.

A file of coded sentences is JSON Lines: `{"id", "text", "dateline", "events": [{"type", "mode", "initiators",
"recipients", "modality", "speakers", "trigger"}]}` with PLOVER 0.8 types and modes, and ISO alpha-3 or
organization codes; an empty list of events says that the sentence states none. Every coded event is compared
with the extracted event of its sentence that agrees with it most, each extracted event with one coded event
at most:

    cd benchmarks/extraction && python score.py development/part*.jsonl --half open --errors missed,wrong
    python benchmarks/extraction/score.py coded.jsonl
    python benchmarks/extraction/score.py --articles benchmarks/extraction/development/articles.jsonl
    python benchmarks/extraction/score.py --seed FOLDER    # article.txt, seed_events.jsonl with anchors

Shares are of the coded events (a missed event agrees in nothing); precision is the share of extracted events
that agree with a coded one in type, initiators and recipients.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import orjson
from development_set import HALVES, Record, coded_in
from tally import PARTS, Tally

from service.extraction.articles import extract
from service.extraction.inputs import document_of, plain
from service.extraction.plover import plover_records


def scored(sentences: Iterable[Record]) -> Tally:
    """The extractor's score on coded sentences."""
    tally = Tally()
    sentences = list(sentences)
    documents = [
        document_of({"text": each["text"], "published_on": each.get("dateline") or "2000"}, each["id"])
        for each in sentences
    ]
    for sentence, read in zip(sentences, extract(documents), strict=True):
        tally.add(sentence, list(plover_records(read)))
    return tally


def whole(articles: Iterable[Record]) -> tuple[Tally, int, int]:
    """The score on whole articles, by sentence; quotes with the right speaker, and all quotes."""
    tally, right, quotes = Tally(), 0, 0
    for article in articles:
        given = {"text": article["text"], "published_on": article["dateline"], "id": article["id"]}
        for read in extract([document_of(given, article["id"])]):
            _add_article(tally, article, list(plover_records(read)))
            said = [
                (_plain(each.text), {speaker.code for speaker in each.speakers}) for each in read.quotations
            ]
            for quote in article["quotes"]:
                quotes += 1
                words = _plain(quote["quote"])
                right += any(
                    words in text or text in words for text, by in said if by == set(quote["speaker"])
                )
    return tally, right, quotes


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower().replace("’", "'")))


def _add_article(tally: Tally, article: Record, found: list[Record]) -> None:
    left = list(found)
    for at, sentence in enumerate(article["sentences"]):
        own = [
            record
            for record in left
            if sentence["text"] in record["text"] or record["text"] in sentence["text"]
        ]
        left = [record for record in left if record not in own]
        tally.add({"id": f"{article['id']} {at}", **sentence}, own)
    if left:
        tally.add({"id": f"{article['id']} outside", "text": left[0]["text"], "events": []}, left)


def seed(folder: Path) -> Tally:
    """The score on an article whose coded events are marked by anchors, words of their sentences."""
    article = plain((folder / "article.txt").read_bytes(), "article.txt", {"published_on": "2024-05-16"})
    found = [dict(record) for read in extract([article]) for record in plover_records(read)]
    extracted: dict[str, list[Record]] = defaultdict(list)
    for record in found:
        extracted[" ".join(record["text"].split())].append(record)
    coded: dict[str, list[Record]] = defaultdict(list)
    for line in (folder / "seed_events.jsonl").read_bytes().splitlines():
        event = orjson.loads(line)
        sentence = _sentence_of(event["anchor"], article.text, extracted)
        sides = {"initiators": event["actor"], "recipients": event["recipient"]}
        coded[sentence].append({"type": event["event"], "mode": event["mode"], **sides})
    tally = Tally()
    for text in dict.fromkeys([*coded, *extracted]):
        tally.add({"id": "seed", "text": text, "events": coded.get(text, [])}, extracted.get(text, []))
    return tally


def _sentence_of(anchor: str, text: str, extracted: Iterable[str]) -> str:
    """The sentence that holds most of an anchor's words, as the extractor cut it where it found an event."""
    words = set(re.findall(r"\w+", anchor.lower()))
    sentences = [" ".join(each.split()) for each in re.split(r"(?<=[.”])\s+(?=[“A-Z])|\n+", text)]
    best = max(sentences, key=lambda each: len(words & set(re.findall(r"\w+", each.lower()))))
    return next((each for each in extracted if best in each or each in best), best)


def report(tally: Tally) -> Iterator[str]:
    """The score as lines."""
    coded = max(tally.coded, 1)
    yield f"coded {tally.coded}, extracted {tally.extracted}, coverage {tally.covered / coded:.1%}"
    yield "  ".join(f"{part} {tally.agreed[part] / coded:.1%}" for part in PARTS)
    right = tally.agreed["triple"]
    f1 = 2 * right / max(tally.extracted + tally.coded, 1)
    yield f"precision (triple) {right / max(tally.extracted, 1):.1%}  F1 {f1:.1%}"
    yield f"sentences without an event: {tally.no_event}, of which {tally.false_on_no_event} gave one"
    for type_, counts in sorted(tally.by_type.items()):
        shares = "  ".join(
            f"{part} {counts[part] / counts['coded']:.0%}"
            for part in ("type", "source", "recipient", "triple")
        )
        yield f"  {type_:10} {counts['coded']:4}  {shares}"


def _shown(error: tuple[str, Record, Record | None, Record | None]) -> str:
    kind, sentence, coded, found = error
    lines = [f"{kind} {sentence['id']}: {sentence['text']}"]
    if coded is not None:
        lines.append(
            f"    coded     {coded['type']} {coded['mode']} {coded['initiators']} > {coded['recipients']}"
        )
    if found is not None:
        sides = [[each["code"] for each in found[side]] for side in ("actor", "recipient")]
        lines.append(
            f"    extracted {found['event']} {found['mode']} {sides[0]} > {sides[1]} {found['event_text']!r}"
        )
    return "\n".join(lines)


def main() -> None:
    """Read the arguments, print the score and the errors asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--articles", action="store_true", help="the files hold whole articles")
    parser.add_argument("--half", choices=HALVES, help="half of the development set")
    parser.add_argument("--errors", default="", help="kinds to print: missed,wrong,extra,false")
    parser.add_argument("--seed", type=Path, help="folder of an article with coded events")
    given = parser.parse_args()
    coded = coded_in(given.files, given.half)
    if given.seed:
        tally = seed(given.seed)
    elif given.articles:
        tally, right, quotes = whole(coded)
        print(f"speaker right for {right} of {quotes} quotes")
    else:
        tally = scored(coded)
    for line in report(tally):
        print(line)
    for error in tally.errors:
        if error[0] in given.errors.split(","):
            print(_shown(error))


if __name__ == "__main__":
    main()
