"""Pronouns that mean whom a verb before them judges or tells: "thanked Peru for its help"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from service.extraction.grammar.nouns import prepositional_objects
from service.extraction.grammar.subjects import surface_subjects
from service.extraction.grammar.verbs import OBLIGING, has_auxiliary, is_infinitive, verb_above
from service.extraction.names.memory import Reference
from service.extraction.word_lists import word_lists

if TYPE_CHECKING:
    from service.extraction.names.references import Resolver

_WORDS = word_lists("grammar", "grammar_words.toml")
# Verbs behind whose object "for its raid" tells of the object.
_JUDGING = _WORDS["blaming"] | _WORDS["punishing"]
# What only the one of whom it is asked can do with what is its own.
_CEASING = frozenset(
    (
        "halt", "stop", "end", "cease", "suspend", "abandon", "drop", "scrap", "withdraw", "pull", "lift",
        "reverse", "curb", "limit", "reduce", "honour", "honor", "keep", "fulfil", "fulfill", "renounce",
        "dismantle", "freeze", "open", "reopen", "moderate", "soften", "disband", "disarm", "restrain",
    )
)  # fmt: skip
# "Imposed sanctions on Peru over its raid", "broke off ties with it over its raid"
_HITTING = frozenset(("impose", "slap", "put", "place", "break", "sever", "cut", "suspend", "recall", "add"))
_CHARGING = frozenset(("charge", "allege", "claim", "argue", "contend"))
_TELLING = frozenset(("tell", "remind", "warn", "inform"))


def judged_or_told(resolver: Resolver, token: Token) -> list[Reference]:
    """The object of a judging or telling verb, where the words about it have a pronoun for it."""
    return (
        _judged(resolver, token)
        or _told(resolver, token)
        or _asked(resolver, token)
        or _charged(resolver, token)
    )


def _judged(resolver: Resolver, token: Token) -> list[Reference]:
    """ "thanked Peru for its help", "condemned Peru over its raid": the one who is thanked or condemned."""
    phrase = next((each for each in token.ancestors if each.pos_ in ("ADP", "SCONJ")), token)
    while phrase.dep_ == "conj" and phrase.head.dep_ in ("prep", "conj"):
        # "for hosting talks and for its help"
        phrase = phrase.head
    if token.dep_ not in ("poss", "nsubj") or phrase.dep_ != "prep":
        return []
    if phrase.lower_ == "over" and verb_above(phrase).lemma_.lower() in _JUDGING | _HITTING:
        return resolver.all(_quarrelled_with(verb_above(phrase), token), context=False)
    judging = phrase.head.lemma_.lower() in _JUDGING
    objects = [each for each in phrase.head.children if each.dep_ == "dobj" and each.i < token.i]
    return resolver.all(objects, context=False) if judging else []


def _quarrelled_with(verb: Token, pronoun: Token) -> list[Token]:
    """ "put Peru on a list over its sale", "imposed sanctions on Peru over its raid": on whom."""
    objects = [each for each in verb.children if each.dep_ == "dobj" and each.i < pronoun.i]
    against = [
        each for host in (*objects, verb) for each in prepositional_objects(host, ("on", "against", "with"))
    ]
    return [each for each in (*against, *objects) if each.i < pronoun.i]


def _asked(resolver: Resolver, token: Token) -> list[Reference]:
    """ "ordered Peru to halt its raids": the one who is asked, where only it can do so to what is its own."""
    ceasing = token.head.head
    if token.dep_ != "poss" or token.head.dep_ != "dobj" or ceasing.lemma_.lower() not in _CEASING:
        return []
    asked = surface_subjects(ceasing) if is_infinitive(ceasing) else []
    return resolver.all((each for each in asked if each.i < token.i), context=False)


def _charged(resolver: Resolver, token: Token) -> list[Reference]:
    """ "sued Peru, charging that its army had raided villages": the one who is sued."""
    clause = verb_above(token)
    saying = clause.head
    if clause.dep_ != "ccomp" or saying.dep_ != "advcl" or saying.lemma_.lower() not in _CHARGING:
        return []
    if saying.tag_ != "VBG" or token.dep_ not in ("poss", "nsubj"):
        return []
    objects = (each for each in saying.head.children if each.dep_ == "dobj" and each.i < saying.i)
    return resolver.all(objects, context=False)


def _told(resolver: Resolver, token: Token) -> list[Reference]:
    """ "told Peru that it must withdraw": the one who is told."""
    clause = token.head
    if token.dep_ != "nsubj" or clause.dep_ != "ccomp" or clause.head.lemma_.lower() not in _TELLING:
        return []
    if not has_auxiliary(clause, OBLIGING):
        return []
    return resolver.all((each for each in clause.head.children if each.dep_ == "dobj"), context=False)
