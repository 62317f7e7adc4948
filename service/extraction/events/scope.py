"""In whose words and as what an event stands in its sentence, from the clauses above it."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from service.extraction.events.governing import govern
from service.extraction.events.modality import Scope, qualify_in_clause
from service.extraction.events.saying import hear_clause, hear_source
from service.extraction.events.slots import Match
from service.extraction.events.steps import Step, upward
from service.extraction.grammar.verbs import is_infinitive
from service.extraction.names.memory import Reference
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

_KEEPING = frozenset(("stop", "prevent", "keep", "bar", "ban", "block", "prohibit"))
_TRUE_CLAUSES = word_lists("events", "event_words.toml")["true_clauses"]


def scope_of(match: Match, at: Mapping[int, Match], resolver: Resolver) -> Scope:
    """Speaker and modality of the event at a trigger; `at` holds the frames of the sentence by trigger."""
    scope = Scope()
    first = match.trigger if match.frame.form == "verb" else _carrier(match.trigger)
    qualify_in_clause(first, match, scope)
    presupposed = False
    for step in upward(first):
        if step.link == "advcl" and _is_condition(step.node):
            if scope.modality == "denied" and not match.frame.negated:
                # "if Peru does not free them": what is demanded, under a threat.
                scope.dropped = "what may be left undone"
            scope.qualify("conditional")
        elif step.link == "pcomp" and _is_undone(step):
            scope.qualify("denied")
        presupposed = presupposed or (_is_presupposed(step) and not _is_refused(step, at))
        govern(step, match, at, scope, resolver, presupposed)
    hear_source(scope, resolver)
    return scope


def speakers_of(token: Token, resolver: Resolver) -> list[Reference]:
    """In whose words a token of a sentence stands; nobody's where the sentence is the outlet's own."""
    scope = Scope()
    for step in upward(token):
        hear_clause(step.parent, step.link, step.word, scope, resolver)
    hear_source(scope, resolver)
    return scope.speakers


def _carrier(node: Token) -> Token:
    """The verb that carries a noun or adjective: "held" of "held talks"."""
    if node.dep_ in ("acomp", "attr", "oprd") and node.head.pos_ in ("AUX", "VERB"):
        return node.head
    return node


def _is_undone(step: Step) -> bool:
    """ "without firing", "advised against travelling", "kept from attending": what is not done."""
    against = step.word == "against" and step.lemma in ("advise", "warn", "caution", "decide")
    kept = step.word == "from" and step.lemma in _KEEPING
    return step.word == "without" or against or kept


def _is_refused(step: Step, at: Mapping[int, Match]) -> bool:
    """ "balked at apologising": what is not done."""
    governing = at.get(step.parent.i)
    refusing = governing is not None and governing.frame.type == "REJECT"
    return refusing and step.link == "pcomp" and step.word == "at"


def _is_condition(clause: Token) -> bool:
    marks = (child.lower_ for child in clause.children if child.dep_ in ("mark", "advmod"))
    return any(mark in ("if", "unless", "whether") for mark in marks)


def _is_presupposed(step: Step) -> bool:
    """Whether what hangs there is taken as true, or is only a condition or purpose, whatever stands above."""
    if step.link == "advcl":
        return not is_infinitive(step.node)
    if step.link in ("relcl", "appos"):
        return True
    if step.link == "acl":
        that = any(child.dep_ == "mark" for child in step.node.children)
        return not is_infinitive(step.node) and not that
    return step.link in ("pcomp", "pobj") and step.word in _TRUE_CLAUSES
