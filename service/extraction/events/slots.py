"""A frame at its trigger, and the words of the sentence that stand in its slots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from service.extraction.events.patterns import Frame, Noun
from service.extraction.grammar.arguments import Arguments
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import with_conjuncts
from service.extraction.word_lists import word_lists

# Acts whose object may be an act of the other side.
_OF_ACTS = frozenset(("REJECT", "SUPPORT", "ACCUSE", "AGREE", "CONCEDE"))
_CONTENTS = word_lists("events", "event_words.toml")["contents"]
_ANSWERED = frozenset(
    (
        "demand", "request", "call", "appeal", "plea", "offer", "accusation", "threat", "complaint",
        "criticism", "charge", "allegation", "condemnation", "rebuke",
    )
)  # fmt: skip
# Verbs whose object is an act, and who did it stands behind "on".
BLAMING_ON = frozenset(("blame", "pin"))
_REGRETTING = frozenset(("apologise", "apologize"))
_PRONOUNS = frozenset(("it", "them", "him", "her"))
_MODIFYING = frozenset(("amod", "compound", "nmod", "nummod", "poss", "npadvmod", "advmod", "det"))
_MODIFYING_MODIFIERS = frozenset(("compound", "amod", "npadvmod", "conj", "nmod"))


@dataclass
class Match:
    """A frame at its trigger; `words` are the tokens that its pattern consumes, the slots' excepted.

    `named_initiator` tells whether the pattern has a place for the initiator; `fitted` how many of its parts
    found words; `taken` are the tokens that stand in any of them; `inner` are the objects of its infinitive.
    """

    frame: Frame
    trigger: Token
    arguments: Arguments
    initiators: list[Token] = field(default_factory=list)
    recipients: list[Token] = field(default_factory=list)
    words: set[int] = field(default_factory=set)
    named_initiator: bool = False
    fitted: float = 0.0
    taken: set[int] = field(default_factory=set)
    inner: list[Token] = field(default_factory=list)

    @property
    def weight(self) -> float:
        """More words, then more slots that something fills."""
        return self.frame.weight + 0.3 * bool(self.recipients) + 0.1 * bool(self.initiators)

    def assign(self, slot: str | None, tokens: list[Token]) -> None:
        """Put words into the slot of initiator or recipient; any other holds nothing."""
        if slot == "A":
            self.initiators = [*self.initiators, *tokens]
            self.named_initiator = True
        elif slot == "R":
            self.recipients = [*self.recipients, *tokens]

    def take(self, noun: Noun, tokens: list[Token]) -> bool:
        """Let words stand in the place of a pattern's noun, where any of them fits it."""
        fitting = [each for token in tokens for each in with_conjuncts(token) if _fits(noun, each)]
        if not fitting:
            return False
        if noun.lemmas is None or any(_comes_with(each) for each in fitting):
            fitting = tokens
        elif self.frame.type not in _OF_ACTS or not self._leaves(noun, fitting):
            # "rejected a Kenyan request", "demanded a withdrawal": the noun is an act of its own.
            self.words |= {each.i for each in fitting if not self._is_content(each)}
        self.assign(noun.slot, fitting)
        self.taken |= {each.i for each in fitting}
        return True

    def _leaves(self, noun: Noun, acts: list[Token]) -> bool:
        """ "blamed the raid on Peru", "apologised for a raid": what the pattern leaves to others."""
        verb = lemma_of(self.trigger)
        return noun.slot == "R" or verb in BLAMING_ON or verb in _REGRETTING or _are_answered(acts)

    def _is_content(self, noun: Token) -> bool:
        return self.frame.type in ("REQUEST", "AGREE") and lemma_of(noun) in _CONTENTS


def _comes_with(noun: Token) -> bool:
    """ "Amos Tarus and his delegation": whoever leads it stands before it."""
    own = (child.lower_ in ("his", "her") for child in noun.children if child.dep_ == "poss")
    return noun.dep_ == "conj" and any(own)


def _are_answered(nouns: list[Token]) -> bool:
    """ "rejected demands by Peru": what another said, by the phrase behind it."""
    return any(
        lemma_of(each) in _ANSWERED and any(child.lower_ in ("by", "from") for child in each.children)
        for each in nouns
    )


def _fits(noun: Noun, token: Token) -> bool:
    if noun.lemmas is not None and lemma_of(token) not in noun.lemmas and not _is_titled(token, noun.lemmas):
        return noun.slot != "A" and noun.modifiers is None and _stands_for_one(token, noun.lemmas)
    return noun.modifiers is None or any(lemma_of(each) in noun.modifiers for each in modifiers_of(token))


def _is_titled(name: Token, lemmas: frozenset[str]) -> bool:
    """ "expelled Ambassador Tarus": a person is what the title says, and a person; "$9" are dollars."""
    if name.ent_type_ == "PERSON" and "person" in lemmas:
        return True
    if name.pos_ == "NUM":
        # "$500,000"
        return "dollar" in lemmas and any(child.tag_ == "$" for child in name.children)
    return name.pos_ == "PROPN" and any(
        child.dep_ in ("compound", "nmod") and lemma_of(child) in lemmas for child in name.children
    )


def _stands_for_one(pronoun: Token, lemmas: frozenset[str]) -> bool:
    """ "summoned the envoy and told him to leave": a pronoun fits where a noun before it would."""
    if pronoun.lower_ not in _PRONOUNS:
        return False
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    return any(each.pos_ in ("NOUN", "PROPN") and lemma_of(each) in lemmas for each in before)


def modifiers_of(token: Token) -> Iterator[Token]:
    """The words before a word that modify it, and those that modify them."""
    for child in token.children:
        if child.dep_ in _MODIFYING and child.i < token.i:
            yield child
            for deeper in child.children:
                if deeper.i < token.i and deeper.dep_ in _MODIFYING_MODIFIERS:
                    yield deeper
