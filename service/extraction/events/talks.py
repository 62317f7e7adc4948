"""With whom something is discussed, which is not whom it is about."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.events.slots import Match
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import counted, with_conjuncts
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

_DISCUSSING = word_lists("events", "event_words.toml")["discussing"]


def is_discussion(match: Match) -> bool:
    """Whether a frame of talks stands at a verb that has the topic for its object: "discussed the border"."""
    plain = (match.frame.type, match.frame.mode) == ("CONSULT", None)
    return plain and lemma_of(match.trigger) in _DISCUSSING


def talked_with(match: Match, own: frozenset[str], resolver: Resolver) -> list[Token]:
    """Whom the slot may hold: "addressed the Peruvian crisis" and "discussed Peru" are no talks with Peru."""
    topics = [] if lemma_of(match.trigger) == "address" else match.arguments.objects
    whom = [each for each in match.recipients if each not in topics and _may_talk(each, resolver)]
    if len(own) < 2:
        return whom
    # "the two leaders discussed their ties with Chile": Chile is not there.
    return [each for each in whom if each.dep_ != "pobj" or each.head.head == match.trigger]


def _may_talk(token: Token, resolver: Resolver) -> bool:
    named = resolver.covering[token.i] is not None or token.pos_ in ("PRON", "PROPN", "NUM")
    return named or any(resolver.is_role(each) for each in with_conjuncts(counted(token)))
