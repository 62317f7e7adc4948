"""Main verbs that the model leaves without a subject: a function for each kind says whether it mended it."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

_FINITE = ("VBD", "VBZ", "VBP")
_OF_A_NOUN = ("poss", "det", "amod", "compound", "nmod", "nummod")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")


def _lost_subject(verb: Token) -> bool:
    """The noun right before a finite main verb that has no subject, wherever the model hung it.

    "shot two students, a doctor said": no other name of the students. "Under the aegis of Chile, Kenya and
    Peru agreed": not one of three. "Nauru broke with Taiwan": no adverb.
    """
    if not _is_finite(verb) or _subject_of(verb) is not None:
        return False
    last = _before(verb)
    if last is None or last.ent_type_ in ("DATE", "TIME"):
        return False
    noun = _topmost(last, verb)
    adverb = noun.tag_ == "RB" and _may_be_a_name(noun)
    nominal = adverb or noun.pos_ in ("PROPN", "NOUN")
    mistaken = nominal and (_opened(noun) if noun.head != verb else _misnamed(noun))
    if mistaken:
        if adverb:
            noun.tag_, noun.pos_ = "NNP", "PROPN"
        noun.head, noun.dep_ = verb, "nsubj"
        for child in [each for each in verb.children if each.i < noun.i and each.dep_ in _OF_A_NOUN]:
            child.head = noun
    return mistaken


def _subject_of(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)


def _is_finite(verb: Token) -> bool:
    if verb.tag_ in _FINITE or verb.pos_ != "VERB":
        return verb.tag_ in _FINITE
    return any(child.dep_ == "aux" and child.tag_ in (*_FINITE, "MD") for child in verb.children)


def _before(verb: Token) -> Token | None:
    """The word before the verb, and before the comma that closes what stands between."""
    word = _word_before(verb)
    if word.text == "," and word.i > verb.sent.start:
        word = word.nbor(-1)
    return word if word.i < verb.i else None


def _word_before(verb: Token) -> Token:
    """The word before the verb's auxiliaries and adverbs; the verb itself at the head of its sentence."""
    word = verb
    while word.i > verb.sent.start:
        word = word.nbor(-1)
        adverb = word.tag_ == "RB" and not _may_be_a_name(word)
        if not adverb and word.dep_ not in ("aux", "auxpass"):
            return word
    return verb


def _may_be_a_name(word: Token) -> bool:
    """ "Tonga severed ties": no adverb, though it begins the sentence."""
    return word.i == word.sent.start and word.ent_type_ in ("GPE", "NORP", "ORG", "PERSON", "LOC")


def _topmost(last: Token, verb: Token) -> Token:
    """The highest noun that ends with a word and was taken for a further name or member, else the noun."""
    noun = found = last
    while noun.head not in (verb, noun) and noun.head.right_edge == last.right_edge:
        noun = noun.head
        found = noun if _opened(noun) or not _opened(found) else found
    return found


def _opened(noun: Token) -> bool:
    """Whether it was taken for a further name or member of what stands before a comma."""
    first = noun.left_edge.i
    return noun.dep_ in ("appos", "conj") and first > 0 and noun.doc[first - 1].text == ","


def _misnamed(noun: Token) -> bool:
    return noun.dep_ in ("compound", "npadvmod", "advmod", "nmod") and noun.ent_type_ not in ("DATE", "TIME")


def _second_of_several(verb: Token) -> bool:
    """ "Kenya banned two parties, promised talks and freed nine": what it banned is not promised."""
    first = verb.head
    if verb.dep_ != "ccomp" or verb.i > first.i or first.tag_ != "VBD" or verb.tag_ != "VBD":
        return False
    if _subject_of(first) is not None or _subject_of(verb) is None:
        return False
    verb.head, verb.dep_ = (verb if first.dep_ == "ROOT" else first.head), first.dep_
    first.head, first.dep_ = verb, "conj"
    return True


def _garden_path(verb: Token) -> bool:
    """ "Hackers linked to Kenya disrupted two sites": they are linked, and disrupt."""
    first = verb.head
    bare = first.tag_ == "VBN" and first.dep_ == "ROOT" and first.i < verb.i
    if not bare or verb.tag_ != "VBD" or _subject_of(verb) is not None:
        return False
    noun = _subject_of(first)
    if noun is None or any(child.dep_ in ("aux", "auxpass", "cc") for child in first.children):
        return False
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubj"
    first.head, first.dep_ = noun, "acl"
    return True


def _joined_clause(verb: Token) -> bool:
    """ "Kenya freed nine, and Peru, reversing its policy, promised talks": it is Peru that promises."""
    first = verb.head
    if not _is_finite(verb) or first.i > verb.i or _subject_of(verb) is not None:
        return False
    if _word_before(verb).text != ",":
        return False
    between = verb.doc[first.i + 1 : verb.i]
    noun = next((each for each in between if each.dep_ == "conj" and _begins_a_clause(each)), None)
    if noun is None:
        return False
    noun.head, noun.dep_ = verb, "nsubj"
    return True


def _begins_a_clause(noun: Token) -> bool:
    """Whether "and" behind a comma stands before a noun, and a comma behind it: ", and Peru, "."""
    first, last = noun.left_edge.i, max(each.i for each in (noun, *noun.lefts))
    doc = noun.doc
    if noun.pos_ not in ("PROPN", "NOUN") or first < 2 or last + 1 >= len(doc) or doc[last + 1].text != ",":
        return False
    return doc[first - 1].lower_ in ("and", "but", "while") and doc[first - 2].text == ","


def _third_in_a_row(verb: Token) -> bool:
    """ "in which Kenya killed two, took nine hostage and burned a village": Kenya took them."""
    if verb.tag_ != "VBD" or verb.i < 2 or verb.nbor(-1).text != "," or _subject_of(verb) is not None:
        return False
    before = [
        each for each in verb.sent if each.i < verb.i - 1 and each.tag_ == "VBD" and each.pos_ == "VERB"
    ]
    first = before[-1] if before else verb
    if first.dep_ not in ("relcl", "advcl", "ccomp", "acl") or first.right_edge.i != verb.i - 2:
        return False
    verb.head, verb.dep_ = first, "conj"
    return True


def _most_of_them(noun: Token) -> bool:
    """ "freed nine men, most of them Peruvians, and Chile arrived": the Peruvians do not arrive."""
    verb = noun.head
    quantity = next((child for child in noun.children if child.dep_ == "nsubj"), None)
    others = [child for child in verb.children if child.dep_ == "nsubj" and child.i > noun.i]
    if quantity is None or not others or not any(each.lower_ == "them" for each in quantity.subtree):
        return False
    men = next((each for each in verb.head.children if each.dep_ == "dobj" and each.i < quantity.i), None)
    if men is None or men == noun:
        return False
    noun.head, noun.dep_ = men, "appos"
    return True


def _near_a_place(place: Token) -> bool:
    """ "Near Lima, one strike destroyed a tank": the model takes "Near Lima" for a name."""
    near, verb = place.left_edge, place.head
    opens = near.text == "Near" and near.i == near.sent.start and near.head == place
    if not opens or place.i + 1 == len(place.doc) or place.nbor().text != ",":
        return False
    near.head, near.dep_, near.pos_, near.tag_ = verb, "prep", "ADP", "IN"
    place.head, place.dep_ = near, "pobj"
    return True


# Each with the dependencies of the words that it looks at.
SUBJECT_MENDERS: tuple[tuple[Callable[[Token], bool], str], ...] = (
    (_lost_subject, "ROOT"),
    (_second_of_several, "ccomp"),
    (_joined_clause, "conj"),
    (_garden_path, "dep ccomp advcl"),
    (_third_in_a_row, "dep"),
    (_most_of_them, "nsubj"),
    (_near_a_place, "nsubj"),
)
