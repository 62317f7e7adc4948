"""One event from a frame at its trigger: its actors, its scope, and whether it says enough."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from service.extraction.events.initiators import SUPPORT_VERBS, initiators_of
from service.extraction.events.modality import Scope
from service.extraction.events.patterns import Frame
from service.extraction.events.recipients import OF_THE_STATE, recipients_of
from service.extraction.events.scope import scope_of
from service.extraction.events.slots import Match
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import first_conjunct
from service.extraction.names.memory import Reference, codes
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

# Acts that nobody does to itself.
_BETWEEN_OTHERS = frozenset(("SUPPORT", "AID", "COOPERATE"))
_TOWARD_OTHERS = frozenset(("REQUEST", "REJECT", "THREATEN", "SANCTION", "SUPPORT", "AID", "COOPERATE"))
_OF_CROWDS = frozenset(("strike", "demo", "riot", "hunger", "vandalize"))
_BY_NAME = frozenset(("name", "metonym"))
_GUESSED = frozenset(("context", "pronoun", "antecedent", "document"))
_WORRIES = frozenset(("concern", "alarm", "unease", "dismay", "regret", "misgiving", "reservation", "worry"))
_STOPPING = word_lists("events", "event_words.toml")["stopping"]
_GIVEN_UP: Mapping[str, tuple[str, str | None]] = {
    "ASSAULT": ("RETREAT", "ceasefire"),
    "AID": ("SANCTION", "discontinue"),
    "COOPERATE": ("SANCTION", "discontinue"),
    "CONSULT": ("SANCTION", "discontinue"),
    "SUPPORT": ("SANCTION", "discontinue"),
}
_STATES = frozenset(
    (
        "support",
        "cooperation",
        "partnership",
        "friendship",
        "backing",
        "relationship",
        "sympathy",
        "ceasefire",
        "truce",
        "armistice",
    )
)
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
    if scope.dropped is not None:
        return None
    resolver.speakers = scope.speakers
    governing = _governing(match, told)
    initiators = initiators_of(match, resolver) or _by_whom_it_is_done(governing)
    recipients = recipients_of(match, initiators, scope, resolver)
    initiators, recipients = _settled(match, initiators, recipients)
    if not _says_enough(match, governing is not None, initiators, recipients):
        return None
    type_, mode = _stopped(match, scope, told) or (match.frame.type, match.frame.mode)
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
    head = first_conjunct(match.trigger)
    above = head.head.head if head.dep_ == "pobj" else head.head
    if match.frame.form != "noun" or head.dep_ not in ("dobj", "pobj", "nsubjpass"):
        return None
    return told.get(above.i)


def _by_whom_it_is_done(governing: Event | None) -> list[Reference]:
    """Who does what is demanded, promised or charged."""
    if governing is None or governing.type not in ("AGREE", "REQUEST", "ACCUSE"):
        return []
    return [*(governing.initiators if governing.type == "AGREE" else governing.recipients)]


def _settled(
    match: Match, initiators: list[Reference], recipients: list[Reference]
) -> tuple[list[Reference], list[Reference]]:
    """No actor on both sides, but for domestic acts; "A and B met": both initiate, nobody receives."""
    if match.frame.type == "CONSULT":
        received = codes(recipients)
        initiators = [each for each in initiators if each.how != "context" or each.code not in received]
    own = codes(initiators)
    if _is_signed_with(match):
        return initiators + [each for each in recipients if each.code not in own], []
    places = {each.start for each in initiators}
    outside = [each for each in recipients if each.how == "context" or each.start not in places]
    if len(own) > 1:
        topic = match.frame.type == "CONSULT" and match.frame.mode is None
        outside = [
            each for each in outside if each.code not in own and not (topic and each.how == "modifier")
        ]
    elif match.frame.type in _BETWEEN_OTHERS:
        outside = [each for each in outside if each.code not in own or _is_inner(initiators, each)]
    elif match.frame.type in ("AGREE", "CONSULT", "ACCUSE"):
        outside = [
            each
            for each in outside
            if each.code not in own or each.how != "context" or _is_inner(initiators, each)
        ]
    return initiators, outside


def _is_inner(initiators: list[Reference], recipient: Reference) -> bool:
    """Whether two sides of one country face each other: the state, and rebels, opponents or a crowd."""
    sides = {None if each.sector is None else each.sector in OF_THE_STATE for each in initiators}
    other = None if recipient.sector is None else recipient.sector in OF_THE_STATE
    return None not in sides and other is not None and sides == {not other}


def _is_signed_with(match: Match) -> bool:
    """ "Peru signed an agreement with Kenya": both sign."""
    return (
        match.frame.type in ("SUPPORT", "AGREE")
        and match.trigger.lemma_.lower() in _SIGNING
        and any(phrase.preposition == "with" for phrase in match.arguments.phrases)
    )


def _says_enough(
    match: Match, governed: bool, initiators: list[Reference], recipients: list[Reference]
) -> bool:
    frame, alone = match.frame, len(codes(initiators)) < 2
    if _is_nonsense(match, initiators, recipients):
        return False
    if not initiators or (frame.mutual and len(codes([*initiators, *recipients])) < 2):
        return False
    if frame.form == "noun" and not governed and (match.trigger.dep_ == "attr" or _is_state(match.trigger)):
        # "It was a show of force", "their cooperation improved": a noun that only describes.
        return False
    return bool(recipients) or not _lacks_recipient(match, alone)


def _is_nonsense(match: Match, initiators: list[Reference], recipients: list[Reference]) -> bool:
    """Whether nobody means it: a state on strike, concern about nobody's doings, an actor who asks itself."""
    type_ = match.frame.type
    if type_ == "PROTEST" and match.frame.mode in _OF_CROWDS and match.frame.subject.slot == "A":
        return all(each.id == each.code.lower() and each.how in _BY_NAME for each in initiators)
    if type_ == "ACCUSE" and not recipients:
        return any(lemma_of(match.trigger.doc[word]) in _WORRIES for word in match.words)
    itself = {(each.id, each.sector) for each in recipients} <= {
        (each.id, each.sector) for each in initiators
    }
    guessed = all(each.how in _GUESSED for each in initiators)
    return type_ in _TOWARD_OTHERS and bool(recipients) and itself and guessed


def _is_state(noun: Token) -> bool:
    """Whether a noun such as "support" is only spoken of, and nobody gives or voices it."""
    if lemma_of(noun) not in _STATES or noun.dep_ not in ("pobj", "nsubj", "nsubjpass"):
        return False
    carrier = noun.head.head if noun.dep_ == "pobj" else noun.head
    return lemma_of(carrier) not in SUPPORT_VERBS


def _lacks_recipient(match: Match, alone: bool) -> bool:
    """Whether a frame says too little without a recipient; `alone` tells that there is but one initiator."""
    type_ = match.frame.type
    if type_ == "ASSAULT" and _has_only_a_phrase(match):
        return True
    if type_ in ("COOPERATE", "AID") and alone:
        return True
    return alone and (match.frame.form == "noun" or type_ == "CONSULT") and _demands_recipient(match)


def _demands_recipient(match: Match) -> bool:
    return any(not part.optional for part in match.frame.recipient_parts)


def _has_only_a_phrase(match: Match) -> bool:
    """Whether the recipient's only place is a phrase that holds nobody: "advanced on several fronts"."""
    slots = match.frame.recipient_parts
    return bool(slots) and all(part.role == "preposition" and not part.optional for part in slots)
