"""Articles as people hand them over: plain text, HTML, or JSON Lines of many, checked before any is read."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from service.claims.fields import HIDDEN, PartialDate, Strict, Text, Url, refuse_unless_one
from service.claims.identity import sha256_hex
from service.claims.records import faults_of
from service.errors import Fault, InvalidInput
from service.extraction.documents import Document
from service.extraction.names.bundled_records import bundled_records
from service.extraction.names.slugs import slug_of
from service.extraction.text.pages import read_page
from service.extraction.text.texts import Text as ReadText
from service.extraction.text.texts import read_text
from service.sources.claims_file import LONGEST_LINE, json_of

# Articles without an address get one that no one can own (RFC 2606).
NO_ADDRESS = "https://article.invalid/"


class GivenArticle(Strict):
    """One article to be read: its text or its HTML, and what is known of it."""

    id = Text(longest=300)
    title = fields.String(metadata={"description": "The headline; white space in it is joined."})
    text = fields.String(metadata={"description": "Plain text."})
    html = fields.String(metadata={"description": "The page, from which the article is cut out."})
    url = Url()
    outlet = Text(longest=200, metadata={"description": "Id or name of the outlet."})
    published_on = PartialDate()
    language = fields.String(validate=validate.OneOf(["en"]))
    author = Text(longest=200)

    @validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        """One text, or nobody knows which one the claims are of."""
        refuse_unless_one(data, ("text", "html"))


_GIVEN = GivenArticle()


def document_of(given: Mapping[str, Any], where: str) -> Document:
    """The article that one JSON object holds. Raises InvalidInput with every fault."""
    try:
        data: dict[str, Any] = _GIVEN.load(given)
    except ValidationError as error:
        raise InvalidInput("not an article", list(faults_of(error.messages, where, ""))) from None
    about = {name: data.get(name) for name in ("id", "title", "url", "outlet", "published_on", "author")}
    if "html" in data:
        return page(data["html"], where, about)
    return _document(read_text(data["text"], where), about)


def page(content: str | bytes, where: str, about: Mapping[str, Any]) -> Document:
    """The article of an HTML page; what `about` says wins over what the page says of itself."""
    found = read_page(content, where)
    own = {name: getattr(found, name) for name in ("title", "url", "outlet", "published_on", "author")}
    given = {name: value for name, value in about.items() if value is not None}
    return _document(read_text(found.text, where), {**own, **given})


def plain(content: bytes, where: str, about: Mapping[str, Any]) -> Document:
    """The article of a plain text file."""
    return _document(read_text(content, where), about)


def lines(content: bytes, name: str) -> Iterator[Document | InvalidInput]:
    """The articles of JSON Lines, or why a line is none."""
    for number, line in enumerate(io.BytesIO(content), start=1):
        if line.strip():
            where = f"{name}:{number}"
            try:
                yield document_of(_json(line, where), where)
            except InvalidInput as refused:
                yield refused


def _json(line: bytes, where: str) -> Mapping[str, Any]:
    if len(line) > LONGEST_LINE:
        raise InvalidInput("a line is too long", [Fault(where, "", f"is longer than {LONGEST_LINE} bytes")])
    content = json_of(line, where)
    if not isinstance(content, dict):
        raise InvalidInput(
            "not an article", [Fault(where, "", "is not a JSON object", tuple(GivenArticle().fields))]
        )
    return content


def _document(read: ReadText, about: Mapping[str, Any]) -> Document:
    title = " ".join(
        HIDDEN.sub(" ", about.get("title") or read.title or read.text.strip().split("\n")[0]).split()
    )
    published_on = about.get("published_on") or datetime.now(UTC).date().isoformat()
    outlet = about.get("outlet") or "unknown-outlet"
    blocks = read.blocks
    if read.dateline is not None:
        begins = read.dateline
        blocks = tuple(
            replace(each, start=begins.end) if each.start == begins.start and begins.end < each.end else each
            for each in blocks
        )
    return Document(
        read.text,
        blocks,
        title[:500].strip() or "Untitled",
        _outlet(outlet),
        about.get("url") or NO_ADDRESS + sha256_hex(read.text)[:32],
        published_on,
        about.get("id"),
        about.get("author") or read.author,
        tuple(sorted({_outlet(each) for each in read.credits})),
        about.get("language") or "en",
        read.dateline.place if read.dateline is not None else None,
    )


def _outlet(name: str) -> str:
    return _outlets().get(name.casefold(), slug_of(name))


@cache
def _outlets() -> dict[str, str]:
    """The ids of the outlets that the bundled claims declare, by their names in lower case."""
    found: dict[str, str] = {}
    for record in bundled_records("organizations"):
        if record["record"] == "outlet":
            found |= {
                name.casefold(): record["id"]
                for name in (record["id"], record["name"], *record.get("aliases", ()))
            }
    return found
