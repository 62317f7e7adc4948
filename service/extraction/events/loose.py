"""Frames that fit a verb only in part."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from service.extraction.events.filling import fit
from service.extraction.events.lexicon import Index, frames_of
from service.extraction.events.patterns import NEAR
from service.extraction.events.saying import is_saying
from service.extraction.events.slots import Match
from service.extraction.grammar.arguments import verb_arguments
from service.extraction.grammar.lemmas import lemma_of


def loose_match(token: Token, frames: Index, words: frozenset[str]) -> Match | None:
    """The frame that comes nearest to a verb of which none fits; of equals, one of the verb's commonest type.

    `words` are those of the sentence, with their lemmas.
    News says one act with many objects and prepositions; the lexicon has not all of them.
    """
    if token.pos_ != "VERB" or token.dep_ in ("amod", "compound") or is_saying(token):
        return None
    known = frames_of(frames, lemma_of(token), "verb")
    if not known:
        return None
    possible = [frame for frame in known if frame.may_nearly_fit(words)]
    if not possible:
        return None
    types = Counter(frame.type for frame in known)
    arguments = verb_arguments(token)
    near = [match for frame in possible if (match := fit(frame, token, arguments, loose=True)) is not None]
    best = max(near, key=lambda match: (match.fitted, types[match.frame.type]), default=None)
    return best if best is not None and best.fitted >= NEAR else None
