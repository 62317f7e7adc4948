"""Whom a title alone means: "the President" after "President Amos Tarus"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from service.extraction.names.memory import Reference

if TYPE_CHECKING:
    from service.extraction.names.references import Resolver

# Words of a title before a name: "National Security Advisor".
_LONGEST = 4
_CERTAINTY = 0.85


def note_title(resolver: Resolver, first: Token, person: Reference) -> None:
    """Remember the title before a person's name; the first person with a title keeps it."""
    words: list[str] = []
    before = first.i - 1
    while before >= resolver.sentence.start and len(words) < _LONGEST:
        word = resolver.doc[before]
        if not word.is_title or resolver.covering[before] is not None:
            break
        words.insert(0, word.lower_)
        before -= 1
    if words and words[-1] in resolver.roles:
        for start in range(len(words)):
            resolver.memory.titles.setdefault(" ".join(words[start:]), person)


def of_title(resolver: Resolver, token: Token) -> list[Reference]:
    """The person whom "the President" and the like mean; nobody where the text gave no name to the title."""
    if token.tag_ not in ("NN", "NNP") or not any(child.lower_ == "the" for child in token.children):
        return []
    words = [child.lower_ for child in token.children if child.dep_ in ("amod", "compound")]
    person = resolver.memory.titles.get(" ".join([*words, token.lower_]))
    return [person.at(token, "antecedent", _CERTAINTY)] if person is not None else []
