"""Acts that others answer: "shut its border after a Peruvian raid", nouns with an actor of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from spacy.tokens import Token

from service.extraction.events.assembling import Event, assembled
from service.extraction.events.lexicon import event_index, frames_of
from service.extraction.events.patterns import Frame
from service.extraction.events.slots import Match, modifiers_of
from service.extraction.grammar.arguments import noun_arguments
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.subjects import deep_subjects
from service.extraction.grammar.verbs import verb_above
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

# Acts that are done to whoever answers them.
_ANSWERED = frozenset(("ASSAULT", "SANCTION", "COERCE", "THREATEN", "ACCUSE", "REQUEST"))
# A noun names acts of a type that has this share of its frames.
_MOSTLY = 0.55
_WORDS = word_lists("events", "event_words.toml")


def answered_acts(made: Iterable[Event], at: Mapping[int, Match], resolver: Resolver) -> list[Event]:
    """The acts behind "after" and "in response to" of which no frame tells, toward whoever answers."""
    told = {word for event in made for word in (event.trigger.i, *event.words)}
    found = []
    for token, lemma in zip(resolver.tokens, resolver.lemmas, strict=True):
        if token.pos_ != "NOUN" or token.dep_ not in ("pobj", "dobj") or token.i in told:
            continue
        verb = _answering(token)
        frame = _frame_of(token, lemma) if verb is not None else None
        event = _answered(token, frame, verb, at, resolver) if frame and verb else None
        if event is not None:
            found.append(event)
    return found


def _answering(noun: Token) -> Token | None:
    """The verb of those who answer an act: behind "after", "over" and the like, or "in response to"."""
    if noun.dep_ == "dobj":
        return noun.head if noun.head.lemma_.lower() in _WORDS["facing"] else None
    preposition, above = noun.head, noun.head.head
    if above.dep_ == "pobj" and above.lemma_.lower() in _WORDS["answers"]:
        return verb_above(above)
    if preposition.lower_ in _WORDS["causes"] and above.pos_ in ("VERB", "NOUN"):
        # "summoned the envoy over a raid"
        return verb_above(above)
    return above if above.pos_ == "VERB" and above.lemma_.lower() in _WORDS["answering"] else None


@cache
def _type_of(lemma: str) -> str | None:
    """The type of acts that a noun mostly names."""
    types = Counter(frame.type for frame in frames_of(event_index(), lemma, "noun"))
    type_, number = types.most_common(1)[0] if types else ("", 0)
    return type_ if type_ in _ANSWERED and number >= _MOSTLY * types.total() else None


def _frame_of(noun: Token, lemma: str) -> Frame | None:
    """The frame that a noun's own modifiers ask for, "mortar attack", else one that asks for none."""
    type_ = _type_of(lemma)
    if type_ is None:
        return None
    known = [frame for frame in frames_of(event_index(), lemma, "noun") if frame.type == type_]
    before = {lemma_of(each) for each in modifiers_of(noun)}
    closer = [frame for frame in known if frame.modifiers is not None and frame.modifiers & before]
    plain = [frame for frame in known if frame.modifiers is None]
    return min(closer or plain, key=lambda frame: frame.weight, default=None)


def _answered(
    noun: Token, frame: Frame, verb: Token, at: Mapping[int, Match], resolver: Resolver
) -> Event | None:
    match = Match(frame, noun, noun_arguments(noun), words={noun.i})
    match.assign("R", deep_subjects(verb))
    event = assembled(match, at, {}, resolver)
    if event is None or not event.recipients:
        return None
    certain = all(each.how != "context" for each in (*event.initiators, *event.recipients))
    apart = {each.code for each in event.initiators}.isdisjoint(each.code for each in event.recipients)
    return event if certain and apart else None
