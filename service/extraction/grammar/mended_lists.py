"""Members of a list that the model takes for adverbs, other names of the first or objects of their own."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from service.extraction.grammar.verbs import is_infinitive

_TITLES = frozenset(
    (
        "president", "minister", "chancellor", "king", "queen", "prince", "premier", "secretary", "taoiseach",
        "sultan", "emir", "amir", "general", "ambassador", "senator", "sheikh", "commissioner", "pope",
    )
)  # fmt: skip
_THEM = frozenset(("them", "whom", "which"))
_IN_PLACE = ("dobj", "pobj", "conj", "nsubj")


def _next_person(name: Token) -> bool:
    """ "met President Rosa Quispe of Peru, Prime Minister Amos Tarus of Chile": whom else they met."""
    if name.dep_ == "conj" and name.head.pos_ != "VERB":
        return False
    first = name.left_edge.i
    if not _is_titled(name) or first < name.sent.start + 2 or name.doc[first - 1].text not in (",", "and"):
        return False
    before = name.doc[first - 2]
    while before.head != before and before.head.right_edge.i == first - 2:
        before = before.head
        if _is_titled(before) and before.dep_ in _IN_PLACE:
            break
    if not _is_titled(before) or before.dep_ not in _IN_PLACE or name.is_ancestor(before):
        return False
    name.head, name.dep_ = before, "conj"
    return True


def _other_person(name: Token) -> bool:
    """ "Prime Minister Amos Tarus of Chile, Chancellor Rosa Quispe of Peru": no second name of his."""
    mended = _takes_title(name)
    if name.left_edge.i > name.head.i + 1 and _is_titled(name) and _is_titled(name.head):
        name.dep_, mended = "conj", True
    return mended


def _same_person(suffix: Token) -> bool:
    """ "Amos Tarus, Jr. met Rosa Quispe, Jr. of Peru": the model takes "Jr." for somebody else."""
    if suffix.text not in ("Jr.", "Sr.") or suffix.i < suffix.sent.start + 2 or suffix.nbor(-1).text != ",":
        return False
    name = suffix.nbor(-2)
    if name.pos_ != "PROPN" or suffix.head == name or suffix.is_ancestor(name):
        return False
    for child in list(suffix.children):
        child.head = name
    suffix.head, suffix.dep_ = name, "nmod"
    return True


def _takes_title(name: Token) -> bool:
    """ "of Chile and Chancellor Rosa Quispe": the model joins her title to Chile."""
    title = name.doc[name.left_edge.i - 1] if name.left_edge.i else name
    if title.dep_ != "conj" or title.lower_ not in _TITLES or title.head.pos_ != "PROPN":
        return False
    if title.is_ancestor(name) or title.head == name:
        return False
    title.head, title.dep_ = name, "compound"
    return True


def _is_titled(name: Token) -> bool:
    """ "Prime Minister Amos Tarus" """
    before = (child.lower_ for child in name.children if child.dep_ == "compound" and child.i < name.i)
    return name.pos_ == "PROPN" and not _TITLES.isdisjoint(before)


def _some_of_them(quantity: Token) -> bool:
    """ "deported Afghans, many of them children": no second object."""
    before = quantity.doc[quantity.left_edge.i - 1] if quantity.left_edge.i else quantity
    of = next((child for child in quantity.children if child.lower_ == "of"), None)
    if before.text != "," or of is None or not any(each.lower_ in _THEM for each in of.children):
        return False
    first = next((each for each in quantity.head.children if each.dep_ == "dobj" and each.i < before.i), None)
    if first is not None:
        quantity.head, quantity.dep_ = first, "appos"
    return first is not None


def _last_of_several(name: Token) -> bool:
    """ "Met with President Rojas of Peru and President Tarus of Kenya": the model joins the last to "met"."""
    verb = name.head
    if verb.pos_ != "VERB" or name.pos_ != "PROPN" or not verb.i < name.i or not _begins_with_title(name):
        return False
    between = (each for each in verb.subtree if verb.i < each.i < name.i and each.dep_ == "pobj")
    first = next((each for each in between if each.pos_ == "PROPN" and _begins_with_title(each)), None)
    if first is None or name.left_edge.nbor(-1).lower_ != "and":
        return False
    name.head, name.dep_ = first, "conj"
    return True


def _begins_with_title(name: Token) -> bool:
    return name.left_edge.lower_ in _TITLES


def _listed(verb: Token) -> bool:
    """ "Commits to open its ports; to free them", "by: taking steps; opening ports": as the first of them."""
    first = verb.left_edge
    if first.i <= verb.sent.start or first.nbor(-1).text != ";":
        return False
    before = verb.doc[verb.head.i : verb.i] if verb.head.i < verb.i else ()
    if is_infinitive(verb):
        told = (each for each in before if each.dep_ == "xcomp" and is_infinitive(each))
    else:
        told = (each for each in before if each.dep_ == "pcomp" and each.tag_ == "VBG" == verb.tag_)
    listed = next(told, None)
    if listed is not None:
        verb.head, verb.dep_ = listed, "conj"
    return listed is not None


def _one_of_several(name: Token) -> bool:
    """ "By the Council, the Union, and Peru": the model takes the second for another name of the first."""
    first, before = name.head, name.left_edge
    if name.pos_ != "PROPN" or first.pos_ != "PROPN" or before.lower_ != "the" or not name.i > first.i:
        return False
    if not any(child.dep_ == "cc" and child.i > name.i for child in first.children):
        return False
    name.dep_ = "conj"
    return True


def _between_two(noun: Token) -> bool:
    """ "Welcomed a pact between Peru, led by Ruiz, and the rebels": the rebels are the second of two."""
    verb = noun.head
    if verb.pos_ != "VERB" or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    before = (each for each in verb.subtree if verb.i < each.i < noun.i and each.lower_ == "between")
    first = next((child for each in before for child in each.children if child.dep_ == "pobj"), None)
    if first is None or any(child.dep_ in ("cc", "conj") for child in first.children):
        return False
    noun.head = first
    return True


# Each with the dependencies of the words that it looks at.
LIST_MENDERS: tuple[tuple[Callable[[Token], bool], str], ...] = (
    (_same_person, "nsubj appos conj npadvmod dobj pobj nmod dep"),
    (_next_person, "npadvmod conj"),
    (_other_person, "appos"),
    (_one_of_several, "appos"),
    (_some_of_them, "dobj"),
    (_between_two, "conj"),
    (_last_of_several, "conj dep"),
    (_listed, "advcl conj"),
)
