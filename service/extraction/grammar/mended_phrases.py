"""Phrases that the model hangs on the wrong word: each function mends one kind and says whether it did."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from service.extraction.grammar.verbs import is_infinitive
from service.extraction.word_lists import word_lists

_SENDING = frozenset(("send", "fly", "bring", "summon", "ship", "recall"))
_FRONTIERS = word_lists("grammar", "grammar_words.toml")["frontiers"]
_MEETING = frozenset(("meet", "speak", "talk", "confer", "consult", "negotiate", "gather", "discuss"))


def _spoken_with(token: Token) -> bool:
    """ "spoke with Peru's president to congratulate him": the president does not congratulate."""
    verb, first = token.head, token.left_edge.i
    above = verb.head
    if verb.dep_ == "pcomp" and above.lower_ == "with" and is_infinitive(verb) and above.i == first - 1:
        verb.head, verb.dep_ = above.head, "advcl"
        token.head, token.dep_ = above, "pobj"
        return True
    if verb.dep_ != "advcl" or first <= token.sent.start or token.i > verb.i:
        return False
    preposition = token.doc[first - 1]
    bare = preposition.dep_ in ("prep", "mark") and not any(preposition.children)
    mistaken = bare and preposition.lower_ in ("with", "to") and is_infinitive(verb)
    if mistaken:
        preposition.head, preposition.dep_ = verb.head, "prep"
        token.head, token.dep_ = preposition, "pobj"
    return mistaken


def _met_with(preposition: Token) -> bool:
    """ "Met at the palace with Peru's minister": the minister was met, he is none of the palace's."""
    place = preposition.head
    at = place.head
    if preposition.lower_ != "with" or place.dep_ != "pobj" or at.lower_ not in ("at", "in", "on"):
        return False
    if at.head.lemma_.lower() not in _MEETING or not at.head.i < at.i:
        return False
    preposition.head = at.head
    return True


def _beyond_the_border(preposition: Token) -> bool:
    """ "moved troops to its border with Peru": what stands behind a border belongs to it."""
    before = preposition.nbor(-1)
    mistaken = (
        preposition.lower_ == "with"
        and preposition.head.pos_ == "VERB"
        and preposition.head.i < before.i
        and before.lemma_.lower() in _FRONTIERS
    )
    if mistaken:
        preposition.head = before
    return mistaken


def _behind_a_preposition(noun: Token) -> bool:
    """ "calling on President Tarus to quit": the model leaves "on" without its noun."""
    first = noun.left_edge
    before = noun.doc[first.i - 1] if first.i else first
    alone = before.dep_ == "prep" and before.head == noun.head and not any(before.children)
    if alone and noun.head.i < before.i:
        noun.head, noun.dep_ = before, "pobj"
        return True
    return False


def _sent_home(home: Token) -> bool:
    """ "sent the envoy home": the model takes the envoy for a word of the home."""
    noun = home.nbor(-1)
    if (
        home.lower_ != "home"
        or noun.dep_ != "compound"
        or noun.head != home
        or home.head.lemma_.lower() not in _SENDING
    ):
        return False
    for child in [each for each in home.children if each != noun and each.i < noun.i]:
        child.head = noun
    noun.head, noun.dep_, home.dep_ = home.head, "dobj", "advmod"
    return True


# Each with the dependencies of the words that it looks at.
PHRASE_MENDERS: tuple[tuple[Callable[[Token], bool], str], ...] = (
    (_spoken_with, "nsubj"),
    (_met_with, "prep"),
    (_beyond_the_border, "prep"),
    (_behind_a_preposition, "dobj"),
    (_sent_home, "dobj"),
)
