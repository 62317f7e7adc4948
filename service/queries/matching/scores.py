"""How likely an actor is meant: what speaks for it and against it, added up in the open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from service.queries.matching.spelling import Spelling, alike, spelling

Candidate = Mapping[str, Any]
Asked = Mapping[str, Any]

# What a kind of name says of who is meant: a metonym or demonym stands for other things too.
NAMES = {"name": 1.0, "official_name": 1.0, "alias": 0.98, "metonym": 0.92, "demonym": 0.9}
NAME = 1.0
BESIDE_NAME = 0.25
SAME_IDENTIFIER = 3.0
OTHER_IDENTIFIER = 1.0
MATCH = 0.9
LEAD = 0.02
# Ties that can be asked for as properties, by the type of relation.
TIES = {"offices": "holds_office", "member_of": "member_of", "part_of": "part_of"}
COUNTRIES = frozenset({"citizen_of", "holds_office", "part_of", "based_in", "headquartered_in"})
FORMULA = (
    "score = sum of contributions; contribution = weight / sum of weights * score of the feature. Weights: "
    f"the name that is likest {NAME}; kind, country and ties {BESIDE_NAME} each; an identifier "
    f"{SAME_IDENTIFIER} where it is the same, {OTHER_IDENTIFIER} where it is another's; what is not known of "
    f"the actor counts nothing. match: {MATCH} or more, and {LEAD} ahead of every other candidate."
)


def rank(asked: Asked, candidates: Iterable[Candidate], threshold: float = 0.0) -> list[dict[str, Any]]:
    """The candidates by score, then id, from the threshold on, at most the limit, in whatever order given."""
    found = [{**candidate, **as_declared(candidate["declared"])} for candidate in candidates]
    taken = {x for each in found for x in each["identifiers"] if x in asked["identifiers"]}
    scored = [_scored(asked, each, taken) for each in found]
    scored.sort(key=lambda one: (-one["score"], one["id"]))
    for place, one in enumerate(scored):
        rival = scored[1 if place == 0 else 0]["score"] if len(scored) > 1 else 0.0
        one["match"] = one["score"] >= MATCH and one["score"] - rival >= LEAD - 1e-9
    return [one for one in scored if one["score"] >= threshold][: asked["limit"]]


def likest_name(texts: Iterable[str], candidate: Candidate) -> dict[str, Any] | None:
    """The feature of the pair of an asked text and a name of the candidate that are most alike."""
    best: tuple[float, str, str, str] | None = None
    for text in texts:
        asked = spelling(text)
        for feature, name, weight in _names(candidate):
            score = 1.0 if feature == "id" and text.lower() == name else weight * alike(asked, spelling(name))
            if best is None or score > best[0]:
                best = (score, _heard(feature, asked, spelling(name)), text, name)
    if best is None:
        return None
    score, feature, text, name = best
    return _feature(feature, text, score, NAME, name)


def _names(candidate: Candidate) -> Iterator[tuple[str, str, float]]:
    for feature, weight in NAMES.items():
        for name in candidate["names"].get(feature, ()):
            yield feature, name, weight
    yield "id", candidate["id"], 0.0


def _heard(feature: str, one: Spelling, other: Spelling) -> str:
    return "transliteration" if one.foreign != other.foreign else feature


def as_declared(declared: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """An actor's kind, identifiers and names by declarations, joined as the loader joins those of today."""
    ordered = sorted(declared, key=lambda d: (len(d["name"]), d["name"]))
    name = [d["name"] for d in ordered[:1]]
    names = {
        "name": name,
        "official_name": sorted({d["official_name"] for d in ordered if d["official_name"]}),
        "alias": sorted({x for d in ordered for x in (d["name"], *(d["aliases"] or ()))} - {*name}),
        "metonym": sorted({x for d in ordered for x in d["metonyms"] or ()}),
        "demonym": sorted({x for d in ordered for x in d["demonyms"] or ()}),
    }
    kinds = sorted(d["kind"] for d in ordered if d["kind"])
    identifiers = sorted({x for d in ordered for x in d["identifiers"] or ()})
    return {"names": names, "kind": kinds[0] if kinds else None, "identifiers": identifiers}


def _scored(asked: Asked, candidate: Candidate, taken: set[str]) -> dict[str, Any]:
    features = [feature for feature in _features(asked, candidate, taken) if feature is not None]
    whole = sum(feature["weight"] for feature in features)
    told, shown = 0.0, 0.0
    for feature in features:
        # Rounded as they add up, so that the rounded contributions make the rounded score.
        told += feature["weight"] * feature["score"] / whole
        feature["contribution"] = round(round(told, 4) - shown, 4)
        feature["score"] = round(feature["score"], 4)
        shown = round(told, 4)
    own = candidate["names"]
    return {
        "id": candidate["id"],
        "name": next(iter(own["name"]), candidate["id"]),
        "kind": candidate["kind"],
        "description": ", ".join((own["official_name"] or own["alias"])[:3]),
        "score": shown,
        "match": False,
        "features": features,
    }


def _features(asked: Asked, candidate: Candidate, taken: set[str]) -> Iterator[dict[str, Any] | None]:
    yield likest_name(asked["texts"], candidate)
    yield _among("kind", asked["kinds"], [candidate["kind"]])
    ties = candidate["ties"]
    if asked["countries"]:
        yield _among("country", asked["countries"], _countries(candidate))
    for property_, texts in asked["properties"].items():
        yield _tied(property_, texts, [tie for tie in ties if tie["type"] == TIES[property_]])
    yield _identified(asked["identifiers"], candidate["identifiers"], taken)


def _countries(candidate: Candidate) -> list[str]:
    if candidate["kind"] == "country":
        return [candidate["id"]]
    return sorted({x["id"] for x in candidate["ties"] if x["type"] in COUNTRIES and x["kind"] == "country"})


def _among(feature: str, asked: list[str], own: list[Any]) -> dict[str, Any] | None:
    known = [value for value in own if value is not None]
    if not asked or not known:
        return None
    same = [value for value in asked if value in known]
    return _feature(feature, "|".join(asked), float(bool(same)), BESIDE_NAME, "|".join(same or known))


def _tied(property_: str, texts: list[str], ties: list[Mapping[str, Any]]) -> dict[str, Any] | None:
    own = sorted({x for tie in ties for x in (tie["id"], tie["name"], tie["title"]) if x})
    if not own:
        return None
    score, text, name = max((alike(spelling(a), spelling(b)), a, b) for a in texts for b in own)
    return _feature(property_, text, score, BESIDE_NAME, name)


def _identified(asked: list[str], own: list[str], taken: set[str]) -> dict[str, Any] | None:
    """Same, another's, or unknown; an identifier that one candidate has is not that of the others."""
    same = [identifier for identifier in asked if identifier in own]
    if same:
        return _feature("identifier", same[0], 1.0, SAME_IDENTIFIER, same[0])
    schemes = {identifier.split(":", 1)[0]: identifier for identifier in own}
    for identifier in asked:
        other = schemes.get(identifier.split(":", 1)[0])
        if other is not None or identifier in taken:
            return _feature("identifier", identifier, 0.0, OTHER_IDENTIFIER, other)
    return None


def _feature(feature: str, value: str, score: float, weight: float, matched: str | None) -> dict[str, Any]:
    return {
        "feature": feature,
        "value": value,
        "score": score,
        "weight": weight,
        "contribution": 0.0,
        "matched": matched,
    }
