"""Who is condemned for an attack: whoever did it, not the place where it was done."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from spacy.tokens import Token

from service.extraction.events.slots import Match
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import carrier, prepositional_objects
from service.extraction.grammar.subjects import deep_subjects, is_passive
from service.extraction.names.memory import Reference, codes
from service.extraction.names.modifiers import of_modifiers
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

_WORDS = word_lists("events", "event_words.toml")
_ATTACKS, _SUFFERED, _DONE = _WORDS["attacks"], _WORDS["suffered"], _WORDS["done_to_others"]
# How sure it is that those with whom somebody had to do before are meant.
_CERTAINTY = 0.6
_DYING = frozenset(("die", "perish"))
_HITTING = _DYING | {"kill", "wound", "injure", "hurt", "maim", "destroy", "damage"}
_DOING = frozenset(("claim", "launch", "stage", "mount", "conduct", "carry", "make", "perpetrate"))
_OF_STATES = _WORDS["done_by_states"]
# Prepositions of the place where something is done.
WHERE = frozenset(("in", "at", "near", "outside", "inside", "on", "into", "across", "over"))


def attacks_among(nouns: Iterable[Token]) -> list[Token]:
    """Those of some nouns that tell of an attack, which is mostly done by others than whose the place is."""
    # "a brutal, senseless attack": the parser takes "brutal" for the noun.
    told = [each for noun in nouns for each in (noun, *noun.children) if each == noun or each.dep_ == "appos"]
    return [each for each in told if lemma_of(each) in _ATTACKS]


def is_suffered(noun: Token) -> bool:
    """ "Condemned his arrest": whether whoever stands before an act is the one to whom it is done."""
    owned = {child.dep_ if child.dep_ == "poss" else child.lower_ for child in noun.children}
    return lemma_of(noun) in _SUFFERED and "poss" in owned and "of" not in owned


def names_victims(act: Token) -> bool:
    """ "Condemned his arrest", "the murder of two Kenyans": whether its words tell to whom an act is done."""
    of_them = any(child.lower_ == "of" for child in act.children) and lemma_of(act) in _SUFFERED | _DONE
    return of_them or is_suffered(act)


def is_of_an_attack(match: Match) -> bool:
    """ "Aid that came since the attack, which crossed the border": no attack does that."""
    crossing = match.frame.type == "ASSAULT" and lemma_of(match.trigger) in ("cross", "breach")
    return crossing and any(lemma_of(each) in _ATTACKS for each in match.initiators)


def victims_of(act: Token, type_: str) -> list[Token]:
    """ "Tarus's arrest", "a raid in which two herders died": to whom an act is done, by its other words."""
    if is_suffered(act):
        return [child for child in act.children if child.dep_ == "poss"]
    if type_ != "ASSAULT":
        return []
    clauses = (each for each in act.subtree if each.dep_ == "relcl" and lemma_of(each) in _HITTING)
    # "a raid by rebels in which two died": the parser hangs the clause on the rebels.
    own = [each for each in clauses if each.head == act or each.left_edge.lower_ in ("in", "during")]
    return [each for clause in own for each in _hit_in(clause)]


def _hit_in(clause: Token) -> list[Token]:
    """ "In which two died", "that killed two", "in which two were killed": the two."""
    died = [child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass")]
    died = died if lemma_of(clause) in _DYING or is_passive(clause) else []
    return [*died, *(child for child in clause.children if child.dep_ == "dobj")]


def doers_of(act: Token, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """Who did what names its victims: by whom it was done; states arrest and jail where they rule."""
    verbs = [act.head] if act.dep_ == "dobj" else []
    # "the killing of a judge in Lima by rebels", but not "at a school run by rebels".
    nouns = [each for each in act.subtree if each.pos_ in ("NOUN", "PROPN")]
    done = resolver.all(each for host in (*nouns, *verbs) for each in prepositional_objects(host, ("by",)))
    if not done and not is_suffered(act):
        done = of_modifiers(resolver, act, False)
    if not done and lemma_of(act) in _OF_STATES:
        where = (each for host in nouns for each in prepositional_objects(host, WHERE))
        done = resolver.all(where, places=True, context=False)
    if not done and is_suffered(act):
        done = _faced_before(act, own, resolver)
    return [each for each in done if each.code not in own]


def _faced_before(act: Token, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "Peru holds two Kenyans. Chile condemned their detention.": with whom the victims had to do before."""
    victims = resolver.all(child for child in act.children if child.dep_ == "poss" and child.pos_ == "PRON")
    facing = [each for one in victims for each in resolver.memory.counterparts.get(one.code, ())]
    if (codes(facing) | own) & codes(victims):
        # Two who talked with each other are not those who were arrested.
        return []
    return [each.at(act, "context", _CERTAINTY) for each in facing]


def told_of_it(match: Match, act: Token, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "Protested to Peru over the murder of two Kenyans": those to whom it is said, never the victims."""
    others = [each.object for each in match.arguments.phrases if not act.is_ancestor(each.object)]
    heard = resolver.all((each for each in others if each != act), context=False)
    return [each for each in heard if each.code not in own]


def culprits_of(
    attacks: list[Token], found: list[Reference], own: frozenset[str], resolver: Resolver
) -> list[Reference]:
    """ "Condemned the attack in Lima claimed by rebels": who did it; `found` is whom the words name."""
    # "the raid claimed by rebels", but not "on a school run by Peru".
    hosts = [host for act in attacks for host in (act, *act.children) if host == act or host.dep_ == "acl"]
    by = [word for host in hosts for word in host.children if word.lower_ == "by" and word.i > host.i]
    doing = [each for word in by for each in word.children if each.dep_ == "pobj"]
    # "the attack, for which rebels have claimed responsibility"
    # "attacks in the town of Lima, for which": the parser hangs the clause on the town, and that on the verb.
    behind = (each for act in attacks for each in (*act.subtree, *carrier(act).subtree))
    claiming = [each for each in behind if each.lemma_ == "claim" and each.dep_ == "relcl"]
    doing += [child for clause in claiming for child in clause.children if child.dep_ == "nsubj"]
    named = resolver.all(doing, context=False)
    named = named or [each for act in attacks for each in of_modifiers(resolver, act, False)]
    if not named and any(prepositional_objects(act, WHERE) for act in attacks):
        return []
    return [each for each in named or found if each.code not in own]


def attackers_told_of(match: Match, resolver: Resolver) -> list[Reference]:
    """ "The rebels' attacks in the town of Lima, which killed two": the clause hangs on the place."""
    if match.frame.type != "ASSAULT":
        return []
    clause = match.trigger
    while clause.dep_ == "conj":
        clause = clause.head
    noun = clause.head
    if clause.dep_ != "relcl" or noun not in match.initiators:
        return []
    above = takewhile(lambda each: each.pos_ not in ("VERB", "AUX"), noun.ancestors)
    attack = next((each for each in above if lemma_of(each) in _ATTACKS), None)
    return [] if attack is None else _attackers(attack, resolver)


def _attackers(attack: Token, resolver: Resolver) -> list[Reference]:
    by = resolver.all(prepositional_objects(attack, ("by",)), context=False)
    told = by or of_modifiers(resolver, attack, False)
    # "claimed attacks in Lima which killed two"
    verb = carrier(attack)
    done = verb.pos_ == "VERB" and verb.lemma_.lower() in _DOING
    return told or (resolver.all(deep_subjects(verb), context=False) if done else [])
