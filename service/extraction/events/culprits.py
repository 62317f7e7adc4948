"""Who is condemned for an attack: whoever did it, not the place where it was done."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import prepositional_objects
from service.extraction.names.memory import Reference
from service.extraction.names.modifiers import of_modifiers
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

_ATTACKS = word_lists("events", "event_words.toml")["attacks"]
# Prepositions of the place where something is done.
WHERE = frozenset(("in", "at", "near", "outside", "inside", "on", "into", "across", "over"))


def attacks_among(nouns: Iterable[Token]) -> list[Token]:
    """Those of some nouns that tell of an attack, which is mostly done by others than whose the place is."""
    return [each for each in nouns if lemma_of(each) in _ATTACKS]


def culprits_of(
    attacks: list[Token], found: list[Reference], own: frozenset[str], resolver: Resolver
) -> list[Reference]:
    """ "Condemned the attack in Lima claimed by rebels": who did it; `found` is whom the words name."""
    # "the raid claimed by rebels", but not "on a school run by Peru".
    hosts = [host for act in attacks for host in (act, *act.children) if host == act or host.dep_ == "acl"]
    by = [word for host in hosts for word in host.children if word.lower_ == "by" and word.i > host.i]
    doing = [each for word in by for each in word.children if each.dep_ == "pobj"]
    named = resolver.all(doing, context=False)
    named = named or [each for act in attacks for each in of_modifiers(resolver, act, False)]
    if not named and any(prepositional_objects(act, WHERE) for act in attacks):
        return []
    return [each for each in named or found if each.code not in own]
