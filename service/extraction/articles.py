"""Articles read whole: text in, claim records out, each with its sentence and the reason why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from spacy.tokens import Doc

from service.extraction.claiming import Claiming
from service.extraction.declaring import actor_named, declarations_of
from service.extraction.documents import Document, Sentence
from service.extraction.events.quotations import Quotation
from service.extraction.events.voices import Voices
from service.extraction.grammar.parsing import parsed
from service.extraction.llm.model import Door, read_by_model
from service.extraction.names.memory import Memory
from service.extraction.names.setting import country_of
from service.extraction.reading import read
from service.extraction.text.texts import Block

# Articles whose paragraphs are parsed together.
CHUNK = 16
# Sections whose sentences are the article's own report. A headline repeats, cut short, what the body says;
# a caption tells of its picture, which may be of another day.
_READ = frozenset(("standfirst", "body"))


@dataclass
class Extraction:
    """What was read in one article: records as in a claims file, the header first, and its quotations."""

    document: Document
    records: list[dict[str, Any]] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)


def extract(documents: Iterable[Document], door: Door | None = None) -> Iterator[Extraction]:
    """Each article's claims, in order. The articles are parsed in chunks, which is where the time goes.

    Through `door` a model reads them; where it fails, the rules do, and a warning says so.
    """
    waiting = iter(documents)
    while chunk := list(islice(waiting, CHUNK)):
        blocks = [_blocks(document) for document in chunk]
        texts = (
            document.text[block.start : block.end]
            for document, each in zip(chunk, blocks, strict=True)
            for block in each
        )
        docs = parsed(texts)
        for document, each in zip(chunk, blocks, strict=True):
            read_by_rules = _extraction(document, each, list(islice(docs, len(each))))
            yield read_by_rules if door is None else _by_model(door, read_by_rules)


def _blocks(document: Document) -> list[Block]:
    body = [block for block in document.blocks if block.section in _READ and not block.heading]
    # The headline is read for whom the article is about; a text that is only a headline is read as such.
    return [*(block for block in document.blocks if block.section == "title"), *body]


def _extraction(document: Document, blocks: list[Block], docs: list[Doc]) -> Extraction:
    claiming = Claiming(document)
    memory = Memory(home=country_of(document.place) if document.place is not None else None)
    voices = Voices()
    quotations: list[Quotation] = []
    for block, doc in zip(blocks, docs, strict=True):
        paragraph = document.text[block.start : block.end]
        voices.begin(paragraph)
        sentences = list(read(doc, memory, document.published_on, voices))
        quoted = voices.quotations(doc, [each.resolver for each in sentences])
        for quotation in quoted:
            if quotation.cue is not None:
                quotations = _told_at_last(quotations, quotation)
        if block.section == "title" and len(blocks) > 1:
            continue
        for number, sentence in enumerate(sentences, start=1):
            claiming.sentence(block, number, sentence, quoted)
        quotations += [_moved(quotation, block.start) for quotation in quoted]
    return Extraction(document, claiming.records(), quotations, claiming.warnings, claiming.sentences)


def _told_at_last(before: list[Quotation], quotation: Quotation) -> list[Quotation]:
    """The quotations before one with its speaker: those that ran on into it, unclosed, are of the same."""
    ending = len(before)
    while ending and before[ending - 1].open and before[ending - 1].cue is None:
        ending -= 1
    return [*before[:ending], *(replace(each, speakers=quotation.speakers) for each in before[ending:])]


def _by_model(door: Door, rules: Extraction) -> Extraction:
    document = rules.document
    about = {name: getattr(document, name) for name in ("title", "published_on", "outlet", "language")}
    answer = read_by_model(door, rules.sentences, about, actor_named)
    if answer.degraded is not None:
        return replace(
            rules, warnings=[*rules.warnings, f"read by rules, since the model failed: {answer.degraded}"]
        )
    warnings = [
        f"{count} claims of the model dropped: {reason}" for reason, count in sorted(answer.dropped.items())
    ]
    named = {"document_id": document.id} if document.id is not None else {}
    claims = [{**claim, **named} for claim in answer.claims]
    return replace(rules, records=[rules.records[0], *declarations_of(claims), *claims], warnings=warnings)


def _moved(quotation: Quotation, by: int) -> Quotation:
    """A quotation of a paragraph as one of the article."""
    return replace(quotation, start=quotation.start + by, end=quotation.end + by)
