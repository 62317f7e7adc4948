"""By whom it is done what a passive verb says, or what somebody is praised for."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.grammar.nouns import first_conjunct, prepositional_objects
from service.extraction.grammar.verbs import has_subject
from service.extraction.word_lists import word_lists

_MERITS = word_lists("grammar", "grammar_words.toml")["merits"]
# Verbs of which the one to whom something is given may be the subject.
_GIVING = frozenset(
    ("give", "hand", "send", "offer", "award", "grant", "promise", "deal", "pay", "lend", "show")
)


def agents_of(passive: Token) -> list[Token]:
    """The agent of a passive verb: its own, that of a verb joined to it, or of what is said of its object."""
    if own := _own_agents(passive) or _behind_its_object(passive):
        return own
    # "were beaten and robbed by the crew", "was seen as unfair by the crew": the last has the agent of all.
    later = [child for child in passive.subtree if child.i > passive.i and child.tag_ == "VBN"]
    joined = [child for child in later if _is_joined(child, passive)]
    described = [
        below
        for child in passive.children
        if child.dep_ in ("advcl", "oprd", "xcomp", "prep") and child.i > passive.i
        for below in (child, *child.children)
        if below.pos_ in ("ADJ", "NOUN")
    ]
    return next((agents for each in [*joined, *described] if (agents := _own_agents(each))), [])


def of_merit(preposition: Token) -> list[Token]:
    """ "Praised Peru's leadership in breaking the siege", "the work of Peru in": whose merit it is."""
    if preposition.lower_ != "in" or not preposition.i:
        return []
    merit = preposition.nbor(-1)
    while merit.lemma_.lower() not in _MERITS and merit.dep_ in ("pobj", "compound", "appos"):
        # "the work of Deputy Speaker Elias Saab in liaising"
        merit = merit.head.head if merit.head.lower_ == "of" else merit.head
    if merit.lemma_.lower() not in _MERITS:
        return []
    own = [
        child for noun in (merit, _joined_before(merit)) for child in noun.children if child.dep_ == "poss"
    ]
    return own[:1] or prepositional_objects(merit, ("of",))


def _joined_before(noun: Token) -> Token:
    """ "Praised its courage in the war, and leadership in": the parser joins the second to the verb."""
    above = noun.head
    if noun.dep_ != "conj" or above.pos_ != "VERB":
        return first_conjunct(noun)
    return next((child for child in above.children if child.dep_ == "dobj" and child.i < noun.i), noun)


def _behind_its_object(passive: Token) -> list[Token]:
    """ "was handed a protest by the ministry", where the parser hangs the agent on what was handed."""
    objects = (child for child in passive.children if child.dep_ == "dobj" and child.i > passive.i)
    given = (each for each in objects if passive.lemma_.lower() in _GIVING)
    return next((agents for each in given if (agents := _own_agents(each))), [])


def _is_joined(participle: Token, verb: Token) -> bool:
    """ "was abducted, tortured and dumped": by "and" and commas only, whatever the parser hangs them on."""
    while participle != verb and participle.dep_ in ("conj", "advcl"):
        if has_subject(participle):
            return False
        participle = participle.head
    return participle == verb


def _own_agents(passive: Token) -> list[Token]:
    return [
        object_
        for child in passive.children
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
        for object_ in child.children
        if object_.dep_ == "pobj"
    ]


def congratulated(verb: Token) -> list[Token]:
    """ "Offered congratulations to Peru on joining", where the parser hangs "on" on the verb."""
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    if not any(each.lemma_.lower() == "congratulation" for each in objects):
        return []
    to = [child for host in (verb, *objects) for child in host.children if child.lower_ == "to"]
    return [child for preposition in to for child in preposition.children if child.dep_ == "pobj"]
