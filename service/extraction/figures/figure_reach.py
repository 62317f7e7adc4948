"""What a quantity hangs on: the nouns and the verb above it in the parse, and the nouns below."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from service.extraction.figures.figure_rules import lexicon
from service.extraction.figures.quantities import Quantity

NOUNS = frozenset(("NOUN", "PROPN", "SYM"))
_BELOW = frozenset(("of", "in", "for", "worth"))
# No figure hangs deeper than this in what it is a figure of.
_DEEPEST = 10


@dataclass
class Reach:
    """Nouns above a quantity and below it, each with the preposition between, and the verb on top.

    `preposition` stands below the verb, and `top` is what hangs on it; on the words of `through` hang
    phrases that belong to the noun or the verb: "goods worth 5 billion to Peru".
    """

    up: list[tuple[Token, str]] = field(default_factory=list)
    down: list[tuple[Token, str]] = field(default_factory=list)
    through: list[Token] = field(default_factory=list)
    verb: Token | None = None
    preposition: str = ""
    top: Token | None = None


def reach_of(quantity: Quantity) -> Reach:
    """From a quantity up to the verb of its clause."""
    reach, node, joined = Reach(), quantity.root, False
    if node.pos_ == "VERB":
        reach.verb, reach.top = node, node
        return reach
    _look_below(node, reach)
    for _ in range(_DEEPEST):
        if node.pos_ != "ADP":
            reach.top = node
        head = node.head
        if head == node or (node.dep_ == "appos" and head.pos_ == "PROPN"):
            return reach
        if head.pos_ in ("VERB", "AUX"):
            reach.verb = head
            _look_beside_worth(reach)
            _look_behind(reach, quantity)
            return reach
        if head.lower_ == "worth":
            reach.through.append(head)
        if head.pos_ in ("ADP", "SCONJ") or head.dep_ == "prep":
            reach.preposition = head.lower_
        elif head.pos_ in NOUNS or head.tag_ == "CD":
            joined = joined or node.dep_ == "conj"
            if not joined:
                reach.up.append((head, reach.preposition))
                if head.lemma_.lower() in lexicon()["carriers"]:
                    _look_below(head, reach)
            reach.preposition = ""
        node = head
    return reach


def _look_beside_worth(reach: Reach) -> None:
    """ "Sold goods worth 5 billion", where "worth" hangs on the verb: the figure is that of its object."""
    if reach.preposition != "worth" or reach.verb is None:
        return
    for child in reach.verb.children:
        if child.dep_ in ("dobj", "nsubjpass") and child.i < reach.through[-1].i:
            reach.up.append((child, "worth"))
            reach.top, reach.preposition = child, ""


def _look_behind(reach: Reach, quantity: Quantity) -> None:
    """ "Received 5 billion in aid", where "in aid" hangs on the verb."""
    for child in reach.verb.children if reach.verb is not None else ():
        if child.dep_ == "prep" and child.lower_ == "in" and child.i == quantity.end:
            reach.down += [(inner, "in") for inner in child.children if inner.dep_ == "pobj"]


def _look_below(node: Token, reach: Reach) -> None:
    for child in node.children:
        if child.dep_ == "prep" and child.lower_ in _BELOW and child.i > node.i:
            reach.down += [(inner, child.lower_) for inner in child.children if inner.dep_ == "pobj"]
