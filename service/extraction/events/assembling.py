"""One event from a frame at its trigger: its actors, its scope, and whether it says enough."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from service.extraction.events.domestic import is_inner
from service.extraction.events.initiators import initiators_of
from service.extraction.events.modality import Scope
from service.extraction.events.patterns import Frame
from service.extraction.events.recipients import recipients_of
from service.extraction.events.scope import scope_of
from service.extraction.events.sense import says_enough
from service.extraction.events.slots import Match
from service.extraction.events.states import tells_a_state
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import carrier, first_conjunct
from service.extraction.grammar.subjects import is_passive
from service.extraction.grammar.verbs import OBLIGING, has_auxiliary
from service.extraction.names.memory import Reference, codes
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

# Acts that nobody does to itself.
_BETWEEN_OTHERS = frozenset(("SUPPORT", "AID", "COOPERATE"))
_WITH_OTHERS = _BETWEEN_OTHERS | {"AGREE", "REQUEST", "REJECT"}
# Acts whose content is told of by a noun.
_WITH_CONTENT = frozenset(("AGREE", "REQUEST", "ACCUSE", "THREATEN", "REJECT", "CONCEDE"))
_STOPPING = word_lists("events", "event_words.toml")["stopping"]
_GIVEN_UP: Mapping[str, tuple[str, str | None]] = {
    "ASSAULT": ("RETREAT", "ceasefire"),
    "AID": ("SANCTION", "discontinue"),
    "COOPERATE": ("SANCTION", "discontinue"),
    "CONSULT": ("SANCTION", "discontinue"),
    "SUPPORT": ("SANCTION", "discontinue"),
}
_BY_SETTING = frozenset(("context", "document"))
_SIGNING = word_lists("events", "event_words.toml")["signing"]


@dataclass(frozen=True)
class Event:
    """One event as a sentence states it."""

    type: str
    mode: str | None
    initiators: tuple[Reference, ...]
    recipients: tuple[Reference, ...]
    modality: str
    speakers: tuple[Reference, ...]
    trigger: Token
    words: tuple[int, ...]
    rule: str
    weight: float
    verb: Token

    @property
    def confidence(self) -> float:
        """How sure the actors are, and how specific the frame: 0 to 1."""
        scores = [each.score for each in (*self.initiators, *self.recipients)]
        return round(min(0.95, min(scores, default=0.3) * (0.7 + 0.05 * min(self.weight, 5))), 2)


def event_of(
    frame: Frame,
    trigger: Token,
    initiators: Iterable[Reference],
    recipients: Iterable[Reference],
    words: tuple[int, ...],
    weight: float,
    modality: str = "asserted",
    speakers: Iterable[Reference] = (),
) -> Event:
    """An event of a frame's type whose actors are found otherwise than by the frame."""
    return Event(
        frame.type, frame.mode, tuple(initiators), tuple(recipients), modality, tuple(speakers),
        trigger, words, frame.rule, weight, trigger,
    )  # fmt: skip


def assembled(
    match: Match, at: Mapping[int, Match], told: Mapping[int, Event], resolver: Resolver
) -> Event | None:
    """The event that a frame states; None where its clauses take it back or too few actors are known.

    `at` holds the frames of the sentence by trigger, `told` the events that were assembled before.
    """
    scope = scope_of(match, at, resolver)
    if scope.dropped is not None or tells_a_state(match, resolver):
        return None
    resolver.hear(scope.speakers)
    governing = _governing(match, told)
    initiators = initiators_of(match, resolver) or _by_whom_it_is_done(governing, match)
    recipients = recipients_of(match, initiators, scope, at, resolver)
    initiators, recipients = _settled(match, initiators, recipients)
    if scope.modality == "denied" and _is_no_restriction(match, initiators, recipients):
        return None
    # "thanked Peru for its contribution": no content of the thanks.
    governed = governing is not None and (governing.type in _WITH_CONTENT or bool(recipients))
    note = _is_a_protest_note(match, initiators, recipients)
    if not note and not says_enough(match, governed, initiators, recipients):
        return None
    changed = ("ACCUSE", "disapprove") if note else _stopped(match, scope, told)
    type_, mode = changed or (match.frame.type, match.frame.mode)
    return Event(
        type_,
        mode,
        tuple(initiators),
        tuple(recipients),
        scope.modality,
        tuple(scope.speakers),
        match.trigger,
        tuple(sorted(match.words)),
        match.frame.rule,
        match.weight,
        scope.verb if scope.verb is not None else match.trigger,
    )


def _is_no_restriction(match: Match, initiators: list[Reference], recipients: list[Reference]) -> bool:
    """ "Agreed not to restrict access to its market": of nobody's, and nobody says that it did."""
    at_home = all(each.how == "context" and each.code in codes(initiators) for each in recipients)
    return match.frame.mode == "restrict" and bool(recipients) and at_home


def _is_a_protest_note(match: Match, initiators: list[Reference], recipients: list[Reference]) -> bool:
    """ "Kenya protested against Peru": a government does not march, it complains."""
    frame, verb = match.frame, match.trigger
    if (frame.type, frame.mode) != ("PROTEST", "demo") or lemma_of(verb) != "protest" or verb.pos_ != "VERB":
        return False
    others = bool(recipients) and codes(recipients).isdisjoint(codes(initiators))
    return others and bool(initiators) and all(_speaks_for_a_state(each) for each in initiators)


def _speaks_for_a_state(actor: Reference) -> bool:
    state = actor.id == actor.code.lower() and actor.how in ("name", "metonym", "pronoun")
    return actor.sector == "GOV" or (state and actor.sector is None)


def _stopped(match: Match, scope: Scope, told: Mapping[int, Event]) -> tuple[str, str | None] | None:
    """ "stopped selling arms", "will stop bombing Peru": the type and mode of an act that is given up."""
    verb = scope.verb
    if verb is None or verb.dep_ != "xcomp" or verb.head.lemma_.lower() not in _STOPPING:
        return None
    if verb.head.head.i in told and verb.head.dep_ != "ROOT":
        # "urged Peru to stop bombing": it goes on.
        return None
    return _GIVEN_UP.get(match.frame.type)


def _governing(match: Match, told: Mapping[int, Event]) -> Event | None:
    """The demand, promise or charge whose content a noun is: "demanded the release"."""
    if match.frame.form == "verb":
        # "their demand that comrades be freed"
        passive = match.trigger.dep_ in ("ccomp", "acl") and is_passive(match.trigger)
        return told.get(match.trigger.head.i) if passive else None
    head = first_conjunct(match.trigger)
    if match.frame.form != "noun" or head.dep_ not in ("dobj", "pobj", "nsubjpass"):
        return None
    above = carrier(head)
    # "asked Peru to speed up the withdrawal"
    while above.i not in told and above.dep_ == "xcomp":
        above = above.head
    return told.get(above.i)


def _by_whom_it_is_done(governing: Event | None, match: Match) -> list[Reference]:
    """Who does what is demanded, promised or charged."""
    if governing is None or governing.type not in ("AGREE", "REQUEST", "ACCUSE"):
        return []
    if (governing.type, match.frame.type) == ("AGREE", "REQUEST"):
        # "accepted an invitation": of another.
        return []
    if governing.type == "AGREE" and is_passive(match.trigger) and has_auxiliary(match.trigger, OBLIGING):
        # "agreed that all hostages must be freed": by others.
        return []
    return [*(governing.initiators if governing.type == "AGREE" else governing.recipients)]


def _settled(
    match: Match, initiators: list[Reference], recipients: list[Reference]
) -> tuple[list[Reference], list[Reference]]:
    """No actor on both sides, but for domestic acts; "A and B met": both initiate, nobody receives."""
    if match.frame.type == "CONSULT":
        # Nobody talks with himself.
        talking = {each.id for each in initiators}
        recipients = [each for each in recipients if each.id not in talking or each.id == each.code.lower()]
        received = codes(recipients)
        initiators = [each for each in initiators if each.how != "context" or each.code not in received]
        if match.frame.mode == "visit":
            # Who goes home visits nobody.
            recipients = [each for each in recipients if each.code not in codes(initiators)]
    own = codes(initiators)
    if match.frame.type in _WITH_OTHERS and any(each.code not in own for each in recipients):
        # "its ties between Kenya and Peru": with the other.
        recipients = [each for each in recipients if each.code not in own]
    if len(own) > 1 and _is_signed(match):
        # "Signed a treaty in Washington under American mediation": between themselves.
        return initiators, []
    if _is_signed_with(match):
        return initiators + [each for each in recipients if each.code not in own], []
    if match.frame.type in ("RETREAT", "ACCUSE"):
        # "Lifted duties imposed by an announcement", "appalled by reports of raids": its own.
        recipients = [each for each in recipients if each.how != "document" or each.code not in own]
    named = codes(each for each in recipients if each.how != "pronoun")
    # "Attacks against the United States and our interests"
    recipients = [each for each in recipients if each.how != "pronoun" or each.code not in named]
    places = {each.start for each in initiators}
    outside = [each for each in recipients if each.how == "context" or each.start not in places]
    if len(own) > 1:
        topic = match.frame.type == "CONSULT" and match.frame.mode is None and not _is_with(match)
        if match.frame.type == "AGREE":
            # "committed to close coordination on challenges such as Peru": to nobody else.
            outside = [each for each in outside if each.how not in ("beside", "context")]
        outside = [
            each for each in outside if each.code not in own and not (topic and each.how == "modifier")
        ]
    elif match.frame.type in _BETWEEN_OTHERS:
        outside = [each for each in outside if each.code not in own or is_inner(initiators, each)]
    elif match.frame.type in ("AGREE", "CONSULT", "ACCUSE"):
        outside = [
            each
            for each in outside
            if each.code not in own
            or (each.how not in _BY_SETTING and match.frame.type != "AGREE")
            or is_inner(initiators, each)
        ]
    return initiators, outside


def _is_with(match: Match) -> bool:
    """ "They remain in contact with their Peruvian partners": those are no topic."""
    return any(each.dep_ == "pobj" and each.head.lower_ == "with" for each in match.recipients)


def _is_signed(match: Match) -> bool:
    return match.frame.type in ("SUPPORT", "AGREE") and match.trigger.lemma_.lower() in _SIGNING


def _is_signed_with(match: Match) -> bool:
    """ "Peru signed an agreement with Kenya": both sign."""
    return _is_signed(match) and any(phrase.preposition == "with" for phrase in match.arguments.phrases)
