"""Nouns that act for a country and name none: "the army", "the minister", by sentence and text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from service.extraction.names.gazetteer import gazetteer
from service.extraction.names.memory import Reference, codes, country_at
from service.extraction.names.setting import begins_in_a_place, of_setting, place_of_the_sentence
from service.extraction.names.strangers import introduced
from service.extraction.word_lists import word_lists

if TYPE_CHECKING:
    from service.extraction.names.references import Resolver

_FOREIGN = word_lists("names", "reference_words.toml")["foreign"]
_STATES = word_lists("names", "reference_words.toml")["states"]
_RULING = frozenset(("president", "premier", "minister", "chancellor"))
# Of whom a minister seldom speaks at home.
_OF_OTHERS = frozenset(("regime", "dictatorship", "victim", "family", "relative", "bereaved"))
_SPEAKING = word_lists("names", "reference_words.toml")["speaking"]


def of_context(resolver: Resolver, token: Token) -> list[Reference]:
    """The country of a noun that acts for one and that no words of its own or before it tell."""
    if not resolver.is_role(token) or _is_foreign(resolver, token):
        return []
    if token.tag_ == "NNS" and token.lemma_.lower() in _STATES:
        # "The four countries" are not the one that the text is about.
        return []
    elsewhere = token.lemma_.lower() in _OF_OTHERS and place_of_the_sentence(resolver, token) is None
    if elsewhere and (other := _told_of_beside_speakers(resolver)) is not None:
        return [introduced(resolver, token, country_at(other, token.i, "context", 0.4))]
    titles = {child.lemma_.lower() for child in token.children if child.dep_ == "compound"}
    speaking = titles & _SPEAKING and place_of_the_sentence(resolver, token) is None
    if speaking and len(resolver.memory.thing) == 1:
        # "The navy denied it. “No,” spokesman Amos Tarus said."
        return [introduced(resolver, token, resolver.memory.thing[0].at(token, "context", 0.4))]
    ruling = bool(titles & _RULING)
    subject = resolver.memory.subject if ruling and token.ent_type_ == "PERSON" else None
    # "In Lima, Foreign Minister Amos Tarus …" is Peru's, whoever acted before.
    if subject is not None and not begins_in_a_place(resolver):
        # "Prime Minister Amos Tarus flew to Lima" behind a sentence about Kenya.
        return [introduced(resolver, token, country_at(subject, token.i, "context", 0.4, "GOV"))]
    return [introduced(resolver, token, each) for each in of_setting(resolver, token)]


def _told_of_beside_speakers(resolver: Resolver) -> str | None:
    """ "“My condolences to the families,” Peru's minister said": those of the country of which is told."""
    own = codes([*resolver.speakers, *resolver.voice]) | {resolver.memory.home}
    told = resolver.memory.codes
    others = [code for code in told if code not in own and gazetteer().is_country(code)]
    return max(others, key=lambda code: told[code], default=None) if resolver.speakers else None


def _is_foreign(resolver: Resolver, token: Token) -> bool:
    """ "Coalition aircraft" are not the text's own; "the foreign ministry" is."""
    words = [child.lower_ for child in token.children if child.lower_ in _FOREIGN]
    office = resolver.roles.get(f"foreign {token.lemma_.lower()}") == "GOV" or token.ent_type_ == "PERSON"
    return bool(words) and not (words == ["foreign"] and office and token.tag_ in ("NN", "NNP"))
