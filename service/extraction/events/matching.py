"""Frames of the lexicon at the words of a parse: which are possible, and which fits best."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from service.extraction.events.filling import fit
from service.extraction.events.lexicon import Index
from service.extraction.events.patterns import Frame
from service.extraction.events.slots import Match
from service.extraction.grammar.arguments import Arguments, noun_arguments, verb_arguments
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.subjects import surface_subjects
from service.extraction.names.references import Resolver

_COPULAS = frozenset(("be", "become", "remain", "feel", "seem", "stay", "appear", "sound", "stand"))
_COMPLEMENTS = ("acomp", "attr", "oprd")


def matches(resolver: Resolver, frames: Index) -> tuple[list[Match], list[tuple[Match, Match]]]:
    """The best frame of each trigger of a sentence, and those whose words a better one uses up, with it."""
    triggers = (
        token
        for token, lemma in zip(resolver.tokens, resolver.lemmas, strict=True)
        if lemma in frames or token.lower_ in frames
    )
    found = [match for token in triggers if (match := _best(token, frames, resolver.words)) is not None]
    taken = _words_taken(found)
    best = [match for match in found if taken.get(match.trigger.i) is match]
    others = [match for match in found if taken.get(match.trigger.i) is not match]
    return best, [(match, taken[match.trigger.i]) for match in others]


def _words_taken(found: list[Match]) -> dict[int, Match]:
    """For each word the weightiest frame that consumes it; one whose own trigger is taken takes nothing."""
    taken: dict[int, Match] = {}
    for match in sorted(found, key=lambda each: (-each.weight, each.trigger.i)):
        if match.trigger.i not in taken:
            for word in match.words:
                taken.setdefault(word, match)
    return taken


def _best(token: Token, frames: Index, words: frozenset[str]) -> Match | None:
    possible = _candidates(token, frames, words)
    fitting = [match for frame, arguments in possible if (match := fit(frame, token, arguments))]
    best = max(fitting, key=lambda match: match.weight, default=None)
    if best is not None and not best.recipients:
        # A frame with more words of its own may lack the slot that a plainer one of its type has.
        alike = [each for each in fitting if each.frame.type == best.frame.type and each.recipients]
        if any(part.role == "clause" for part in best.frame.parts):
            # "Complained to the council that Peru had fired": what its own words use up is no slot.
            alike = [each for each in alike if any(word.i not in best.words for word in each.recipients)]
        plainer = max(alike, key=lambda match: match.weight, default=None)
        if plainer is not None:
            best.recipients = plainer.recipients
            best.initiators = best.initiators or plainer.initiators
    return best


def _candidates(token: Token, frames: Index, words: frozenset[str]) -> Iterator[tuple[Frame, Arguments]]:
    """The frames that a token may trigger and a sentence of these words may have, with the arguments."""
    by_lemma, by_word = frames.get(lemma_of(token), {}), frames.get(token.lower_, {})
    for form, arguments_of in _roles(token):
        known = by_lemma.get(form, ())
        if form == "predicate" and not known and _is_predicate(token):
            known = by_word.get(form, ())
        possible = [frame for frame in known if frame.may_fit(words)]
        arguments = arguments_of(token) if possible else Arguments()
        yield from ((frame, arguments) for frame in possible)


def _roles(token: Token) -> Iterator[tuple[str, Callable[[Token], Arguments]]]:
    """The forms of frames that a token may trigger, each with what finds its arguments."""
    if token.pos_ in ("VERB", "AUX"):
        yield "verb", verb_arguments
    if token.pos_ in ("NOUN", "PROPN") or _is_gerund(token):
        yield "noun", noun_arguments
    if _is_in_a_phrase(token) or _is_predicate(token):
        yield "predicate", _predicate_arguments


def _is_gerund(token: Token) -> bool:
    return token.pos_ == "VERB" and token.tag_ == "VBG" and token.dep_ in ("dobj", "pobj", "nsubj")


def _is_in_a_phrase(token: Token) -> bool:
    """Whether a noun is what a preposition says of a subject: "is in contact"."""
    head = token.head
    return token.dep_ == "pobj" and head.dep_ == "prep" and head.head.lemma_.lower() in _COPULAS


def _is_predicate(token: Token) -> bool:
    participle = token.tag_ == "VBN"
    if token.dep_ not in (*_COMPLEMENTS, "ROOT") and not (participle and token.pos_ == "VERB"):
        return False
    return participle or token.head.lemma_.lower() in _COPULAS


def _predicate_arguments(token: Token) -> Arguments:
    found = verb_arguments(token) if token.dep_ != "pobj" else Arguments()
    if token.pos_ in ("NOUN", "PROPN"):
        found.phrases += noun_arguments(token).phrases
    copula = _copula(token)
    found.subjects = surface_subjects(copula)
    if copula != token:
        above = verb_arguments(copula)
        found.phrases += above.phrases
        found.infinitives += above.infinitives
        found.clause |= above.clause
        found.negated |= above.negated
    return found


def _copula(predicate: Token) -> Token:
    if predicate.dep_ == "pobj":
        return predicate.head.head
    return predicate.head if predicate.dep_ in _COMPLEMENTS else predicate
