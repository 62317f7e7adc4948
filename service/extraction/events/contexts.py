"""The contexts of PLOVER in which a sentence stands, by its words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Span

from service.extraction.word_lists import toml_table


def contexts(sentence: Span) -> list[str]:
    """The contexts of a sentence, in the order of the alphabet."""
    words = _contexts_by_word()
    return sorted({context for token in sentence for context in words.get(token.lemma_.lower(), ())})


@cache
def _contexts_by_word() -> Mapping[str, tuple[str, ...]]:
    words: dict[str, tuple[str, ...]] = {}
    for context, lemmas in toml_table("events", "contexts.toml").items():
        for lemma in lemmas:
            words[lemma] = (*words.get(lemma, ()), context)
    return words
