"""Whose fighters or people those are whose name tells of no one country: by the countries named around it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from service.extraction.names.gazetteer import gazetteer
from service.extraction.word_lists import word_lists

if TYPE_CHECKING:
    from service.extraction.names.mentions import Mention

_WORDS = word_lists("names", "reference_words.toml")


def settle_peoples(doc: Doc, covering: list[Mention | None], told: Collection[str]) -> None:
    """Change the mentions of peoples to those of the country that the sentence names, else the text.

    `covering` has for each token the mention that covers it; `told` the codes of whom the text named before.
    """
    for at, mention in enumerate(covering):
        if mention is None or mention.start != at:
            continue
        if _is_another(mention, doc, covering, told):
            covering[at] = None
            continue
        several = mention.entry.kind == "group" and mention.others
        native = mention.entry.id == "ind" and mention.how == "demonym"
        if several or native:
            named = _named_beside(mention, doc, covering)
            here = _native(mention, doc, named) if native else _fighting_there(mention, named, told)
            covering[at : mention.end] = [here] * (mention.end - at)


def _is_another(mention: Mention, doc: Doc, covering: list[Mention | None], told: Collection[str]) -> bool:
    """ "The Coalition" in a text without Islamic State, "the U.S.-France Alliance": not those that go so."""
    name = doc[mention.start : mention.end].text
    if name == "Coalition":
        return "IMG" not in {*told, *_named(covering)}
    return name == "Alliance" and mention.start > 0 and covering[mention.start - 1] is not None


def _named(covering: list[Mention | None]) -> set[str]:
    return {each.entry.code for each in covering if each is not None and each.entry.code is not None}


def _named_beside(mention: Mention, doc: Doc, covering: list[Mention | None]) -> set[str]:
    """The codes of all others whom the sentence names."""
    sentence = doc[mention.start].sent
    return _named([each for each in covering[sentence.start : sentence.end] if each != mention])


def _fighting_there(mention: Mention, named: set[str], told: Collection[str]) -> Mention:
    """ "Tuareg rebels attacked a post in Niger": Niger's, not Mali's."""
    possible = (mention.entry, *mention.others)
    there = [each for known in (named, told) for each in possible if each.code in known]
    return replace(mention, entry=there[0], others=()) if there else mention


def _native(mention: Mention, doc: Doc, named: set[str]) -> Mention:
    """ "Indian groups blocked roads in Ecuador": those of Ecuador."""
    word = doc[mention.end - 1]
    people = word.tag_ in ("NNPS", "NNS") or word.head.lemma_.lower() in _WORDS["native"]
    if not people or len(named) != 1 or not named <= _WORDS["of_american_indians"]:
        return mention
    return replace(mention, entry=gazetteer().entries[named.pop().lower()])
