"""Toward whom it is done: the words in a frame's slot, or who is meant by clause, place or speaker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Token

from service.extraction.events.aims import aimed_at, charged
from service.extraction.events.culprits import (
    WHERE,
    attacks_among,
    culprits_of,
    doers_of,
    names_victims,
    told_of_it,
    victims_of,
)
from service.extraction.events.domestic import (
    are_inside,
    is_between_its_own,
    is_done_at_home,
    of_its_state,
    other_side_at_home,
)
from service.extraction.events.modality import Scope
from service.extraction.events.nearby import are_roles, named_nearby
from service.extraction.events.other_side import (
    OF_OTHERS,
    answered,
    demanding,
    faced,
    guessed,
    only_other,
    other_side,
    told_by,
)
from service.extraction.events.own_side import TO_PEOPLE, are_its_own_people, instead_of_its_own
from service.extraction.events.promises import is_offered, is_to_nobody, of_what_is_promised
from service.extraction.events.slots import Match
from service.extraction.events.talks import is_discussion, talked_with
from service.extraction.grammar.nouns import with_conjuncts
from service.extraction.names.gazetteer import gazetteer
from service.extraction.names.memory import NAMED, Reference, codes, country_at
from service.extraction.names.modifiers import is_help
from service.extraction.names.references import Resolver
from service.extraction.names.setting import place_of_the_sentence
from service.extraction.word_lists import word_lists

# Acts that are done at home unless another country is named.
_AT_HOME = frozenset(("COERCE", "CONCEDE", "PROTEST"))
# Acts that are done to the country where they are done.
_SOMEWHERE = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "AID", "COOPERATE", "RETREAT"))
_WHERE = WHERE | {"from"}
_RULERS = frozenset(("regime", "junta", "authority"))
_HOSTILE = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN"))
# Acts toward others that say so without naming whom.
_ALWAYS_OF_OTHERS = frozenset(("ACCUSE", "REJECT", "SANCTION", "THREATEN", "AID"))
# Moved within the own country these face nobody.
_MOVED = frozenset(("weapons", "troops"))
# "Accused Peru of a blockade", "blamed Peru for the cyberattack": done to whoever complains.
_COMPLAINED_OF = frozenset(("restrict", "cyber", "withhold", "seize"))
_FRONTIERS = word_lists("grammar", "grammar_words.toml")["frontiers"]


def recipients_of(
    match: Match, initiators: list[Reference], scope: Scope, at: Mapping[int, Match], resolver: Resolver
) -> list[Reference]:
    """Whom the slot names; if it names nobody's country, who else is meant.

    `at` holds the frames of the sentence by trigger.
    """
    own = codes(initiators)
    if match.frame.form == "noun" and not match.recipients:
        match.recipients = victims_of(match.trigger, match.frame.type)
    discussed = is_discussion(match)
    whom = talked_with(match, own, resolver) if discussed else match.recipients
    if is_to_nobody(match, whom, initiators):
        return []
    if discussed and len(own) > 1:
        return resolver.all(whom, places=True, context=False)
    found = charged(match, own, resolver) or aimed_at(match, own, resolver)
    return found or _toward_whom(match, whom, initiators, scope, at, resolver)


def _toward_whom(
    match: Match,
    whom: list[Token],
    initiators: list[Reference],
    scope: Scope,
    at: Mapping[int, Match],
    resolver: Resolver,
) -> list[Reference]:
    own = codes(initiators)
    # "a step welcomed by Peru": the words behind the step name who welcomes it.
    acting = {each.end for each in initiators}
    found = resolver.all(whom, places=True, context=False)
    found = [each for each in found if each.end not in acting or each.code not in own]
    if match.frame.form == "noun" and any(each.how in NAMED for each in found):
        # "thanked him for his support for Peru and his courage"
        found = [each for each in found if each.how != "pronoun"]
    if match.frame.mode in _MOVED:
        # "moved missiles to its islands": toward nobody yet.
        found = [each for each in found if each.code not in own]
    if match.frame.mode == "disapprove" and whom and names_victims(whom[0]):
        found = doers_of(whom[0], own, resolver)
        if not found:
            return told_of_it(match, whom[0], own, resolver)
    elif match.frame.mode == "disapprove" and (acts := attacks_among(whom)):
        return culprits_of(acts, found, own, resolver)
    told = told_by(scope, own, resolver) if match.frame.type in _HOSTILE else []
    if found and told and all(each.how == "pronoun" and each.code in own for each in found):
        # "Peru said Kenyan guards had beaten two of its officers": not the guards' own.
        return told[:1]
    if found and match.frame.type == "REQUEST" and codes(found) <= own:
        # "asked his minister to fly to Lima": the minister.
        asked = any(each.dep_ == "dobj" and resolver.is_role(each) for each in whom)
        return found if asked else instead_of_its_own(match, found, own, scope, resolver)
    if are_its_own_people(match, whom):
        found = [guessed(each) for each in initiators[:1]] or found
    elif found and codes(found) <= own:
        found = instead_of_its_own(match, found, own, scope, resolver)
    if found and not (match.frame.type in OF_OTHERS and _are_own_pronouns(found, own)):
        return found
    return (
        of_its_state(match, initiators, whom, resolver)
        or named_nearby(match, own, resolver)
        or of_what_is_promised(match, own, at, resolver)
        or _where_it_is_done(match, initiators, told, scope, resolver)
    )


def _are_own_pronouns(found: list[Reference], own: frozenset[str]) -> bool:
    """Whether pronouns were taken for the one who acts: nobody thanks or accuses "him" and means himself."""
    return all(each.how == "pronoun" and each.code in own for each in found)


def _where_it_is_done(
    match: Match, initiators: list[Reference], told: list[Reference], scope: Scope, resolver: Resolver
) -> list[Reference]:
    """The country in which it is done, whose people complain of it, or the initiator's own."""
    home = _is_at_home(match)
    own = codes(initiators)
    ruled = initiators[:1] if match.frame.type in TO_PEOPLE and is_done_at_home(match, own, resolver) else []
    before = (
        [guessed(each) for each in ruled] or answered(match, own, resolver) or _facing(match, own, resolver)
    )
    if before or (before := _neighbour(match, own, scope, resolver)):
        return before
    home = home or is_between_its_own(match, initiators, resolver)
    if not home and not match.recipients:
        others = match.frame.type in _ALWAYS_OF_OTHERS or is_offered(match)
        found = other_side(match, own, scope, resolver) if others else []
        return found or other_side_at_home(match, initiators, resolver)
    if match.frame.type in _SOMEWHERE and (found := _located(match, resolver)):
        return [each for each in found if match.frame.mode not in _MOVED or each.code not in own]
    human = are_roles(match.recipients, resolver)
    # "The regime kills civilians": its own.
    ruling = human and any(each.lemma_.lower() in _RULERS for each in match.initiators)
    # Organizations that tell of it are seldom those to whom it was done.
    told = [each for each in told if gazetteer().is_country(each.code)]
    suffers = match.recipients or (scope.modality == "alleged" and match.frame.mode in _COMPLAINED_OF)
    complaining = [guessed(told[0])] if suffers and told and not ruling else []
    # "advanced on several fronts" is toward nobody; "fired on a crowd" and "shelled a depot" are.
    someone = human or match.frame.type != "ASSAULT" or _has_object(match)
    inside = match.frame.mode in ("crowd-control", "convict") or (home and are_inside(initiators))
    other = other_side(match, own, scope, resolver, inside) if someone and not ruling else []
    if other and match.frame.type == "AID" and (telling := codes(scope.speakers) - own):
        # "Peru's minister said Kenya had supplied 40 tents": to Peru.
        other = [guessed(each) for each in scope.speakers if each.code in telling][:1]
    asking = [] if human and match.frame.type == "CONCEDE" else demanding(match, own, scope)
    # "hostages held by rebels": nobody's of whom the sentence tells.
    held = match.frame.mode == "abduct" and match.trigger.dep_ == "acl"
    found = [] if held else asking or complaining or other
    if human and (match.frame.type in TO_PEOPLE or match.frame.mode == "release"):
        # "Rights groups asked Peru to free a journalist": one of its own, not one of theirs.
        found = [each for each in found if gazetteer().is_country(each.code)]
    foreign = match.frame.type == "SANCTION" and match.frame.mode != "convict"
    moved = match.frame.mode in _MOVED
    together = match.frame.type == "COOPERATE"
    if found or held or not (home or human) or foreign or moved or together:
        # "took action against traders": of its own country, that is no sanction.
        return found or other_side_at_home(match, initiators, resolver)
    countries = [each for each in initiators if gazetteer().is_country(each.code)]
    if initiators and not countries and (place := place_of_the_sentence(resolver)) is not None:
        # "U.N. peacekeepers detained fifteen men in Dili"
        return [country_at(place, match.trigger.i, "context", 0.5)]
    sector = _sector_of(match.recipients, resolver)
    return [replace(guessed(each), id=each.code.lower(), sector=sector) for each in countries[:1]]


def _facing(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "Refused Peru an apology for its raid on a ship": with whom it had to do in the sentence."""
    harms = match.frame.type in ("ASSAULT", "COERCE") and bool(match.recipients)
    raid = match.frame.form == "noun" and match.frame.type == "ASSAULT"
    # "crossed the Peruvian border and captured a village"
    joined = match.frame.form == "verb" and match.trigger.dep_ == "conj"
    facing = faced(own, resolver) if harms and (raid or joined) else []
    # "condemned Peru for closing schools and arresting priests": not those of who condemns it.
    human = raid or are_roles(match.recipients, resolver)
    return [each for each in facing if not human or gazetteer().is_country(each.code)]


def _neighbour(match: Match, own: frozenset[str], scope: Scope, resolver: Resolver) -> list[Reference]:
    """ "Shut the crossing after Peruvian rebels came": a border is shut to a neighbour."""
    border = any(each.lemma_.lower() in _FRONTIERS for each in match.recipients)
    others = only_other(own, scope, resolver) if border and match.frame.type == "COERCE" else []
    return [guessed(each) for each in others]


def _has_object(match: Match) -> bool:
    return any(part.role == "object" for part in match.frame.recipient_parts)


def _is_at_home(match: Match) -> bool:
    type_, mode = match.frame.type, match.frame.mode
    inward = mode in ("crowd-control", "convict") or (type_ == "MOBILIZE" and mode in ("police", "militia"))
    return inward or type_ in _AT_HOME


def _located(match: Match, resolver: Resolver) -> list[Reference]:
    phrases = [each for each in match.arguments.phrases if each.preposition in _WHERE]
    phrases = [each for each in phrases if not is_help(each.object.head.head)]
    places = [each.object for each in phrases if _is_named(each.object, resolver)]
    return resolver.all(places, places=True, context=False)


def _is_named(token: Token, resolver: Resolver) -> bool:
    """Whether a name covers a word or one before it that belongs to it: "Peruvian Amazonia"."""
    before = (child for child in token.children if child.dep_ in ("amod", "compound"))
    return any(resolver.covering[each.i] is not None for each in (token, *before))


def _sector_of(tokens: list[Token], resolver: Resolver) -> str | None:
    sectors = (resolver.sector_of(each) for token in tokens for each in with_conjuncts(token))
    return next((sector for sector in sectors if sector is not None), None)
