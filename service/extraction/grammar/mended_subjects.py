"""Main verbs that the model leaves without a subject: a function for each kind says whether it mended it."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

_FINITE = ("VBD", "VBZ", "VBP")
_OF_A_NOUN = ("poss", "det", "amod", "compound", "nmod", "nummod")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")


def _lost_subject(verb: Token) -> bool:
    """The noun right before a finite main verb that has no subject, wherever the model hung it.

    "shot two students, a doctor said": no other name of the students. "Under the aegis of Chile, Kenya and
    Peru agreed": not one of three. "Nauru broke with Taiwan": no adverb.
    """
    if verb.tag_ not in _FINITE or any(child.dep_ in _SUBJECTS for child in verb.children):
        return False
    last = _before(verb)
    if last is None or last.ent_type_ in ("DATE", "TIME"):
        return False
    noun = last
    while noun.head != verb and noun.head.right_edge == noun.right_edge and not _opened(noun):
        noun = noun.head
    mistaken = noun.pos_ in ("PROPN", "NOUN") and (_opened(noun) if noun.head != verb else _misnamed(noun))
    if mistaken:
        noun.head, noun.dep_ = verb, "nsubj"
        for child in [each for each in verb.children if each.i < noun.i and each.dep_ in _OF_A_NOUN]:
            child.head = noun
    return mistaken


def _before(verb: Token) -> Token | None:
    """The word before the verb and its adverbs."""
    at = verb.i - 1
    while at > 0 and verb.doc[at].tag_ == "RB":
        at -= 1
    return verb.doc[at] if at >= verb.sent.start else None


def _opened(noun: Token) -> bool:
    """Whether it was taken for a further name or member of what stands before a comma."""
    first = noun.left_edge.i
    return noun.dep_ in ("appos", "conj") and first > 0 and noun.doc[first - 1].text == ","


def _misnamed(noun: Token) -> bool:
    return noun.dep_ in ("compound", "npadvmod", "advmod", "nmod") and noun.ent_type_ not in ("DATE", "TIME")


# Each with the dependencies of the words that it looks at.
SUBJECT_MENDERS: tuple[tuple[Callable[[Token], bool], str], ...] = ((_lost_subject, "ROOT"),)
