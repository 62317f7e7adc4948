"""What questions have in common: dates as asked, both times, status, confidence, and the page of a list."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

from marshmallow import ValidationError, fields, validate

from service.claims.dates import span
from service.claims.fields import Refusal, Strict, Term, Text, moment
from service.graph.standings import FOREVER

MOST = 500
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
IDENTIFIER = validate.Regexp(r"[a-z0-9-]+:\S", error="is not of the form scheme:value")


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


# Before the end of what has not ended, after all that was ever recorded.
TODAY = FOREVER - timedelta(days=1)


class OnRecord(Strict):
    """What is on record: both times and the public record."""

    as_of = LastDay(load_default=None, metadata={"description": "As things stood in the world on this day."})
    known_at = Instant(
        load_default=lambda: TODAY, metadata={"description": "As the graph was recorded at this time."}
    )
    published_until = LastDay(
        load_default=TODAY.date, metadata={"description": "Only what was on the public record on this day."}
    )


class Counting(OnRecord):
    """Which facts hold, and which claims of them count: both times, the public record, status, confidence."""

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

    id = fields.String(required=True, metadata={"description": "Its id."})


class Shape(Strict):
    """The fields and the form of a list that is answered whole."""

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


class Page(Shape):
    """The part of a list that is wanted, and its form."""

    limit = fields.Integer(
        load_default=50,
        validate=validate.Range(1, MOST),
        metadata={"description": f"Rows of a page, at most {MOST}."},
    )
    cursor = fields.String(load_default=None, metadata={"description": "`page.next` of the page before."})
    count = fields.Boolean(load_default=False, metadata={"description": "Also count all rows, up to 10,000."})


class Between(Strict):
    """The days that a fact touches."""

    from_ = FirstDay(
        data_key="from", load_default=None, metadata={"description": "Still so on this day or later."}
    )
    to = LastDay(load_default=None, metadata={"description": "Already so on this day or earlier."})


class Rollup(Strict):
    """Whether a country is its own name only, or all who speak for it."""

    rollup = fields.Boolean(
        load_default=False,
        metadata={"description": "Count what its office-holders and ministries did, in office, as its own."},
    )


class IdOf(fields.String):
    """The id of a node with one of these labels; whether there is one is asked where the answer is empty."""

    def __init__(self, *labels: str, **options: Any) -> None:
        super().__init__(**options)
        self.labels = labels
        self.in_path = False


class IdsOf(IdOf):
    """Ids of nodes with one of these labels, separated by commas; each is asked for, none twice."""

    def __init__(self, *labels: str, most: int, **options: Any) -> None:
        super().__init__(*labels, **options)
        self.most = most

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        ids = list(dict.fromkeys(super()._deserialize(value, attr, data, **kwargs).split(",")))
        if len(ids) > self.most:
            raise ValidationError(f"names {len(ids)} ids; {self.most} are allowed")
        wrong = [id_ for id_ in ids if ID.fullmatch(id_) is None]
        if wrong:
            raise ValidationError(f"{wrong[0][:80]!r} is no id: lower-case words joined by '-'")
        return ids


def id_of(*labels: str, description: str, required: bool = False, data_key: str | None = None) -> IdOf:
    """A filter by the id of an Actor, Topic, Outlet, Fact or Publication, optional unless said otherwise."""
    return IdOf(
        *labels,
        data_key=data_key,
        **({"required": True} if required else {"load_default": None}),
        validate=validate.Regexp(ID, error="is no id: lower-case words joined by '-'"),
        metadata={"description": description},
    )


def ids_of(*labels: str, description: str, most: int = 100, required: bool = False) -> IdsOf:
    """A filter by several ids, separated by commas, optional unless said otherwise."""
    absent: dict[str, Any] = {"required": True} if required else {"load_default": None}
    return IdsOf(*labels, most=most, metadata={"description": f"{description} At most {most}."}, **absent)


def path_id(*labels: str) -> IdOf:
    """The id in the path of the address: nothing is there where nothing has it."""
    made = id_of(*labels, description="Its id.", required=True)
    made.in_path = True
    return made


def identifier(description: str) -> Text:
    """An optional filter by an identifier of another register."""
    return Text(longest=200, load_default=None, validate=IDENTIFIER, metadata={"description": description})


class Search(Text):
    """Words to look for, all of them; made into a Lucene query in which none of them is an operator.

    Each is looked for in any of `properties`, which an index has beside others.
    """

    def __init__(self, *properties: str, **options: Any) -> None:
        super().__init__(**options)
        self.properties = properties

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        # Lucene splits a quoted phrase as it split the names: "P.R.C." and "d'Ivoire" are its business.
        found = [word for word in text.split() if any(character.isalnum() for character in word)]
        if not found:
            raise ValidationError("holds no word")
        quoted = ['"' + re.sub(r'(["\\])', r"\\\1", word) + '"' for word in found]
        each = (" OR ".join(f"{name}:{word}" for name in self.properties) for word in quoted)
        return " AND ".join(f"({either})" for either in each)


def search(*properties: str, description: str) -> Search:
    """An optional full-text filter."""
    return Search(*properties, longest=200, load_default=None, metadata={"description": description})


def term(vocabulary: str, description: str) -> Term:
    """An optional filter by a vocabulary's term."""
    return Term(vocabulary, load_default=None, metadata={"description": description})


class Terms(Term):
    """Terms of a closed vocabulary, separated by commas, none twice."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        words = dict.fromkeys(fields.String()._deserialize(value, attr, data, **kwargs).split(","))
        return [super(Terms, self)._deserialize(word, attr, data, **kwargs) for word in words]


def terms(vocabulary: str, description: str) -> Terms:
    """An optional filter by several terms of a vocabulary."""
    return Terms(vocabulary, load_default=None, metadata={"description": description})


class Choice(fields.String):
    """One of a few words; a refused one says which there are."""

    def __init__(self, *words: str, **options: Any) -> None:
        super().__init__(**options)
        self.words = words

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        word: str = super()._deserialize(value, attr, data, **kwargs)
        if word not in self.words:
            message = f"{word[:40]!r} is not one of {', '.join(self.words)}"
            raise ValidationError([Refusal(message, self.words)])
        return word


def choice(*words: str, description: str) -> Choice:
    """An optional filter by one of these words."""
    return Choice(*words, load_default=None, metadata={"description": description})
