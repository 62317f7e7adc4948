"""What the extractor reads: an article's stored text with its sections, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass

from service.extraction.text.texts import Block


@dataclass(frozen=True, slots=True)
class Document:
    """An article: `text` is stored as it is, and the offsets of `blocks` and of all claims refer to it.

    `id` is the name that the sender gives it; `published_on` is an ISO date, partial where no more is known.
    `place` is that of its dateline, as written.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str
    outlet: str
    url: str
    published_on: str
    id: str | None = None
    author: str | None = None
    credits: tuple[str, ...] = ()
    language: str = "en"
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article: where it stands, and its exact words, `text` = stored text[start:end]."""

    section: str
    paragraph: int
    number: int
    start: int
    end: int
    text: str
