"""Whose something is, where the pronoun before it stands in a phrase or clause that tells the owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from service.extraction.grammar.nouns import first_conjunct
from service.extraction.grammar.verbs import is_infinitive
from service.extraction.names.gazetteer import gazetteer
from service.extraction.names.memory import Reference
from service.extraction.word_lists import word_lists

if TYPE_CHECKING:
    from service.extraction.names.references import Resolver

_WORDS = word_lists("names", "reference_words.toml")
PERSONS = frozenset(("he", "she", "his", "her", "him", "himself", "herself"))


def owner_of(resolver: Resolver, token: Token) -> list[Reference]:
    """Whom a possessive pronoun means by the words right around it; nobody where they do not tell."""
    return (
        _joined_owner(resolver, token)
        or _vessel(resolver, token)
        or _owner_above(resolver, token)
        or _owner_of_the_plan(resolver, token)
    )


def is_person(resolver: Resolver, reference: Reference, token: Token) -> bool:
    """Whether an actor is a person, or the word by which it is named means one."""
    entry = gazetteer().entries.get(reference.id)
    return entry is None or entry.kind == "person" or resolver.is_role(token)


def _joined_owner(resolver: Resolver, token: Token) -> list[Reference]:
    """ "Peru and its rebels": the one that is joined to what it owns, but not "in Lima and their promise"."""
    if token.dep_ != "poss" or token.head.dep_ != "conj":
        return []
    first = first_conjunct(token.head)
    if token.lower_ in ("his", "her"):
        # "the visit of Amos Tarus and his delegation"
        leading = token.head.lemma_.lower() in _WORDS["companies"]
        return [each for each in resolver.of(first) if each.how != "context"] if leading else []
    if token.lower_ not in ("its", "their"):
        return []
    before = first.children
    owned = any(child.dep_ == "poss" or resolver.covering[child.i] is not None for child in before)
    if token.lower_ == "their" and not (owned or resolver.is_role(token.head)):
        return []
    return [each for each in resolver.of(token.head.head) if each.how != "pronoun"]


def _vessel(resolver: Resolver, token: Token) -> list[Reference]:
    """ "Stormed a Peruvian trawler and detained its crew": the trawler's."""
    if token.lower_ != "its" or token.head.lemma_.lower() not in _WORDS["aboard"]:
        return []
    before = [
        each for each in resolver.sentence if each.i < token.i and each.lemma_.lower() in _WORDS["vessels"]
    ]
    return resolver.all(before[-1:], context=False)


def _owner_above(resolver: Resolver, token: Token) -> list[Reference]:
    """ "The U.N.'s summary of its inquiry": the one who owns the noun above."""
    if token.dep_ != "poss" or token.head.dep_ != "pobj" or token.head.head.lower_ != "of":
        return []
    above = token.head.head.head
    owners = [each for each in above.children if each.dep_ == "poss" and each.pos_ != "PRON"]
    return resolver.all(owners, context=False)


def _owner_of_the_plan(resolver: Resolver, token: Token) -> list[Reference]:
    """ "Welcomed Peru's decision to recall its envoy": the one whose decision it is."""
    if token.dep_ != "poss":
        return []
    clause = next((each for each in token.ancestors if each.dep_ == "acl"), None)
    if clause is None or not is_infinitive(clause):
        return []
    owners = (each for each in clause.head.children if each.dep_ == "poss" and each.pos_ != "PRON")
    person = token.lower_ in PERSONS
    return [
        each
        for owner in owners
        for each in resolver.all([owner], context=False)
        if is_person(resolver, each, owner) is person
    ]


def of_shared_owner(resolver: Resolver, token: Token) -> list[Reference]:
    """ "Kenya's partnership and leadership": whose the first is the bare second is too."""
    bare = (
        token.dep_ == "conj"
        and token.pos_ == "NOUN"
        and not any(child.i < token.i for child in token.children)
    )
    if not bare:
        return []
    before = (
        child for child in first_conjunct(token).children if child.dep_ == "poss" and child.pos_ != "PRON"
    )
    return resolver.all(before, context=False)
