"""Threats made of what is announced: "warned that it would arrest them"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from service.extraction.events.assembling import Event, event_of
from service.extraction.events.patterns import Frame, Noun
from service.extraction.events.saying import is_saying
from service.extraction.events.scope import scope_of
from service.extraction.events.slots import Match
from service.extraction.grammar.arguments import verb_arguments
from service.extraction.grammar.subjects import deep_subjects, surface_subjects
from service.extraction.grammar.verbs import has_auxiliary
from service.extraction.names.memory import Reference, codes
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

_WARNING = frozenset(("warn", "threaten"))
_WARN = Frame("THREATEN", None, "A warn that A would X", "", "verb", _WARNING, None, Noun("A"), ())
_WORDS = word_lists("events", "event_words.toml")
_REVENGE = frozenset(("retaliate", "avenge"))
_ANNOUNCING = frozenset(("warn", "threaten", "caution", "vow", "swear"))
_VOWING = frozenset(("vow", "swear"))
# The mode of a threat, by type and mode of the act; None stands for the type's other modes.
_MODES = {
    ("ASSAULT", None): "violence",
    ("COERCE", None): "restrict",
    ("COERCE", "arrest"): "arrest",
    ("COERCE", "seize"): "territory",
    ("COERCE", "deport"): "expel",
    ("SANCTION", None): "restrict",
    ("SANCTION", "expel"): "expel",
    ("SANCTION", "withdraw"): "relations",
    ("MOBILIZE", None): "violence",
    ("PROTEST", None): None,
}


def with_threats(made: list[Event], resolver: Resolver) -> list[Event]:
    """The events, where an act that its own initiator announces is the threat, in place of what threatens."""
    kept = [_announced(event, resolver) or event for event in made]
    threats = {event.trigger.i for event in kept if _is_announced(event)}
    return [event for event in kept if event.trigger.i not in threats or _is_announced(event)]


def _is_announced(event: Event) -> bool:
    """Whether a threat keeps the rule of the act that it announces."""
    return event.type == "THREATEN" and not event.rule.startswith("THREA")


def _announced(event: Event, resolver: Resolver) -> Event | None:
    """The threat that an event is; None where it is none."""
    if _is_own_threat(event, resolver):
        return replace(event, type="THREATEN", mode=_mode(event), modality="asserted")
    warning = event.verb.head
    revenge = event.verb.lemma_.lower() in _REVENGE and is_saying(warning)
    announced = revenge or warning.lemma_.lower() in _ANNOUNCING
    # "said it would close the border unless Peru paid"
    alternative = event.type != "PROTEST" and is_saying(warning) and _has_alternative(event, resolver)
    announced = announced or alternative
    vowed = event.verb.dep_ == "xcomp" and warning.lemma_.lower() in _VOWING
    if not announced or not (vowed or event.verb.dep_ == "ccomp"):
        return None
    if event.modality not in ("planned", "conditional"):
        return None
    threateners = resolver.all(deep_subjects(warning))
    if (event.type, None) not in _MODES or codes(threateners) != codes(event.initiators):
        return None
    warned = resolver.all(_direct_objects(warning), context=False)
    return replace(
        event,
        type="THREATEN",
        mode=_mode(event),
        initiators=tuple(threateners),
        recipients=tuple(warned) or event.recipients,
        modality="asserted",
        speakers=(),
        trigger=warning,
        verb=warning,
    )


def _mode(event: Event) -> str | None:
    return _MODES.get((event.type, event.mode), _MODES[event.type, None])


def _is_own_threat(event: Event, resolver: Resolver) -> bool:
    """ "Kenya will cut off aid unless Peru votes": the outlet tells the threat as what will be."""
    will = event.verb.dep_ in ("ROOT", "conj") and has_auxiliary(event.verb, ("will", "would"))
    return (
        will
        and (event.type, None) in _MODES
        and event.type != "PROTEST"
        and _has_alternative(event, resolver)
    )


def _has_alternative(event: Event, resolver: Resolver) -> bool:
    """ "Unless Peru pays": whether those to whom it will be done can still avert it."""
    for clause in event.verb.children:
        marks = (child.lower_ for child in clause.children if child.dep_ == "mark")
        if clause.dep_ == "advcl" and "unless" in marks:
            subjects = surface_subjects(clause)
            averting = codes(resolver.all(subjects))
            # Of the two a pronoun could mean, who will suffer it averts it: by some deed, not as it may rain.
            deed = any(child.dep_ in ("dobj", "xcomp", "prt") for child in clause.children)
            meant = deed and any(each.pos_ == "PRON" for each in subjects)
            # "Unless elections are held": whoever could hold them.
            meant = meant or any(child.dep_ == "nsubjpass" for child in clause.children)
            return meant or not averting.isdisjoint(codes(event.recipients))
    return False


def _direct_objects(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ == "dobj"]


def warnings(made: list[Event], at: Mapping[int, Match], resolver: Resolver) -> list[Event]:
    """ "warned that it would …": a threat, whatever would be done, unless an event tells of it already."""
    if resolver.words.isdisjoint(_WARNING):
        return []
    return [
        event
        for token in resolver.tokens
        if token.lemma_.lower() in _WARNING and not any(event.trigger == token for event in made)
        for clause in _clauses_untold(token, made)
        if (event := _warning(token, clause, at, resolver)) is not None
    ]


def prices(at: Mapping[int, Match], resolver: Resolver) -> list[Event]:
    """ "Kenya said Peru would pay a heavy price", "told Peru to leave or face attack": a threat to Peru."""
    made: list[Event] = []
    if resolver.words.isdisjoint(_WORDS["paying"]):
        return made
    for token in resolver.tokens:
        telling = token.head
        if token.lemma_.lower() not in _WORDS["paying"] or not _is_costly(token):
            continue
        if token.dep_ == "ccomp" and has_auxiliary(token, ("would", "will", "'ll")) and is_saying(telling):
            threatened = surface_subjects(token)
        elif token.dep_ == "conj" and any(child.lower_ == "or" for child in telling.children):
            telling = telling.head
            threatened = [
                child for child in telling.children if child.dep_ in ("dobj", "nsubj") and child.i > telling.i
            ]
        else:
            continue
        threateners, suffering = resolver.all(deep_subjects(telling)), resolver.all(threatened, context=False)
        if threateners and suffering and not codes(threateners) & codes(suffering):
            scope = scope_of(Match(_WARN, telling, verb_arguments(telling)), at, resolver)
            words = (telling.i, token.i)
            made.append(
                event_of(_WARN, telling, threateners, suffering, words, 3.0, scope.modality, scope.speakers)
            )
    return made


def _is_costly(verb: Token) -> bool:
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    return verb.lemma_.lower() in ("regret", "rue") or any(
        each.lemma_.lower() in _WORDS["prices"] for each in objects
    )


def _clauses_untold(warning: Token, made: list[Event]) -> Iterator[Token]:
    for clause in warning.children:
        would = has_auxiliary(clause, ("would", "will"))
        if clause.dep_ == "ccomp" and would and not any(event.verb == clause for event in made):
            yield clause


def _warning(token: Token, clause: Token, at: Mapping[int, Match], resolver: Resolver) -> Event | None:
    threateners, doing = resolver.all(deep_subjects(token)), resolver.all(deep_subjects(clause))
    if not threateners or codes(threateners) != codes(doing):
        return None
    scope = scope_of(Match(_WARN, token, verb_arguments(token)), at, resolver)
    warned = _warned(token, clause, threateners, resolver)
    return event_of(_WARN, token, threateners, warned, (token.i,), 2.0, scope.modality, scope.speakers)


def _warned(token: Token, clause: Token, threateners: list[Reference], resolver: Resolver) -> list[Reference]:
    objects = _direct_objects(token) or _direct_objects(clause)
    found = resolver.all(objects, places=True, context=False)
    return [each for each in found if each.code not in codes(threateners)]
