"""Toward whom it is done: the words in a frame's slot, or who is meant by clause, place or speaker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from service.extraction.events.modality import Scope
from service.extraction.events.other_side import OF_OTHERS, answered, guessed, only_other, other_side
from service.extraction.events.slots import Match
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import counted, with_conjuncts
from service.extraction.grammar.subjects import deep_subjects
from service.extraction.grammar.verbs import verb_above
from service.extraction.names.gazetteer import gazetteer
from service.extraction.names.memory import Reference, codes, country_at
from service.extraction.names.mentions import Mention
from service.extraction.names.references import Resolver
from service.extraction.names.setting import place_of_the_sentence
from service.extraction.word_lists import word_lists

# Acts that are done at home unless another country is named.
_AT_HOME = frozenset(("COERCE", "CONCEDE", "PROTEST"))
# Acts that are done to the country where they are done.
_SOMEWHERE = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "AID", "COOPERATE", "RETREAT"))
_WHERE = ("in", "at", "near", "outside", "inside", "from", "on", "into", "across", "over")
_ADDRESSED = frozenset(("REQUEST", "AGREE", "ACCUSE", "THREATEN", "AID", "CONCEDE"))
_HOSTILE = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN"))
# Acts toward others that say so without naming whom.
_ALWAYS_OF_OTHERS = frozenset(("ACCUSE", "REJECT", "SANCTION", "THREATEN", "AID"))
_DISCUSSING = word_lists("events", "event_words.toml")["discussing"]
_MEDIATING = frozenset(("mediate", "broker", "facilitate", "negotiate", "arrange"))
OF_THE_STATE = frozenset(("GOV", "MIL", "COP", "JUD", "LEG"))
_NOT_BESIDE = ("in", "at", "near", "via", "through", "by")
# Clauses in which a country that is named has its own part.
_HARMFUL = frozenset(("ASSAULT", "THREATEN", "MOBILIZE"))
# Below a trigger these have actors of their own.
_OTHER_CLAUSES = frozenset(("conj", "advcl", "ccomp", "parataxis", "nsubj", "nsubjpass", "agent"))


def recipients_of(
    match: Match, initiators: list[Reference], scope: Scope, resolver: Resolver
) -> list[Reference]:
    """Whom the slot names; if it names nobody's country, who else is meant."""
    own = codes(initiators)
    # "a step welcomed by Peru": the words behind the step name who welcomes it.
    acting = {each.end for each in initiators}
    whom = match.recipients
    if (match.frame.type, match.frame.mode) == ("CONSULT", None) and lemma_of(match.trigger) in _DISCUSSING:
        # "addressed the Peruvian crisis" is no talk with Peru.
        whom = [each for each in whom if _may_talk(each, resolver)]
    found = resolver.all(whom, places=True, context=False)
    found = [each for each in found if each.end not in acting or each.code not in own]
    if match.frame.mode == "weapons":
        # "moved missiles to its islands": toward nobody yet.
        found = [each for each in found if each.code not in own]
    hostile = match.frame.type in _HOSTILE
    told = [each for each in scope.speakers if each.code not in own] if hostile else []
    if found and told and all(each.how == "pronoun" and each.code in own for each in found):
        # "Peru said Kenyan guards had beaten two of its officers": not the guards' own.
        return told[:1]
    if found and match.frame.type == "REQUEST" and codes(found) <= own:
        # "demanded the release of its soldiers": of the other side, where there is one.
        return only_other(own, scope, resolver) or found
    if found and match.frame.type == "ASSAULT" and codes(found) <= own and _are_theirs(match.recipients):
        # "raided their post": of those whom the text told of before.
        found = other_side(match, own, scope, resolver) or found
    if found and not (match.frame.type in OF_OTHERS and _are_own_pronouns(found, own)):
        return found
    for source in (_in_the_pattern, _of_the_clause, _addressee, _mediated, _beside):
        if found := source(match, own, resolver):
            return found
    return _where_it_is_done(match, initiators, told, scope, resolver)


def _may_talk(token: Token, resolver: Resolver) -> bool:
    named = resolver.covering[token.i] is not None or token.pos_ in ("PRON", "PROPN", "NUM")
    return named or any(resolver.is_role(each) for each in with_conjuncts(counted(token)))


def _are_theirs(tokens: list[Token]) -> bool:
    """Whether a possessive pronoun says whose some words are."""
    return any(child.dep_ == "poss" and child.pos_ == "PRON" for each in tokens for child in each.children)


def _are_own_pronouns(found: list[Reference], own: frozenset[str]) -> bool:
    """Whether pronouns were taken for the one who acts: nobody thanks or accuses "him" and means himself."""
    return all(each.how == "pronoun" and each.code in own for each in found)


def _in_the_pattern(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "refused to release Peruvian sailors", "suspended imports from Peru": its words name the side."""
    if match.recipients or match.frame.form == "noun":
        return []
    words = [each for each in match.arguments.objects if each.i in match.words | match.taken]
    words += [p.object for p in match.arguments.phrases if p.object.i in match.words]
    found = resolver.all(words, places=True, context=False)
    return [each for each in found if each.code not in own and each.how != "pronoun"]


def _of_the_clause(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "demanded that Peru withdraw": the subject of the clause is the one of whom it is demanded."""
    judged = match.frame.type in ("REQUEST", "ACCUSE") or match.frame.mode == "convict"
    if not judged or match.frame.form != "verb":
        return []
    clauses = [child for child in match.trigger.children if child.dep_ in ("ccomp", "advcl", "xcomp")]
    below = (each for clause in clauses for each in clause.children if each.i > match.trigger.i)
    subjects = [each for each in below if each.dep_ in ("nsubj", "nsubjpass")]
    return [each for each in resolver.all(subjects, context=False) if each.code not in own]


def _addressee(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """Whoever answers a request is the one to whom it was made: "Peru rejected a Kenyan request"."""
    noun = match.trigger
    if match.frame.form != "noun" or match.frame.type not in _ADDRESSED:
        return []
    if noun.dep_ not in ("dobj", "pobj", "nsubjpass"):
        return []
    verb = verb_above(noun.head)
    answering = resolver.all(deep_subjects(verb), context=False) if verb.pos_ == "VERB" else []
    return [each for each in answering if each.code not in own]


def _mediated(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "Peru and Kenya swapped prisoners in an exchange mediated by Chile": between whom."""
    if match.frame.type != "CONSULT" or match.trigger.lemma_.lower() not in _MEDIATING:
        return []
    subjects = resolver.all(deep_subjects(resolver.sentence.root), context=False)
    return [each for each in subjects if each.code not in own]


def _beside(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """Another country that the trigger's words name in no slot: "moved tanks to the Peruvian border"."""
    if not _may_stand_beside(match):
        return []
    for mention in _mentions_below(match.trigger, match.frame.type in _HARMFUL, resolver):
        before = resolver.doc[mention.start - 1].lower_
        named = resolver.named(mention, False)
        if named is None or named.code in own or before in _NOT_BESIDE:
            continue
        if match.frame.type not in _HARMFUL and before in ("from", "against", "between"):
            continue
        return [replace(named, how="beside", score=named.score * 0.7)]
    return []


def _may_stand_beside(match: Match) -> bool:
    type_ = match.frame.type
    toward = type_ not in ("AGREE", "CONSULT", "COERCE", "CONCEDE") and match.frame.mode != "release"
    return match.frame.form != "noun" and toward


def _mentions_below(trigger: Token, harmful: bool, resolver: Resolver) -> Iterator[Mention]:
    """The names behind a trigger that belong to it, not to a clause of their own; towns left out."""
    clauses = (child for child in trigger.children if child.dep_ in _OTHER_CLAUSES)
    barred = {each.i for child in clauses for each in child.subtree}
    if not harmful:
        relative = (token for token in trigger.subtree if token.dep_ == "relcl")
        barred |= {each.i for clause in relative for each in clause.subtree}
    for token in trigger.subtree:
        mention = resolver.covering[token.i]
        if token.i > trigger.i and token.i not in barred and mention is not None and mention.how != "place":
            yield mention


def _where_it_is_done(
    match: Match, initiators: list[Reference], told: list[Reference], scope: Scope, resolver: Resolver
) -> list[Reference]:
    """The country in which it is done, whose people complain of it, or the initiator's own."""
    home = _is_at_home(match)
    own = codes(initiators)
    if before := answered(match, own, resolver):
        return before
    home = home or _is_between_its_own(match, initiators, resolver)
    if not home and not match.recipients:
        return other_side(match, own, scope, resolver) if match.frame.type in _ALWAYS_OF_OTHERS else []
    if match.frame.type in _SOMEWHERE and (found := _located(match, resolver)):
        return found
    complaining = [guessed(told[0])] if match.recipients and told else []
    human = _are_roles(match.recipients, resolver)
    # "advanced on several fronts" is toward nobody; "fired on a crowd" and "shelled a depot" are.
    someone = human or match.frame.type != "ASSAULT" or _has_object(match)
    other = other_side(match, own, scope, resolver) if someone else []
    found = _asking(match, own, scope) or complaining or other
    if found or not (home or human):
        return found
    countries = [each for each in initiators if gazetteer().is_country(each.code)]
    if initiators and not countries and (place := place_of_the_sentence(resolver)) is not None:
        # "U.N. peacekeepers detained fifteen men in Dili"
        return [country_at(place, match.trigger.i, "context", 0.5)]
    sector = _sector_of(match.recipients, resolver)
    return [replace(guessed(each), id=each.code.lower(), sector=sector) for each in countries[:1]]


def _has_object(match: Match) -> bool:
    return any(part.role == "object" for part in match.frame.recipient_parts)


def _asking(match: Match, own: frozenset[str], scope: Scope) -> list[Reference]:
    """ "urged Peru to withdraw its troops": from whoever urges it, unless another is named."""
    if match.frame.type != "RETREAT" or match.frame.mode == "release" or scope.modality != "demanded":
        return []
    return [guessed(each) for each in scope.speakers if each.code not in own]


def _is_between_its_own(match: Match, initiators: list[Reference], resolver: Resolver) -> bool:
    """Whether a sentence about one country tells of an act of some of its people toward others."""
    own = codes(initiators)
    named = {mention.entry.code for mention in resolver.mentions() if mention.entry.code is not None}
    if len(own) != 1 or not named <= own:
        return False
    if match.frame.type == "ASSAULT":
        return bool(match.recipients)
    crowd = not any(each.sector is None or each.sector in OF_THE_STATE for each in initiators)
    return match.frame.type == "REQUEST" and crowd


def _is_at_home(match: Match) -> bool:
    type_, mode = match.frame.type, match.frame.mode
    inward = mode == "crowd-control" or (type_ == "MOBILIZE" and mode in ("police", "militia"))
    return inward or type_ in _AT_HOME


def _located(match: Match, resolver: Resolver) -> list[Reference]:
    phrases = [each for each in match.arguments.phrases if each.preposition in _WHERE]
    places = [each.object for each in phrases if resolver.covering[each.object.i] is not None]
    return resolver.all(places, places=True, context=False)


def _are_roles(tokens: list[Token], resolver: Resolver) -> bool:
    return any(resolver.is_role(each) for token in tokens for each in with_conjuncts(token))


def _sector_of(tokens: list[Token], resolver: Resolver) -> str | None:
    sectors = (resolver.roles.get(each.lemma_.lower()) for token in tokens for each in with_conjuncts(token))
    return next((sector for sector in sectors if sector is not None), None)
