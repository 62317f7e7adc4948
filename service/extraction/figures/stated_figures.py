"""Figures with a form of their own: a person's age, a rank among partners, "the 27-nation EU"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from service.extraction.figures.parties import as_country, behind, owners
from service.extraction.figures.quantities import Quantity
from service.extraction.grammar.subjects import surface_subjects
from service.extraction.names.gazetteer import gazetteer
from service.extraction.names.memory import Reference
from service.extraction.names.references import Resolver
from service.extraction.relations.ties import all_direct, before, identified

_RANKED = {
    "partner": "partner_rank",
    "buyer": "buyer_rank",
    "customer": "buyer_rank",
    "importer": "buyer_rank",
}
_FIRST = frozenset(("large", "big", "top", "chief"))
_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
_GOODS = {
    "crude": "crude-oil",
    "oil": "oil",
    "gas": "gas",
    "arm": "arms",
    "weapon": "arms",
    "grain": "grain",
    "wheat": "wheat",
    "coal": "coal",
}
_ADULT = range(16, 116)
_STRONG = frozenset(("member", "nation", "state", "country"))


@dataclass(frozen=True)
class Stated:
    """A figure with its indicator and actor, whose words end at token `end`."""

    indicator: str
    quantity: Quantity
    of: Reference
    period: str | None
    end: int
    rule: str
    with_: Reference | None = None
    topics: tuple[str, ...] = ()


def memberships(resolver: Resolver, found: Sequence[Quantity]) -> Iterator[Stated]:
    """ "The 27-nation EU", "the 55-member African Union"."""
    doc = resolver.doc
    for quantity in found:
        noun = doc[quantity.end + 1] if quantity.end + 2 < len(doc) else None
        if noun is None or doc[quantity.end].text != "-" or noun.lower_ not in _STRONG:
            continue
        mention = resolver.covering[noun.i + 1]
        body = resolver.named(mention) if mention is not None else None
        if body is not None and mention is not None and mention.entry.kind == "organization":
            yield Stated("members", quantity, body, None, noun.i + 1, "measure/members")


def ages(resolver: Resolver, found: Sequence[Quantity], day: str | None) -> Iterator[Stated]:
    """ "Xi, 70," and "the 70-year-old Xi": whole years on the day of the text."""
    doc = resolver.doc
    for quantity in found:
        if quantity.value not in _ADULT or quantity.end >= len(doc):
            continue
        place = _aged(quantity, resolver)
        mention = resolver.covering[place] if place is not None else None
        if mention is None or gazetteer().entries[mention.entry.id].kind != "person":
            continue
        person = resolver.named(mention)
        if person is not None:
            yield Stated("age", quantity, person, day, quantity.end, "measure/age")


def _aged(quantity: Quantity, resolver: Resolver) -> int | None:
    """A token of the name of whoever is as old as a number says."""
    doc, start, end = resolver.doc, quantity.start, quantity.end
    if quantity.unit == "year" and doc[end : end + 2].text.lower() == "-old" and end + 2 < len(doc):
        return end + 2
    before = [token.lower_ for token in doc[max(resolver.sentence.start, start - 3) : start]]
    if len(before) < 2 or quantity.unit not in ("count", "year"):
        return None
    if before[-1] == "aged":
        return start - (3 if before[-2] == "," else 2)
    if before[-1] in ("is", "turned", "turns"):
        verb, old = doc[start - 1], quantity.unit == "year" and doc[end].lower_ == "old"
        if not old and doc[end].text not in (",", ".", "and"):
            return None
        return next((each.i for each in surface_subjects(verb)), None)
    return (
        start - 2 if before[-1] == "," and quantity.unit == "count" and doc[end].text in (",", ".") else None
    )


def ranks(resolver: Resolver, lemmas: frozenset[str]) -> Iterator[Stated]:
    """ "China is Russia's largest trading partner", "the second-largest buyer of Russian crude"."""
    if lemmas.isdisjoint(_RANKED):
        return
    for token in resolver.tokens:
        name = _RANKED.get(token.lemma_.lower())
        value = _rank(token) if name is not None else None
        if (
            name is None
            or value is None
            or (name == "partner_rank" and not before(token) & {"trade", "trading"})
        ):
            continue
        named, _ = identified(token)
        subjects = [as_country(each) for each in all_direct(named, resolver)]
        whose = [
            as_country(each) for each in owners(token, resolver) + behind(token, ("of", "for"), resolver)
        ]
        partners = [
            each for each in whose if each.id not in {s.id for s in subjects} and each.how != "context"
        ]
        if len(subjects) == 1 and len({each.id for each in partners}) == 1:
            start = min(child.i for child in (token, *token.lefts))
            quantity = Quantity(value, "rank", "exact", start, token.i + 1, token)
            yield Stated(
                name,
                quantity,
                subjects[0],
                None,
                token.i + 1,
                f"measure/{name.replace('_', '-')}",
                partners[0],
                _goods(token),
            )


def _rank(noun: Token) -> int | None:
    for child in noun.lefts:
        if child.lemma_.lower() in _FIRST and (child.tag_ == "JJS" or child.lower_ in ("top", "chief")):
            ordinal = next(
                (
                    _ORDINALS[t.lower_]
                    for t in noun.doc[max(0, child.i - 2) : child.i]
                    if t.lower_ in _ORDINALS
                ),
                1,
            )
            return None if noun.doc[child.i - 1].lower_ in ("of", "among") else ordinal
    return None


def _goods(noun: Token) -> tuple[str, ...]:
    inner = [
        each.lemma_.lower()
        for child in noun.rights
        if child.lower_ in ("of", "for")
        for each in child.subtree
    ]
    found = [_GOODS[lemma] for lemma in inner if lemma in _GOODS]
    return tuple(found[:1])
