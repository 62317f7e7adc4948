"""Which part of an article each of its paragraphs is, if any: title, standfirst, body, related link, bio."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from service.extraction.text.furniture import Kind, byline_name
from service.extraction.text.headlines import length, stopped, title_case
from service.extraction.text.paragraphs import Paragraph

_BIO = re.compile(
    r"\b(?:is|was|works as|has been) (?:an?|the|our|currently)\b[^.]{0,100}"
    r"\b(?:journalist|reporter|correspondent|editor|columnist|writer|author|broadcaster|commentator|contributor"
    r"|fellow|professor|lecturer|researcher|analyst|producer|bureau chief|freelancer|photographer|scholar)\b"
    r"|\b(?:covers|writes (?:about|on|for)|reports (?:on|from)|has (?:reported|written|covered))\b"
    r"|\bworked (?:for|at|as)\b|\b[Ff]ollow (?:him|her|them|the author)\b"
    r"|\b(?:views|opinions) expressed\b|\b(?:reached|contacted) at\b"
)
_BEGINNING = 600
# What stands below an article, or parts it from what does.
_BREAKS = frozenset({Kind.MENU, Kind.LABEL, Kind.RELATED, Kind.CREDIT, Kind.BYLINE})
_BEFORE_TEXT = frozenset({Kind.CAPTION, Kind.CREDITED, Kind.DATE, Kind.BYLINE})
# Shorter lines are names of sections, people and widgets; a title may be a little shorter.
_HEADLINE = 4
_TITLED = 3
_HEADING = 12
_STANDFIRST = 60


@dataclass(frozen=True, slots=True)
class Place:
    """The section of a paragraph, None for furniture; a heading is no sentence."""

    section: str | None
    heading: bool = False


_NOWHERE, _TITLE, _STANDFIRST_PLACE = Place(None), Place("title"), Place("standfirst")
_CAPTION, _BODY, _HEADED = Place("caption"), Place("body"), Place("body", heading=True)
_LINK, _ABOUT = Place("related_link"), Place("bio")
_ANYWHERE = {
    Kind.RELATED: _LINK,
    Kind.CREDIT: _ABOUT,
    Kind.BYLINE: _ABOUT,
    Kind.CAPTION: _CAPTION,
    Kind.CREDITED: _CAPTION,
}
_LAST = {**_ANYWHERE, Kind.LINE: _BODY, Kind.PROSE: _ABOUT}


def places_of(paragraphs: Sequence[Paragraph]) -> list[Place]:
    """The place of each paragraph, in order."""
    title, tail = _title(paragraphs), _tail(paragraphs)
    body = 0 if title is None else _body(paragraphs, title, tail)
    links = _links(paragraphs, body) if tail else set()
    places: list[Place] = []
    for at, paragraph in enumerate(paragraphs):
        if at == title:
            places.append(_TITLE)
        elif _is_bio(paragraphs, at + 1) and at >= tail and paragraph.kind is Kind.LINE:
            places.append(_ABOUT)
        elif at in links:
            places.append(_LINK)
        elif at < body:
            places.append(_above(paragraph, title is not None and at > title))
        else:
            places.append(_within(paragraphs, at) if at < tail else _LAST.get(paragraph.kind, _NOWHERE))
    return _below(paragraphs, places, max(body, tail)) if tail else places


def author_of(paragraphs: Sequence[Paragraph], places: Sequence[Place]) -> str | None:
    """Who the byline names, else the name above the author's note."""
    about = [each for each, place in zip(paragraphs, places, strict=True) if place is _ABOUT]
    bylines = (byline_name(each.words) for each in about if each.kind is Kind.BYLINE)
    names = (each.words for each in about if each.kind is Kind.LINE)
    return next(bylines, None) or next(names, None)


def _title(paragraphs: Sequence[Paragraph]) -> int | None:
    """The first line of three words or more above the prose, else the longest."""
    best = None
    for at, paragraph in enumerate(paragraphs):
        if paragraph.kind is Kind.PROSE:
            break
        if paragraph.kind is Kind.LINE and not paragraph.listed:
            if length(paragraph.words) >= _TITLED:
                return at
            if best is None or length(paragraph.words) > length(paragraphs[best].words):
                best = at
    return best


def _tail(paragraphs: Sequence[Paragraph]) -> int:
    """Where the last prose of the article has ended; 0 for a text without prose."""
    for at in range(len(paragraphs), 0, -1):
        kind = paragraphs[at - 1].kind
        if kind is Kind.CREDITED or (kind is Kind.PROSE and not _is_bio(paragraphs, at - 1)):
            return at
    return 0


def _is_bio(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Prose that tells of the author: below a credit, links or the author's name."""
    if not 0 < at < len(paragraphs) or paragraphs[at].kind is not Kind.PROSE:
        return False
    if _BIO.search(paragraphs[at].words[:_BEGINNING]) is None:
        return False
    above = paragraphs[at - 1]
    if above.kind is not Kind.LINE:
        return above.kind in _BREAKS
    return paragraphs[at].words.startswith(above.words) or (at > 1 and paragraphs[at - 2].kind is Kind.LINE)


def _body(paragraphs: Sequence[Paragraph], title: int, tail: int) -> int:
    """Where the body begins: at the first prose that is no standfirst."""
    for at in range(title + 1, tail):
        if paragraphs[at].kind is Kind.PROSE and not _is_standfirst(paragraphs, title, at):
            return at
    return title + 1


def _is_standfirst(paragraphs: Sequence[Paragraph], title: int, at: int) -> bool:
    """The first words below the title, if without a stop at the end or above a byline, date or picture."""
    this = paragraphs[at]
    if any(each.kind in (Kind.PROSE, Kind.LINE) for each in paragraphs[title + 1 : at]) or this.listed:
        return False
    if length(this.words) > _STANDFIRST or this.words.endswith((":", ";", ",")):
        return False
    after = [each.kind for each in paragraphs[at + 1 : at + 3]]
    return not stopped(this.words) or (len(after) == 2 and after[0] in _BEFORE_TEXT)


def _links(paragraphs: Sequence[Paragraph], body: int) -> set[int]:
    """The lines of lists of links: those below a box's name, and several headlines in a row."""
    links: set[int] = set()
    for is_line, run in groupby(range(len(paragraphs)), lambda at: paragraphs[at].kind is Kind.LINE):
        lines = list(run)
        if not is_line:
            continue
        if lines[0] and paragraphs[lines[0] - 1].kind is Kind.LABEL:
            links.update(lines)
        headlines = [at for at in lines if _is_headline(paragraphs[at])]
        # The title and what stands around it are headlines too.
        if len(headlines) >= (2 if lines[0] >= body else 4):
            links.update(headlines)
    return links


def _is_headline(paragraph: Paragraph) -> bool:
    return length(paragraph.words) >= _HEADLINE and title_case(paragraph.words)


def _above(paragraph: Paragraph, below_title: bool) -> Place:
    """What stands around the title."""
    if paragraph.kind is Kind.PROSE:
        return _STANDFIRST_PLACE
    if paragraph.kind is not Kind.LINE:
        return _ANYWHERE.get(paragraph.kind, _NOWHERE)
    if not below_title:
        return _NOWHERE
    return _STANDFIRST_PLACE if length(paragraph.words) > 6 else _HEADED


def _within(paragraphs: Sequence[Paragraph], at: int) -> Place:
    """What stands between the paragraphs of the body."""
    this = paragraphs[at]
    if this.kind in (Kind.PROSE, Kind.CREDITED):
        return _BODY
    if this.kind in (Kind.DATE, Kind.BYLINE):
        return _HEADED
    if this.kind is not Kind.LINE:
        return _ANYWHERE.get(this.kind, _NOWHERE)
    if this.listed or length(this.words) > _HEADING:
        return _BODY
    alone = Kind.LINE not in (paragraphs[at - 1].kind if at else None, paragraphs[at + 1].kind)
    return _HEADED if alone or title_case(this.words) else _BODY


def _below(paragraphs: Sequence[Paragraph], places: list[Place], tail: int) -> list[Place]:
    """What stands below the last prose: once a link, credit or menu has come, all further lines are links."""
    furnished = False
    for at in range(tail, len(paragraphs)):
        if furnished and places[at] is _BODY:
            places[at] = _LINK if length(paragraphs[at].words) >= _HEADLINE else _NOWHERE
        furnished = furnished or paragraphs[at].kind in _BREAKS or places[at] is _LINK
    return places
