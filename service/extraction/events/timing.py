"""Which of a sentence's dates is an event's."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from service.extraction.events.assembling import Event
from service.extraction.events.dating import Dated
from service.extraction.grammar.parsing import offset_of


def date_of(event: Event, found: Sequence[Dated], sentence: Span, start: int) -> str | None:
    """The date whose verb is the event's; `start` is where the sentence begins in its paragraph."""
    carriers = {event.trigger.i, event.verb.i, _verb_above(event.trigger).i}
    for dated in found:
        owner = _owner(dated, sentence, start)
        if owner is not None and owner.i in carriers:
            return dated.iso
    return None


def _owner(dated: Dated, sentence: Span, start: int) -> Token | None:
    """The verb or noun that a date belongs to: by the parse, or, for a day left out of it, by place."""
    tokens = [token for token in sentence if dated.start <= offset_of(token) - start < dated.end]
    if tokens:
        head = min(tokens, key=lambda token: len(list(token.ancestors)))
        while (
            head.dep_
            in (
                "pobj",
                "pcomp",
                "prep",
                "npadvmod",
                "nmod",
                "compound",
                "nummod",
                "advmod",
                "punct",
                "amod",
                "mark",
                "conj",
            )
            and head.head != head
        ):
            head = head.head
            if head.pos_ in ("VERB", "AUX") or (
                head.pos_ == "NOUN" and head.dep_ not in ("pobj", "npadvmod")
            ):
                break
        return head if head.pos_ == "VERB" else _verb_above(head) if head.pos_ != "NOUN" else head
    verbs = [token for token in sentence if token.pos_ == "VERB"]
    before = [verb for verb in verbs if offset_of(verb) - start < dated.start]
    if before:
        return before[-1]
    return sentence.root


def _verb_above(token: Token) -> Token:
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token
