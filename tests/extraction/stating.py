"""The acts, figures and ties that a text states, as briefly as tests compare them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from service.extraction.articles import extract
from service.extraction.events.voices import Voices
from service.extraction.figures.measures import Measure, measures
from service.extraction.grammar.parsing import parsed
from service.extraction.inputs import document_of
from service.extraction.names.memory import Memory
from service.extraction.plover import plover_records
from service.extraction.reading import read
from service.extraction.relations.relations import Relation, relations

DAY = "2024-05-16"
Told = tuple[str, str, str]
BriefMeasure = tuple[str, float, str, str | None, str | None, str | None]


def acts_of(texts: Iterable[str]) -> Iterator[set[Told]]:
    """The acts that each text tells of: the type, the codes of who does it and those to whom it is done."""
    for article in extract(document_of({"text": text, "published_on": DAY}, text) for text in texts):
        yield {
            (
                record["event"],
                " ".join(sorted({each["code"] for each in record["actor"]})),
                " ".join(sorted({each["code"] for each in record["recipient"]})),
            )
            for record in plover_records(article)
        }


def figures_of(text: str, day: str | None = DAY) -> list[Measure]:
    """The figures of a text written on a day."""
    doc = next(parsed([text]))
    return [made for each in read(doc, Memory(), day, Voices(text)) for made in measures(each.resolver, day)]


def ties_of(text: str) -> list[Relation]:
    """The ties of a text."""
    doc = next(parsed([text]))
    return [made for each in read(doc, Memory(), DAY, Voices(text)) for made in relations(each.resolver, DAY)]


def brief_figures(text: str, day: str | None = DAY) -> list[BriefMeasure]:
    """Indicator, value, comparator, whose, with whom, period."""
    return [
        (
            each.indicator,
            each.value,
            each.comparator,
            each.of.id if each.of is not None else None,
            each.with_.id if each.with_ is not None else None,
            each.period,
        )
        for each in figures_of(text, day)
    ]


def brief_ties(text: str) -> set[tuple[str, str, str]]:
    """Type, subject, object."""
    return {(each.type, each.subject.id, each.object.id) for each in ties_of(text)}
