"""The notation of the frame lexicon: one line such as `A impose @sanctions (on R)`, read into a Frame.

A and R stand for initiator and recipient, X for anything; docs/extraction.md describes the notation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from service.extraction.word_lists import word_lists

PREPOSITIONS = word_lists("events", "event_words.toml")["prepositions"]
SLOTS = ("A", "R", "X")
# How much of a frame's obligatory parts must be there for a loose fit.
NEAR = 1.0
_TOKEN = re.compile(r"[()]|[^\s()]+")


@dataclass(frozen=True, slots=True)
class Noun:
    """What may stand in one place: a slot, head lemmas, modifiers; None where anything may."""

    slot: str | None = None
    lemmas: frozenset[str] | None = None
    modifiers: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that goes with a trigger: `role` is object, preposition, particle, infinitive or clause."""

    role: str
    words: frozenset[str] = frozenset()
    noun: Noun = Noun()
    optional: bool = False

    @property
    def worth(self) -> float:
        """How much of a fit it is where words stand in it: those that it names, or any."""
        return 1.0 if self.noun.lemmas is not None else 0.5


@dataclass(frozen=True, slots=True)
class Frame:
    """One pattern of one event type; `form` is verb, predicate or noun."""

    type: str
    mode: str | None
    pattern: str
    example: str
    form: str
    triggers: frozenset[str]
    modifiers: frozenset[str] | None
    subject: Noun
    parts: tuple[Part, ...]
    negated: bool = False
    mutual: bool = False
    # Of each of these sets a sentence must have a word; then those of the trigger alone, and of each part
    # that is not optional, with the part's worth.
    needed: tuple[frozenset[str], ...] = field(init=False, compare=False)
    needed_first: tuple[frozenset[str], ...] = field(init=False, compare=False)
    needed_by_parts: tuple[tuple[float, tuple[frozenset[str], ...]], ...] = field(init=False, compare=False)
    # How much a match says: the obligatory words, with slots for half.
    weight: float = field(init=False, compare=False)
    # The parts as they look for their words: those with words of their own before those that take anything.
    choosing: tuple[Part, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        # Thousands of frames are tried on a page: what does not change is worked out once.
        first = _sets(self.modifiers, self.subject.lemmas)
        by_parts = tuple((part.worth, _needed(part)) for part in self.parts if not part.optional)
        object.__setattr__(self, "needed", first + tuple(each for _, own in by_parts for each in own))
        object.__setattr__(self, "needed_first", first)
        object.__setattr__(self, "needed_by_parts", by_parts)
        object.__setattr__(self, "weight", _weight_of(self))
        object.__setattr__(self, "choosing", _in_turn(self.parts))

    def may_fit(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words and lemmas has what the frame demands, as far as words tell."""
        return _are_met(self.needed, words)

    def may_nearly_fit(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words may have enough of what the frame demands, if not all."""
        if not _are_met(self.needed_first, words):
            return False
        return sum(worth for worth, own in self.needed_by_parts if _are_met(own, words)) >= NEAR

    @property
    def rule(self) -> str:
        """The rule's id in an explanation."""
        return f"{self.type}{'/' + self.mode if self.mode else ''}: {self.pattern}"

    @property
    def recipient_parts(self) -> list[Part]:
        """The parts in which the recipient may stand."""
        return [part for part in self.parts if part.noun.slot == "R"]


def _needed(part: Part) -> tuple[frozenset[str], ...]:
    own = part.words if part.role in ("preposition", "particle") else None
    return _sets(own, part.noun.lemmas, part.noun.modifiers)


def _sets(*sets: frozenset[str] | None) -> tuple[frozenset[str], ...]:
    return tuple(words for words in sets if words)


def _are_met(sets: tuple[frozenset[str], ...], words: frozenset[str]) -> bool:
    return not any(map(words.isdisjoint, sets))


def _weight_of(frame: Frame) -> float:
    own = 1.0 + (frame.modifiers is not None) + frame.negated + frame.mutual
    own += 0.5 * (frame.subject.lemmas is not None)
    return own + sum(_weight(part) for part in frame.parts)


def _in_turn(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    roles = [part.role for part in parts]
    # "refused to rule -out": the particle of the infinitive is looked for behind it, that of the verb first.
    inner = "infinitive" in roles and "particle" in roles[roles.index("infinitive") :]

    def turn(part: Part) -> tuple[bool, bool, bool]:
        return inner or part.role != "particle", part.noun.lemmas is None, part.optional

    return tuple(sorted(parts, key=turn))


def _weight(part: Part) -> float:
    words = (part.role != "object") + (part.noun.lemmas is not None) + (part.noun.modifiers is not None)
    worth = words + 0.5 * (part.noun.slot is not None)
    return worth * (0.4 if part.optional else 1.0)


def read_frames(
    type_: str, mode: str | None, pattern: str, example: str, classes: Mapping[str, frozenset[str]]
) -> list[Frame]:
    """The frames of one pattern: several where its verbs take different particles ("hand -over|surrender").

    Raises ValueError that says which word is not understood.
    """
    tokens = _TOKEN.findall(pattern)
    start = next((at for at, token in enumerate(tokens) if token.startswith("-")), 0) - 1
    end = start + 1
    while start >= 0 and end < len(tokens) and tokens[end].startswith("-"):
        end += 1
    chain = tokens[max(start, 0) : end]
    if start < 0 or not any("|" in token and not token.split("|")[1].startswith("-") for token in chain[1:]):
        return [_Reader(pattern, tokens, classes).frame(type_, mode, example)]
    by_particle: dict[str, list[str]] = {}
    for word in " ".join(chain).split("|"):
        verb, _, particle = word.partition(" ")
        by_particle.setdefault(particle, []).append(verb)
    return [
        _Reader(
            pattern, [*tokens[:start], "|".join(verbs), *filter(None, [particle]), *tokens[end:]], classes
        ).frame(type_, mode, example)
        for particle, verbs in by_particle.items()
    ]  # fmt: skip


class _Reader:
    def __init__(self, pattern: str, tokens: list[str], classes: Mapping[str, frozenset[str]]) -> None:
        self.pattern = pattern
        self.classes = classes
        self.tokens = tokens

    def frame(self, type_: str, mode: str | None, example: str) -> Frame:
        tokens = self.tokens
        if len(tokens) < 2:
            raise ValueError(f"{self.pattern!r}: a trigger is needed")
        if tokens[0] == "the":
            trigger, parts = self.noun(tokens[1]), tuple(self.parts(tokens[2:]))
            if trigger.lemmas is None:
                raise ValueError(f"{self.pattern!r}: a nominal pattern needs a noun after the")
            return Frame(
                type_, mode, self.pattern, example, "noun", trigger.lemmas, trigger.modifiers, Noun(), parts
            )
        mutual = tokens[0] == "AR"
        subject, rest = Noun("A") if mutual else self.noun(tokens[0]), tokens[1:]
        if subject.slot is None:
            raise ValueError(f"{self.pattern!r}: begins with neither A, R, X nor the")
        negated = rest[0] == "not"
        rest = rest[negated:]
        form = "predicate" if rest[0] == "be" and len(rest) > 1 else "verb"
        rest = rest[form == "predicate" :]
        # "be in contact with": the noun behind the preposition is the trigger.
        if form == "predicate" and rest[0] in PREPOSITIONS and len(rest) > 1:
            rest = rest[1:]
        trigger = self.noun(rest[0])
        if trigger.lemmas is None or trigger.slot is not None:
            raise ValueError(f"{self.pattern!r}: {rest[0]!r} is no trigger")
        return Frame(
            type_, mode, self.pattern, example, form, trigger.lemmas, trigger.modifiers, subject,
            tuple(self.parts(rest[1:])), negated, mutual,
        )  # fmt: skip

    def parts(self, tokens: list[str]) -> Iterator[Part]:
        optional, at = False, 0
        while at < len(tokens):
            word = tokens[at]
            at += 1
            words = frozenset(word.split("|"))
            if word in "()":
                optional = word == "("
            elif word.startswith("-"):
                yield Part("particle", frozenset(w.lstrip("-") for w in words), optional=optional)
            elif word == "that":
                yield Part("clause", optional=optional)
            elif words <= PREPOSITIONS:
                if at >= len(tokens) or tokens[at] in "()":
                    raise ValueError(f"{self.pattern!r}: nothing stands behind {word!r}")
                noun = self.noun(tokens[at])
                at += 1
                infinitive = words == {"to"} and noun.slot is None and noun.modifiers is None
                yield Part("infinitive" if infinitive else "preposition", words, noun, optional)
            else:
                yield Part("object", noun=self.noun(word), optional=optional)

    def noun(self, token: str) -> Noun:
        slot, colon, rest = token.partition(":")
        if token in SLOTS:
            return Noun(token)
        if colon and slot not in SLOTS:
            raise ValueError(f"{self.pattern!r}: {slot!r} is no slot")
        *modifiers, head = (rest if colon else token).split("+")
        return Noun(
            slot if colon else None,
            self.lemmas(head),
            frozenset().union(*map(self.lemmas, modifiers)) if modifiers else None,
        )

    def lemmas(self, words: str) -> frozenset[str]:
        found: set[str] = set()
        for word in words.split("|"):
            if word.startswith("@"):
                if word[1:] not in self.classes:
                    raise ValueError(f"{self.pattern!r}: no class {word}")
                found |= self.classes[word[1:]]
            elif word in SLOTS or not re.fullmatch(r"[a-zà-ÿ0-9.'’-]+", word):
                raise ValueError(f"{self.pattern!r}: {word!r} is no lemma")
            else:
                found.add(word)
        return frozenset(found)
