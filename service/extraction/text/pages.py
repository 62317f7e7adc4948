"""HTML pages: the article's own text, and what the page says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trafilatura import bare_extraction
from trafilatura.settings import Document

from service.extraction.text.decoding import stored_text
from service.extraction.text.refusing import LARGEST, refuse, refuse_larger

# A page's markup is several times as long as its text.
_MARKUP = 3
# News pages have some thousand; each takes about 90 µs, and much longer with thousands of attributes.
_TAGS = 40_000
_ATTRIBUTES = 500
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{2000,}")
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'")
_BEGINNING = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_FINDING_DATES = {"original_date": True, "extensive_search": False}


@dataclass(frozen=True, slots=True)
class Page:
    """An article on a page, and what the page says of it.

    `text` begins with the title, its paragraphs are parted by blank lines; `published_on` is a date in
    ISO 8601; `outlet` is the site's name.
    """

    title: str | None
    published_on: str | None
    author: str | None
    outlet: str | None
    url: str | None
    text: str


def is_page(content: str | bytes) -> bool:
    """Whether it begins as an HTML page does."""
    beginning = content[:4096]
    if isinstance(beginning, bytes):
        beginning = beginning.replace(b"\0", b"").decode("latin-1").lstrip("ï»¿ÿþ")
    return _BEGINNING.match(beginning.lstrip("\ufeff")) is not None


def read_page(content: str | bytes, where: str = "page", largest: int = LARGEST) -> Page:
    """Read the article out of an HTML page; its text is for `read_text` to read.

    Raises InvalidInput with one fault where the page is too large or holds no article.
    """
    refuse_larger(where, content, _MARKUP * largest)
    _refuse_tangles(content if isinstance(content, str) else content.decode("latin-1"), where)
    found = bare_extraction(
        content, include_comments=False, with_metadata=True, date_extraction_params=_FINDING_DATES
    )
    if not isinstance(found, Document) or not (found.text or "").strip():
        refuse(where, "holds no article")
    return _page(found, where, largest)


def _refuse_tangles(markup: str, where: str) -> None:
    """Refuse what no article has and what would take the parser minutes."""
    tags = markup.count("<")
    if tags > _TAGS:
        refuse(where, f"has {tags} tags; {_TAGS} are allowed")
    for tag in _LONG_TAG.findall(markup):
        attributes = len(_QUOTED.sub("", tag).split()) - 1
        if attributes > _ATTRIBUTES:
            refuse(where, f"has a tag with {attributes} attributes; {_ATTRIBUTES} are allowed")


def _page(found: Document, where: str, largest: int) -> Page:
    lines = [line.strip() for line in (found.text or "").splitlines()]
    if found.title and (found.title not in lines[:3]):
        lines.insert(0, found.title)
    text = stored_text("\n\n".join(filter(None, lines)), where, largest)
    return Page(found.title, found.date, found.author, found.sitename, found.url, text)
