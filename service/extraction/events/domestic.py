"""The other side of one country: whom rebels face, of whom an opposition asks, whom a ruler yields to."""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from service.extraction.events.slots import Match
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import with_conjuncts
from service.extraction.names.gazetteer import gazetteer
from service.extraction.names.memory import Reference, codes, country_at
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

OF_THE_STATE = frozenset(("GOV", "MIL", "COP", "JUD", "LEG"))
# Who faces the state of a country from within it.
_AGAINST = frozenset(("OPP", "REB", "CVL", "LAB", "EDU", "CRM"))
# What belongs to others where nobody's is said.
_SHIPS = word_lists("events", "event_words.toml")["ships"]
_NAMING = frozenset(("poss", "amod", "compound", "nmod", "prep", "appos"))
_EVERYBODY = frozenset(("CVL", "BUS"))
_INSIDE = frozenset(("COP", "JUD", "CVL", "LAB", "EDU", "OPP", "CRM"))
# Acts that one side of a country does toward the other.
_FACING = frozenset(("RETREAT", "REJECT", "REQUEST", "ACCUSE", "THREATEN", "AGREE"))


def is_inner(initiators: list[Reference], recipient: Reference) -> bool:
    """Whether two sides of one country face each other: the state, and rebels, opponents or a crowd."""
    sides = {_is_of_the_state(each) for each in initiators}
    other = None if recipient.sector is None else recipient.sector in OF_THE_STATE
    return None not in sides and other is not None and sides == {not other}


def of_its_state(
    match: Match, initiators: list[Reference], whom: list[Token], resolver: Resolver
) -> list[Reference]:
    """ "Kenya's opposition accused the cabinet of serving Peru": that of its own country."""
    if match.frame.type not in _FACING or len(codes(initiators)) != 1:
        return []
    if not all(each.sector in _AGAINST for each in initiators):
        return []
    bare = [each for each in whom if not any(child.dep_ in _NAMING for child in each.children)]
    state = [each for each in bare if resolver.sector_of(each) in OF_THE_STATE]
    return [country_at(initiators[0].code, each.i, "context", 0.6, "GOV") for each in state[:1]]


def are_inside(initiators: list[Reference]) -> bool:
    """Whether they act where they are at home, by what they are: police, crowds, workers."""
    return bool(initiators) and all(each.sector in _INSIDE for each in initiators)


def _is_of_the_state(actor: Reference) -> bool | None:
    if actor.sector is None:
        return True if actor.id == actor.code.lower() else None
    return actor.sector in OF_THE_STATE


def is_done_at_home(match: Match, own: frozenset[str], resolver: Resolver) -> bool:
    """Whether the words of an act tell that those who do it do it to their own."""
    return _is_among_themselves(match, own) or _is_where_they_rule(match, own, resolver)


def _is_among_themselves(match: Match, own: frozenset[str]) -> bool:
    """ "Clashes between the army and rebels": of one country."""
    fight = match.frame.form == "noun" and match.frame.type == "ASSAULT" and len(own) == 1
    return fight and any(len(list(with_conjuncts(side))) > 1 for side in match.initiators)


def _is_where_they_rule(match: Match, own: frozenset[str], resolver: Resolver) -> bool:
    """ "Peru, where soldiers have burned villages": a clause about the country of those who act."""
    clauses = (each for each in (match.trigger, *match.trigger.ancestors) if each.dep_ == "relcl")
    there = [each for each in clauses if any(child.lower_ == "where" for child in each.children)]
    return any(codes(resolver.of(clause.head, places=True)) & own for clause in there)


def is_between_its_own(match: Match, initiators: list[Reference], resolver: Resolver) -> bool:
    """Whether a sentence about one country tells of an act of some of its people toward others."""
    own = codes(initiators)
    # Who is no country, such as peacekeepers, does not make it a matter between states.
    named = {
        code for mention in resolver.mentions() if gazetteer().is_country(code := mention.entry.code or "")
    }
    if len(own) != 1 or not named <= own:
        return False
    if match.frame.type == "ASSAULT":
        if any(lemma_of(each) in _SHIPS for each in match.recipients):
            return False
        # "attacks in the Red Sea" are on nobody.
        return any(each.pos_ != "PROPN" or each.ent_type_ == "PERSON" for each in match.recipients)
    crowd = not any(each.sector is None or each.sector in OF_THE_STATE for each in initiators)
    return match.frame.type == "REQUEST" and crowd


def other_side_at_home(match: Match, initiators: list[Reference], resolver: Resolver) -> list[Reference]:
    """ "Amid protests, Peru's president resigned", "the rebels turned the government's offer down".

    The one who stands on the other side in a sentence that names one country only.
    """
    own = codes(initiators)
    if match.frame.type not in _FACING or len(own) != 1 or not gazetteer().is_country(next(iter(own))):
        return []
    if not set(resolver.by_code(resolver.mentions())) <= own:
        return []
    if match.frame.mode == "withdraw" and not any(each.sector in _AGAINST for each in initiators):
        # "Pulled its troops back": from nobody at home.
        return []
    if match.frame.mode in ("ceasefire", "disarm"):
        # A truce or surrender in a country of which alone is told is one between its own.
        return [each.at(match.trigger, "context", 0.6) for each in initiators[:1]]
    acting = {
        each.i for subject in match.initiators for part in with_conjuncts(subject) for each in part.subtree
    }
    nouns = (each for each in resolver.tokens if each.pos_ in ("NOUN", "PROPN") and each.i not in acting)
    people = (each for noun in nouns if resolver.is_role(noun) for each in resolver.all([noun]))
    facing = (each for each in people if each.code in own and is_inner(initiators, each))
    if match.frame.type == "AGREE":
        # "agreed to what is good for the Kenyan people": not with them.
        facing = (each for each in facing if each.sector not in _EVERYBODY)
    return [each.at(match.trigger, "context", 0.6) for each in islice(facing, 1)]
