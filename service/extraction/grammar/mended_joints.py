"""Verbs that the model joins to the wrong verb before them: each function mends one kind."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from service.extraction.grammar.verbs import has_subject, is_infinitive

_FINITE = ("VBD", "VBZ", "VBP")


def _joined_infinitive(verb: Token) -> bool:
    """ "voiced the need to close the gaps, finalize the deal": the bare verb goes on with the infinitive."""
    if verb.tag_ != "VB":
        return False
    above = verb.head
    if above.tag_ not in _FINITE or has_subject(verb):
        return False
    if any(child.dep_ == "aux" for child in verb.children) or any(
        child.tag_ == "MD" for child in above.children
    ):
        return False
    before = [each for each in above.subtree if above.i < each.i < verb.i and is_infinitive(each)]
    if before:
        verb.head = before[-1]
    return bool(before)


def _joined_to_the_main_verb(verb: Token) -> bool:
    """ "praised the role that Peru plays and welcomed the truce": who praised welcomed it."""
    if verb.tag_ != "VBD":
        return False
    clause = verb.head
    if clause.dep_ != "relcl" or has_subject(verb):
        return False
    main = next((each for each in clause.ancestors if each.pos_ == "VERB"), None)
    mistaken = clause.tag_ in ("VBZ", "VBP") and main is not None and main.tag_ == "VBD"
    if mistaken and main is not None:
        verb.head = main
    return mistaken


def _done_by_others(verb: Token) -> bool:
    """ "thanked Peru for all Chad has done": the model joins "done" to "thanked"."""
    preposition = next((each for each in verb.head.children if each.lower_ == "for"), None)
    if verb.lemma_.lower() != "do" or preposition is None or not verb.head.i < preposition.i < verb.i:
        return False
    doing = next((each for each in preposition.children if each.dep_ == "pobj"), None)
    if doing is None or has_subject(verb) or not any(each.lower_ == "all" for each in doing.children):
        return False
    verb.head, verb.dep_ = preposition, "pcomp"
    doing.head, doing.dep_ = verb, "nsubj"
    return True


# Each with the dependencies of the words that it looks at.
JOINT_MENDERS: tuple[tuple[Callable[[Token], bool], str], ...] = (
    (_joined_infinitive, "conj"),
    (_joined_to_the_main_verb, "conj"),
    (_done_by_others, "conj"),
)
