"""As what an event stands in its own clause: asserted, planned or denied, by auxiliaries and adverbs."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from service.extraction.events.slots import Match
from service.extraction.grammar.nouns import is_number_sign
from service.extraction.grammar.verbs import OBLIGING, has_subject
from service.extraction.names.memory import Reference

# What an adjective before the noun of an act makes of it.
_OF_ADJECTIVES = {
    "possible": "conditional",
    "potential": "conditional",
    "threatened": "conditional",
    "alleged": "alleged",
    "suspected": "alleged",
    "planned": "planned",
    "proposed": "planned",
    "future": "planned",
    "upcoming": "planned",
    "further": "planned",
}
_TAKING_PART = frozenset(("participation", "attendance", "presence", "trip", "travel", "visit"))
_FUTURE = frozenset(("will", "shall", "'ll", "’ll", "wo"))
_CONDITIONAL = frozenset(("would", "could", "may", "might", "can", "'d", "ca"))


@dataclass
class Scope:
    """What the clauses above a trigger say of it; `dropped` tells why it is no event of its own."""

    modality: str = "asserted"
    speakers: list[Reference] = field(default_factory=list)
    spoken: bool = False
    verb: Token | None = None
    dropped: str | None = None

    def qualify(self, modality: str) -> None:
        """Give the event a modality; the first one, which stands nearest, holds."""
        if self.modality == "asserted":
            self.modality = modality


def qualify_in_clause(node: Token, match: Match, scope: Scope) -> None:
    """What the clause itself says of the event that stands in it."""
    scope.verb = node
    if match.frame.form != "noun":
        qualify_by_auxiliaries(node, match, scope)
        return
    if match.arguments.negated:
        scope.qualify("denied")
    taking_part = node.head.head if node.dep_ == "pobj" else node
    if taking_part.lemma_.lower() in _TAKING_PART and any(
        c.lower_ == "upcoming" for c in taking_part.children
    ):
        # "Their upcoming participation in the summit"
        scope.qualify("planned")
    owned = any(child.dep_ == "poss" for child in node.children)
    for child in node.children:
        # "Peru's further invasion" goes on.
        if child.lower_ in _OF_ADJECTIVES and not (owned and child.lower_ == "further"):
            feared = child.lower_ == "further" and match.frame.type == "ASSAULT"
            scope.qualify("conditional" if feared else _OF_ADJECTIVES[child.lower_])


def qualify_by_auxiliaries(verb: Token, match: Match | None, scope: Scope) -> None:
    """What negations, auxiliaries and adverbs of a verb say; `match` is the frame at the verb, if any."""
    if _is_negated(verb) and not (match is not None and match.frame.negated):
        scope.qualify("denied")
    if _is_over(verb) and not (match is not None and _tells_of_ends(match)):
        scope.qualify("denied")
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if "to" in words and verb.dep_ == "xcomp" and verb.head.lemma_ == "be":
        scope.qualify("planned")
    if _shares_auxiliaries(verb):
        words |= {child.lower_ for child in verb.head.children if child.dep_ == "aux"}
    if words & _FUTURE:
        scope.qualify("planned")
    elif words & _CONDITIONAL and "have" not in words:
        scope.qualify("conditional")
    elif words & OBLIGING:
        scope.qualify("demanded")
    adverbs = {child.lower_ for child in verb.children if child.dep_ == "advmod"}
    if adverbs & {"allegedly", "supposedly"}:
        scope.qualify("alleged")


def _is_negated(verb: Token) -> bool:
    return any(
        child.dep_ == "neg" or child.lower_ in ("never", "neither", "nor") or _is_none(child)
        for child in verb.children
    )


def _is_over(verb: Token) -> bool:
    """ "Kenya no longer supports Peru"."""
    ends = (child for child in verb.children if child.lower_ == "longer")
    return any(each.lower_ == "no" for end in ends for each in end.children)


def _tells_of_ends(match: Match) -> bool:
    """Whether a frame says itself that something is done no longer."""
    return any("longer" in part.words for part in match.frame.parts)


def _is_none(noun: Token) -> bool:
    """ "Nobody", "no country", "not every neighbour", "no trust"."""
    if noun.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return False
    denying = (child for child in noun.children if child.dep_ in ("det", "neg", "preconj"))
    return noun.lower_ in ("nobody", "none") or any(
        child.lower_ in ("no", "not") and not is_number_sign(child) for child in denying
    )


def _shares_auxiliaries(verb: Token) -> bool:
    """Whether the auxiliaries of the verb before hold for a verb joined to it: "will meet and sign"."""
    return (
        verb.dep_ == "conj"
        and verb.head.pos_ in ("VERB", "AUX")
        and verb.tag_ in ("VB", "VBN", "VBG")
        and not has_subject(verb)
    )
