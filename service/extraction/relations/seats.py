"""Seats of actors: capitals, headquarters, bases, and who holds a town."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from spacy.tokens import Token

from service.extraction.figures.parties import behind, owners
from service.extraction.figures.standing import modality
from service.extraction.grammar.nouns import prepositional_objects, with_conjuncts
from service.extraction.grammar.subjects import deep_objects, deep_subjects, surface_subjects
from service.extraction.names.memory import Reference
from service.extraction.names.references import Resolver
from service.extraction.relations.bonds import Ends
from service.extraction.relations.relation_words import words
from service.extraction.relations.ties import all_direct, identified, kind_of, place_at

_CAPITAL = frozenset(("det", "poss", "punct", "case", "appos", "prep", "cc", "conj"))
_LYING = frozenset(("be", "remain", "stay", "lie", "sit", "stand", "locate", "situate"))


def capitals(noun: Token, resolver: Resolver) -> Iterator[Ends]:
    """ "The capital, Lima", "Lima, the capital of Peru", "Peru's capital Lima"."""
    for child in noun.children:
        if child.dep_ not in _CAPITAL and not (
            child.dep_ in ("amod", "compound", "nmod", "relcl", "acl") and _neutral(child, resolver)
        ):
            return
    named, verb = identified(noun)
    whose = owners(noun, resolver) + behind(noun, ("of",), resolver)
    for token in named:
        place = place_at(token, resolver)
        mention = resolver.covering[token.i]
        if place is None or mention is None or any(each.code != place.code for each in whose):
            continue
        country = resolver.named(replace(mention, how="name"))
        if country is not None:
            state = modality(verb) if verb is not None else "asserted"
            yield Ends("has_capital", country, place, noun, verb, state, "relation/capital")


def _neutral(child: Token, resolver: Resolver) -> bool:
    return resolver.covering[child.i] is not None or child.lower_ in ("national",) or child.i > child.head.i


def at_place(verb: Token, resolver: Resolver) -> Iterator[Ends]:
    """ "X is based in Y", "Y, where X has its base": seat of an actor; "X controls Y": who holds a town."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB":
        return
    state, rule = modality(verb), f"relation/{lemma}"
    if lemma in ("control", "occupy"):
        for one, token in product(all_direct(deep_subjects(verb), resolver), deep_objects(verb)):
            for each in with_conjuncts(token):
                place = place_at(each, resolver)
                if place is not None and verb.tag_ not in ("VBD",):
                    yield Ends("controls", one, place, verb, verb, state, rule)
        return
    subjects = all_direct(surface_subjects(verb) or ([verb.head] if verb.dep_ == "acl" else []), resolver)
    type_ = "based_in" if lemma == "base" else "headquartered_in"
    for child in verb.children:
        for inner in child.children if child.dep_ == "prep" and child.lower_ in ("in", "at") else ():
            for one, two in product(subjects, _where(inner, resolver)):
                yield Ends(type_, one, two, verb, verb, state, rule)


def headquarters(noun: Token, resolver: Resolver) -> Iterator[Ends]:
    """ "NATO has its headquarters in Brussels", "the headquarters of OPEC are in Vienna"."""
    verb = noun.head if noun.dep_ in ("dobj", "nsubj", "nsubjpass") else None
    whose = owners(noun, resolver) + behind(noun, ("of",), resolver)
    if verb is not None and verb.lemma_.lower() == "have" and noun.dep_ == "dobj":
        whose = all_direct(deep_subjects(verb), resolver)
    elif verb is not None and verb.lemma_.lower() not in _LYING:
        verb = None
    hosts = [noun] if verb is None else [noun, verb]
    for inner in (each for host in hosts for each in prepositional_objects(host, ("in", "at"))):
        for one, two in product({each.id: each for each in whose}.values(), _where(inner, resolver)):
            if one.start != two.start:
                state = modality(verb) if verb is not None else "asserted"
                yield Ends("headquartered_in", one, two, noun, verb, state, "relation/headquarters")


def hosting(verb: Token, resolver: Resolver) -> Iterator[Ends]:
    """ "Peru hosts a Kenyan base", "is home to Kenyan troops", "hosts the African Union"."""
    objects = deep_objects(verb) if verb.pos_ == "VERB" else prepositional_objects(verb, ("to",))
    carrier = verb if verb.pos_ == "VERB" else verb.head
    if carrier.tag_ not in ("VBZ", "VBP") and not any(each.lower_ == "has" for each in carrier.children):
        return
    subjects = all_direct(surface_subjects(carrier), resolver)
    for token in (each for object_ in objects for each in with_conjuncts(object_)):
        if token.lemma_.lower() in words()["hosted"]["nouns"]:
            guests = owners(token, resolver) + behind(token, ("of",), resolver)
        else:
            guests = [each for each in all_direct([token], resolver) if kind_of(each) == "organization"]
        for one, two in product(subjects, guests):
            yield Ends("host_of", one, two, verb, carrier, modality(carrier), "relation/host")


def _where(token: Token, resolver: Resolver) -> list[Reference]:
    place = place_at(token, resolver)
    return [place] if place is not None else all_direct([token], resolver)
