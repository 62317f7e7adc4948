"""Toward whom it is done where a slot names only the side that does it: "raided their post"."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.events.modality import Scope
from service.extraction.events.nearby import in_another_phrase
from service.extraction.events.other_side import faced, only_other, other_side
from service.extraction.events.slots import Match
from service.extraction.names.memory import Reference
from service.extraction.names.references import Resolver

_TO_OTHERS = frozenset(("COERCE", "PROTEST"))
# Acts that are done to people of some country.
TO_PEOPLE = frozenset(("ASSAULT", "COERCE"))


def are_its_own_people(match: Match, whom: list[Token]) -> bool:
    """ "Attacks by the regime on its own people": the words say that they are whose who does it."""
    own = any(child.lower_ == "own" for each in whom for child in each.children)
    return own and match.frame.type in TO_PEOPLE


def instead_of_its_own(
    match: Match, found: list[Reference], own: frozenset[str], scope: Scope, resolver: Resolver
) -> list[Reference]:
    """Who is meant instead of those `found`, who are all of the side that acts; they where nobody is."""
    type_, theirs = match.frame.type, _are_theirs(match.recipients)
    others: list[Reference] = []
    if type_ == "REQUEST":
        # "demanded the release of its soldiers": of the other side.
        others = only_other(own, scope, resolver)
    elif (type_ == "ASSAULT" and theirs) or match.frame.mode == "withdraw":
        # "raided their post", "pulled its troops back from its north": those whom the text told of before.
        others = other_side(match, own, scope, resolver)
    elif type_ in _TO_OTHERS and theirs:
        # "detained two Peruvians and seized their boat", "apologised to Peru for the burning of its embassy"
        others = faced(own, resolver)
    elif type_ == "SUPPORT" and any(each.how != "pronoun" for each in found):
        others = in_another_phrase(match, own, resolver)
    return others or found


def _are_theirs(tokens: list[Token]) -> bool:
    """Whether a possessive pronoun says whose some words are."""
    return any(child.dep_ == "poss" and child.pos_ == "PRON" for each in tokens for child in each.children)
