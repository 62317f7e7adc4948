"""Quoted words and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from service.extraction.events.modality import Scope
from service.extraction.events.saying import hear_source, is_saying_word, is_telling, is_utterance
from service.extraction.grammar.parsing import offset_of
from service.extraction.grammar.subjects import deep_subjects
from service.extraction.names.memory import Reference
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

# Marks of quotation, and the white space within them.
_MARKS = "“”\"‘’' \n"
_QUOTED = re.compile(
    r"“[^”]{1,2000}(?:”|$)|\"[^\"]{1,2000}(?:\"|$)"
    r"|(?<![\w])‘(?:[^’\n]|’(?=\w)){2,400}’(?![\w])|(?<![\w])'[^'\n]{2,400}'(?![\w])"
)
# So many characters hold "said to her in Nairobi, ".
_NEAR = 30
_NAMING = word_lists("events", "event_words.toml")["naming"]


@dataclass(frozen=True)
class Quotation:
    """Characters `start` to `end` of a paragraph in quotation marks, and whose words they are."""

    start: int
    end: int
    text: str
    speakers: tuple[Reference, ...]
    cue: str | None
    # Whether the marks are not closed, since the next paragraph goes on with it.
    open: bool = False


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
    found = found or _subject_before_colon(text, span, resolver)
    last = next((r for r in resolvers if r.sentence.start <= inside[-1].i < r.sentence.end), resolver)
    if not found and last is not resolver:
        found, cue = _speakers(inside[-1:], span, last)
    found = found or _named_behind(span, last)
    found = found or _named_before_colon(inside[0], span, resolver) or _introduced(inside[0], resolvers)
    words = text[slice(*span)]
    unclosed = words[-1] not in "”\"’'"
    return Quotation(*span, words.strip(_MARKS), tuple(found or before), cue, unclosed)


def _named_behind(span: tuple[int, int], resolver: Resolver) -> list[Reference]:
    """ "“We will see,” a statement from Peru read", where the parse lost the verb: the first noun behind."""
    behind = []
    for token in resolver.tokens:
        if offset_of(token) >= span[1]:
            if token.is_quote:
                break
            behind.append(token)
    if not any(is_saying_word(token) for token in behind):
        return []
    nouns = (token for token in behind if token.pos_ in ("NOUN", "PROPN") and token.dep_ != "compound")
    first = next(nouns, None)
    return resolver.all([first]) if first is not None else []


def _subject_before_colon(text: str, span: tuple[int, int], resolver: Resolver) -> list[Reference]:
    """ "Tarus shrugged: “We will see.”": the subject of the clause before the colon."""
    if not text[: span[0]].rstrip().endswith(":"):
        return []
    before = (token for token in resolver.tokens if offset_of(token) < span[0])
    subject = next((each for each in before if each.dep_ == "nsubj" and each.head.dep_ != "relcl"), None)
    return resolver.all([subject]) if subject is not None else []


def _named_before_colon(first: Token, span: tuple[int, int], resolver: Resolver) -> list[Reference]:
    """ "To which Tarus: “We will see.”": whose name stands before the colon."""
    before = [token for token in resolver.tokens if offset_of(token) < span[0] and token.is_alpha]
    colon = any(token.text == ":" and offset_of(token) < span[0] for token in resolver.tokens)
    return resolver.all(before[-1:], context=False) if colon and first.i > resolver.sentence.start else []


def _introduced(first: Token, resolvers: Sequence[Resolver]) -> list[Reference]:
    """ "Amos Tarus spoke in Lima. “We are ready.”": the subject before a quotation that stands alone."""
    at = next((at for at, r in enumerate(resolvers) if r.sentence.start <= first.i < r.sentence.end), 0)
    if at == 0 or any(token.is_alpha and token.i < first.i for token in resolvers[at].sentence):
        return []
    before = resolvers[at - 1]
    if any(token.is_quote for token in before.sentence):
        return []
    subjects = [child for child in before.sentence.root.children if child.dep_ == "nsubj"]
    found = before.all(subjects, context=False)
    people = any(each.ent_type_ == "PERSON" or before.is_role(each) for each in subjects)
    return found if people and len(found) == 1 else []


def _stands_at(verb: Token, span: tuple[int, int]) -> bool:
    """Whether a verb of saying stands right before or behind the marks, by characters."""
    start = offset_of(verb)
    return span[0] - _NEAR <= start < span[0] or span[1] <= start < span[1] + _NEAR


def _speakers(
    inside: list[Token], span: tuple[int, int], resolver: Resolver
) -> tuple[list[Reference], str | None]:
    """The subject of the verb outside the marks that says it: the nearest above, else one in the sentence."""
    root = min(inside, key=lambda token: len(list(token.ancestors)))
    outside = [
        a for a in root.ancestors if not span[0] <= offset_of(a) < span[1] and a.pos_ in ("VERB", "AUX")
    ]
    saying = [verb for verb in outside if is_telling(verb)]
    naming = [verb for verb in outside if verb.lemma_.lower() in _NAMING]
    others = [
        t
        for t in resolver.tokens
        if t.pos_ == "VERB" and is_telling(t) and not span[0] <= offset_of(t) < span[1] and t not in outside
    ]

    def distance(verb: Token) -> int:
        return min(abs(offset_of(verb) - span[0]), abs(offset_of(verb) - span[1]))

    # "a step that Peru denounced as 'bullying'": whoever calls it so.
    calling = [verb for verb in outside[:1] if verb in naming]
    # "what one Peruvian called “bullying”"
    calling += [
        child
        for child in root.children
        if child.dep_ == "relcl" and offset_of(child) < span[0] and child.lemma_.lower() in _NAMING
    ]
    ranked = [
        *calling,
        *sorted((verb for verb in [*saying, *others] if _stands_at(verb, span)), key=distance),
        *(verb for verb in outside if verb in naming[:1] or verb in saying),
        *sorted(others, key=distance),
    ]
    found, cue = _who_says(ranked, resolver)
    if found:
        return found, cue
    source = Scope()
    hear_source(source, resolver)
    return (source.speakers, "according to") if source.speakers else _who_says(outside, resolver)


def _who_says(verbs: Iterable[Token], resolver: Resolver) -> tuple[list[Reference], str | None]:
    """The subject of the first of some verbs that has one, and the verb."""
    for verb in verbs:
        # "“No,” read a statement by Peru"
        read = [each for each in verb.children if each.dep_ == "dobj" and is_utterance(each)]
        subjects = deep_subjects(verb) or read
        subjects = [each for each in subjects if each.lower_ not in ("you", "i", "we", "there")]
        # "a draft by Peru said", "a mother in Lima said": whose or from where.
        found = resolver.all(subjects) or resolver.all(subjects, places=True)
        if found:
            return found, verb.text
    return [], None
