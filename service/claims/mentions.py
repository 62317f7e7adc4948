"""Which actors, topics, places and outlets a record names, so that what nothing declares can be told."""

from __future__ import annotations

from collections.abc import Iterator

from service.claims.model import Claim, Publication, Record

# The roles of facts by what fills them; a fact that is a stance's target is stated by claims, never declared.
ROLES = {
    "Actor": (
        "initiators",
        "recipients",
        "holders",
        "actor_targets",
        "subjects",
        "actor_objects",
        "of",
        "with",
    ),
    "Topic": ("topics", "topic_targets"),
    "Place": ("places", "place_objects"),
}


def mentions(record: Record) -> Iterator[tuple[str, str]]:
    """Each label and id that the record names, as (label, id)."""
    if isinstance(record, Publication):
        yield from (("Outlet", id_) for id_ in (*filter(None, [record.outlet]), *record.credits))
    elif isinstance(record, Claim):
        yield from (("Actor", id_) for id_ in record.speakers)
        yield from (("Outlet", id_) for id_ in record.credits)
        for label, roles in ROLES.items():
            yield from ((label, id_) for role in roles for id_ in record.fact.roles.get(role, ()))
