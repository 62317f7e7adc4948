"""The contexts of PLOVER in which a sentence stands, by its words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from spacy.tokens import Span


def contexts(sentence: Span) -> list[str]:
    """The contexts of a sentence, in the order of the alphabet."""
    words = _contexts_by_word()
    return sorted({context for token in sentence for context in words.get(token.lemma_.lower(), ())})


@cache
def _contexts_by_word() -> Mapping[str, tuple[str, ...]]:
    table = tomllib.loads((files("service.extraction.events") / "contexts.toml").read_text("utf-8"))
    words: dict[str, tuple[str, ...]] = {}
    for context, lemmas in table.items():
        for lemma in lemmas:
            words[lemma] = (*words.get(lemma, ()), context)
    return words
