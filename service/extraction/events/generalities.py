"""What is true in general or may be done: rules, habits, abilities and what is only imagined."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from service.extraction.events.slots import Match
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.subjects import surface_subjects
from service.extraction.grammar.verbs import has_auxiliary
from service.extraction.word_lists import word_lists

_WORDS = word_lists("events", "event_words.toml")
_PRESENT = frozenset(("VBZ", "VBP"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_CLAUSES = frozenset(("csubj", "csubjpass"))
_ANYBODY = frozenset(("anyone", "anybody", "whoever", "everyone", "everybody"))
_MIGHT = frozenset(("could", "might", "may"))
_BE = frozenset(("is", "are"))


def holds_in_general(match: Match) -> bool:
    """Whether a match tells of what is done as a rule, can be done, or would be if it were done."""
    if _is_against_an_ill(match):
        return True
    if match.frame.form == "noun":
        return _is_demand_for_goods(match) or _is_imagined(match.trigger) or _is_repeated(match.trigger)
    return (
        _is_ability(match)
        or _is_of_anybody(match)
        or _is_done_often(match.trigger)
        or _is_kept_up(match.trigger)
    )


def _is_against_an_ill(match: Match) -> bool:
    """ "Its battle against inflation", "declared war on drugs": against nobody."""
    phrases = (each for each in match.arguments.phrases if each.preposition in ("against", "on", "with"))
    fought = match.recipients or [each.object for each in phrases][:1]
    fighting = match.frame.type in ("ASSAULT", "THREATEN") and bool(fought)
    return fighting and all(lemma_of(each) in _WORDS["ills"] for each in fought)


def _is_ability(match: Match) -> bool:
    """ "The king can dissolve parliament"; what cannot be done may be a refusal."""
    able = not match.frame.negated and has_auxiliary(match.trigger, ("can",))
    return able and not any(child.dep_ == "neg" for child in match.trigger.children)


def _is_of_anybody(match: Match) -> bool:
    """ "Any member may ask for talks", "few had met him", "whoever takes a cow should not complain"."""
    verb = match.trigger
    clauses = (child for child in verb.children if child.dep_ in _CLAUSES)
    if any(each.lower_ in _ANYBODY for clause in clauses for each in clause.children):
        return True
    present = verb.tag_ == "VBZ" and not any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    subjects = surface_subjects(verb)
    # "Many in Lima see its hand behind it"
    many = verb.tag_ == "VBP" and any(each.lower_ == "many" for each in subjects)
    return many or any(_is_anybody(subject, present) for subject in subjects)


def _is_anybody(noun: Token, present: bool) -> bool:
    """Whether a subject is nobody in particular: "a minister who lies loses his post" is not either."""
    before = [child.lower_ for child in noun.children if child.i < noun.i]
    few = "few" in (noun.lower_, *before) and not {"a", "the", "these"} & {*before}
    if noun.lower_ in _ANYBODY or "any" in before or few:
        return True
    described = any(child.dep_ == "relcl" for child in noun.children)
    return present and described and bool(before) and before[0] in ("a", "an") and noun.pos_ == "NOUN"


def _is_done_often(verb: Token) -> bool:
    """ "Often travels to Peru", "gather in Peru every autumn"."""
    if verb.tag_ not in _PRESENT or any(child.dep_ in ("aux", "auxpass") for child in verb.children):
        return False
    return any(child.lower_ in _WORDS["often"] or _is_every_time(child) for child in verb.children)


def _is_every_time(noun: Token) -> bool:
    return noun.dep_ == "npadvmod" and any(child.lower_ in ("every", "each") for child in noun.children)


def _is_kept_up(verb: Token) -> bool:
    """ "The mine is run by Kenyans": what is told in the present tense is done year after year."""
    if verb.tag_ != "VBN" or lemma_of(verb) not in _WORDS["habitual"]:
        return False
    auxiliaries = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    return len(auxiliaries) == 1 and auxiliaries[0] in _BE


def _is_demand_for_goods(match: Match) -> bool:
    """ "Demand for cars from Kenya": what is demanded of somebody is a demand, or demands."""
    noun = match.trigger
    return noun.lower_ == "demand" and match.frame.type == "REQUEST" and not _has_determiner(noun)


def _has_determiner(noun: Token) -> bool:
    return any(child.dep_ in ("det", "poss", "nummod") for child in noun.children)


def _is_imagined(noun: Token) -> bool:
    """ "A withdrawal of troops would please Peru", "unrest in Peru could spread"."""
    verb = noun.head
    if noun.dep_ not in _SUBJECTS or has_auxiliary(verb, ("have",)):
        return False
    # "Said that talks would resume": a plan.
    imagined = has_auxiliary(verb, _MIGHT) or (verb.dep_ == "ROOT" and has_auxiliary(verb, ("would",)))
    return imagined and _is_of_no_act_in_particular(noun)


def _is_of_no_act_in_particular(noun: Token) -> bool:
    """ "A strike", "strikes by dockers", against "the strike" and "Peru's strike"."""
    before: Iterable[Token] = (child for child in noun.children if child.dep_ in ("det", "poss"))
    return all(child.lower_ in ("a", "an", "any", "such", "another") for child in before)


def _is_repeated(noun: Token) -> bool:
    """ "Visits by Kenyans always anger Peru", "protest in Peru is a lonely business"."""
    verb = noun.head
    if noun.dep_ not in _SUBJECTS or verb.tag_ not in _PRESENT:
        return False
    general = not any(_is_determined(child) for child in noun.children)
    said = verb.lemma_.lower() == "be" and any(child.dep_ in ("attr", "acomp") for child in verb.children)
    return general and (said or _is_done_often(verb))


def _is_determined(child: Token) -> bool:
    return child.dep_ in ("det", "poss") or (child.dep_ == "amod" and child.lower_ in _WORDS["going_on"])
