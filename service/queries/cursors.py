"""Keyset cursors: where a page ended, bound to the question and its arguments."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Any

import orjson

from service.claims.identity import canonical, sha256_hex
from service.errors import Fault, InvalidInput


def make(keys: list[Any], name: str, arguments: Mapping[str, Any]) -> str:
    """An opaque text that holds the keys of the last row and a checksum over them and the question."""
    body = orjson.dumps([keys, _seal(keys, name, arguments)])
    return base64.urlsafe_b64encode(body).decode().rstrip("=")


def read(cursor: str, name: str, arguments: Mapping[str, Any]) -> list[Any]:
    """The keys. Raises InvalidInput for a cursor that was changed or belongs to another question."""
    try:
        keys, seal = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, TypeError):
        keys, seal = None, ""
    if keys is None or seal != _seal(keys, name, arguments):
        fault = Fault(
            "query", "cursor", "is not page.next of an answer to this very question; start without cursor"
        )
        raise InvalidInput("unusable cursor", [fault])
    return list(keys)


def _seal(keys: Any, name: str, arguments: Mapping[str, Any]) -> str:
    asked = {key: str(value) for key, value in arguments.items()}
    return sha256_hex(canonical([keys, name, asked]).decode())[:16]
