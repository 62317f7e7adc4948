"""As what a figure or tie stands in its sentence: asserted, planned, denied and so on."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.verbs import is_infinitive
from service.extraction.word_lists import word_lists

_WORDS = word_lists("figures", "standing_words.toml")
_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "neither", "longer"))
_CONDITIONS = frozenset(("if", "unless", "whether"))
_CLAUSES = frozenset(("xcomp", "ccomp", "pcomp", "acl", "advcl"))


def modality(token: Token) -> str:
    """A term of modalities.toml for what a token states, from its own clause and those above it."""
    node, inherits = token, True
    while True:
        found = (_own(node) if inherits else None) or _within(node)
        if found is not None:
            return found
        if node.head == node or node.dep_ in ("relcl", "appos", "advcl"):
            return "asserted"
        inherits = _inherits(node)
        node = node.head


def _inherits(node: Token) -> bool:
    """Whether the auxiliaries and negation of the word above hold for a word too."""
    if node.pos_ not in ("VERB", "AUX") or node.dep_ in ("xcomp", "pcomp", "aux", "auxpass"):
        return True
    return node.dep_ == "conj" and node.tag_ not in ("VBD", "VBZ", "VBP")


def _own(node: Token) -> str | None:
    """The auxiliaries, negation and mark of a clause."""
    if node.pos_ not in ("VERB", "AUX"):
        return None
    kinds = ("aux", "auxpass", "neg", "mark", "advmod")
    around = {child.lower_ for child in node.children if child.dep_ in kinds}
    around.add("longer" if node.doc[node.i + 1 : node.i + 3].text.lower() == "no longer" else "")
    if around & _NEGATIONS:
        return "denied"
    if around & _CONDITIONS:
        return "conditional"
    for name, modality_ in (("future", "planned"), ("demanded", "demanded")):
        if around & _WORDS[name]:
            return modality_
    return "conditional" if around & _WORDS["possible"] and "have" not in around else None


def _within(node: Token) -> str | None:
    """What the word above makes of its complement: expected, alleged, denied."""
    if node.head == node:
        return None
    if node.dep_ in _CLAUSES and is_infinitive(node):
        return _of_infinitive(node)
    above = node.head.head if node.dep_ == "pcomp" and node.head.pos_ == "ADP" else node.head
    if node.dep_ in ("ccomp", "xcomp", "pcomp") and above.pos_ == "VERB":
        return _of_clause(node, lemma_of(above))
    return _of_noun(node)


def _of_infinitive(node: Token) -> str | None:
    above = node.head
    lemma = lemma_of(above)
    if lemma in _WORDS["planning"]:
        return "planned"
    if lemma in _WORDS["refusing"]:
        return "denied"
    known = lemma in _WORDS["done"] or above.pos_ == "AUX"
    return "conditional" if not known and node.dep_ in ("xcomp", "acl", "ccomp") else None


def _of_clause(node: Token, lemma: str) -> str | None:
    for name, modality_ in (("charging", "alleged"), ("denying", "denied"), ("forecasting", "planned")):
        if lemma in _WORDS[name]:
            return modality_
    if lemma in _WORDS["ending"] and node.tag_ == "VBG":
        return "denied"
    return "conditional" if lemma in _WORDS["considering"] and node.tag_ == "VBG" else None


def _of_noun(node: Token) -> str | None:
    above = node.head
    if node.dep_ == "dobj" and above.pos_ == "VERB" and above.lemma_.lower() in _WORDS["wanting"]:
        return "planned"
    if node.dep_ == "pobj" and above.head.pos_ == "NOUN" and above.head.lemma_.lower() in _WORDS["planning"]:
        return "planned"
    coming = node.pos_ in ("NOUN", "PROPN") and any(
        each.lower_ in _WORDS["yet_to_come"] for each in node.lefts
    )
    return "planned" if coming else None
