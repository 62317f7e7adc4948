"""The way from a word of an event up through the clauses and nouns that hold it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from service.extraction.grammar.verbs import is_infinitive, joined_verb


class Step(NamedTuple):
    """One step up from a trigger: a token, how it hangs on its parent, and the preposition between."""

    node: Token
    link: str
    word: str
    parent: Token

    @property
    def lemma(self) -> str:
        """The parent's lemma."""
        return self.parent.lemma_.lower()


def upward(node: Token) -> Iterator[Step]:
    """Each clause or noun above a token, the prepositions between left out."""
    while node.dep_ != "ROOT" and node.head != node:
        parent, link, word = node.head, node.dep_, ""
        if link == "relcl" and is_infinitive(node):
            # The parser takes what a threat is about for a clause about the threat.
            link = "acl"
        if parent.dep_ in ("prep", "agent") and link in ("pobj", "pcomp"):
            word = parent.lower_
            while parent.dep_ in ("prep", "agent") and parent.head != parent:
                parent = parent.head
        if link == "conj" and parent.pos_ == "VERB":
            parent = joined_verb(node)
        yield Step(node, link, word, parent)
        if parent == node:
            return
        node = parent


def is_too_early(step: Step) -> bool:
    """ "Too early to lift the sanctions"."""
    return step.link == "xcomp" and bool(step.parent.i) and step.parent.nbor(-1).lower_ == "too"


def is_never(step: Step) -> bool:
    """ "Ensured that Peru can never attack again"."""
    ensuring = step.lemma in ("ensure", "guarantee") and step.link == "ccomp"
    return ensuring and any(child.dep_ == "neg" or child.lower_ == "never" for child in step.node.children)
