"""Plain text of a news page, read as an article: the text that is stored and its paragraphs by section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.extraction.text.datelines import Dateline, dateline_at
from service.extraction.text.decoding import stored_text
from service.extraction.text.furniture import Kind, agencies_of
from service.extraction.text.languages import refuse_unless_english
from service.extraction.text.paragraphs import Paragraph, paragraphs_of
from service.extraction.text.refusing import LARGEST, refuse
from service.extraction.text.sections import Place, author_of, places_of

# A dateline stands at the beginning, after a summary at most.
_OPENING = 3


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: `start` and `end` cut it out of the text; a heading is not to be read as a sentence.

    `section` is a term of evidence_sections; `paragraph` counts from 1, paragraphs of menus included.
    """

    section: str
    paragraph: int
    start: int
    end: int
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """An article as it is stored; `credits` are the agencies that its dateline and credit lines name."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None
    author: str | None
    dateline: Dateline | None
    credits: tuple[str, ...]


def read_text(content: str | bytes, where: str = "text", largest: int = LARGEST) -> Text:
    """Read the plain text of one English article, as written or as copied from a page with what is around it.

    Raises InvalidInput with one fault where it is empty, too large, no text, no article, or not English.
    """
    text = stored_text(content, where, largest)
    paragraphs = paragraphs_of(text, where)
    places = places_of(paragraphs)
    blocks = tuple(_blocks(paragraphs, places))
    if not blocks:
        refuse(where, "holds no article: every line is of a menu")
    refuse_unless_english(_own_words(text, blocks), where)
    title = next(
        (each.words for each, place in zip(paragraphs, places, strict=True) if place.section == "title"), None
    )
    dateline = _dateline(text, blocks)
    credits = _credits(paragraphs, places, dateline)
    return Text(text, blocks, title, author_of(paragraphs, places), dateline, credits)


def _blocks(paragraphs: Sequence[Paragraph], places: Sequence[Place]) -> Iterator[Block]:
    for number, (each, place) in enumerate(zip(paragraphs, places, strict=True), 1):
        if place.section is not None:
            yield Block(place.section, number, each.start, each.end, place.heading)


def _own_words(text: str, blocks: Sequence[Block]) -> str:
    """The body's words, whatever language the links are in; all words of a text without a body."""
    own = [each for each in blocks if each.section == "body"] or blocks
    return "\n".join(text[each.start : each.end] for each in own[:100])


def _dateline(text: str, blocks: Sequence[Block]) -> Dateline | None:
    opening = [each for each in blocks if each.section == "body" and not each.heading][:_OPENING]
    found = (dateline_at(text, each.start, each.end) for each in opening)
    return next((dateline for dateline in found if dateline is not None), None)


def _credits(
    paragraphs: Sequence[Paragraph], places: Sequence[Place], dateline: Dateline | None
) -> tuple[str, ...]:
    """The agencies, each once, in order; those of pictures are not the article's."""
    named = [dateline.agency] if dateline is not None and dateline.agency is not None else []
    for paragraph, place in zip(paragraphs, places, strict=True):
        if paragraph.kind is Kind.CREDIT:
            named += agencies_of(paragraph.words)
        elif paragraph.kind is Kind.CREDITED and place.section == "body":
            named += agencies_of(paragraph.words[paragraph.words.rfind("(") :])[:1]
    return tuple(dict.fromkeys(named))
