"""Arguments as a question's schema reads them, with one fault for each that is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError

from service.claims.fields import Strict
from service.claims.records import faults_of
from service.errors import Fault, InvalidInput
from service.queries.contract import Query


def checked(query: Query, given: Mapping[str, Any], where: str = "query") -> dict[str, Any]:
    """The arguments of a question, defaults filled in. Raises InvalidInput naming what is allowed."""
    return loaded(query.door, given, where)


def loaded(door: Strict, given: Mapping[str, Any], where: str = "query") -> dict[str, Any]:
    """What the schema makes of what is given. Raises InvalidInput naming what is allowed."""
    try:
        found: dict[str, Any] = door.load(given)
    except ValidationError as error:
        faults = [
            Fault(where, f.pointer.strip("/") if where == "query" else f.pointer, f.message, f.allowed)
            for f in faults_of(error.messages, where, "")
        ]
        raise InvalidInput("; ".join(f"{f.pointer}: {f.message}" for f in faults), faults) from None
    return found
