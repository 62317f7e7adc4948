"""Which of a sentence's dates is an event's."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from service.extraction.events.assembling import Event
from service.extraction.events.dating import Dated
from service.extraction.grammar.parsing import offset_of
from service.extraction.grammar.verbs import verb_above

# How the words of a date, and the phrases that they stand in, hang on what they date.
_WITHIN = frozenset(
    (
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
)


def date_of(event: Event, found: Sequence[Dated], sentence: Span, start: int) -> str | None:
    """The date whose verb is the event's; `start` is where the sentence begins in its paragraph."""
    carriers = {event.trigger.i, event.verb.i, verb_above(event.trigger).i}
    for dated in found:
        owner = _owner(dated, sentence, start)
        if owner.i in carriers:
            return dated.iso
    return None


def _owner(dated: Dated, sentence: Span, start: int) -> Token:
    """The verb or noun that a date belongs to: by the parse, or, for a day left out of it, by place."""
    tokens = [token for token in sentence if dated.start <= offset_of(token) - start < dated.end]
    if tokens:
        head = min(tokens, key=lambda token: len(list(token.ancestors)))
        while head.dep_ in _WITHIN and head.head != head:
            head = head.head
            if head.pos_ in ("VERB", "AUX") or (
                head.pos_ == "NOUN" and head.dep_ not in ("pobj", "npadvmod")
            ):
                break
        return head if head.pos_ == "NOUN" else verb_above(head)
    verbs = [token for token in sentence if token.pos_ == "VERB"]
    before = [verb for verb in verbs if offset_of(verb) - start < dated.start]
    return before[-1] if before else sentence.root
