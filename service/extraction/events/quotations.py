"""Quoted words and whose they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from service.extraction.events.saying import is_saying
from service.extraction.grammar.parsing import offset_of
from service.extraction.grammar.subjects import deep_subjects
from service.extraction.names.memory import Reference
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

# Marks of quotation, and the white space within them.
_MARKS = "“”\"‘’' \n"
_QUOTED = re.compile(
    r"“[^”]{1,2000}(?:”|$)|\"[^\"]{1,2000}(?:\"|$)"
    r"|(?<![\w])‘[^’\n]{2,400}’(?![\w])|(?<![\w])'[^'\n]{2,400}'(?![\w])"
)
_NAMING = word_lists("events", "event_words.toml")["naming"]


@dataclass(frozen=True)
class Quotation:
    """Characters `start` to `end` of a paragraph in quotation marks, and whose words they are."""

    start: int
    end: int
    text: str
    speakers: tuple[Reference, ...]
    cue: str | None


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where a paragraph quotes: offsets with the marks."""
    return [match.span() for match in _QUOTED.finditer(text)]


def attributed(
    doc: Doc, span: tuple[int, int], text: str, resolvers: Sequence[Resolver], before: Sequence[Reference]
) -> Quotation | None:
    """Who says what a span of a paragraph's text quotes; `before` are the speakers of the one before it."""
    inside = [token for token in doc if span[0] <= offset_of(token) < span[1] and token.is_alpha]
    if not inside:
        return None
    resolver = next((r for r in resolvers if r.sentence.start <= inside[0].i < r.sentence.end), None)
    if resolver is None:
        return None
    found, cue = _speakers(inside, span, resolver)
    last = next((r for r in resolvers if r.sentence.start <= inside[-1].i < r.sentence.end), resolver)
    if not found and last is not resolver:
        found, cue = _speakers(inside[-1:], span, last)
    return Quotation(*span, text[slice(*span)].strip(_MARKS), tuple(found or before), cue)


def _speakers(
    inside: list[Token], span: tuple[int, int], resolver: Resolver
) -> tuple[list[Reference], str | None]:
    """The subject of the verb outside the marks that says it: the nearest above, else one in the sentence."""
    root = min(inside, key=lambda token: len(list(token.ancestors)))
    outside = [
        a for a in root.ancestors if not span[0] <= offset_of(a) < span[1] and a.pos_ in ("VERB", "AUX")
    ]
    saying = [verb for verb in outside if is_saying(verb)]
    naming = [verb for verb in outside if verb.lemma_.lower() in _NAMING]
    others = [
        t
        for t in resolver.sentence
        if t.pos_ == "VERB" and is_saying(t) and not span[0] <= offset_of(t) < span[1] and t not in outside
    ]
    ranked = [
        *(verb for verb in outside if verb in naming[:1] or verb in saying),
        *sorted(others, key=lambda t: min(abs(offset_of(t) - span[0]), abs(offset_of(t) - span[1]))),
        *outside,
    ]
    for verb in ranked:
        subjects = deep_subjects(verb)
        found = resolver.all([each for each in subjects if each.lower_ not in ("you", "i", "we", "there")])
        if found:
            return found, verb.text
    return [], None
