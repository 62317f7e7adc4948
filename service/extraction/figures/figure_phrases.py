"""Whether a noun is one of the phrases of a rule, and whether other goods are named beside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from spacy.tokens import Token

from service.extraction.figures.figure_rules import Rule, lexicon
from service.extraction.names.mentions import Mention

Covering = Sequence[Mention | None]


def phrase_score(rule: Rule, noun: Token | None) -> float | None:
    """How many modifiers of the rule's phrase stand with the noun; None where it is another noun."""
    if noun is None:
        return 0.0
    # The last word of a phrase; "@people" is any name of a people, "Ukrainians".
    heads = (noun.lemma_.lower(), "@people" if noun.tag_ == "NNPS" else None)
    phrases = [modifiers for modifiers, head in rule.nouns if head and head in heads]
    beside = modifiers_of(noun) if any(phrases) else frozenset()
    scores = [float(len(each)) for each in phrases if not any(map(beside.isdisjoint, each))]
    return max(scores, default=None)


def modifiers_of(noun: Token) -> frozenset[str]:
    """The lemmas before a noun, and those of what it is of or in."""
    left = {token.lemma_.lower() for child in noun.lefts for token in child.subtree}
    if noun.lemma_.lower() in lexicon()["wrappers"]:
        # "A package of military aid": the figure is that of the aid.
        return frozenset(left)
    behind = {
        inner.lemma_.lower()
        for child in noun.rights if child.dep_ == "prep" and child.lower_ in ("of", "in")
        for inner in child.children
    }  # fmt: skip
    return frozenset(left | behind)


def bare(noun: Token, rule: Rule, covering: Covering) -> bool:
    """Whether no goods are named beside a noun: "exports", not "wheat exports" or "exports of wheat"."""
    inside = [
        inner
        for child in noun.children if child.dep_ == "prep" and child.lower_ in ("of", "in")
        for inner in child.children if inner.pos_ == "NOUN" and not _is_amount(inner)
    ]  # fmt: skip
    beside = [
        child
        for child in noun.lefts
        if child.dep_ in ("compound", "amod", "nmod") and child.tag_ != "CD"
        and not any(covering[token.i] is not None for token in child.subtree)
    ]  # fmt: skip
    own = {
        word for modifiers, head in rule.nouns if head == noun.lemma_.lower() for word in chain(*modifiers)
    }
    return all(each.lemma_.lower() in lexicon()["neutral"] | own for each in inside + beside)


def _is_amount(noun: Token) -> bool:
    return any(child.tag_ in ("CD", "$") for child in noun.subtree)
