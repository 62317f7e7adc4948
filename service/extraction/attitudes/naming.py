"""Words that say what something is called or taken for: "called Peru hostile", "sees Peru as a rival"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Token

from service.extraction.events.lexicon import attitude_index, frames_of
from service.extraction.events.patterns import Frame
from service.extraction.events.slots import Match
from service.extraction.grammar.arguments import noun_arguments
from service.extraction.grammar.nouns import with_conjuncts
from service.extraction.grammar.subjects import deep_objects, deep_subjects, surface_subjects
from service.extraction.word_lists import toml_table


@cache
def word_class(name: str) -> frozenset[str]:
    """A class of words of the attitude lexicon."""
    return frozenset(toml_table("attitudes", "attitudes.toml")["classes"][name])


def named(sentence: Iterable[Token], used: set[int]) -> Iterator[Match]:
    """What a verb of naming or seeing makes of its object, by the predicates of the lexicon."""
    index, naming = attitude_index(), word_class("naming")
    for verb in sentence:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in naming:
            continue
        for word, objects in _complements(verb):
            frames = frames_of(index, word.lemma_.lower(), "predicate")
            frame = next((each for each in frames if _evaluates(each, word)), None)
            if frame is not None and word.i not in used and objects:
                used.add(word.i)
                yield _naming(verb, word, frame, objects)


def apposed(sentence: Iterable[Token], used: set[int]) -> Iterator[Match]:
    """What stands beside its holder: "Kenya, wary of Peru, ...", "one of the critics of Peru"."""
    index = attitude_index()
    for word in sentence:
        frames = frames_of(index, word.lemma_.lower(), "predicate") if word.pos_ in ("ADJ", "NOUN") else ()
        holders = _beside(word) if frames and word.i not in used else []
        phrases = [each for each in noun_arguments(word).phrases if each.host == word] if holders else []
        for frame in filter(_has_holder, frames if phrases else ()):
            objects = [each.object for each in phrases if each.preposition in frame.parts[0].words]
            if objects:
                found = Match(frame, word, noun_arguments(word), words={word.i}, named_initiator=True)
                found.initiators, found.recipients = holders, objects[:1]
                yield found
                break


def _has_holder(frame: Frame) -> bool:
    """Whether it is a predicate of the holder with nothing but a phrase of the target."""
    plain = frame.modifiers is None and frame.subject.slot == "A" and len(frame.parts) == 1
    return plain and frame.parts[0].role == "preposition" and frame.parts[0].noun.slot == "R"


def _beside(word: Token) -> list[Token]:
    if word.dep_ in ("amod", "appos") and word.i > word.head.i:
        return [word.head]
    one = word.head.head
    if word.dep_ != "pobj" or word.head.lower_ != "of" or one.lower_ != "one":
        return []
    if one.dep_ == "attr":
        return surface_subjects(one.head)
    return [one.head] if one.dep_ == "appos" else []


def _naming(verb: Token, word: Token, frame: Frame, objects: list[Token]) -> Match:
    named = Frame(
        frame.type, None, frame.pattern, frame.example, "verb", frame.triggers, None, frame.subject, ()
    )
    match = Match(named, verb, noun_arguments(word), words={verb.i, word.i}, named_initiator=True)
    match.initiators, match.recipients = deep_subjects(verb), objects
    return match


def _evaluates(frame: Frame, word: Token) -> bool:
    if frame.modifiers is not None and not any(each.lemma_.lower() in frame.modifiers for each in word.lefts):
        return False
    return not frame.negated and frame.subject.slot == "R" and all(part.optional for part in frame.parts)


def _complements(verb: Token) -> Iterator[tuple[Token, list[Token]]]:
    """The words that say what something is called, each with what is called so."""
    objects = [each for each in deep_objects(verb) if each.dep_ not in ("oprd", "attr")]
    for child in verb.children:
        if child.dep_ in ("oprd", "acomp", "attr") or (child.dep_ in ("ccomp", "xcomp") and _verbless(child)):
            inner = [each for each in child.children if each.dep_ == "nsubj" and each.i > verb.i]
            before = [each for each in verb.children if each.dep_ == "nsubj" and verb.i < each.i < child.i]
            for word in with_conjuncts(child):
                yield word, inner or objects or before
        elif child.dep_ == "prep":
            for preposition in child.subtree:
                if preposition.dep_ == "prep" and preposition.lower_ == "as":
                    named_so = _gapped(preposition) or _addressed(child) or objects
                    yield from ((said, named_so) for said in _behind_as(preposition))
    for each in objects:
        for child in each.children:
            if child.dep_ == "prep" and child.lower_ == "as" and each.i > verb.i:
                yield from ((said, [each]) for said in _behind_as(child))


def _gapped(preposition: Token) -> list[Token]:
    """The object of a second "as": "casts Peru as a rival and Chile as a threat"."""
    before = preposition.nbor(-1)
    return [before] if before.dep_ == "conj" and before.head.dep_ == "pobj" else []


def _addressed(preposition: Token) -> list[Token]:
    """To whom one refers "as" something."""
    return [child for child in preposition.children if child.dep_ == "pobj" and preposition.lower_ == "to"]


def _behind_as(preposition: Token) -> Iterator[Token]:
    for child in preposition.children:
        if child.dep_ == "pcomp":
            for inner in child.children:
                if inner.dep_ in ("acomp", "attr"):
                    yield from with_conjuncts(inner)
        elif child.dep_ in ("pobj", "amod", "oprd", "acomp", "conj"):
            yield from with_conjuncts(child)


def _verbless(word: Token) -> bool:
    return word.pos_ in ("ADJ", "NOUN", "PROPN") and not any(
        child.dep_ in ("aux", "cop", "mark") or child.pos_ == "AUX" for child in word.children
    )
