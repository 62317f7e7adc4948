"""Pronouns that mean whom a verb before them judges or tells: "thanked Peru for its help"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from service.extraction.grammar.verbs import OBLIGING, has_auxiliary
from service.extraction.names.memory import Reference
from service.extraction.word_lists import word_lists

if TYPE_CHECKING:
    from service.extraction.names.references import Resolver

_WORDS = word_lists("grammar", "grammar_words.toml")
# Verbs behind whose object "for its raid" tells of the object.
_JUDGING = _WORDS["blaming"] | _WORDS["punishing"]
_TELLING = frozenset(("tell", "remind", "warn", "inform"))
# What only the one of whom it is asked can do with what is its own.
_STOPPING = word_lists("events", "event_words.toml")["stopping"] | {"abandon", "reverse", "freeze"}
_ASKING = _WORDS["object_control"]
_CHARGING = frozenset(("charge", "allege", "contend"))


def judged_or_told(resolver: Resolver, token: Token) -> list[Reference]:
    """The object of a judging or telling verb, where the words about it have a pronoun for it."""
    return (
        _judged(resolver, token)
        or _told(resolver, token)
        or _stopped(resolver, token)
        or _charged(resolver, token)
    )


def _judged(resolver: Resolver, token: Token) -> list[Reference]:
    """ "thanked Peru for its help", "condemned Peru over its raid": the one who is thanked or condemned."""
    phrase = next((each for each in token.ancestors if each.pos_ in ("ADP", "SCONJ")), token)
    while phrase.dep_ == "conj" and phrase.head.dep_ in ("prep", "conj"):
        # "for hosting talks and for its help"
        phrase = phrase.head
    judging = phrase.dep_ == "prep" and phrase.head.lemma_.lower() in _JUDGING
    if not judging or token.dep_ not in ("poss", "nsubj"):
        return []
    objects = [each for each in phrase.head.children if each.dep_ == "dobj" and each.i < token.i]
    return resolver.all(objects, context=False)


def _told(resolver: Resolver, token: Token) -> list[Reference]:
    """ "told Peru that it must withdraw": the one who is told."""
    clause = token.head
    if token.dep_ != "nsubj" or clause.dep_ != "ccomp" or clause.head.lemma_.lower() not in _TELLING:
        return []
    if not has_auxiliary(clause, OBLIGING):
        return []
    return resolver.all((each for each in clause.head.children if each.dep_ == "dobj"), context=False)


def _stopped(resolver: Resolver, token: Token) -> list[Reference]:
    """ "ordered Peru to halt its raids": the one who is to stop."""
    verb = token.head.head
    if token.dep_ != "poss" or token.head.dep_ != "dobj" or verb.lemma_.lower() not in _STOPPING:
        return []
    if verb.dep_ != "xcomp" or verb.head.lemma_.lower() not in _ASKING:
        return []
    return resolver.all((each for each in verb.head.children if each.dep_ == "dobj"), context=False)


def _charged(resolver: Resolver, token: Token) -> list[Reference]:
    """ "took Peru to court, charging that its army had burned villages": whom it charges."""
    clause = token.head.head
    if token.dep_ != "poss" or token.head.dep_ != "nsubj" or clause.dep_ != "ccomp":
        return []
    charge = clause.head
    if charge.lemma_.lower() not in _CHARGING or charge.dep_ != "advcl":
        return []
    return resolver.all((each for each in charge.head.children if each.dep_ == "dobj"), context=False)
