"""Verbs that the model takes for other words: each function mends one kind and says whether it did."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Token

from service.extraction.word_lists import word_lists

_HANDING = frozenset(("hand", "turn"))
_BLAMING = word_lists("grammar", "grammar_words.toml")["blaming"]


def _blamed(gerund: Token, pipeline: Language) -> bool:
    """ "accused Peru of arming rebels": the model takes "arming" for an adjective of rebels."""
    preposition, noun = gerund.nbor(-1), gerund.head
    mistaken = (
        gerund.tag_ == "VBG"
        and preposition.dep_ == "prep"
        and preposition.head.lemma_.lower() in _BLAMING
        and noun.dep_ == "pobj"
        and noun.head == preposition
    )
    if mistaken:
        gerund.head, gerund.dep_ = preposition, "pcomp"
        noun.head, noun.dep_ = gerund, "dobj"
        _make_verb(gerund, "VBG", pipeline)
    return mistaken


def _also_blamed(gerund: Token, pipeline: Language) -> bool:
    """ "accused Peru of massing troops at the border and firing on ships": "firing" is no noun."""
    joined = gerund.pos_ != "VERB" and gerund.nbor(-1).dep_ == "cc"
    if not joined or not gerund.lower_.endswith("ing"):
        return False
    above = (each for each in gerund.ancestors if each.lemma_.lower() in _BLAMING)
    gerunds = (child for verb in above for of in verb.children if of.dep_ == "prep" for child in of.children)
    first = next((each for each in gerunds if each.dep_ == "pcomp" and each.i < gerund.i), None)
    if first is None:
        return False
    gerund.head, gerund.dep_ = first, "conj"
    _make_verb(gerund, "VBG", pipeline)
    return True


def _handed_over(particle: Token, pipeline: Language) -> bool:
    """ "Handed over seven prisoners": the model takes "over" for a part of the number."""
    verb = particle.nbor(-1)
    handed = particle.lower_ == "over" and verb.lemma_.lower() in _HANDING and particle.head != verb
    if handed:
        particle.head, particle.dep_, particle.tag_ = verb, "prt", "RP"
    return handed


def _clause(noun: Token, pipeline: Language) -> bool:
    """ "a charge that Peru rejects", "demanded that rebels release two": verbs taken for nouns."""
    mark = next((child for child in noun.children if child.dep_ == "mark"), None)
    if noun.pos_ != "NOUN" or mark is None:
        return False
    plain = noun.tag_ == "NN"
    if not _is_verb(noun.lower_ if plain else noun.lemma_.lower(), pipeline):
        return False
    subject = next((child for child in noun.children if child.dep_ == "nsubj"), None)
    if subject is None and not (plain and _takes_subject(noun)):
        return False
    if noun.dep_ == "relcl":
        mark.dep_ = "dobj"
    _make_verb(noun, "VB" if plain else "VBZ", pipeline)
    return True


def _did(noun: Token, pipeline: Language) -> bool:
    """ "The ministry cut access": the model takes "cut" for a noun that has subject and object."""
    if noun.pos_ != "NOUN":
        return False
    dependencies = [child.dep_ for child in noun.children]
    if "nsubj" not in dependencies or "dobj" not in dependencies or not _is_verb(noun.lower_, pipeline):
        return False
    _make_verb(noun, "VBD", pipeline)
    return True


def _and_did(noun: Token, pipeline: Language) -> bool:
    """ "imposed a curfew and jailed scores of miners": the model takes "jailed" for a word of the miners."""
    verb, did = noun.doc[noun.left_edge.i], noun.head
    if verb.tag_ != "VBN" or verb.dep_ != "amod" or verb.head != noun or not did.i < verb.i:
        return False
    if did.tag_ != "VBD" or verb.nbor(-1).dep_ != "cc" or verb.nbor(-1).head != did:
        return False
    verb.head, verb.dep_ = did, "conj"
    noun.head, noun.dep_ = verb, "dobj"
    _make_verb(verb, "VBD", pipeline)
    return True


def _did_to(verb: Token, pipeline: Language) -> bool:
    """ "Kenya pressed Peru's rulers to go": the model takes "pressed" for a word of the rulers."""
    if verb.tag_ != "VBD":
        return False
    noun, before = verb.head, verb.doc[verb.i - 1]
    if noun.dep_ == "poss":
        noun = noun.head
    while before.i > verb.sent.start and before.tag_ == "RB":
        before = before.nbor(-1)
    if noun.i < verb.i or before.pos_ not in ("NOUN", "PROPN"):
        return False
    subject = before
    while subject.head not in (verb, noun, subject) and subject.head.i < verb.i:
        subject = subject.head
    above = noun.head
    if noun.dep_ == "nsubj" and above.dep_ == "ROOT" and noun.i < above.i:
        # Before a later verb, which it is asked to do or which goes on with the sentence. In this order, or
        # the verb and the noun would hang on each other for a moment.
        verb.head, verb.dep_ = verb, "ROOT"
        noun.head, noun.dep_ = verb, "dobj"
        above.head, above.dep_ = verb, "xcomp" if above.tag_ == "VB" else "conj"
    elif noun.dep_ == "appos" and above == subject and above.dep_ == "ROOT":
        verb.head, verb.dep_ = verb, "ROOT"
        noun.head, noun.dep_ = verb, "dobj"
    else:
        return False
    subject.head, subject.dep_ = verb, "nsubj"
    _make_verb(verb, "VBD", pipeline)
    return True


def _did_behind_a_name(verb: Token, pipeline: Language) -> bool:
    """ "Lawyers across Kenya boycotted courts": the model takes "boycotted" for a word of the courts."""
    noun, name = verb.head, verb.nbor(-1)
    preposition = noun.head
    if (
        verb.tag_ != "VBN"
        or name.pos_ != "PROPN"
        or noun.dep_ != "pobj"
        or not preposition.i < name.i < noun.i
    ):
        return False
    subject, above = preposition.head, preposition.head.head
    bare = above.tag_ == "VB" and above.i > noun.i and subject.dep_ == "nsubj" and above.dep_ == "ROOT"
    if subject.pos_ != "NOUN" or not subject.i < preposition.i or not (bare or subject.dep_ == "ROOT"):
        return False
    # In this order, or two would hang on each other for a moment.
    verb.head, verb.dep_ = verb, "ROOT"
    name.head, name.dep_ = preposition, "pobj"
    noun.head, noun.dep_ = verb, "dobj"
    subject.head, subject.dep_ = verb, "nsubj"
    if bare:
        above.head, above.dep_ = verb, "advcl"
    _make_verb(verb, "VBD", pipeline)
    return True


def _is_a_noun(verb: Token, pipeline: Language) -> bool:
    """ "seized a war crimes suspect": one of whom "a" stands before several things is what follows them."""
    things = verb.nbor(-1)
    if verb.tag_ != "VBP" or verb.dep_ != "ccomp" or things.tag_ != "NNS" or things.head != verb:
        return False
    if not any(child.lower_ in ("a", "an") for child in things.children):
        return False
    for child in [each for each in things.children if each.dep_ in ("det", "amod", "poss", "nummod")]:
        child.head = verb
    things.dep_, verb.dep_ = "compound", "dobj"
    verb.tag_, verb.pos_ = "NN", "NOUN"
    verb.lemma_ = _lemmatizer(pipeline).lemmatize(verb)[0]
    return True


def _takes_subject(clause: Token) -> bool:
    """Give a verb that was taken for a noun the noun before it as subject, with that noun's own words."""
    noun = clause.nbor(-1)
    if noun.head != clause or noun.dep_ != "compound" or noun.tag_ not in ("NNS", "NNP", "NNPS"):
        return False
    for child in list(clause.children):
        if child.i < noun.i and child.dep_ in ("poss", "det", "amod", "compound", "nmod", "nummod"):
            child.head = noun
        elif child.i > clause.i and child.dep_ == "appos":
            child.dep_ = "dobj"
    noun.dep_ = "nsubj"
    return True


def _make_verb(token: Token, tag: str, pipeline: Language) -> None:
    token.tag_, token.pos_ = tag, "VERB"
    token.lemma_ = _lemmatizer(pipeline).lemmatize(token)[0]


def _lemmatizer(pipeline: Language) -> Lemmatizer:
    return cast(Lemmatizer, pipeline.get_pipe("lemmatizer"))


def _is_verb(word: str, pipeline: Language) -> bool:
    return word in _lemmatizer(pipeline).lookups.get_table("lemma_index")["verb"]


# Each with the dependencies of the words that it looks at.
VERB_MENDERS: tuple[tuple[Callable[[Token, Language], bool], str], ...] = (
    (_blamed, "amod compound"),
    (_also_blamed, "conj"),
    (_and_did, "conj"),
    (_did_to, "amod compound"),
    (_did_behind_a_name, "amod"),
    (_is_a_noun, "ccomp"),
    (_handed_over, "quantmod advmod prep"),
    (_clause, "relcl ccomp advcl acl"),
    (_did, "ROOT conj ccomp"),
)
