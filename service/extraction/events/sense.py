"""Whether an event says enough to be one, and whether anybody would mean it."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.events.flows import is_a_siege, is_no_journey, is_of_an_army, is_unarmed_security
from service.extraction.events.prospects import is_a_state
from service.extraction.events.slots import Match
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import with_conjuncts
from service.extraction.grammar.quoted import is_quoted
from service.extraction.names.memory import NAMED, Reference, codes
from service.extraction.word_lists import word_lists

_TOWARD_OTHERS = frozenset(("REQUEST", "REJECT", "THREATEN", "SANCTION", "SUPPORT", "AID", "COOPERATE"))
_OF_CROWDS = frozenset(("strike", "demo", "riot", "hunger", "vandalize"))
_BY_NAME = frozenset(("name", "metonym"))
_TOLD = NAMED | {"place", "pronoun", "antecedent"}
# What is done with hands, not words.
_DEEDS = frozenset(("ASSAULT", "COERCE", "SANCTION", "AID", "COOPERATE", "RETREAT", "PROTEST", "MOBILIZE"))
_UNNAMED = frozenset(("context", "document"))
_GUESSED = frozenset(("context", "pronoun", "antecedent", "document"))
_WORDS = word_lists("events", "event_words.toml")
_PLACES = word_lists("names", "reference_words.toml")["kinds_of_places"]
_OPPOSITES = word_lists("names", "reference_words.toml")["opposites"]
_SOME_OF_THEM = frozenset(("all", "which", "that", "most", "some", "hundreds", "thousands", "dozens"))
_GIFTS = frozenset(("assistance", "aid", "grant", "funding", "loan", "donation"))
_SUBSIDIES = frozenset(("support", "subsidy", "incentive"))
_WORRIES = frozenset(("concern", "alarm", "unease", "dismay", "regret", "misgiving", "reservation", "worry"))
_CLAIMS = frozenset(("claim", "assertion", "argument", "allegation", "charge", "accusation"))


def says_enough(
    match: Match, governed: bool, initiators: list[Reference], recipients: list[Reference]
) -> bool:
    """Whether an event has the actors that its frame needs; `governed` where it is another's content."""
    frame, alone = match.frame, len(codes(initiators)) < 2
    if _is_nonsense(match, initiators, recipients):
        return False
    if not initiators or (frame.mutual and not _are_two_sides(match, initiators, recipients)):
        return False
    described = match.trigger.dep_ == "attr" and not _is_presented(match.trigger, initiators, recipients)
    if frame.form == "noun" and not governed and (described or is_a_state(match.trigger)):
        # "It was a show of force", "their cooperation improved": a noun that only describes.
        return False
    return bool(recipients) or governed or not _lacks_recipient(match, alone)


def _are_two_sides(match: Match, initiators: list[Reference], recipients: list[Reference]) -> bool:
    """Whether two act on each other: two countries, or "troops and rebels" of one."""
    if len(codes([*initiators, *recipients])) > 1:
        return True
    joined = [each for subject in match.initiators for each in with_conjuncts(subject)]
    return len(joined) > 1


def _is_nonsense(match: Match, initiators: list[Reference], recipients: list[Reference]) -> bool:
    """Whether nobody means it: a state on strike, concern about nobody's doings, an actor who asks itself."""
    type_ = match.frame.type
    if (
        _is_figurative(match, initiators, recipients)
        or _is_with_nobody(match, initiators, recipients)
        or is_of_an_army(match)
        or is_unarmed_security(match)
        or _is_a_gift(match)
        or _is_a_must(match)
        or is_a_siege(match, recipients)
    ):
        return True
    if match.frame.mode == "release" and match.recipients:
        # "freed the city", "its liberation will free the people"
        things = any(lemma_of(each) in ("liberation", "isolation", "victory") for each in match.initiators)
        return things or all(lemma_of(each) in _PLACES for each in match.recipients)
    if match.frame.mode == "visit" and lemma_of(match.trigger) == "host":
        # "hosts a website"
        return not any(each.how in _BY_NAME for each in (*initiators, *recipients))
    if type_ == "PROTEST" and match.frame.mode in _OF_CROWDS and match.frame.subject.slot == "A":
        states = all(each.id == each.code.lower() and each.how in _BY_NAME for each in initiators)
        return states or (bool(initiators) and all(each.sector == "GOV" for each in initiators))
    if type_ == "ACCUSE" and not recipients:
        return any(lemma_of(match.trigger.doc[word]) in _WORRIES for word in match.words)
    itself = {(each.id, each.sector) for each in recipients} <= {
        (each.id, each.sector) for each in initiators
    }
    guessed = all(each.how in _GUESSED for each in initiators)
    guessed = guessed or (type_ == "AID" and _is_guessed_aid(match, recipients))
    itself = itself or (type_ == "AID" and codes(recipients) <= codes(initiators))
    return type_ in _TOWARD_OTHERS and bool(recipients) and itself and guessed


def _is_a_gift(match: Match) -> bool:
    """ "Kenyan aid restores access to water": nobody gives in."""
    return match.frame.type == "CONCEDE" and any(lemma_of(each) in _GIFTS for each in match.initiators)


def _is_a_must(match: Match) -> bool:
    """ "We have got to get it there": nobody is asked."""
    asked = match.frame.type == "REQUEST" and match.trigger.lower_ == "got"
    return asked and any(child.dep_ == "aux" for child in match.trigger.children)


def _is_guessed_aid(match: Match, recipients: list[Reference]) -> bool:
    """ "Vehicles, all of which will help to equip Peru's army" are given by others."""
    things = any(each.lower_ in _SOME_OF_THEM for each in match.initiators)
    return things or all(each.how in _GUESSED for each in recipients)


def _is_with_nobody(match: Match, initiators: list[Reference], recipients: list[Reference]) -> bool:
    """ "Was looking into the matter": words of acts toward others that here have none."""
    looking = match.frame.type == "ACCUSE" and lemma_of(match.trigger) == "look"
    return (
        (looking and not any(each.how in _TOLD for each in recipients))
        or _stands_somewhere(match, recipients)
        or is_no_journey(match)
        or _strikes_something(match)
        or _is_a_chamber_sitting(match, initiators, recipients)
        or _backs_nobody(match, initiators, recipients)
    )


def _stands_somewhere(match: Match, recipients: list[Reference]) -> bool:
    """ "Soldiers stand beside a truck", "priorities such as standing up for rights": by or with nobody."""
    standing = lemma_of(match.trigger) == "stand"
    verb = match.trigger
    topic = verb.tag_ == "VBG" and lemma_of(verb) in ("advocate", "promote", "champion")
    purpose = verb.tag_ == "VB" and verb.dep_ == "advcl" and lemma_of(verb) == "support"
    topic = topic or purpose or lemma_of(verb) == "align"
    return match.frame.type == "SUPPORT" and (standing or topic) and not recipients


def _strikes_something(match: Match) -> bool:
    """ "Struck a harsher note": workers on strike strike nothing."""
    verb = match.trigger
    stopping = match.frame.mode == "strike" and verb.pos_ == "VERB" and lemma_of(verb) == "strike"
    return stopping and any(child.dep_ == "dobj" for child in verb.children)


def _backs_nobody(match: Match, initiators: list[Reference], recipients: list[Reference]) -> bool:
    """ "Those people put no trust in the paper", "I vote with my stomach": guessed, and toward nobody."""
    backing = match.frame.type == "SUPPORT" and match.frame.form == "verb" and not match.frame.mutual
    alone = backing and not recipients and len(codes(initiators)) == 1
    # "takes Rojas's side": somebody's, whoever that is.
    named = any(each.pos_ == "PROPN" for noun in match.recipients for each in noun.subtree)
    # "A report to back up the claim" bears out what was said.
    borne_out = backing and all(lemma_of(each) in _CLAIMS for each in match.recipients or [match.trigger])
    # "He welcomed the ceasefire" names an act; "he put no trust in it" may be toward anything.
    anything = any(part.noun.lemmas is None for part in match.frame.recipient_parts)
    unsure = _GUESSED if anything else _UNNAMED
    return not named and (borne_out or (alone and all(each.how in unsure for each in initiators)))


def _is_a_chamber_sitting(match: Match, initiators: list[Reference], recipients: list[Reference]) -> bool:
    """ "Parliament meets again on Tuesday": with nobody."""
    alone = match.frame.type == "CONSULT" and not recipients and len(codes(initiators)) == 1
    return alone and all(each.sector in ("LEG", "JUD") for each in initiators)


def _are_own(match: Match) -> bool:
    """ "Protect our citizens", "protect their country": no help for others."""
    own = ("our", "their", "its", "his", "her")
    return bool(match.recipients) and all(
        any(child.dep_ == "poss" and child.lower_ in own for child in each.children)
        and not _is_of_another(each)
        for each in match.recipients
    )


def _is_of_another(noun: Token) -> bool:
    """ "Its neighbour Peru", "their partners Peru and Chile", "her rival"."""
    named = noun.pos_ == "PROPN" or any(child.dep_ == "appos" for child in noun.children)
    return named or noun.lemma_.lower() in _OPPOSITES


def _is_bare_strike(match: Match) -> bool:
    """ "Struck a tone" is no blow, "struck Peru" is, and "struck a policeman"."""
    objects = [
        part for part in match.frame.recipient_parts if part.role == "object" and part.noun.lemmas is None
    ]
    return bool(objects) and lemma_of(match.trigger) in ("strike", "hit") and match.frame.type == "ASSAULT"


def _is_figurative(match: Match, initiators: list[Reference], recipients: list[Reference]) -> bool:
    """ "“We do not burn principles to keep warm,” he said", "the spirit demonstrated by Peru": no deed."""
    if _shows_something(match):
        return True
    protecting = lemma_of(match.trigger) in ("defend", "protect")
    if (match.frame.type == "AID" or protecting) and _are_own(match):
        return True
    if any(each.how in _TOLD for each in recipients):
        return False
    if _is_bare_strike(match):
        return True
    if not is_quoted(match.trigger):
        return False
    # "“Some neighbours praise the flood,” she said": of nobody in particular, "we" aside.
    told = any(each.how in _TOLD for each in initiators)
    # "“They never ask a friend to choose,” he said"
    asked = match.frame.type == "REQUEST" and bool(match.recipients)
    return match.frame.type in _DEEDS or asked or not told


def _shows_something(match: Match) -> bool:
    """ "The spirit demonstrated by Peru", "to demonstrate its strength": no protest."""
    if lemma_of(match.trigger) != "demonstrate":
        return False
    return match.trigger.tag_ == "VBN" or bool(match.arguments.objects) or match.arguments.clause


def _is_presented(noun: Token, initiators: list[Reference], recipients: list[Reference]) -> bool:
    """ "It was the first visit to Peru by a Kenyan": a sentence that says of an act only that it was."""
    it = any(child.dep_ == "nsubj" and child.lower_ in ("it", "this", "that") for child in noun.head.children)
    return it and all(
        bool(side) and all(each.how in NAMED for each in side) for side in (initiators, recipients)
    )


def _lacks_recipient(match: Match, alone: bool) -> bool:
    """Whether a frame says too little without a recipient; `alone` tells that there is but one initiator."""
    type_ = match.frame.type
    if type_ == "ASSAULT" and _has_only_a_phrase(match):
        # "Attacks on merchant ships" are on whoever owns them.
        return not any(lemma_of(each) in _WORDS["ships"] for each in match.recipients)
    if type_ in ("COOPERATE", "AID") and alone:
        return True
    if type_ == "SUPPORT" and any(lemma_of(each) == "difference" for each in match.arguments.objects):
        # "Put aside their differences": with each other.
        return alone
    if type_ == "SANCTION" and any(lemma_of(each) in _SUBSIDIES for each in match.arguments.objects):
        # "Will end its support for fossil fuels": nobody is punished.
        return True
    if lemma_of(match.trigger) in ("broker", "mediate"):
        # "Kenya brokered a truce": between whom, others know.
        return False
    return alone and (match.frame.form == "noun" or type_ == "CONSULT") and _demands_recipient(match)


def _demands_recipient(match: Match) -> bool:
    return any(not part.optional for part in match.frame.recipient_parts)


def _has_only_a_phrase(match: Match) -> bool:
    """Whether the recipient's only place is a phrase that holds nobody: "advanced on several fronts"."""
    slots = match.frame.recipient_parts
    return bool(slots) and all(part.role == "preposition" and not part.optional for part in slots)
