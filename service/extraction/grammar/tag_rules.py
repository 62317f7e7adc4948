"""The model's rules from tags to parts of speech, asked of the library once for each kind of token.

They take a sixth of the time, and hang on the tag, the dependency and, for some words, the word itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, cast

from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, MorphAnalysis, Token

RULES = "attribute_ruler"
REMEMBERED = "remembered_tag_rules"


class _Kind(NamedTuple):
    tag: int
    dep: int
    word: str
    is_space: bool


class _Said(NamedTuple):
    tag: int
    dep: int
    pos: int
    morph: MorphAnalysis
    lemma: int


class RememberedRules:
    """A component that gives each token what the rules gave to one of its kind before."""

    def __init__(self, rules: AttributeRuler) -> None:
        self.rules = rules
        self.known: dict[_Kind, _Said] = {}
        listed = (cast(list[list[dict[str, Any]]], rule["patterns"]) for rule in rules.patterns)
        patterns = [pattern for each in listed for pattern in each]
        openings = [first for first, *more in patterns if more]
        # Words that a rule names; rules on several tokens are told by a word or dependency of the first.
        self.named = _matching(first for first, *_ in patterns)
        self.opening = _matching(openings)
        self.opening_dependencies = {first["DEP"] for first in openings if "DEP" in first}

    def __call__(self, doc: Doc) -> Doc:
        """The document with parts of speech, morphology and the lemmas that the rules know."""
        if any(self._opens(token) for token in doc):
            return self.rules(doc)
        kinds = [self._kind(token) for token in doc]
        if any(kind not in self.known for kind in kinds):
            self.rules(doc)
            for token, kind in zip(doc, kinds, strict=True):
                said = _Said(token.tag, token.dep, token.pos, token.morph, token.lemma)
                self.known.setdefault(kind, said)
        else:
            for token, kind in zip(doc, kinds, strict=True):
                _give(token, self.known[kind])
        return doc

    def _kind(self, token: Token) -> _Kind:
        word = token.lower_ if self.named.fullmatch(token.lower_) else ""
        return _Kind(token.tag, token.dep, word, token.is_space)

    def _opens(self, token: Token) -> bool:
        return token.dep_ in self.opening_dependencies or self.opening.fullmatch(token.lower_) is not None


def _matching(tokens: Iterable[Mapping[str, Any]]) -> re.Pattern[str]:
    """An expression for the words that some tokens of patterns name."""
    found: set[str] = set()
    for token in tokens:
        wanted = token.get("LOWER")
        if isinstance(wanted, str):
            found.add(re.escape(wanted))
        elif wanted is not None:
            found |= {re.escape(word) for word in wanted.get("IN", ())}
            if expression := wanted.get("REGEX"):
                found.add(expression.strip("^$"))
    return re.compile("|".join(sorted(found, key=lambda each: (-len(each), each))))


def _give(token: Token, said: _Said) -> None:
    token.pos, token.lemma = said.pos, said.lemma
    token.set_morph(said.morph)  # type: ignore[attr-defined]
    if token.tag != said.tag:
        token.tag = said.tag
    if token.dep != said.dep:
        token.dep = said.dep


@Language.factory(REMEMBERED)
def _remembered(nlp: Language, name: str) -> RememberedRules:
    rules = nlp.get_pipe(RULES)
    if not isinstance(rules, AttributeRuler):
        raise TypeError(f"{RULES} of the model is {type(rules).__name__}")
    return RememberedRules(rules)
