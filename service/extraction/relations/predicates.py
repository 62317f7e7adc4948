"""Ties that a verb or an adjective states of its subject: "depends on", "is at war with"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from spacy.tokens import Token

from service.extraction.figures.standing import modality
from service.extraction.grammar.nouns import prepositional_objects
from service.extraction.grammar.subjects import deep_objects, deep_subjects, is_passive, surface_subjects
from service.extraction.names.memory import BLOC_CODES, Reference
from service.extraction.names.references import Resolver
from service.extraction.relations.bonds import Ends
from service.extraction.relations.relation_words import by_word, words
from service.extraction.relations.ties import all_direct, kind_of, place_at
from service.vocabulary.terms import relation_type


def verbs(token: Token, resolver: Resolver) -> Iterator[Ends]:
    """The ties that a verb of the list states."""
    # The parser takes "borders" for a noun with an object.
    if token.pos_ != "VERB" and not any(child.dep_ == "dobj" for child in token.children):
        return
    for entry in by_word("verb", "verbs")[token.lemma_.lower()]:
        if _fits(token, entry):
            yield from _verb(token, entry, resolver)


def _fits(verb: Token, entry: Mapping[str, Any]) -> bool:
    if entry.get("now") and (
        verb.tag_ == "VBD" or any(child.lower_ in ("was", "were", "had") for child in verb.children)
    ):
        return False
    if "near" in entry and not any(each.lemma_.lower() in entry["near"] for each in verb.subtree):
        return False
    prepositions = {child.lower_ for child in verb.children if child.dep_ in ("prep", "dative")}
    if "with" in entry and not prepositions & set(entry["with"]):
        return False
    # "Joined the EU in imposing sanctions" is no membership.
    return not any(
        inner.dep_ == "pcomp" for child in verb.children if child.dep_ == "prep" for inner in child.children
    )


def _verb(verb: Token, entry: Mapping[str, Any], resolver: Resolver) -> Iterator[Ends]:
    objects = _objects(verb, entry, resolver)
    if not objects:
        return
    taken = entry.get("of_object")
    subjects = all_direct(deep_objects(verb) if taken else deep_subjects(verb), resolver)
    if not subjects and verb.pos_ != "VERB":
        subjects = all_direct((child for child in verb.lefts if child.dep_ == "compound"), resolver)
    if entry.get("body"):
        objects = [each for each in objects if each.code in BLOC_CODES]
        subjects = [each for each in subjects if kind_of(each) != "person"]
    state, rule = modality(verb), f"relation/{verb.lemma_.lower()}"
    for one, two in product(subjects, objects):
        ends = (two, one) if entry.get("reversed") else (one, two)
        yield Ends(entry["type"], *ends, verb, verb, state, rule, bool(entry.get("dated")))


def _objects(verb: Token, entry: Mapping[str, Any], resolver: Resolver) -> list[Reference]:
    prepositions = entry.get("prepositions")
    if prepositions is None:
        return all_direct(deep_objects(verb), resolver) or _places(verb, entry, resolver)
    if entry.get("goods") and not deep_objects(verb):
        return []
    if entry.get("goods") == "named" and not _are_goods(deep_objects(verb)):
        return []
    goods = deep_objects(verb) if entry.get("goods") and not is_passive(verb) else []
    # "Most of its gas from Peru": the parser hangs Peru on the gas.
    hosts = [verb, *goods, *(inner for each in goods for inner in prepositional_objects(each, ("of",)))]
    return _behind(hosts, prepositions, resolver)


def _places(verb: Token, entry: Mapping[str, Any], resolver: Resolver) -> list[Reference]:
    if "place" not in relation_type(entry["type"]).extra["object_kinds"]:
        return []
    found = (place_at(each, resolver) for each in deep_objects(verb))
    return [each for each in found if each is not None]


def _are_goods(objects: list[Token]) -> bool:
    """Whether oil, arms and the like are bought or sold: "most of its gas"."""
    goods = words()["goods"]["nouns"]
    return any(token.lemma_.lower() in goods for each in objects for token in each.subtree)


def _behind(hosts: list[Token], prepositions: list[str], resolver: Resolver) -> list[Reference]:
    inner = [
        each
        for host in hosts for child in host.children
        if child.dep_ in ("prep", "dative") and child.lower_ in prepositions
        for each in child.children if each.dep_ == "pobj"
    ]  # fmt: skip
    return all_direct(inner, resolver)


def states(token: Token, resolver: Resolver) -> Iterator[Ends]:
    """ "Is dependent on", "is allied with", "are at war"."""
    for entry in by_word("state", "words")[token.lemma_.lower()]:
        if entry.get("at"):
            if token.head.lower_ != "at" or token.head.head.pos_ not in ("AUX", "VERB"):
                continue
            verb = token.head.head
        elif token.dep_ in ("acomp", "oprd") and token.head.pos_ in ("AUX", "VERB"):
            verb = token.head
        elif token.tag_ == "VBN" and token.pos_ == "VERB":
            verb = token
        else:
            continue
        subjects = all_direct(surface_subjects(verb), resolver)
        objects = _behind([token, verb], entry["prepositions"], resolver)
        state, rule = modality(verb), f"relation/{token.lemma_.lower()}"
        if not objects and entry.get("at") and len(subjects) == 2:
            yield Ends(entry["type"], subjects[0], subjects[1], token, verb, state, rule)
        for one, two in product(subjects, objects):
            yield Ends(entry["type"], one, two, token, verb, state, rule)
