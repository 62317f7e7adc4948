"""What questions have in common: dates as asked, both times, status, confidence, and the page of a list."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from marshmallow import ValidationError, fields, validate

from service.claims.dates import span
from service.claims.fields import Strict, Term, Text, moment

MOST = 500


class FirstDay(fields.String):
    """A partial date, read as its first day."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        return _span(super()._deserialize(value, attr, data, **kwargs)).first


class LastDay(fields.String):
    """A partial date, read as its last day."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        return _span(super()._deserialize(value, attr, data, **kwargs)).last


class Instant(fields.String):
    """A date (its midnight, UTC) or an RFC 3339 time."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        try:
            return datetime.fromisoformat(moment(text, "microseconds"))
        except ValueError:
            raise ValidationError(
                f"{text[:40]!r} is neither a date nor an RFC 3339 time with an offset"
            ) from None


def _span(text: str) -> Any:
    try:
        return span(text)
    except ValueError as error:
        raise ValidationError(f"not a date: {error}") from None


class Counting(Strict):
    """Which claims count: as known at a time, of a status, of a confidence or more."""

    known_at = Instant(load_default=None, metadata={"description": "As the graph was recorded at this time."})
    status = Term(
        "statuses", load_default="accepted", metadata={"description": "Claims of this status count."}
    )
    min_confidence = fields.Float(
        load_default=0.0,
        validate=validate.Range(0, 1),
        metadata={"description": "Claims of less do not count."},
    )


class ById(Strict):
    """Which one."""

    id = fields.String(required=True)


class Page(Strict):
    """The part of a list that is wanted, and its form."""

    limit = fields.Integer(
        load_default=50,
        validate=validate.Range(1, MOST),
        metadata={"description": f"Rows of a page, at most {MOST}."},
    )
    cursor = fields.String(load_default=None, metadata={"description": "`page.next` of the page before."})
    count = fields.Boolean(load_default=False, metadata={"description": "Also count all rows, up to 10,000."})
    fields_ = fields.String(
        data_key="fields",
        load_default=None,
        metadata={"description": "Only these fields, separated by commas."},
    )
    format = fields.String(
        load_default=None,
        validate=validate.OneOf(["json", "csv", "ndjson"]),
        metadata={"description": "Default: what Accept asks for, else json."},
    )


class AsOf(Strict):
    """Valid time."""

    as_of = LastDay(load_default=None, metadata={"description": "True in the world on this day."})


class IdOf(fields.String):
    """The id of a node with one of these labels; whether there is one is asked where the answer is empty."""

    def __init__(self, *labels: str, **options: Any) -> None:
        super().__init__(**options)
        self.labels = labels


def id_of(*labels: str, description: str) -> IdOf:
    """An optional filter by the id of an Actor, Topic, Outlet, Fact or Publication."""
    return IdOf(
        *labels,
        load_default=None,
        validate=validate.Regexp(
            r"[a-z0-9]+(-[a-z0-9]+)*\Z", error="is no id: lower-case words joined by '-'"
        ),
        metadata={"description": description},
    )


def identifier(description: str) -> Text:
    """An optional filter by an identifier of another register."""
    form = validate.Regexp(r"[a-z0-9-]+:\S", error="is not of the form scheme:value")
    return Text(longest=200, load_default=None, validate=form, metadata={"description": description})


class Search(Text):
    """Words to look for, all of them; made into a Lucene query in which none of them is an operator."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        # Lucene splits a quoted phrase as it split the names: "P.R.C." and "d'Ivoire" are its business.
        found = [word for word in text.split() if any(character.isalnum() for character in word)]
        if not found:
            raise ValidationError("holds no word")
        return " AND ".join('"' + re.sub(r'(["\\])', r"\\\1", word) + '"' for word in found)


def search(description: str) -> Search:
    """An optional full-text filter."""
    return Search(longest=200, load_default=None, metadata={"description": description})


def term(vocabulary: str, description: str) -> Term:
    """An optional filter by a vocabulary's term."""
    return Term(vocabulary, load_default=None, metadata={"description": description})
