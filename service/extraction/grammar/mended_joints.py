"""Verbs that the model joins to the wrong verb before them: each function mends one kind."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from service.extraction.grammar.verbs import has_subject, is_infinitive
from service.extraction.word_lists import word_lists

_WORDS = word_lists("grammar", "grammar_words.toml")
_OF_THINGS, _THINGS = _WORDS["of_things"], _WORDS["things"]
# What only those who speak do.
_VERBAL_ACTS = _WORDS["verbal_acts"] | {
    "thank",
    "praise",
    "welcome",
    "invite",
    "appeal",
    "apologise",
    "apologize",
}
_JUDGING = frozenset(
    ("dismiss", "denounce", "condemn", "reject", "brand", "decry", "criticise", "criticize", "praise")
)
_DEALS = frozenset(("deal", "pact", "accord", "treaty", "agreement", "contract", "memorandum"))
_MOVING = frozenset(("prompt", "lead", "cause", "force", "push", "spur", "provoke", "drive"))
_NOTING = frozenset(("note", "say", "add", "state", "recall", "stress"))
_FINITE = ("VBD", "VBZ", "VBP")
# Whose past is the bare verb.
_WITHOUT_A_PAST = _WORDS["without_a_past"]


def _joined_infinitive(verb: Token) -> bool:
    """ "voiced the need to close the gaps, finalize the deal": the bare verb goes on with the infinitive."""
    above = verb.head
    # "voiced the need to talk, condemn raids": the model takes "condemn" for a past.
    mistaken = verb.tag_ in ("VBD", "VBP") and above.tag_ == "VBD" and verb.lower_ == verb.lemma_
    if verb.tag_ != "VB" and not (mistaken and verb.lower_ not in _WITHOUT_A_PAST):
        return False
    if above.tag_ not in (*_FINITE, "VBG") or has_subject(verb):
        return False
    auxiliaries = [child for child in verb.children if child.dep_ == "aux" and child.tag_ != "TO"]
    if auxiliaries or any(child.tag_ == "MD" for child in above.children):
        return False
    before = [
        each
        for each in above.subtree
        if above.i < each.i < verb.i and _is_bare(each) and not verb.is_ancestor(each)
    ]
    if before:
        verb.head, verb.tag_ = before[-1], "VB"
    return bool(before)


def _is_bare(verb: Token) -> bool:
    """ "To free", "would free"."""
    return is_infinitive(verb) or (verb.tag_ == "VB" and any(child.tag_ == "MD" for child in verb.children))


def _past_with_past(verb: Token) -> bool:
    """ "accused Peru of shelling a post and shut the border": who accused shut it."""
    first = verb.head
    if verb.tag_ != "VBD" or has_subject(verb):
        return False
    auxiliaries = [child for child in first.children if child.dep_ == "aux"]
    # "said that none would be allowed to stay and invited Peru": "would" goes with no past.
    modal = any(each.tag_ == "MD" for each in auxiliaries)
    if not modal and first.tag_ not in ("VB", "VBG"):
        return False
    finite = not modal and any(each.tag_ != "TO" for each in auxiliaries)
    finite = finite or any(child.dep_ == "aux" for child in verb.children)
    above = next((each for each in first.ancestors if each.tag_ == "VBD" and each.pos_ == "VERB"), None)
    if finite or above is None:
        return False
    verb.head = above
    return True


def _said_and_did(verb: Token) -> bool:
    """ "said the raid was wrong and urged Peru to stop": whoever said so urged it, not the raid."""
    clause, saying = verb.head, verb.head.head
    if clause.dep_ != "ccomp" or verb.tag_ != "VBD" or verb.lemma_.lower() not in _VERBAL_ACTS:
        return False
    if not saying.i < clause.i or saying.tag_ != "VBD" or not has_subject(saying) or has_subject(verb):
        return False
    if not any(child.dep_ in ("dobj", "ccomp", "xcomp", "prep") for child in verb.children):
        return False
    subject = next((child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    if subject is None or not _is_no_actor(subject):
        return False
    verb.head = saying
    return True


def _is_no_actor(subject: Token) -> bool:
    """ "It was wrong", "the raid was wrong", "two soldiers were killed": who says and demands nothing."""
    thing = subject.pos_ == "NOUN" and subject.lemma_.lower() in _THINGS
    being = subject.lower_ in ("it", "this", "that", "there") and subject.head.lemma_ == "be"
    return thing or being or (subject.dep_ == "nsubjpass" and subject.head.tag_ == "VBN")


def _and_did_so(verb: Token) -> bool:
    """ "Noted the raid in which they killed ten, took hostages and": they took them, who noted it did not."""
    above = verb.head.head if verb.head.dep_ == "ccomp" else verb.head
    if verb.tag_ != "VBD" or above.lemma_.lower() not in _NOTING or verb.nbor(-1).text != ",":
        return False
    if has_subject(verb) or not any(child.dep_ == "dobj" for child in verb.children):
        return False
    between = (each for each in above.subtree if above.i < each.i < verb.i and each.dep_ == "relcl")
    clause = [each for each in between if each.tag_ == "VBD" and has_subject(each)]
    if clause:
        verb.head = clause[-1]
    return bool(clause)


def _joined_to_the_main_verb(verb: Token) -> bool:
    """ "praised the role that Peru plays and welcomed the truce": who praised welcomed it."""
    if verb.tag_ != "VBD":
        return False
    clause = verb.head
    if clause.dep_ not in ("relcl", "acl", "ccomp") or has_subject(verb):
        return False
    main = next((each for each in clause.ancestors if each.pos_ == "VERB"), None)
    # "regretted that he was unable to come and wished them well"
    state = clause.dep_ == "acl" and clause.lemma_ == "be"
    mistaken = (clause.tag_ in ("VBZ", "VBP") or state) and main is not None and main.tag_ == "VBD"
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


def _told_of_a_thing(clause: Token) -> bool:
    """ "its border with Peru, which it closed": the border was closed, not Peru."""
    name = clause.head
    if clause.lemma_.lower() not in _OF_THINGS or name.pos_ != "PROPN" or name.dep_ != "pobj":
        return False
    if not any(child.dep_ == "dobj" and child.lower_ == "which" for child in clause.children):
        return False
    above = name.head.head
    objects = [child for child in above.children if child.dep_ == "dobj" and child.i < name.i]
    thing = above if above.pos_ == "NOUN" else next(iter(objects), None)
    if thing is not None:
        clause.head = thing
    return thing is not None


def _judged(noun: Token) -> bool:
    """ "condemned as illegal the arrest", "dismissed as fabricated a report": the object stands last."""
    above = noun.head
    behind = above.dep_ == "advcl" and above.tag_ == "VBN" and noun.dep_ == "dobj"
    at = above.i if behind else above.i + 1
    if not 0 < at < noun.i - 1:
        return False
    preposition, word, opened = noun.doc[at - 1], noun.doc[at], noun.doc[at + 1]
    verb = above.head if behind else preposition.head
    if preposition.lower_ != "as" or word.tag_ not in ("JJ", "VBN") or verb.lemma_.lower() not in _JUDGING:
        return False
    if opened.tag_ not in ("DT", "PRP$", "NNP"):
        return False
    preposition.head, preposition.dep_ = verb, "prep"
    word.head, word.dep_ = preposition, "pcomp" if behind else "pobj"
    noun.head, noun.dep_ = verb, "dobj"
    return True


def _before_a_semicolon(clause: Token) -> bool:
    """ "Peru rejects the terms; Chile promises to help": what stands before the semicolon is not promised."""
    between = clause.doc[clause.i : clause.head.i] if clause.i < clause.head.i else ()
    apart = has_subject(clause) and any(each.lower_ == ";" for each in between)
    if apart:
        clause.dep_ = "conj"
    return apart


def _content_of_a_deal(verb: Token) -> bool:
    """ "signed a deal to release prisoners": what the deal says, not why they signed it."""
    noun, to = verb.doc[verb.i - 2], verb.nbor(-1)
    agreed = noun.lemma_.lower() in _DEALS and noun.dep_ == "dobj" and noun.head == verb.head
    if verb.tag_ != "VB" or to.lower_ != "to" or to.head != verb or not agreed:
        return False
    verb.head, verb.dep_ = noun, "acl"
    return True


def _moved_to_act(verb: Token) -> bool:
    """ "prompting Peru to send ships and Chile to lodge a protest": it is Chile that lodges it."""
    moving = next((each for each in verb.ancestors if each.lemma_.lower() in _MOVING), None)
    if (
        moving is None
        or verb.i <= moving.i + 2
        or verb.tag_ != "VB"
        or verb.nbor(-1).lower_ != "to"
        or has_subject(verb)
    ):
        return False
    subject = verb.nbor(-2)
    first = next((c for c in moving.children if is_infinitive(c) and moving.i < c.i < subject.i), None)
    if first is None or subject.pos_ != "PROPN" or subject.nbor(-1).dep_ != "cc":
        return False
    # In this order, or the two would hang on each other for a moment.
    verb.head, verb.dep_ = first, "conj"
    subject.head, subject.dep_ = verb, "nsubj"
    return True


# Each with the dependencies of the words that it looks at.
JOINT_MENDERS: tuple[tuple[Callable[[Token], bool], str], ...] = (
    (_joined_infinitive, "conj"),
    (_past_with_past, "conj"),
    (_said_and_did, "conj"),
    (_and_did_so, "conj"),
    (_joined_to_the_main_verb, "conj"),
    (_done_by_others, "conj"),
    (_told_of_a_thing, "relcl"),
    (_judged, "dobj pobj"),
    (_content_of_a_deal, "advcl"),
    (_before_a_semicolon, "ccomp"),
    (_moved_to_act, "advcl xcomp ccomp acl"),
)
