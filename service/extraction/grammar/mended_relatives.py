"""Clauses with "what" that stand for a thing: each function mends one kind and says whether it did."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

_NAMING = frozenset(("call", "term", "describe", "label", "deem", "dub", "brand", "consider"))
_SEEMING = frozenset(("appear", "seem", "look", "turn", "prove"))


def _named_so(what: Token) -> bool:
    """ "condemned what it called a raid": the raid is condemned."""
    verb = what.head
    if what.lower_ != "what" or verb.dep_ not in ("ccomp", "pcomp") or verb.lemma_.lower() not in _NAMING:
        return False
    named = next((child for child in verb.children if child.dep_ in ("oprd", "attr")), None)
    if named is None:
        return False
    named.head, named.dep_ = verb.head, "dobj" if verb.dep_ == "ccomp" else "pobj"
    verb.head, verb.dep_ = named, "relcl"
    return True


def _seemed_so(what: Token) -> bool:
    """ "fired what appeared to be a missile": the missile is fired."""
    seeming = what.head
    if what.lower_ != "what" or seeming.dep_ not in ("ccomp", "pcomp"):
        return False
    being = [child for child in seeming.children if child.dep_ == "xcomp" and child.lemma_ == "be"]
    thing = next((child for each in being for child in each.children if child.dep_ == "attr"), None)
    if thing is None or seeming.lemma_.lower() not in _SEEMING:
        return False
    thing.head, thing.dep_ = seeming.head, "dobj" if seeming.dep_ == "ccomp" else "pobj"
    seeming.head, seeming.dep_ = thing, "relcl"
    return True


# Each with the dependencies of the words that it looks at.
RELATIVE_MENDERS: tuple[tuple[Callable[[Token], bool], str], ...] = (
    (_named_so, "dobj"),
    (_seemed_so, "nsubj"),
)
