"""What another act is done for: "sent troops to help Peru"."""

from __future__ import annotations

from service.extraction.events.content import SWALLOWED, demand
from service.extraction.events.modality import Scope, qualify_by_auxiliaries
from service.extraction.events.slots import Match
from service.extraction.events.steps import Step
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.verbs import is_infinitive

_FOUNDING = frozenset(("establish", "create", "found", "design", "set"))
_HELPING = frozenset(("support", "help", "assist", "back", "promote", "strengthen"))


def serve(step: Step, match: Match, governing: Match | None, scope: Scope) -> None:
    """ "Will send troops to help Peru": what another act is done for is as sure as that act."""
    if governing is not None and _is_one_with(step, match, governing):
        scope.dropped = "purpose of another act"
    qualify_by_auxiliaries(step.parent, governing, scope)
    if scope.modality == "demanded":
        demand(match, scope)


def is_to_join(step: Step, match: Match) -> bool:
    """ "sent 600 soldiers to join the force": what they are sent for."""
    joins = match.frame.type == "SUPPORT" and step.node == match.trigger and lemma_of(step.node) == "join"
    if joins and step.link in ("acl", "advcl") and is_infinitive(step.node):
        return True
    # "A fund established by Peru to support them": what it is for.
    founded = step.lemma in _FOUNDING and step.parent.tag_ == "VBN"
    return founded and match.frame.type == "SUPPORT" and is_infinitive(step.node)


def _is_one_with(step: Step, match: Match, governing: Match) -> bool:
    """ "gave $500,000 to support Peru's schools": one act."""
    helping = match.frame.type == "SUPPORT" and step.node.lemma_.lower() in _HELPING
    return helping and step.node == match.trigger and governing.frame.type in SWALLOWED
