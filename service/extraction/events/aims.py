"""At whom an act is aimed where its slot names only a place or a body: not at those."""

from __future__ import annotations

from service.extraction.events.slots import Match
from service.extraction.grammar.subjects import deep_subjects
from service.extraction.names.gazetteer import gazetteer
from service.extraction.names.memory import BLOC_CODES, Reference, codes
from service.extraction.names.references import Resolver

_ABOUT = frozenset(("over", "about", "against"))


def charged(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "complained to the council that Peru had raided a village": who does what is complained of."""
    if match.frame.type != "ACCUSE":
        return []
    if match.frame.recipient_parts:
        return _before_a_body(match, own, resolver)
    clauses = (
        child for child in match.trigger.children if child.dep_ == "ccomp" and child.i > match.trigger.i
    )
    doing = (each for clause in clauses for each in deep_subjects(clause))
    return [each for each in resolver.all(doing, context=False) if each.code not in own]


def aimed_at(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "In Peru, jets conducted strikes using bombs against rebels": not at the place."""
    if match.frame.type != "ASSAULT" or not match.recipients:
        return []
    if not all(each.dep_ == "pobj" and each.head.lower_ in ("in", "at") for each in match.recipients):
        return []
    against = (each for each in match.trigger.subtree if each.lower_ == "against" and each.dep_ == "prep")
    aims = (child for each in against for child in each.children if child.dep_ == "pobj")
    aimed = [each for each in resolver.all(aims, context=False) if each.code not in own]
    return aimed or _fought(match, own, resolver)


def _fought(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "Conducted strikes in Peru", in a text of strikes on rebels: on them, wherever they are."""
    told = (each for code in sorted(own) for each in resolver.memory.counterparts.get(code, ()))
    return [each.at(match.trigger, "context", 0.6) for each in told if not gazetteer().is_country(each.code)]


def _before_a_body(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "lodged a complaint at the U.N. over Peruvian raids": the body only hears it."""
    if not codes(resolver.all(match.recipients, context=False)) & BLOC_CODES:
        return []
    about = [each.object for each in match.arguments.phrases if each.preposition in _ABOUT]
    found = resolver.all(about, places=True, context=False)
    return [each for each in found if each.code not in own | BLOC_CODES]
