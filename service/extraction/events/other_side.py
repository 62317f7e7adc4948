"""Who is on the other side of an act whose own words name nobody's country, by sentence and text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from service.extraction.events.modality import Scope
from service.extraction.events.slots import Match
from service.extraction.events.toward_things import is_toward_a_thing
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.subjects import deep_subjects
from service.extraction.names.gazetteer import gazetteer
from service.extraction.names.memory import Reference, codes, country_at
from service.extraction.names.modifiers import stands_aside
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

# Acts toward others.
OF_OTHERS = frozenset(
    ("ACCUSE", "REJECT", "SUPPORT", "SANCTION", "THREATEN", "REQUEST", "AID", "ASSAULT", "AGREE", "RETREAT")
)
# Acts that may answer what was said to the initiator before.
_ANSWERING = frozenset(("AGREE", "CONCEDE", "ASSAULT"))
_AGAINST = frozenset(("ASSAULT", "SANCTION"))
_REPLIES = frozenset(("REJECT", "AGREE"))
# How sure it is that an actor whom the words of an act do not name is meant.
_CERTAINTY = 0.6
_SIGNING = word_lists("events", "event_words.toml")["signing"]
_MOVES = frozenset(("move", "step", "decision", "gesture", "action", "measure", "announcement"))
_VERDICTS = frozenset(("ACCUSE", "REJECT", "SUPPORT"))


def other_side(
    match: Match, own: frozenset[str], scope: Scope, resolver: Resolver, inside: bool = False
) -> list[Reference]:
    """With whom the initiator had to do last in the sentence, else in the text; else the only other named.

    Not in the text for what is done `inside` a country, by police or a crowd.
    """
    if match.frame.type not in OF_OTHERS or match.frame.form == "noun":
        return []
    if is_toward_a_thing(match, resolver):
        return []
    if match.frame.mode == "release":
        return [guessed(each) for each in _counterparts(resolver.counterparts, own)]
    if len(own) > 1 and (match.frame.type in ("AGREE", "RETREAT") or lemma_of(match.trigger) in _SIGNING):
        return []
    memory = resolver.memory
    # "Supported elections" is toward nobody of whom the text told; "supported the rebels" may be.
    kind = match.frame.type in ("SUPPORT", "AGREE", "AID")
    told = not kind or not match.recipients or any(resolver.is_role(each) for each in match.recipients)
    # In a text about troubles at home it is not the foreigner of whom that told last.
    told = told and not any(memory.inward.get(code, 0) > 0 for code in own) and not inside
    last = (
        _of_the_move(match, own, resolver)
        or _facing_in_sentence(match, own, resolver)
        or only_other(own, scope, resolver)
        or _main_subject(match, own, resolver)
    )
    if not last and (asking := _asking_before(match, own, resolver)):
        return asking
    last = last or (_counterparts(memory.counterparts, own) if told else [])
    focus = memory.focus() if told else None
    if not last and focus is not None and gazetteer().is_country(focus):
        last = [country_at(focus, match.trigger.i, "context", 0.6)]
    if match.frame.type == "AID":
        # Nobody helps rebels of whom a sentence only tells.
        last = [each for each in last if each.sector != "REB"]
    if match.frame.type == "ACCUSE":
        # "condemned anti-Peruvian bias": not Peru.
        aside = (mention.entry.code for mention in resolver.mentions() if stands_aside(resolver, mention))
        last = [each for each in last if each.code not in {*aside}]
    if match.frame.type == "SUPPORT":
        last = [each for each in last if each.start not in _told_by_it(match.recipients)]
    if match.frame.type in _AGAINST:
        # "Backed by Peru's planes, they attacked": not Peru.
        last = [each for each in last if own | {each.code} not in resolver.helping]
    return [each.at(match.trigger, "context", _CERTAINTY) for each in last if each.code not in own]


def _told_by_it(objects: list[Token]) -> set[int]:
    """ "Welcomed the report, which finds that Peru attacked Chad", but not "the offer that Peru made"."""
    relative = (clause for each in objects for clause in each.children if clause.dep_ == "relcl")
    told = (child for clause in relative for child in clause.children if child.dep_ not in ("nsubj", "agent"))
    return {word.i for clause in told for word in clause.subtree}


def _asking_before(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "Lawmakers called on the minister to go. He refused.": those who asked, be they of his own country."""
    to_whom = any(resolver.is_role(each) for each in match.recipients)
    if match.frame.type not in _REPLIES or len(own) != 1 or to_whom:
        return []
    asking = resolver.memory.asked.get(next(iter(own)), ())
    return [each.at(match.trigger, "context", _CERTAINTY) for each in asking]


def answered(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "urged Kenya to talk, and offered a hall": to Kenya."""
    if match.frame.type not in _ANSWERING or len(own) > 1 or match.recipients or match.frame.form != "verb":
        return []
    if match.trigger.dep_ == "acl":
        # "Condemned the raid launched by Peru": not on whoever condemns it.
        return []
    before = _counterparts(resolver.counterparts, own)
    helped = match.frame.type in _AGAINST
    before = [each for each in before if not helped or own | {each.code} not in resolver.helping]
    return [each.at(match.trigger, "context", _CERTAINTY) for each in before]


def demanding(match: Match, own: frozenset[str], scope: Scope) -> list[Reference]:
    """ "urged Peru to withdraw its troops": from whoever urges it, unless another is named."""
    asked = match.frame.type == "CONCEDE" or (match.frame.type == "RETREAT" and match.frame.mode != "release")
    if not asked or scope.modality != "demanded" or len(own) > 1:
        # "urged the two armies to withdraw": from each other.
        return []
    return [guessed(each) for each in scope.speakers if each.code not in own]


def only_other(own: frozenset[str], scope: Scope, resolver: Resolver) -> list[Reference]:
    """The one country that a sentence names beside those who act and those who tell of it."""
    known = own | codes(scope.speakers)
    told = (mention for mention in resolver.mentions() if not stands_aside(resolver, mention))
    named = resolver.by_code(told).items()
    countries = [each for code, each in named if code not in known and gazetteer().is_country(code)]
    return countries if len(countries) == 1 else []


def _main_subject(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "Peru fired a missile, a step that Kenya condemned": whoever the sentence is about."""
    root = resolver.sentence.root
    if match.frame.type not in _VERDICTS or not root.is_ancestor(match.trigger):
        return []
    subjects = resolver.all(deep_subjects(root), context=False)
    return [] if codes(subjects) & own else subjects


def _of_the_move(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "Peru expelled an envoy, and Kenya welcomed the move": whoever the sentence is about has made it."""
    moves = [each for each in match.recipients if each.lemma_.lower() in _MOVES]
    return _main_subject(match, own, resolver) if moves else []


def _facing_in_sentence(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """With whom the initiator had to do in the sentence; organizations tell of raids."""
    found = _counterparts(resolver.counterparts, own)
    raid = match.frame.type == "ASSAULT" and bool(match.recipients)
    return [each for each in found if not raid or gazetteer().is_country(each.code)]


def faced(own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """With whom one who acts alone had to do last in the sentence."""
    if len(own) != 1:
        return []
    facing = _counterparts(resolver.counterparts, own)
    return [guessed(each) for each in facing if each.code not in codes(resolver.voice)]


def told_by(scope: Scope, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """Those who tell of what others do to them; who makes a statement speaks of others."""
    return [each for each in scope.speakers if each.code not in own | codes(resolver.voice)]


def _counterparts(known: Mapping[str, Sequence[Reference]], own: frozenset[str]) -> list[Reference]:
    """With whom the first of some had to do."""
    found = next((known[code] for code in sorted(own) if code in known), ())
    return [each for each in found if each.code not in own]


def guessed(reference: Reference) -> Reference:
    """The actor as one that the words of an act do not name."""
    return replace(reference, how="context", score=reference.score * _CERTAINTY)
