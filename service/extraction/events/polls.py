"""What a share of some people think: opinions in a poll, which are nobody's act."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.events.slots import Match
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import referred
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

_WORDS = word_lists("events", "event_words.toml")
_OF_OPINION = frozenset(("SUPPORT", "REJECT", "ACCUSE", "REQUEST"))


def is_of_a_poll(match: Match, resolver: Resolver) -> bool:
    """ "A third of Kenyans are in favour, a poll showed"."""
    if match.frame.type not in _OF_OPINION:
        return False
    counted = any(_is_of_a_share(referred(subject)) for subject in match.initiators)
    return counted or any(_is_a_poll(token) for token in resolver.tokens)


def _is_of_a_share(noun: Token) -> bool:
    """ "A third of Kenyans", "the proportion of Kenyans who"."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return lemma_of(above) in _WORDS["shares"] or any(
        lemma_of(each) in _WORDS["shares"] for each in noun.subtree if each.dep_ != "compound"
    )


def _is_a_poll(noun: Token) -> bool:
    """ "A poll showed", "according to a survey"; votes are polls too."""
    if noun.lower_ not in ("poll", "survey", "pollster", "respondents"):
        return False
    according = noun.head.lower_ == "to" and noun.head.head.lower_ == "according"
    return according or (noun.dep_ == "nsubj" and noun.head.lemma_.lower() in _WORDS["finding"])
