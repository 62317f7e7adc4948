"""What stands in the complement of another event, by that event's type: the coding rules on verbal acts."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.events.modality import Scope
from service.extraction.events.slots import Match
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.verbs import is_infinitive
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

# What a demand or promise of these types says is the demand or promise itself (coding rules).
SWALLOWED = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE", "REQUEST"))
# Acts that are done while somebody still strives to do them.
HARMFUL = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "PROTEST"))
_REFUSED = frozenset(("CONSULT", "COOPERATE", "AID", "SUPPORT"))
_STOPPING = word_lists("events", "event_words.toml")["stopping"]


def is_nominal(link: str) -> bool:
    """Whether a noun hangs on what stands above it as its object."""
    return link in ("dobj", "pobj", "nsubjpass")


def hold_content(
    governing: Match, match: Match, link: str, node: Token, scope: Scope, resolver: Resolver
) -> None:
    """Judge an event whose clause or noun is what another event is about, and hear who speaks in it."""
    _judge(governing, match, link, node, scope)
    type_ = governing.frame.type
    claimed = type_ in ("REQUEST", "AGREE", "ACCUSE") and governing.frame.mode != "disapprove"
    # "accepted an invitation": the invitation is in nobody's words.
    claimed = claimed and (type_, match.frame.type) != ("AGREE", "REQUEST")
    if claimed and not scope.spoken:
        scope.speakers, scope.spoken = resolver.all(governing.initiators), True


def _judge(governing: Match, match: Match, link: str, node: Token, scope: Scope) -> None:
    type_, own, nominal = governing.frame.type, match.frame.type, is_nominal(link)
    if type_ == "REQUEST":
        demand(match, scope)
    elif type_ == "AGREE":
        # "agreed that those responsible must be held to account": nobody is blamed yet.
        swallowed = own in SWALLOWED or own == "ACCUSE"
        if swallowed and not (nominal and own in ("REQUEST", "AGREE", "ACCUSE")):
            scope.dropped = "content of an agreement"
        if own != "REQUEST" or not nominal:
            # "accepted an invitation": it was made.
            scope.qualify("planned")
    elif type_ == "ACCUSE":
        if not nominal or governing.frame.mode != "disapprove":
            scope.qualify("alleged")
    elif type_ == "CONCEDE" and link == "pcomp" and lemma_of(governing.trigger) in ("apologise", "apologize"):
        # "apologised for having summoned the envoy": it did.
        return
    elif type_ in ("REJECT", "CONCEDE") and (not nominal or own in _REFUSED):
        scope.dropped = "content of a refusal or concession"
    elif type_ == "SUPPORT" and (own == "REQUEST" if nominal else is_infinitive(node)):
        scope.dropped = "content of support"
    elif type_ == "THREATEN":
        scope.dropped = "content of a threat"
    elif type_ == "CONSULT" and _is_discussed(link, own):
        scope.dropped = "subject of talks"


def _is_discussed(link: str, type_: str) -> bool:
    """ "discussed deepening their ties": nothing of it is done yet."""
    if link == "xcomp" and type_ == "REQUEST":
        # "telephoned him to urge restraint"
        return False
    return link == "pobj" or (link in ("dobj", "nsubjpass", "pcomp", "xcomp") and type_ in SWALLOWED)


def demand(match: Match, scope: Scope) -> None:
    """Judge an event that is demanded; that something stop is no demand to do it."""
    above = scope.verb.head if scope.verb is not None else None
    if above is not None and (above.head if above.dep_ == "prep" else above).lemma_.lower() in _STOPPING:
        return
    if match.frame.type in SWALLOWED:
        scope.dropped = "content of a request"
    scope.qualify("demanded")
