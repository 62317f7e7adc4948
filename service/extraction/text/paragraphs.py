"""A stored text cut into paragraphs: by blank lines, and by lines where those are no wrapped prose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from service.extraction.text.furniture import ALONE, Kind, is_spread, kind_of
from service.extraction.text.refusing import refuse

# Mail and typed text are wrapped at 72 to 80; a line longer than this was ended by its author.
_WRAPPED = 100
# Two million characters in lines of 40; every line is looked at, which takes about 40 µs.
_MOST = 50_000
_BULLETS = ("•", "·", "▪", "●", "- ", "– ", "— ", "* ", ". ")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Where a paragraph stands in the stored text, its words on one line, and what they look like."""

    start: int
    end: int
    words: str
    kind: Kind

    @property
    def listed(self) -> bool:
        """Whether it is an item of a list."""
        return self.words.startswith(_BULLETS)


# Start and end of a line in the text, and the words between.
_Line = tuple[int, int, str]


def paragraphs_of(text: str, where: str = "text") -> list[Paragraph]:
    """The paragraphs, in order, those of menus among them. Refuses a text of more than 50,000 lines."""
    lines = list(_lines(text))
    filled = sum(words != "" for _, _, words in lines)
    if filled > _MOST:
        refuse(where, f"has {filled} lines; {_MOST} are allowed")
    return [_paragraph(text, paragraph) for paragraph in _cut(lines)]


def _paragraph(text: str, lines: list[_Line]) -> Paragraph:
    start, end = lines[0][0], lines[-1][1]
    words = " ".join(text[start:end].split())
    return Paragraph(start, end, words, Kind.MENU if is_spread(text[start:end]) else kind_of(words))


def _cut(lines: list[_Line]) -> Iterator[list[_Line]]:
    """The lines of each paragraph: what blank lines part, or single lines where none is blank."""
    groups = [list(group) for filled, group in groupby(lines, lambda line: line[2] != "") if filled]
    for group in groups:
        yield from _split(group, _begins) if len(groups) == 1 else _parted(group)


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for line in text.split("\n"):
        words = line.strip()
        start = at + len(line) - len(line.lstrip())
        yield start, start + len(words), words
        at += len(line) + 1


def _parted(lines: list[_Line]) -> Iterator[list[_Line]]:
    """One paragraph, unless its lines are menu entries, links, items, or paragraphs themselves."""
    if max(len(words) for _, _, words in lines) > _WRAPPED:
        return _split(lines, _begins)
    if len(lines) > 1 and all(map(_begins, lines[1:])) and _each_is_whole([words for _, _, words in lines]):
        return _split(lines, lambda line: True)
    return iter([lines])


def _each_is_whole(lines: list[str]) -> bool:
    kinds = [kind_of(words) for words in lines]
    if not ALONE.isdisjoint(kinds):
        return True
    links = len(lines) > 2 and all(kind is Kind.LINE for kind in kinds)
    return links or all(words.startswith(_BULLETS) for words in lines[1:])


def _begins(line: _Line) -> bool:
    """Whether a line can be the first of a paragraph; one in lower case goes on with the line before."""
    return not (line[2][0].islower() or line[2][0] in ",;:)]")


def _split(lines: list[_Line], begins: Callable[[_Line], bool]) -> Iterator[list[_Line]]:
    paragraph: list[_Line] = []
    for line in lines:
        if paragraph and begins(line):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph
