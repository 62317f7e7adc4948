"""Rules that are remembered give each token what the library's rules give it."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from service.extraction.grammar.parsing import MODEL, pipeline
from tests.extraction.kenyan_visit import TEXT

TEXTS = [
    *TEXT.split("\n\n"),
    # Rules on several tokens, words that rules name, white space.
    "There are two of them. They are here, and there's a third.",
    "Let's go, said the envoy: I ain't gonna stay, I've gotta leave, and nothin' will stop me.",
    "He'd've seen that   he  couldn't.\n\n That is what she won't say.",
] * 2


def told(doc: Doc) -> list[tuple[str, ...]]:
    return [(each.text, each.tag_, each.dep_, each.pos_, str(each.morph), each.lemma_) for each in doc]


def test_what_is_remembered_is_what_the_rules_say() -> None:
    own, plain = pipeline(), spacy.load(MODEL)
    assert [told(doc) for doc in own.pipe(TEXTS)] == [told(doc) for doc in plain.pipe(TEXTS)]
    assert "attribute_ruler" in own.disabled
