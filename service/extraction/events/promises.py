"""To whom something is promised or offered."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from service.extraction.events.content import SWALLOWED
from service.extraction.events.slots import Match
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import prepositional_objects
from service.extraction.grammar.verbs import is_infinitive
from service.extraction.names.memory import Reference
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

_BELOW_A_PROMISE = frozenset(("xcomp", "conj", "pcomp", "prep", "acl"))
_PROMISES = word_lists("events", "governors.toml")["promising_nouns"]
_FIGHTING = word_lists("events", "event_words.toml")["fighting"]
_OFFERING = frozenset(("pledge", "promise", "offer"))


def of_what_is_promised(
    match: Match, own: frozenset[str], at: Mapping[int, Match], resolver: Resolver
) -> list[Reference]:
    """ "Kenya is ready to start supplying Peru with gas": to whom it will be done."""
    if match.frame.type != "AGREE":
        return []
    promised = [other for other in at.values() if _is_promised(match.trigger, other)]
    if len(own) > 1:
        # "Kenya and Chile committed to give aid to Peru"; what else they promise they promise each other.
        promised = [other for other in promised if other.frame.type == "AID" and other.recipients]
        if not promised:
            return []
    found = [
        each for other in promised for each in resolver.all(other.recipients, places=True, context=False)
    ]
    if not promised:
        # "Its commitment to open the border for Peruvian farmers"
        acts = [each for each in match.trigger.subtree if each.dep_ == "acl" and is_infinitive(each)]
        hosts = (host for act in acts for host in (act, *act.children))
        found = resolver.all(
            (each for host in hosts for each in prepositional_objects(host, ("for",))), context=False
        )
    return [each for each in found if each.code not in own and each.how != "pronoun"]


def _is_promised(promise: Token, act: Match) -> bool:
    """Whether an act is the infinitive of a promise, "voiced his commitment to help": it is swallowed."""
    verb = act.trigger
    while verb != promise and verb.dep_ != "ROOT" and _is_below_a_promise(verb):
        verb = verb.head
    return verb == promise and act.trigger != promise and act.frame.type in SWALLOWED


def _is_below_a_promise(word: Token) -> bool:
    return word.dep_ in _BELOW_A_PROMISE or lemma_of(word) in _PROMISES


def is_offered(match: Match) -> bool:
    """ "Pledged nine tents": to somebody."""
    return lemma_of(match.trigger) in _OFFERING and bool(match.arguments.objects)


def is_to_nobody(match: Match, whom: list[Token], initiators: list[Reference]) -> bool:
    """ "Vowed to defeat the rebels", "a deal of Peru with its farmers", "sent forces alongside Peru's"."""
    if match.frame.type == "MOBILIZE":
        return any(phrase.preposition == "alongside" for phrase in match.arguments.phrases)
    if match.frame.type != "AGREE":
        return False
    between = any(phrase.preposition == "between" for phrase in match.arguments.phrases)
    fought = (each.pos_ == "VERB" and each.lemma_.lower() in _FIGHTING for each in whom)
    return (len(initiators) > 1 and between) or any(fought)
