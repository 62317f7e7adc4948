"""A fact from its checked JSON: the roles that actors fill, the days that it covers, its id."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from service.claims.dates import PRECISIONS, span
from service.claims.identity import content_id
from service.claims.model import Fact
from service.vocabulary.terms import relation_type

Body = dict[str, Any]


def make_fact(kind: str, body: Body, said_on: str) -> Fact:
    """A fact whose id is the hash of all that it says; a stance without a date is dated by its claim."""
    if kind == "stance" and body["since"] is None:
        body = {**body, "since": said_on}
    own, roles = _BUILDERS[kind](body)
    return Fact(content_id(kind, [own, roles]), kind, own, roles, _slot(kind, own, roles))


def interval(since: str | None, until: str | None) -> Body:
    """The days from the first of `since` to the last of `until`, as ISO texts, with the coarser precision."""
    spans = [span(text) for text in (since, until) if text is not None]
    return {
        "since": since,
        "until": until,
        "valid_from": span(since).first.isoformat() if since is not None else None,
        "valid_to": span(until).last.isoformat() if until is not None else None,
        "precision": min((s.precision for s in spans), key=PRECISIONS.index, default=None),
    }


def _event(body: Body) -> tuple[Body, dict[str, list[str]]]:
    dated = interval(body["date"], body["until"] if body["until"] is not None else body["date"])
    dated["until"] = body["until"]
    own = {
        "type": body["type"],
        "mode": body["mode"],
        "contexts": body["contexts"],
        "date": dated.pop("since"),
        **dated,
    }
    places = [body["place"]] if body["place"] is not None else []
    roles = {
        "initiators": body["initiators"],
        "recipients": body["recipients"],
        "places": places,
        "topics": body["topics"],
    }
    return own, roles


def _stance(body: Body) -> tuple[Body, dict[str, list[str]]]:
    own = {
        "position": body["position"],
        "polarity": body["polarity"],
        **interval(body["since"], body["until"]),
    }
    target, target_id = next(iter(body["target"].items()))
    toward = {f"{name}_targets": [target_id] if name == target else [] for name in ("actor", "topic", "fact")}
    return own, {"holders": body["holders"], "topics": body["topics"], **toward}


def _relation(body: Body) -> tuple[Body, dict[str, list[str]]]:
    own = {"type": body["type"], "title": body["title"], "speaks_for": body["speaks_for"]}
    own |= interval(body["since"], body["until"])
    end, end_id = next(iter(body["object"].items()))
    ends = {f"{name}_objects": [end_id] if name == end else [] for name in ("actor", "place")}
    return own, {"subjects": [body["subject"]], "topics": body["topics"], **ends}


def _measure(body: Body) -> tuple[Body, dict[str, list[str]]]:
    own = {name: body[name] for name in ("indicator", "value", "comparator", "unit", "period")}
    dated = interval(body["period"], body["period"])
    own |= {name: dated[name] for name in ("valid_from", "valid_to", "precision")}
    ends = {
        "of": [body["of"]] if body["of"] is not None else [],
        "with": [body["with_"]] if body["with_"] is not None else [],
    }
    return own, {**ends, "topics": body["topics"]}


def _slot(kind: str, own: Body, roles: dict[str, list[str]]) -> str | None:
    shared = _SLOTS[kind](own, roles) if kind in _SLOTS else None
    return content_id("slot", [kind, shared]) if shared is not None else None


def _stance_slot(own: Body, roles: dict[str, list[str]]) -> Any:
    return [own["since"], {role: ids for role, ids in roles.items() if role != "holders"}]


def _relation_slot(own: Body, roles: dict[str, list[str]]) -> Any:
    """A month or year of change belongs to both office-holders: only days tell who was late."""
    parts = relation_type(own["type"]).extra["exclusive"]
    if not parts or own["valid_from"] is None or own["precision"] != "day":
        return None
    ends = {
        "subject": roles["subjects"],
        "object": [roles["actor_objects"], roles["place_objects"]],
        "title": own["title"],
    }
    return [own["type"], {part: ends[part] for part in parts}]


def _measure_slot(own: Body, roles: dict[str, list[str]]) -> Any:
    """A figure that says "more than" contradicts none."""
    return [own["indicator"], own["period"], roles] if own["comparator"] == "exact" else None


_SLOTS: dict[str, Callable[[Body, dict[str, list[str]]], Any]] = {
    "stance": _stance_slot,
    "relation": _relation_slot,
    "measure": _measure_slot,
}
_BUILDERS: dict[str, Callable[[Body], tuple[Body, dict[str, list[str]]]]] = {
    "event": _event,
    "stance": _stance,
    "relation": _relation,
    "measure": _measure,
}
