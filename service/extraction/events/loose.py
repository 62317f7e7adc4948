"""Frames that fit a verb only in part."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from service.extraction.events.filling import fit
from service.extraction.events.lexicon import event_index, frames_of, types_of
from service.extraction.events.patterns import NEAR, Frame
from service.extraction.events.saying import is_saying
from service.extraction.events.slots import Match
from service.extraction.grammar.arguments import Arguments, verb_arguments
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.word_lists import word_lists

# A verb that has at least so many frames, this share of them of one type, says that type in any company.
_OFTEN = 10
_NEARLY_ALWAYS = 0.8
_LIGHT = word_lists("events", "event_words.toml")["light_verbs"]
_PAPERS = frozenset(("bill", "law", "decree", "legislation", "action", "step", "measure"))
# Objects that say nothing behind these verbs: "passed a package", "brought an end to its misery".
_EMPTY = {"package": ("pass", "adopt", "approve"), "end": ("bring", "put"), "siege": ("break",)}


def loose_match(token: Token, words: frozenset[str]) -> Match | None:
    """The frame that comes nearest to a verb of which none fits; of equals, one of the verb's commonest type.

    `words` are those of the sentence, with their lemmas.
    News says one act with many objects and prepositions; the lexicon has not all of them.
    """
    if token.pos_ != "VERB" or token.dep_ in ("amod", "compound") or is_saying(token):
        return None
    known, types = frames_of(event_index(), lemma_of(token), "verb"), types_of(lemma_of(token), "verb")
    if not known:
        return None
    possible = [frame for frame in known if frame.may_nearly_fit(words)]
    arguments = verb_arguments(token)
    near = [match for frame in possible if (match := fit(frame, token, arguments, loose=True)) is not None]
    best = max(near, key=lambda match: (match.fitted, types[match.frame.type]), default=None)
    if best is not None and best.fitted >= NEAR and not _says_little(best):
        return best
    return _of_one_type(token, known, types, arguments)


def _says_little(match: Match) -> bool:
    """ "Put the losses at", "has nothing of": verbs that say it only together with the frame's noun."""
    objects, verb = [lemma_of(each) for each in match.arguments.objects], lemma_of(match.trigger)
    if verb in ("keep", "leave") and match.frame.type == "AGREE" and not {"door", "window"} & {*objects}:
        # "Kept the schools open"
        return True
    if any(each in _PAPERS or verb in _EMPTY.get(each, ()) for each in objects):
        # "Passed a bill", "took action": the words that tell what it is about are missing.
        return True
    if _has_another_particle(match):
        return True
    particle = any(part.role == "particle" and not part.optional for part in match.frame.parts)
    return lemma_of(match.trigger) in _LIGHT and match.fitted <= NEAR and not particle


def _has_another_particle(match: Match) -> bool:
    """ "Held out a loan" withholds nothing."""
    known = {word for part in match.frame.parts if part.role == "particle" for word in part.words}
    return any(child.dep_ == "prt" and child.lower_ not in known for child in match.trigger.children)


def _of_one_type(
    verb: Token, known: tuple[Frame, ...], types: Counter[str], arguments: Arguments
) -> Match | None:
    """ "rammed two of its boats": a verb that nearly always says one type of act, with any object."""
    type_, number = types.most_common(1)[0]
    objects = arguments.objects or [phrase.object for phrase in arguments.phrases[:1]]
    if lemma_of(verb) in _LIGHT or number < _OFTEN or number < _NEARLY_ALWAYS * len(known) or not objects:
        return None
    plain = min((frame for frame in known if frame.type == type_), key=lambda frame: frame.weight)
    match = Match(plain, verb, arguments, words={verb.i})
    match.assign("A", arguments.subjects)
    match.assign("R", objects)
    return match
