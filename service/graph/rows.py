"""Records of the model as rows of the statements that write them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from service.claims.model import (
    LOCATOR,
    Claim,
    Declaration,
    Merge,
    Publication,
    Record,
    Retraction,
    Review,
)
from service.graph.connection import Row


@dataclass(frozen=True)
class Placed:
    """A claim or declaration at one place of one revision; a batch may hold a record at several places."""

    record: Claim | Declaration
    header: Publication

    @property
    def place(self) -> str:
        """All that locates it in the text, nothing in a dataset or for a declaration."""
        locator = self.record.locator if isinstance(self.record, Claim) else {}
        return " ".join(str(locator[name]) for name in LOCATOR if name in locator)

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it one."""
        return self.record.id, self.header.revision, self.place


def _publication_row(header: Publication) -> Row:
    return {
        "id": header.id,
        "kind": header.kind,
        "key": header.key,
        "revision": header.revision,
        "order": header.order,
        "properties": header.properties,
        "outlet": header.outlet,
        "credits": list(header.credits),
        "text": header.text,
        "public_on": header.public_on,
    }


def _retraction_row(retraction: Retraction) -> Row:
    names = ("id", "publication", "kind", "key", "reason")
    return {name: getattr(retraction, name) for name in names}


def _review_row(review: Review) -> Row:
    return {name: getattr(review, name) for name in ("id", "claim", "properties")}


def _merge_row(merge: Merge) -> Row:
    return {name: getattr(merge, name) for name in ("id", "merged", "kept", "properties")}


ROWS: dict[type[Record], Callable[[Any], Row]] = {
    Publication: _publication_row,
    Retraction: _retraction_row,
    Review: _review_row,
    Merge: _merge_row,
}


def claim_row(claim: Claim) -> Row:
    """A claim for load/claims."""
    return {
        "id": claim.id,
        "properties": claim.properties,
        "speakers": claim.speakers,
        "credits": claim.credits,
    }


def declaration_row(declaration: Declaration) -> Row:
    """A declaration for load/declarations."""
    names = ("id", "label", "target", "properties")
    return {name: getattr(declaration, name) for name in names}


def placed_row(placed: Placed) -> Row:
    """A place for load/places."""
    record, header = placed.record, placed.header
    return {
        "id": record.id,
        "publication": header.id,
        "revision": header.revision,
        "place": placed.place,
        "locator": record.locator if isinstance(record, Claim) else {},
    }
