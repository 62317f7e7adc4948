"""Ties that a noun between two actors, a participle or a place states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from spacy.tokens import Token

from service.extraction.figures.parties import as_country, behind, owners
from service.extraction.figures.standing import modality
from service.extraction.grammar.nouns import prepositional_objects, with_conjuncts
from service.extraction.grammar.subjects import deep_objects, deep_subjects, surface_subjects
from service.extraction.names.gazetteer import gazetteer
from service.extraction.names.memory import Reference
from service.extraction.names.mentions import Mention
from service.extraction.names.references import Resolver
from service.extraction.relations.relation_words import by_word, ended, words
from service.extraction.relations.ties import all_direct, before, identified, phrase_fits, place_named

_KEEPING = frozenset(
    [
        "have",
        "share",
        "maintain",
        "keep",
        "wage",
        "fight",
        "establish",
        "form",
        "build",
        "strike",
        "sign",
        "forge",
        "hold",
        "enjoy",
    ]
)
_CAPITAL = frozenset(("det", "poss", "punct", "case", "appos", "prep", "cc", "conj"))


@dataclass(frozen=True)
class Ends:
    """A tie with its ends, the word and verb that state it, and as what; `dated` where the verb begins it."""

    type: str
    subject: Reference
    object: Reference
    word: Token
    verb: Token | None
    modality: str
    rule: str
    dated: bool = False


def bonds(noun: Token, resolver: Resolver) -> Iterator[Ends]:
    """ "The border between A and B", "A's war on B", "A has diplomatic relations with B"."""
    modifiers = before(noun)
    if modifiers & ended() or noun.head.lemma_.lower() in words()["verbs_of_bonds"]["not"]:
        return
    for entry in by_word("bond", "nouns")[noun.lemma_.lower()]:
        if phrase_fits(noun, entry["nouns"]) and not modifiers & set(entry.get("not", ())):
            yield from _bond(noun, entry, resolver)


def _bond(noun: Token, entry: Mapping[str, Any], resolver: Resolver) -> Iterator[Ends]:
    rule, own = f"relation/{noun.lemma_.lower()}", owners(noun, resolver)
    between = behind(noun, ("between",), resolver)
    pair = between if len(between) == 2 else own
    other = _direct_behind(noun, entry["of"], resolver)
    if len(pair) == 2 and not other and not entry.get("own"):
        yield Ends(entry["type"], pair[0], pair[1], noun, None, "asserted", rule)
    elif own and other:
        for one, two in product(own, other):
            yield Ends(entry["type"], one, two, noun, None, "asserted", rule)
    elif other and noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in _KEEPING:
        verb = noun.head
        dated = verb.lemma_.lower() in ("establish", "form", "sign", "forge", "strike")
        for one, two in product(all_direct(deep_subjects(verb), resolver), other):
            yield Ends(entry["type"], one, two, noun, verb, modality(verb), rule, dated)


def _direct_behind(word: Token, prepositions: list[str], resolver: Resolver) -> list[Reference]:
    """Actors that stand by name behind a preposition of a noun, or of the verb whose object it is."""
    hosts = [word, word.head] if word.dep_ in ("dobj", "nsubjpass") else [word]
    objects = [each for host in hosts for each in prepositional_objects(host, prepositions)]
    return all_direct((each for each in objects if each.head.i > word.i), resolver)


def participles(hyphen: Token, resolver: Resolver) -> Iterator[Ends]:
    """ "NATO-supplied Ukrainian forces", "London-based Amnesty"."""
    doc, at = resolver.doc, hyphen.i
    type_ = words()["participles"].get(doc[at + 1].lower_) if at + 1 < len(doc) else None
    if type_ is None or at == 0:
        return
    head = doc[at + 1].head
    first = resolver.covering[at - 1] or _known(at, resolver)
    if first is None or head.i <= at + 1:
        return
    rule = f"relation/-{doc[at + 1].lower_}"
    one = resolver.named(first)
    others = [
        each for each in resolver.all([head], places=False, context=False) if one is None or each.id != one.id
    ]
    if type_ in ("based_in", "headquartered_in"):
        where = place_named(first, resolver) or one
        for other in all_direct([head], resolver):
            if where is not None:
                yield Ends(type_, other, where, doc[at + 1], None, "asserted", rule)
    elif type_ == "controls":
        place = _place_at(head, resolver)
        if one is not None and place is not None:
            yield Ends(type_, one, place, doc[at + 1], None, "asserted", rule)
    elif one is not None:
        for other in others:
            subject, object_ = (
                (other, one)
                if type_ == "allied_with"
                else (one, as_country(other) if type_ != "owns" else other)
            )
            yield Ends(type_, subject, object_, doc[at + 1], None, "asserted", rule)


def _known(end: int, resolver: Resolver) -> Mention | None:
    """A name that the mentions leave out because "-based" follows."""
    for start in (end - 2, end - 1):
        if start >= resolver.sentence.start:
            namings = gazetteer().names.get(resolver.doc[start:end].text, ())
            if namings:
                return Mention(start, end, namings[0].entry, namings[0].how)
    return None


def _place_at(token: Token, resolver: Resolver) -> Reference | None:
    mention = resolver.covering[token.i]
    return place_named(mention, resolver) if mention is not None else None


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
        place = _place_at(token, resolver)
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
                place = _place_at(each, resolver)
                if place is not None and verb.tag_ not in ("VBD",):
                    yield Ends("controls", one, place, verb, verb, state, rule)
        return
    subjects = all_direct(surface_subjects(verb) or ([verb.head] if verb.dep_ == "acl" else []), resolver)
    type_ = "based_in" if lemma == "base" else "headquartered_in"
    for child in verb.children:
        for inner in child.children if child.dep_ == "prep" and child.lower_ in ("in", "at") else ():
            where = (
                [place]
                if (place := _place_at(inner, resolver)) is not None
                else all_direct([inner], resolver)
            )
            for one, two in product(subjects, where):
                yield Ends(type_, one, two, verb, verb, state, rule)
