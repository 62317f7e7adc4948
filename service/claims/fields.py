"""marshmallow fields of the claim record; a refused value says which values would have been taken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate

from service.claims import dates, identity
from service.vocabulary.terms import vocabulary

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Control characters, lone surrogates, and the marks that reorder what a person sees.
HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def shown(value: Any) -> str:
    """A refused value in a message; lists within lists, a thousand deep, would not fit on the stack."""
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "an object"
    return repr(str(value)[:40])


class Refusal(str):
    """A message with the values that would have been taken."""

    allowed: tuple[str, ...]

    def __new__(cls, message: str, allowed: tuple[str, ...] = ()) -> Refusal:
        """A string like any other to marshmallow, which hands it through as it is."""
        made = super().__new__(cls, message)
        made.allowed = allowed
        return made


class Strict(Schema):
    """A schema that refuses unknown fields and names the known ones."""

    class Meta:
        """An unknown field is a misspelt one: ignoring it would lose what the coder meant."""

        unknown = RAISE

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        known = tuple(field.data_key or name for name, field in self.load_fields.items())
        self.error_messages = {**self.error_messages, "unknown": Refusal("no such field", known)}


def refuse_unless_one(data: Mapping[str, Any], names: tuple[str, ...]) -> None:
    """Refuse an object that has none of these fields, or several of them."""
    if len(data.keys() & set(names)) != 1:
        raise ValidationError([Refusal("exactly one is needed", names)])


class Slug(fields.String):
    """An id that a person can read: lower-case words joined by hyphens."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        if SLUG.fullmatch(text) is None or len(text) > 80:
            raise ValidationError(
                f"{text[:80]!r} is not a slug: lower-case letters and digits joined by '-', at most 80"
            )
        return text


class SetOf(fields.List[Any]):
    """A list in which order and repetition mean nothing: it is loaded sorted and without repeats."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[Any]:
        return sorted(set(super()._deserialize(value, attr, data, **kwargs)))


class Text(fields.String):
    """A text in NFC; control characters and marks that reorder what a person sees are refused."""

    def __init__(self, longest: int = 2000, lines: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.longest = longest
        self.lines = lines

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        if not text.strip():
            raise ValidationError("is empty")
        if len(text) > self.longest:
            raise ValidationError(f"is {len(text)} characters long; {self.longest} are allowed")
        found = HIDDEN.findall(text)
        hidden = sorted({f"U+{ord(c):04X}" for c in found if not (self.lines and c in "\n\r\t")})
        if hidden:
            raise ValidationError(f"holds characters that do not print: {', '.join(hidden)}")
        return text if self.lines else identity.clean_text(text.strip())


class Number(fields.Float):
    """A JSON number: `"0.5"` is a text, and a file that holds one was not written as its author thinks."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValidationError(f"{shown(value)} is not a JSON number")
        return super()._deserialize(value, attr, data, **kwargs)


class Flag(fields.Boolean):
    """JSON true or false, nothing that could be read as one."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise ValidationError([Refusal(f"{shown(value)} is neither true nor false", ("true", "false"))])
        return value


class Count(fields.Integer):
    """A whole number from `least` to what a paragraph, sentence or offset can be."""

    def __init__(self, *, least: int, **options: Any) -> None:
        super().__init__(strict=True, validate=validate.Range(least, 2**31 - 1), **options)


class Keyed(fields.Dict):
    """A map of names to values; a fault is placed at the name that it is about."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        try:
            return super()._deserialize(value, attr, data, **kwargs)  # type: ignore[no-untyped-call]
        except ValidationError as error:
            if not isinstance(error.messages, dict):
                raise
            placed = {name: list(parts.values()) for name, parts in error.messages.items()}
            raise ValidationError(placed) from None


class Identifiers(Keyed):
    """Scheme to value."""

    def __init__(self, **options: Any) -> None:
        super().__init__(keys=Slug(), values=Text(longest=200), **options)


class Url(fields.String):
    """An http(s) address, cleaned as identity.clean_url does."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        if HIDDEN.search(text):
            raise ValidationError(f"{text[:200]!r} holds characters that do not print")
        try:
            return identity.clean_url(text)
        except ValueError as error:
            raise ValidationError(f"{text[:200]!r}: {error}") from None


class PartialDate(fields.String):
    """YYYY, YYYY-MM or YYYY-MM-DD, kept as written."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        try:
            dates.span(text)
        except ValueError as error:
            raise ValidationError(f"not a date: {error}") from None
        return text


class Moment(fields.String):
    """A date or an RFC 3339 time, kept as a UTC text that sorts in time."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        try:
            return moment(text)
        except ValueError:
            raise ValidationError(f"{text[:40]!r} is neither a date nor an RFC 3339 time") from None


def moment(text: str, precision: str = "seconds") -> str:
    """`2024-05` or `2024-05-16T10:00:00+08:00` as a UTC text of one width; raises ValueError."""
    if len(text) <= 10:
        day: date = dates.span(text).first
        return f"{day.isoformat()}T00:00:00Z"
    time = datetime.fromisoformat(text)
    if time.tzinfo is None:
        raise ValueError("a time needs its offset")
    try:
        return time.astimezone(UTC).isoformat(timespec=precision).replace("+00:00", "Z")
    except OverflowError:
        raise ValueError("a time outside the years 1 to 9999") from None


class Term(fields.String):
    """A term of a closed vocabulary."""

    def __init__(self, vocabulary_name: str, **options: Any) -> None:
        super().__init__(**options)
        self.vocabulary_name = vocabulary_name

    @property
    def terms(self) -> Mapping[str, Any]:
        """The vocabulary's terms by id."""
        return vocabulary(self.vocabulary_name)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        if text not in self.terms:
            raise ValidationError(
                [Refusal(f"{text!r} is not in the vocabulary {self.vocabulary_name}", tuple(self.terms))]
            )
        return text
