"""Parses mended where the model errs often in this kind of text."""

from __future__ import annotations

from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc, Token

from service.extraction.word_lists import word_lists

_WORDS = word_lists("grammar", "grammar_words.toml")
_BLAMING = _WORDS["blaming"]
_FRONTIERS = _WORDS["frontiers"]
_VERBAL_ACTS = _WORDS["verbal_acts"]


def mend(doc: Doc, pipeline: Language) -> Doc:
    """The parse with its heads set right where they are known to be wrong; the same document."""
    for token in doc[1:]:
        if token.tag_ == "VBG":
            if _is_blamed(token):
                _make_verb(token, pipeline)
            elif _speaks_for_the_sentence(token):
                token.head = token.sent.root
        elif token.tag_ == "IN" and _has_another_side(token):
            token.head = doc[token.i - 1]
    return doc


def _is_blamed(gerund: Token) -> bool:
    """ "accused Peru of arming rebels": arming is a verb; the model takes it for an adjective of rebels."""
    preposition, noun = gerund.nbor(-1), gerund.head
    return (
        gerund.dep_ in ("amod", "compound")
        and preposition.dep_ == "prep"
        and preposition.head.lemma_.lower() in _BLAMING
        and noun.dep_ == "pobj"
        and noun.head == preposition
    )


def _make_verb(gerund: Token, pipeline: Language) -> None:
    noun, preposition = gerund.head, gerund.nbor(-1)
    gerund.head, gerund.dep_, gerund.pos_ = preposition, "pcomp", "VERB"
    noun.head, noun.dep_ = gerund, "dobj"
    lemmatizer = pipeline.get_pipe("lemmatizer")
    if isinstance(lemmatizer, Lemmatizer):
        gerund.lemma_ = lemmatizer.lemmatize(gerund)[0]


def _has_another_side(preposition: Token) -> bool:
    """ "moved troops to its border with Peru": what stands behind a border belongs to it."""
    before = preposition.nbor(-1)
    return (
        preposition.lower_ == "with"
        and preposition.dep_ == "prep"
        and preposition.head.pos_ == "VERB"
        and preposition.head.i < before.i
        and before.lemma_.lower() in _FRONTIERS
    )


def _speaks_for_the_sentence(verb: Token) -> bool:
    """ "demanded that Peru withdraw, threatening war": who demands it threatens."""
    told, root = verb.head, verb.head.head
    return (
        verb.dep_ == "advcl"
        and verb.nbor(-1).text == ","
        and verb.lemma_.lower() in _VERBAL_ACTS
        and told.dep_ in ("ccomp", "xcomp")
        and root.dep_ == "ROOT"
        and root.lemma_.lower() in _VERBAL_ACTS
        and root.i < verb.i
    )
