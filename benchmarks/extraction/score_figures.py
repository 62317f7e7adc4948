"""Scores measures and relations against coded sentences.

    python benchmarks/extraction/score_figures.py benchmarks/extraction/development/figures.jsonl --half kept

A measure is right where indicator, value, comparator, parties, period and modality agree with a coded one, a
relation where type, ends, title and modality do; ties that hold both ways may have their ends changed. Each
extracted record agrees with one coded record at most.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable
from math import isclose
from pathlib import Path
from typing import TypeVar

from development_set import HALVES, Record, coded_in

from service.extraction.events.voices import Voices
from service.extraction.figures.measures import Measure, measures
from service.extraction.grammar.parsing import parsed
from service.extraction.names.memory import Memory, Reference
from service.extraction.names.slugs import slug_of
from service.extraction.reading import read
from service.extraction.relations.relations import Relation, relations
from service.vocabulary.terms import indicator, relation_type

T = TypeVar("T")


def is_same(reference: Reference | None, coded: str | None) -> bool:
    """Whether an actor is the one that was coded, by country code or name."""
    if reference is None or coded is None:
        return reference is None and coded is None
    return slug_of(coded) in (slug_of(reference.code), reference.id)


def are_same(
    found: tuple[Reference | None, Reference | None], coded: Record, ends: tuple[str, str], pair: bool
) -> bool:
    """Whether two actors are those coded under two names, in this order or, of a `pair`, in any."""
    orders = (ends, ends[::-1]) if pair else (ends,)
    return any(
        all(is_same(each, coded.get(end)) for each, end in zip(found, order, strict=True)) for order in orders
    )


def agrees_as_measure(measure: Measure, coded: Record) -> bool:
    """Whether a measure is the coded one."""
    return (
        measure.indicator == coded["indicator"]
        and isclose(measure.value, coded["value"], rel_tol=1e-6)
        and measure.comparator == coded.get("comparator", "exact")
        and are_same(
            (measure.of, measure.with_),
            coded,
            ("of", "with"),
            bool(indicator(measure.indicator).extra.get("symmetric")),
        )
        and measure.period == coded.get("period")
        and measure.modality == coded.get("modality", "asserted")
    )


def agrees_as_relation(relation: Relation, coded: Record) -> bool:
    """Whether a relation is the coded one."""
    both = bool(relation_type(relation.type).extra["symmetric"])
    return (
        relation.type == coded["type"]
        and are_same((relation.subject, relation.object), coded, ("subject", "object"), both)
        and (relation.title or None) == coded.get("title")
        and relation.modality == coded.get("modality", "asserted")
    )


def count(found: list[T], coded: list[Record], agrees: Callable[[T, Record], bool]) -> int:
    """How many coded records an extracted one agrees with."""
    left = list(found)
    right = 0
    for each in coded:
        match = next((one for one in left if agrees(one, each)), None)
        if match is not None:
            left.remove(match)
            right += 1
    return right


def main() -> None:
    """Print how many are coded, extracted and right."""
    parser = argparse.ArgumentParser(description="Score measures and relations.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--half", choices=HALVES)
    given = parser.parse_args()
    records = list(coded_in([given.file], given.half))
    tally: Counter[str] = Counter()
    for record, doc in zip(records, parsed(each["text"] for each in records), strict=True):
        sentences = list(read(doc, Memory(), record["dateline"], Voices(record["text"])))
        figures = [made for each in sentences for made in measures(each.resolver, record["dateline"])]
        ties = [made for each in sentences for made in relations(each.resolver, record["dateline"])]
        tally["measures coded"] += len(record["measures"])
        tally["measures extracted"] += len(figures)
        tally["measures right"] += count(figures, record["measures"], agrees_as_measure)
        tally["relations coded"] += len(record["relations"])
        tally["relations extracted"] += len(ties)
        tally["relations right"] += count(ties, record["relations"], agrees_as_relation)
    for name, number in tally.items():
        print(f"{name:20} {number:4}")


if __name__ == "__main__":
    main()
