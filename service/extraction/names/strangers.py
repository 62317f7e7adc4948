"""Persons whom the gazetteer does not know, introduced by the words around their name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from service.extraction.names.memory import Reference
from service.extraction.names.slugs import slug_of
from service.extraction.word_lists import word_lists

if TYPE_CHECKING:
    from service.extraction.names.references import Resolver

_TITLES = word_lists("names", "reference_words.toml")["titles_left_out"]


def known_by_surname(resolver: Resolver, token: Token) -> Reference | None:
    """The person that the text introduced before, where a word is the surname."""
    known = resolver.memory.strangers.get(token.text) if token.pos_ == "PROPN" else None
    return known.at(token, "surname", 0.9) if known is not None else None


def introduced(resolver: Resolver, token: Token, reference: Reference) -> Reference:
    """The unknown person whom a noun names, of the country of its reference; else the reference as it is."""
    if token.ent_type_ != "PERSON" or resolver.covering[token.i] is not None:
        return reference
    entity = next((each for each in resolver.sentence.ents if each.start <= token.i < each.end), None)
    if entity is None or any(resolver.covering[entity.start : entity.end]):
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
    resolver.memory.strangers.setdefault(name.split()[-1], person)
    return person


def _person_name(text: str) -> str:
    """A name without titles in front and possession behind."""
    words = re.sub(r"['’]s$", "", text.strip()).split()
    return " ".join(word for word in words if word.lower().rstrip(".") not in _TITLES)
