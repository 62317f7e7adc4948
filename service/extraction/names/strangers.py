"""Persons whom the gazetteer does not know, introduced by the words around their name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from service.extraction.names.gazetteer import surnames
from service.extraction.names.longer_names import is_aged
from service.extraction.names.memory import NAMED, Reference
from service.extraction.names.slugs import slug_of
from service.extraction.word_lists import word_lists

if TYPE_CHECKING:
    from service.extraction.names.references import Resolver

_WHERE = frozenset(("in", "at", "of", "from", "near", "outside"))
_WORDS = word_lists("names", "reference_words.toml")
_TITLES = _WORDS["titles_left_out"]
_PERSONS = _WORDS["persons"]
_DISASTERS = _WORDS["disasters"]
# "The Abraham Accords": the model takes some for persons.
_TREATIES = frozenset(
    ("accord", "accords", "agreement", "treaty", "pact", "act", "summit", "forum", "framework")
)


def known_by_surname(resolver: Resolver, token: Token) -> Reference | None:
    """The person that the text introduced before, where a word is the surname."""
    # The tagger takes some surnames for nouns in the plural: "Prates".
    named = token.pos_ == "PROPN" or (token.is_title and not token.is_sent_start)
    known = resolver.memory.strangers.get(token.text) if named else None
    return known.at(token, "surname", 0.9) if known is not None else None


def of_stranger(resolver: Resolver, token: Token, depth: int) -> list[Reference]:
    """ "Rosa Quispe, who teaches in Lima": a person of whom only the place is told."""
    if token.pos_ != "PROPN" or resolver.covering[token.i] is not None or not _is_a_person(token):
        return []
    behind = (each for each in token.subtree if each.i > token.i and each.dep_ == "pobj")
    places = (each for each in behind if each.head.lower_ in _WHERE)
    named = (resolver.of(each, places=True, depth=depth + 1) for each in places)
    found = next((each for each in named if each), [])
    return [introduced(resolver, token, each.at(token, "place", 0.6)) for each in found[:1]]


def of_newcomer(resolver: Resolver, token: Token) -> list[Reference]:
    """ "Kenya freed a Peruvian. Leo Rojas, 47, flew home": of whom was told without a name."""
    person = resolver.memory.newcomer
    if person is None or token.pos_ != "PROPN" or not is_aged(token.doc, token.i + 1):
        return []
    return [introduced(resolver, token, person.at(token, "antecedent", 0.8))]


def note_newcomer(resolver: Resolver) -> None:
    """Remember the only person whom a sentence tells of as one of a country, and does not name."""
    found = [
        each
        for token in resolver.tokens
        if token.lower_ in ("a", "an") and _is_unnamed(resolver, token.head)
        for each in resolver.of(token.head)
        if each.how in NAMED
    ]
    resolver.memory.newcomer = found[0] if len(found) == 1 else None


def _is_unnamed(resolver: Resolver, noun: Token) -> bool:
    """ "A Peruvian", "a Peruvian dealer": a person by the noun, whom no name behind it names."""
    mention = resolver.covering[noun.i]
    people = mention.how == "demonym" if mention is not None else noun.lemma_.lower() in _PERSONS
    named = any(child.dep_ == "appos" for child in noun.children) or noun.dep_ in (
        "compound",
        "amod",
        "appos",
    )
    return people and not named


def _is_a_person(token: Token) -> bool:
    """Whether a name is a person's: by the model, or by the "who" behind it."""
    if is_disaster(token) or token.lemma_.lower() in _TREATIES:
        return False
    clauses = (child for child in token.children if child.dep_ == "relcl")
    return (
        token.ent_type_ == "PERSON"
        or is_aged(token.doc, token.i + 1)
        or any(each.lower_ == "who" for clause in clauses for each in clause.children)
        or is_described_person(token)
    )


def is_disaster(token: Token) -> bool:
    """ "The flood", "Hurricane Rosa": nobody, though the model takes the name for a person's."""
    if token.is_lower or token.is_sent_start:
        return token.lemma_.lower() in _DISASTERS
    before = (child for child in token.children if child.dep_ == "compound" and child.is_title)
    return any(each.lower_ in _DISASTERS for each in before)


def is_described_person(token: Token) -> bool:
    """ "Its adviser, Amos Tarus": whether the noun beside a name makes it a person's."""
    if token.pos_ != "PROPN" or token.ent_type_ in ("PERSON", "DATE"):
        return False
    beside = [child for child in token.children if child.dep_ in ("appos", "compound")]
    nouns = [*beside, token.head] if token.dep_ == "appos" else beside
    return any(each.tag_ == "NN" and each.lower_ in _PERSONS for each in nouns)


def introduced(resolver: Resolver, token: Token, reference: Reference) -> Reference:
    """The unknown person whom a noun names, of the country of its reference; else the reference as it is."""
    if resolver.covering[token.i] is not None or not _is_a_person(token):
        return reference
    entity = next((each for each in resolver.sentence.ents if each.start <= token.i < each.end), None)
    if entity is None or entity.label_ != "PERSON" or _begins_before(resolver, entity):
        entity = _whole_name(token)
    if any(resolver.covering[entity.start : entity.end]):
        return reference
    name = _person_name(entity.text)
    if " " not in name:
        return reference
    person = replace(
        reference,
        id=slug_of(name),
        start=min(reference.start, entity.start),
        end=max(reference.end, entity.end),
        proposed=name,
        sector=reference.sector or "GOV",
    )
    titles = {_title_of(word) for word in entity.text.split()} & _PERSONS
    resolver.memory.offices.setdefault(person.id, set()).update(titles)
    strangers = resolver.memory.strangers
    for surname in surnames(re.split(r"[\s-]", name), reference.code):
        if surname not in strangers or (strangers[surname].how == "context" and person.how != "context"):
            strangers[surname] = person
    return person


def _begins_before(resolver: Resolver, entity: Span) -> bool:
    """ "Tecu Tarus", of which the model knows the surname only: whether a first name stands before it."""
    before = entity.doc[entity.start - 1] if entity.start > resolver.sentence.start else None
    if len(entity) > 1 or before is None or before.pos_ != "PROPN" or before.dep_ != "compound":
        return False
    return before.lower_ not in resolver.roles and before.lower_ not in _TITLES | _PERSONS


def _whole_name(last: Token) -> Span:
    """A name that the model does not know, with the names before its last word."""
    first = last.i
    while first > last.sent.start and (
        last.doc[first - 1].pos_ == "PROPN" or last.doc[first - 1].text == "-"
    ):
        first -= 1
    return last.doc[first : last.i + 1]


def _person_name(text: str) -> str:
    """A name without titles in front and possession behind."""
    words = re.sub(r"['’]s$", "", text.strip()).split()
    return " ".join(word for word in words if _title_of(word) not in _TITLES)


def _title_of(word: str) -> str:
    """ "Lieutenant-General" is a general."""
    return word.lower().rstrip(".").rsplit("-", 1)[-1]
