"""By whom it is done what a passive verb says."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.grammar.verbs import has_subject

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
