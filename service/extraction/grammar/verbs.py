"""Verbs: which one carries a word, which one another is joined to, and infinitives."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Token

# Auxiliaries that say what somebody has to do.
OBLIGING = frozenset(("must", "should", "ought"))


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands with "to", which the tagger takes for a preposition before "court"."""
    aux = (child for child in verb.children if child.dep_ == "aux" or child.tag_ == "TO")
    return any(child.tag_ == "TO" or child.lower_ == "to" for child in aux)


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own, whatever its voice."""
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def has_auxiliary(verb: Token, words: Container[str]) -> bool:
    """Whether one of these words is an auxiliary of a verb."""
    return any(child.dep_ == "aux" and child.lower_ in words for child in verb.children)


def verb_above(token: Token) -> Token:
    """The verb of the clause in which a word stands, the word itself if it is one; else the topmost word."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def joined_verb(verb: Token) -> Token:
    """The verb that a verb is joined to: past to past, where the parser joins it to an infinitive between.

    "urged Kenya to stay and blamed Peru": blamed belongs to urged.
    """
    head = verb.head
    if verb.tag_ != "VBD":
        return head
    above = head
    while above.tag_ in ("VB", "VBG", "VBP", "VBZ", "IN") and above.dep_ != "ROOT" and above.head != above:
        above = above.head
    return above if above.tag_ == "VBD" else head


def shares_its_object(verb: Token, joined: Token) -> bool:
    """Whether nothing stands between a verb and the verb joined to it, which has the same form."""
    between = verb.doc[verb.i + 1 : joined.i]
    return (
        joined.pos_ == "VERB"
        and joined.tag_ == verb.tag_
        and all(each.dep_ in ("cc", "advmod", "punct") for each in between)
        and not has_subject(joined)
    )


def is_long_after(preposition: Token) -> bool:
    """ "A day after": what has been, where what is asked is to come."""
    before = preposition.nbor(-1).lemma_.lower() if preposition.i else ""
    return preposition.lower_ == "after" and before in ("hour", "day", "week", "month", "year")


def is_noun_in_ing(gerund: Token) -> bool:
    """Whether the parser took a noun for a verb: "the border crossing"."""
    return gerund.tag_ == "VBG" and any(each.dep_ in ("det", "compound", "amod") for each in gerund.children)
