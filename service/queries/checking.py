"""Arguments as a question's schema reads them, with one fault for each that is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, ValidationError

from service.claims.records import faults_of
from service.errors import Fault, InvalidInput
from service.queries.contract import Query


def read(door: Schema, given: Mapping[str, Any], where: str) -> dict[str, Any]:
    """What the schema makes of what is given. Raises InvalidInput, each fault at its JSON pointer."""
    try:
        found: dict[str, Any] = door.load(given)
    except ValidationError as error:
        faults = list(faults_of(error.messages, where, ""))
        raise _refused(faults) from None
    return found


def checked(query: Query, given: Mapping[str, Any], where: str = "query") -> dict[str, Any]:
    """The arguments of a question, defaults filled in. Raises InvalidInput naming what is allowed."""
    return loaded(query.door, given, where)


def loaded(door: Schema, given: Mapping[str, Any], where: str = "query") -> dict[str, Any]:
    """The same; a parameter of an address is pointed to by its name."""
    if where != "query":
        return read(door, given, where)
    try:
        return read(door, given, where)
    except InvalidInput as refused:
        named = [Fault(f.where, f.pointer.strip("/"), f.message, f.allowed) for f in refused.faults]
        raise _refused(named) from None


def _refused(faults: list[Fault]) -> InvalidInput:
    return InvalidInput("; ".join(f"{fault.pointer}: {fault.message}" for fault in faults), faults)
