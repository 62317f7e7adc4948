"""Actors as a text refers to them, and what is remembered of them from one sentence to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

# Codes of organizations of states.
BLOC_CODES = frozenset(("IGO", "EUR", "NATO", "UNO", "G7", "BRICS", "WEST"))
# How an actor is found whom the words themselves name.
NAMED = frozenset(("name", "demonym", "metonym", "modifier", "surname"))
# The share of a text's names that makes it a text about one country, and how often to the next one's once.
_MOSTLY = 0.6
_TWICE = 2


@dataclass(frozen=True, slots=True)
class Reference:
    """An actor as a text names it: tokens `start` to `end`, its id, its PLOVER code, and how it was found.

    `score` is 0 to 1; `alternatives` are ids that the words may mean instead.
    """

    id: str
    code: str
    sector: str | None
    start: int
    end: int
    how: str
    score: float
    alternatives: tuple[str, ...] = ()
    # The name of a person whom the gazetteer does not know.
    proposed: str | None = None

    def at(self, token: Token, how: str, certainty: float) -> Reference:
        """The same actor, as another word refers to it; `certainty` is how sure it is that the word does."""
        return replace(self, start=token.i, end=token.i + 1, how=how, score=self.score * certainty)


def country_at(code: str, start: int, how: str, score: float, sector: str | None = None) -> Reference:
    """A country as what the word at `start` means, by its code."""
    return Reference(code.lower(), code, sector, start, start + 1, how, score)


def codes(references: Iterable[Reference]) -> frozenset[str]:
    """The PLOVER codes of some actors."""
    return frozenset(each.code for each in references)


def note_counterparts(
    counterparts: dict[str, tuple[Reference, ...]],
    initiators: Sequence[Reference],
    recipients: Sequence[Reference],
) -> None:
    """Note by their codes who had to do with whom."""
    for side, facing in ((initiators, recipients), (recipients, initiators)):
        for one in side:
            others = tuple(each for each in facing if each.code != one.code)
            if others:
                counterparts[one.code] = others


@dataclass
class Memory:
    """What the sentences before named, for pronouns and for nouns without a country."""

    # The country from which the text was sent, by its dateline.
    home: str | None = None
    person: Reference | None = None
    thing: tuple[Reference, ...] = ()
    # Who issued the text that "the statement" means.
    document: tuple[Reference, ...] = ()
    # Pairs that act or are named together, by how often.
    pairs: dict[frozenset[str], tuple[int, tuple[Reference, ...]]] = field(default_factory=dict)
    # Pairs that talk with each other, by how often.
    talks: dict[frozenset[str], tuple[int, tuple[Reference, ...]]] = field(default_factory=dict)
    # Pairs of whom one does something to the other, by how often.
    dealings: dict[frozenset[str], tuple[int, tuple[Reference, ...]]] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    # The country of the subject that was named last.
    subject: str | None = None
    # The organization that was named last, for "the bloc".
    bloc: Reference | None = None
    # The group under arms that was named last, for "the group".
    group: Reference | None = None
    # With whom each code had to do last.
    counterparts: dict[str, tuple[Reference, ...]] = field(default_factory=dict)
    # Who asked something of each code in the sentence before.
    asked: dict[str, tuple[Reference, ...]] = field(default_factory=dict)
    # How many more acts of each code were told of that it did to its own than of those to others.
    inward: dict[str, int] = field(default_factory=dict)
    # The last subject of several.
    plural: tuple[Reference, ...] = ()
    # The three or more persons who talked with each other last, and the last list of names of each length.
    circle: tuple[Reference, ...] = ()
    listed: dict[int, tuple[Reference, ...]] = field(default_factory=dict)
    # Persons by the title that the text gave them.
    titles: dict[str, Reference] = field(default_factory=dict)
    # Whom a noun such as "envoy" described last.
    described: dict[str, Reference] = field(default_factory=dict)
    # What each person was called, by id: "minister", "general".
    offices: dict[str, set[str]] = field(default_factory=dict)
    # Of whom the sentence before told without a name: "a Peruvian".
    newcomer: Reference | None = None
    # Organizations that the text named, by the last word of their names.
    bodies: dict[str, Reference] = field(default_factory=dict)
    # The ids of the persons that the text named.
    persons: set[str] = field(default_factory=set)
    # Persons that the text named in full and the gazetteer does not know, by their last name.
    strangers: dict[str, Reference] = field(default_factory=dict)

    @property
    def pair(self) -> tuple[Reference, ...]:
        """The two that were named together most often, the later ones of equals."""
        ranked = sorted(enumerate(self.pairs.values()), key=lambda each: (each[1][0], each[0]))
        return ranked[-1][1][1] if ranked else ()

    def pair_before(
        self, last: tuple[Reference, ...], facing: frozenset[str] = frozenset()
    ) -> tuple[Reference, ...]:
        """The two of whom the text told `last`, unless two others have far more to do with each other.

        Those with the codes `facing` are none of them.
        """
        dealing = (both for _, both in self.dealings.values() if facing.isdisjoint(codes(both)))
        most = max(dealing, key=self._closeness, default=())
        last = last if len(codes(last)) == 2 else self.pair
        return most if not last or 2 * self._closeness(last) < self._closeness(most) else last

    def partner(self, code: str) -> tuple[Reference, ...]:
        """With whom one has most to do, else with whom it had to do last."""
        pairs = [both for _, both in (*self.pairs.values(), *self.dealings.values()) if code in codes(both)]
        closest = max(pairs, key=self._closeness, default=())
        return tuple(each for each in closest if each.code != code) or self.counterparts.get(code, ())

    def _closeness(self, both: tuple[Reference, ...]) -> int:
        """How often two are named together, and twice how often one does something to the other."""
        key = codes(both)
        return self.pairs.get(key, (0,))[0] + 2 * self.dealings.get(key, (0,))[0]

    @property
    def talking(self) -> tuple[Reference, ...]:
        """The two that talked with each other most often, the earlier ones of equals."""
        ranked = sorted(self.talks.values(), key=lambda each: -each[0])
        return ranked[0][1] if ranked else ()

    def note_talk(self, both: Sequence[Reference]) -> None:
        """Note two actors that talked with each other."""
        key = codes(both)
        if len(key) == 2 and len(both) == 2:
            count, first = self.talks.get(key, (0, tuple(both)))
            self.talks[key] = count + 1, first

    def note_pair(self, both: Sequence[Reference], weight: int = 1) -> None:
        """Note two actors that a sentence names together; `weight` is more for those who talk."""
        key = codes(both)
        if len(key) == 2 and len(both) == 2:
            count, _ = self.pairs.pop(key, (0, ()))
            self.pairs[key] = count + weight, tuple(both)

    def note_dealing(self, initiators: Sequence[Reference], recipients: Sequence[Reference]) -> None:
        """Note what one country did to another: those who deal with each other most are the text's pair."""
        both = (*initiators, *recipients)
        key = codes(both)
        if len(initiators) == len(recipients) == 1 and len(key) == 2:
            count, _ = self.dealings.get(key, (0, ()))
            self.dealings[key] = count + 1, both

    def note_direction(self, initiators: Sequence[Reference], recipients: Sequence[Reference]) -> None:
        """Note whether one acted on its own or on others."""
        doing, suffering = codes(initiators), codes(recipients)
        if len(doing) == 1 and suffering:
            code = next(iter(doing))
            self.inward[code] = self.inward.get(code, 0) + (1 if suffering == doing else -1)

    def setting(self, subject: str | None = None) -> str | None:
        """The country of "the ministry": what the text is mostly about, else that of the last subject."""
        focus = self.focus()
        if focus is None:
            return subject or self.home
        if self._stands_out(focus):
            return focus
        if self.is_about_home():
            return subject or self.home
        return subject or self.subject or focus

    def _stands_out(self, focus: str) -> bool:
        """Whether the text names the country that it names most far more often than all or any others."""
        often = self.codes[focus]
        second = max((count for code, count in self.codes.items() if code != focus), default=0)
        return often >= _MOSTLY * sum(self.codes.values()) or often >= _TWICE * second

    def is_about_home(self) -> bool:
        """Whether the text names the country that it was sent from half as often as any other."""
        focus = self.focus()
        return focus is not None and self.codes.get(self.home or "", 0) >= self.codes[focus] / 2

    def focus(self) -> str | None:
        """The country that the text has named most."""
        return max(self.codes, key=lambda code: self.codes[code], default=None)
