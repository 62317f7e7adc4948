"""Every error that a person may meet: what happened, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Fault:
    """One thing wrong with one place of the input.

    `where` is a file and line or a request part ("query", "body"), `pointer` an RFC 6901 JSON pointer or a
    parameter's name, `allowed` the values that would have been taken (empty when they cannot be listed).
    """

    where: str
    pointer: str
    message: str
    allowed: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        allowed = f" (allowed: {', '.join(self.allowed)})" if self.allowed else ""
        return f"{self.where} {self.pointer}: {self.message}{allowed}"


class CommuniqueError(Exception):
    """Root of the errors that are shown to a person as they are, without a traceback."""

    exit_code = 1

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class InvalidInput(CommuniqueError):
    """A file, record, parameter or setting that is refused; one fault for each thing wrong."""

    def __init__(self, detail: str, faults: list[Fault]) -> None:
        super().__init__(detail)
        self.faults = faults


class NotFound(CommuniqueError):
    """Nothing has this id."""


class Forbidden(CommuniqueError):
    """What is asked for is not allowed here, to anybody."""


class Unauthorized(CommuniqueError):
    """What is asked for needs a key, which was not given or is wrong."""


class Merged(CommuniqueError):
    """An actor was asked for by an id that was merged into another's."""

    def __init__(self, merged: str, kept: str) -> None:
        super().__init__(f"{merged!r} was merged into {kept!r}; ask for that")
        self.merged = merged
        self.kept = kept


class EngineError(CommuniqueError):
    """The database cannot be started, reached or used."""

    exit_code = 3
