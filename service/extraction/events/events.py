"""Every event of one sentence, each once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from service.extraction.events.answered import answered_acts
from service.extraction.events.assembling import Event, assembled
from service.extraction.events.inferred import insisted, loose_events, obligations, participles, strikers
from service.extraction.events.lexicon import event_index
from service.extraction.events.matching import matches
from service.extraction.events.threats import prices, warnings, with_threats
from service.extraction.grammar.verbs import has_subject
from service.extraction.names.memory import Reference, codes, note_counterparts
from service.extraction.names.references import Resolver

# Acts that their initiators do together where no recipient is named.
_MUTUAL = frozenset(("CONSULT", "AGREE", "COOPERATE", "SUPPORT", "ASSAULT"))
_HELPING = frozenset(("SUPPORT", "AID", "COOPERATE"))
_OFFICES = frozenset(("commission", "board", "committee", "court", "ministry", "office", "department"))


def events(resolver: Resolver) -> list[Event]:
    """Every event that a sentence states, each once; a question states none."""
    if resolver.sentence.text.rstrip("\"'”’) ").endswith("?"):
        return []
    found, used_up = matches(resolver, event_index())
    found = [match for match in found if not _is_in_a_name(match.trigger, resolver)]
    at = {match.trigger.i: match for match in found}
    made: list[Event] = []
    by_trigger: dict[int, Event] = {}
    for match in found:
        event = assembled(match, at, by_trigger, resolver)
        if event is not None:
            made.append(event)
            by_trigger[match.trigger.i] = event
            note_counterparts(resolver.counterparts, event.initiators, event.recipients)
            if event.type in _HELPING:
                sides = ((one, other) for one in event.initiators for other in event.recipients)
                resolver.helping |= {codes(pair) for pair in sides}
    # A frame that says nothing, for want of an actor, leaves its words to others.
    left = [match for match, better in used_up if better.trigger.i not in by_trigger]
    made += [event for match in left if (event := assembled(match, at, by_trigger, resolver)) is not None]
    made += loose_events(at, found, resolver)
    made += obligations(at, resolver) + insisted(at, resolver)
    made += participles(resolver) + strikers(resolver)
    made += warnings(made, at, resolver)
    made += answered_acts(made, at, resolver)
    threatening = prices(at, resolver)
    told = {event.trigger.i for event in threatening}
    # "told Peru to leave or face attack" demands it under a threat.
    made = [event for event in made if event.trigger.i not in told] + threatening
    return _distinct(_with_modes(with_threats(made, resolver)))


def _is_in_a_name(trigger: Token, resolver: Resolver) -> bool:
    """ "The Popular Mobilization Forces": what is part of a name happens to nobody."""
    mention = resolver.covering[trigger.i]
    if trigger.is_title and trigger.dep_ == "pobj" and trigger.head.lower_ == "of":
        # "The UN Commission of Inquiry"
        return trigger.head.head.lemma_.lower() in _OFFICES
    return mention is not None and mention.end - mention.start > 1


def _with_modes(made: list[Event]) -> list[Event]:
    """The mode of a plain demand, from the act that is demanded."""
    return [replace(event, mode="yield") if _is_for_yielding(event, made) else event for event in made]


def _is_for_yielding(event: Event, made: list[Event]) -> bool:
    if event.type != "REQUEST" or event.mode is not None:
        return False
    demanded = {each.type for each in made if each.modality == "demanded" and each is not event}
    return bool(demanded & {"RETREAT", "CONCEDE"})


def _distinct(made: list[Event]) -> list[Event]:
    """One record of an event per sentence: two words for one act give one."""
    kept: list[Event] = []
    for event in sorted(made, key=lambda each: (-len(each.recipients) - 0.1 * each.weight, each.trigger.i)):
        at = next((at for at, other in enumerate(kept) if _is_same(event, other)), None)
        if at is None:
            kept.append(event)
        elif event.mode is not None and kept[at].mode is None:
            kept[at] = replace(kept[at], mode=event.mode)
    return sorted(kept, key=lambda each: each.trigger.i)


def _is_same(one: Event, other: Event) -> bool:
    """Whether an event adds nothing to another; a side that was only guessed counts for little."""
    if one.type != other.type or _have_own_subjects(one.trigger, other.trigger):
        return False
    if _is_outcome(one, other):
        return True
    # "lodged a complaint": the verb's words and the noun alone tell of one act.
    overlapping = one.trigger.i in other.words or other.trigger.i in one.words
    if one.mode != other.mode and not overlapping and not _may_be_one(one, other):
        return False
    doing, others_doing = codes(one.initiators), codes(other.initiators)
    suffering, others_suffering = codes(_sure(one.recipients)), codes(_sure(other.recipients))
    if doing == others_doing and suffering <= others_suffering:
        return True
    together = doing | suffering == others_doing | others_suffering and bool(doing & others_doing)
    return one.type in _MUTUAL and together


def _may_be_one(one: Event, other: Event) -> bool:
    """Whether two events of one type and several modes can be one: where one of them has none."""
    joined = _are_joined(one.trigger, other.trigger)
    return not joined and None in (one.mode, other.mode) and one.modality == other.modality


def _have_own_subjects(one: Token, other: Token) -> bool:
    """Whether two verbs stand each in a clause with a subject of its own, which tells two acts apart."""
    return all(verb.pos_ == "VERB" and has_subject(verb) for verb in (one, other))


def _are_joined(one: Token, other: Token) -> bool:
    """Whether two verbs are joined: "raided a house and arrested two"."""
    return one.pos_ == other.pos_ == "VERB" and "conj" in (
        one.dep_ if one.head == other else "",
        other.dep_ if other.head == one else "",
    )


def _is_outcome(one: Event, other: Event) -> bool:
    """ "shelled the town, wounding five": the outcome of one act."""
    if None not in (one.mode, other.mode) and one.mode != other.mode and one.type != "ASSAULT":
        return False
    return (
        one.verb.head == other.verb
        and one.verb.dep_ == "advcl"
        and one.verb.tag_ == "VBG"
        and codes(one.initiators) == codes(other.initiators)
    )


def _sure(references: Iterable[Reference]) -> list[Reference]:
    """The actors whom the sentence itself gives."""
    return [each for each in references if each.how != "context"]
