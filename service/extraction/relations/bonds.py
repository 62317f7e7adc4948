"""Ties that a noun between two actors, a participle or a place states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from spacy.tokens import Token

from service.extraction.figures.parties import as_country, behind, owners
from service.extraction.grammar.nouns import prepositional_objects
from service.extraction.grammar.subjects import deep_subjects, surface_subjects
from service.extraction.names.gazetteer import gazetteer
from service.extraction.names.memory import Reference
from service.extraction.names.mentions import Mention
from service.extraction.names.references import Resolver
from service.extraction.relations.relation_words import by_word, ended, words
from service.extraction.relations.ties import all_direct, before, phrase_fits, place_at, place_named, standing

_OTHERS = frozenset(("company", "university", "firm", "institution", "business", "scientist", "bank", "club"))


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
        if noun.head.lemma_.lower() in entry.get("ended_by", ()):
            continue
        if phrase_fits(noun, entry["nouns"]) and not modifiers & set(entry.get("not", ())):
            yield from _bond(noun, entry, resolver)


def _bond(noun: Token, entry: Mapping[str, Any], resolver: Resolver) -> Iterator[Ends]:
    rule, own = f"relation/{noun.lemma_.lower()}", owners(noun, resolver)
    between = behind(noun, ("between",), resolver)
    pair = between if len(between) == 2 and not _is_of_others(noun) else own
    other = _direct_behind(noun, entry["of"], resolver)
    if len(pair) == 2 and not other and not entry.get("own"):
        yield Ends(entry["type"], pair[0], pair[1], noun, None, "asserted", rule)
    elif own and other:
        for one, two in product(own, other):
            ends = (two, one) if entry.get("reversed") else (one, two)
            yield Ends(entry["type"], *ends, noun, None, "asserted", rule)
    elif own and (suffering := _suffering(noun, entry, resolver)):
        for one, two in product(own, suffering):
            yield Ends(entry["type"], one, two, noun, noun.head, "asserted", rule)
    elif noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in entry.get("having", _having()):
        yield from _had(noun, entry, other, resolver)


def _is_of_others(noun: Token) -> bool:
    """ "Partnerships between Kenyan and Peruvian companies": theirs, not those of their countries."""
    sides = prepositional_objects(noun, ("between", "among"))
    return any(each.lemma_.lower() in _OTHERS for each in sides)


def _had(noun: Token, entry: Mapping[str, Any], other: list[Reference], resolver: Resolver) -> Iterator[Ends]:
    """ "A has a treaty with B", "A and B share a border"."""
    verb, rule = noun.head, f"relation/{noun.lemma_.lower()}"
    subjects = all_direct(deep_subjects(verb), resolver)
    if not other and len(subjects) == 2 and not entry.get("own") and not _is_with_others(noun):
        subjects, other = subjects[:1], subjects[1:]
    dated = verb.lemma_.lower() in words()["verbs_of_bonds"]["beginning"]
    for one, two in product(subjects, other):
        ends = (two, one) if entry.get("reversed") else (one, two)
        yield Ends(entry["type"], *ends, noun, verb, standing(noun, verb), rule, dated)


def _is_with_others(noun: Token) -> bool:
    """ "A and B have borders with others": what they have is not between them."""
    phrases = [child for host in (noun, noun.head) for child in host.children if child.i > noun.i]
    return any(each.dep_ == "prep" and each.lower_ in ("with", "to", "on") for each in phrases)


def _suffering(noun: Token, entry: Mapping[str, Any], resolver: Resolver) -> list[Reference]:
    """ "Peru is under Kenyan sanctions", "faces Kenyan sanctions"."""
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ in entry.get("under", ()) and above.head.pos_ == "AUX":
        return all_direct(surface_subjects(above.head), resolver)
    if noun.dep_ == "dobj" and "under" in entry and above.lemma_.lower() == "face":
        return all_direct(deep_subjects(above), resolver)
    return []


def _having() -> list[str]:
    kept: list[str] = words()["verbs_of_bonds"]["having"]
    return kept


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
        place = place_at(head, resolver)
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
