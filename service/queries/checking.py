"""Arguments as a question's schema reads them, with one fault for each that is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError

from service.claims.records import faults_of
from service.errors import Fault, InvalidInput
from service.queries.contract import Query


def checked(query: Query, given: Mapping[str, Any], where: str = "query") -> dict[str, Any]:
    """The arguments, defaults filled in. Raises InvalidInput naming what is allowed."""
    try:
        loaded: dict[str, Any] = query.door.load(given)
    except ValidationError as error:
        found = faults_of(error.messages, where, "")
        faults = [
            Fault(where, f.pointer.strip("/") if where == "query" else f.pointer, f.message, f.allowed)
            for f in found
        ]
        raise InvalidInput("; ".join(f"{f.pointer}: {f.message}" for f in faults), faults) from None
    return loaded
