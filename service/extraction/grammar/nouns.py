"""Nouns, what is joined to them, what they count, and what relative pronouns stand for."""

from __future__ import annotations

from collections.abc import Container, Iterator

from spacy.tokens import Token

from service.extraction.word_lists import word_lists

RELATIVES = frozenset(("who", "which", "that", "whom", "whose"))
_GROUPING = word_lists("grammar", "grammar_words.toml")["grouping"]
_JOINED = frozenset(("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X"))


def referred(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other word itself."""
    if token.lower_ in RELATIVES and token.tag_ in ("WDT", "WP", "WP$", "IN", "DT"):
        verb = token.head
        while verb.dep_ not in ("relcl", "ROOT") and verb.head != verb:
            verb = verb.head
        if verb.dep_ == "relcl":
            return verb.head
    return token


def prepositional_objects(host: Token, words: Container[str]) -> list[Token]:
    """The objects of the prepositions among `words` that hang on a word."""
    return [
        object_
        for child in host.children
        if child.dep_ == "prep" and child.lower_ in words
        for object_ in child.children
        if object_.dep_ == "pobj"
    ]


def counted(token: Token) -> Token:
    """What is counted: "troops" of "tens of thousands of troops", "crossings" of "two of its crossings"."""
    for _ in range(3):
        owned = any(child.dep_ == "poss" for child in token.children)
        if owned or (token.lemma_.lower() not in _GROUPING and token.pos_ != "NUM"):
            return token
        inner = prepositional_objects(token, ("of",)) or _left_out(token)
        if not inner:
            return token
        token = inner[0]
    return token


def _left_out(token: Token) -> list[Token]:
    """ "One" of "all but one of its crossings"."""
    but = (child for child in token.children if child.lower_ == "but" and token.lower_ == "all")
    return [each for word in but for each in word.children if each.dep_ == "pobj"]


def with_conjuncts(token: Token) -> Iterator[Token]:
    """The token and all that are joined to it by "and", commas and the like."""
    yield token
    for child in token.children:
        if (child.dep_ == "conj" or _is_second_name(child, token)) and child.pos_ in _JOINED:
            yield from with_conjuncts(child)
        elif child.dep_ == "appos" and child.i == token.i + 1:
            # "A Kenyan army Hercules and a Peruvian aircraft": no comma, no apposition.
            yield from (each for each in with_conjuncts(child) if each != child)


def _is_second_name(child: Token, token: Token) -> bool:
    # "Angola, Botswana and Namibia": the parser takes the second of a list of names for an apposition.
    return (
        child.dep_ == "appos"
        and token.pos_ == child.pos_ == "PROPN"
        and any(each.dep_ == "conj" for each in child.children)
    )


def is_number_sign(token: Token) -> bool:
    """ "The trawler Rosa No 21": no negation."""
    ends = token.i + 1 == len(token.doc)
    return token.text == "No" and not ends and token.i > token.sent.start and token.nbor().like_num


def carrier(noun: Token) -> Token:
    """The word that a noun stands with, mostly a verb: its head, or that of its preposition."""
    return noun.head.head if noun.dep_ == "pobj" else noun.head


def is_its_own(object_: Token, noun: Token) -> bool:
    """Whether a preposition's object hangs on a verb, a noun itself or what only "of" leads to from there.

    "In protest at remarks by Peru": Peru is of the remarks, not of the protest.
    """
    above = carrier(object_)
    while above != noun and above.dep_ == "pobj" and above.head.lower_ == "of":
        above = above.head.head
    return above == noun or above.pos_ != "NOUN"


def first_conjunct(noun: Token) -> Token:
    """The first of the nouns that a noun is joined to: it holds their place in the sentence."""
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    return noun
