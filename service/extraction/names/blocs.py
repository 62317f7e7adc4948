"""Which organization "the bloc", "the Commission", "the agency" or "the group" means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from service.extraction.names.memory import BLOC_CODES, Reference
from service.extraction.word_lists import word_lists

if TYPE_CHECKING:
    from service.extraction.names.references import Resolver

_BLOCS = word_lists("names", "reference_words.toml")["blocs"]
_TERRORISTS = frozenset(("terrorists", "extremists", "jihadists", "murderers", "fanatics"))
_ARMED_GROUPS = frozenset(("group", "movement", "militia", "militants", "rebels", "insurgents", "guerrillas"))
_OTHER = frozenset(("amod", "compound", "nmod"))
_KINDS_OF_BODIES = word_lists("names", "reference_words.toml")["kinds_of_bodies"]


def of_bloc(resolver: Resolver, token: Token) -> list[Reference]:
    """ "The bloc": the organization of states that was named last."""
    # "the commissioner for enlargement"
    office = token.lemma_.lower() == "commissioner" and any(child.lower_ == "for" for child in token.children)
    if not (office or token.lemma_.lower() in _BLOCS) or token.tag_ not in ("NN", "NNP"):
        return []
    if token.lemma_.lower() == "commission" and any(child.dep_ in _OTHER for child in token.children):
        # "The electoral commission" is the country's own.
        return []
    bloc = _last_bloc(resolver, token)
    return [bloc.at(token, "antecedent", 0.8)] if bloc is not None else []


def _last_bloc(resolver: Resolver, token: Token) -> Reference | None:
    """The organization of states that was named last before a word."""
    for mention in reversed(resolver.covering[resolver.sentence.start : token.i]):
        if mention is not None and mention.entry.code in BLOC_CODES:
            return resolver.named(mention)
    return resolver.memory.bloc


def of_armed_group(resolver: Resolver, token: Token) -> list[Reference]:
    """ "The group" after "the ELN": the group under arms that was named last."""
    before = [child for child in token.children if child.i < token.i]
    alone = [child.lower_ for child in before if child.dep_ in ("det", "amod", "compound", "nmod", "poss")]
    # "These brutal terrorists", whose country is told nowhere.
    called_so = token.lower_ in _TERRORISTS or (
        token.lower_ in ("organization", "organisation", "group") and "terrorist" in alone
    )
    called_so = called_so and bool(alone) and alone[0] in ("the", "this", "these", "those")
    if not called_so and (token.lower_ not in _ARMED_GROUPS or alone != ["the"]):
        return []
    for mention in reversed(resolver.covering[resolver.sentence.start : token.i]):
        if mention is not None and mention.entry.kind == "group":
            named = resolver.named(mention)
            return [named.at(token, "antecedent", 0.8)] if named is not None else []
    group = resolver.memory.group
    return [group.at(token, "antecedent", 0.8)] if group is not None else []


def of_body(resolver: Resolver, token: Token) -> list[Reference]:
    """ "The agency" after "the International Atomic Energy Agency", by the last word of its name."""
    named = resolver.memory.bodies.get(token.lower_) if token.lower_ in _KINDS_OF_BODIES else None
    before = {child.dep_ for child in token.children if child.lower_ != "the"}
    # "The central bank" is not the World Bank.
    other = not before.isdisjoint(("amod", "compound", "nmod", "poss"))
    if named is None or other or not any(child.lower_ == "the" for child in token.children):
        return []
    return [named.at(token, "antecedent", 0.8)]
