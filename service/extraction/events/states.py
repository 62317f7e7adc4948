"""Words that tell how things stand, or what may come, where the same words could tell of an event."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from service.extraction.events.culprits import is_of_an_attack
from service.extraction.events.flows import (
    are_bombs,
    is_a_count,
    is_a_figure_of_trade,
    is_a_flow,
    is_a_share,
    is_a_target,
    is_a_thing,
    is_of_goods,
)
from service.extraction.events.generalities import holds_in_general
from service.extraction.events.habits import is_a_query, is_habit, is_had, is_held, is_in_a_fight, is_posted
from service.extraction.events.polls import is_of_a_poll
from service.extraction.events.prospects import (
    is_a_circumstance,
    is_a_feeling_of_ones_own,
    is_a_feeling_to_come,
    is_a_known_commitment,
    is_a_prospect,
    is_a_reckoning_to_come,
    is_a_wish,
    is_about_suffering,
    is_in_company,
    is_of_ones_own_team,
    is_only_noted,
)
from service.extraction.events.saying import is_answering
from service.extraction.events.slots import Match
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import RELATIVES
from service.extraction.grammar.subjects import is_passive
from service.extraction.grammar.verbs import has_auxiliary
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

_WORDS = word_lists("events", "event_words.toml")
# Acts between states that go on for years once they are done.
_LASTING = frozenset(("AGREE", "SUPPORT", "COOPERATE"))
# What two do with each other; that it "is" something is no news of it.
_BETWEEN = frozenset(("AGREE", "SUPPORT", "CONSULT", "ACCUSE", "REQUEST"))
_SAYING_HOW = frozenset(("be", "have", "look", "seem", "appear", "sound"))
_FIGHTS = word_lists("grammar", "grammar_words.toml")["fights"]
_SPORTS = frozenset(
    ("cricket", "rugby", "football", "hockey", "basketball", "volleyball", "handball", "polo")
)
_DANGEROUS = frozenset(("terrorist", "security", "military", "strategic", "growing", "serious"))


def tells_a_state(match: Match, resolver: Resolver) -> bool:
    """Whether a match tells of no event: a state, habit or figure, an opinion in a poll, what is possible."""
    if holds_in_general(match):
        return True
    if match.frame.form == "noun":
        return (
            _is_a_danger(match)
            or _is_described(match)
            or _is_a_body(match)
            or _is_a_date(match.trigger)
            or _is_beside(match.trigger)
            or is_a_target(match)
            or is_a_share(match)
            or is_had(match)
            or is_about_suffering(match)
            or _is_a_connection(match)
            or is_a_prospect(match.trigger)
            or is_a_flow(match.trigger)
            or is_a_known_commitment(match.trigger)
            or _is_a_game(match, resolver)
        )
    return (
        _is_an_answer(match.trigger)
        or _is_a_reception(match)
        or _is_on_the_line(match)
        or (lemma_of(match.trigger) == "join" and is_passive(match.trigger))
        or _is_of_the_press(match)
        or _endangers(match, resolver)
        or is_only_noted(match, resolver)
        or is_posted(match.trigger)
        or is_a_query(match)
        or is_in_a_fight(match)
        or is_held(match, resolver)
        or is_habit(match)
        or is_a_wish(match)
        or is_a_reckoning_to_come(match)
        or is_a_circumstance(match)
        or is_about_suffering(match)
        or is_of_ones_own_team(match)
        or is_in_company(match, resolver)
        or are_bombs(match)
        or is_a_count(match)
        or is_a_feeling_of_ones_own(match)
        or is_of_a_poll(match, resolver)
        or is_a_feeling_to_come(match)
        or is_of_goods(match, resolver)
        or is_of_an_attack(match)
        or _is_a_game(match, resolver)
        or is_a_figure_of_trade(match.trigger)
    )


def _is_a_reception(match: Match) -> bool:
    """ "The truce was met with disbelief", "meets Peru's needs": nobody meets."""
    received = (each.object for each in match.arguments.phrases if each.preposition == "with")
    meets = match.frame.type == "CONSULT" and lemma_of(match.trigger) == "meet"
    needs = any(lemma_of(each) in _WORDS["needs"] for each in match.recipients)
    return meets and (needs or any(lemma_of(each) in _WORDS["receptions"] for each in received))


def _is_a_body(match: Match) -> bool:
    """ "The findings of the Commission of Inquiry": who inquires, not that somebody does."""
    inquiring = match.frame.mode == "investigate" and lemma_of(match.trigger) in ("commission", "panel")
    return inquiring and match.trigger.is_title and match.trigger.dep_ in ("pobj", "poss")


def _is_described(match: Match) -> bool:
    """ "A deal between Peru and Kenya is unlikely", "protests are illegal in Peru": nobody does anything."""
    noun, verb = match.trigger, match.trigger.head
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    between = match.frame.type in _BETWEEN or noun.lower_ in _FIGHTS
    if verb.lemma_.lower() in _WORDS["providing"] and (between or match.frame.type in _LASTING):
        return True
    if verb.lemma_.lower() not in _SAYING_HOW:
        return False
    said = {lemma_of(each) for each in _predicates(verb)}
    between = between and _is_in_the_present(verb)
    return not said.isdisjoint(_WORDS["describing"]) or (
        between and bool(said) and said.isdisjoint(_WORDS["going_on"])
    )


def _is_in_the_present(verb: Token) -> bool:
    """ "Is", "has been"."""
    return verb.tag_ in ("VBZ", "VBP") or (verb.tag_ == "VBN" and has_auxiliary(verb, ("has", "have")))


def _predicates(copula: Token) -> Iterator[Token]:
    """What is said of a subject: "unlikely", "a distant prospect", "out of the question"."""
    for child in copula.children:
        if child.dep_ in ("acomp", "attr", "advmod", "prep", "dobj"):
            yield from child.subtree


def _is_a_game(match: Match, resolver: Resolver) -> bool:
    """ "Kenya's striker shot Peru into the final", "will host Peru in a qualifier"."""
    fighting = match.frame.type in ("ASSAULT", "CONSULT", "RETREAT")
    # "Kenya's and Peru's cricket teams will meet"
    teams = [each for each in match.initiators if lemma_of(each) in ("team", "side", "squad")]
    playing = any(child.lower_ in _SPORTS for each in teams for child in each.children)
    return fighting and (playing or not resolver.words.isdisjoint(_WORDS["games"]))


def _is_an_answer(verb: Token) -> bool:
    """ "“No,” she shot back": words."""
    return is_answering(verb) and any(token.is_quote for token in verb.sent)


def _is_of_the_press(match: Match) -> bool:
    """ "An official who asked not to be named", "refused to comment"."""
    naming = ("name", "identify", "quote")
    silent = lemma_of(match.trigger) in ("refuse", "decline") and match.frame.type == "REJECT"
    words = (*naming, *_WORDS["telling"]) if silent else naming
    return any(each.lemma_.lower() in words for each in match.arguments.infinitives)


def _is_a_date(noun: Token) -> bool:
    """ "Since the end of the war in Peru": when, not what."""
    return (
        lemma_of(noun) == "end" and noun.dep_ == "pobj" and noun.head.lower_ in ("since", "before", "until")
    )


def _is_beside(noun: Token) -> bool:
    """ "Met on the margins of the summit": where they met."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and lemma_of(noun.head.head) in _WORDS["margins"]


def _is_a_connection(match: Match) -> bool:
    """ "Said in a video call": no demand."""
    children = match.trigger.children
    by = (child.lower_ for child in children if child.dep_ in ("compound", "amod", "nmod"))
    demands = match.frame.type == "REQUEST" and lemma_of(match.trigger) == "call"
    return demands and any(word in _WORDS["calling_by"] for word in by)


def _is_on_the_line(match: Match) -> bool:
    """ "Kenya's minister joined the call": no demand."""
    calls = [each for each in match.arguments.objects if each.tag_ == "NN" and lemma_of(each) == "call"]
    for_nothing = all(phrase.preposition != "for" for phrase in match.arguments.phrases)
    return bool(calls) and match.frame.type == "REQUEST" and lemma_of(match.trigger) == "join" and for_nothing


def _is_a_danger(match: Match) -> bool:
    """ "The terrorist threat of the rebels", "the threat posed by Peru": nobody has threatened anything."""
    if lemma_of(match.trigger) != "threat":
        return False
    described = any(child.lower_ in _DANGEROUS for child in match.trigger.children if child.dep_ == "amod")
    posed = any(child.lemma_ == "pose" for child in match.trigger.children)
    return described or posed


def _endangers(match: Match, resolver: Resolver) -> bool:
    """ "The attack also threatened Peru": what is done threatens with nothing."""
    if match.frame.type != "THREATEN" or lemma_of(match.trigger) not in ("threaten", "menace"):
        return False
    if any(part not in match.frame.recipient_parts for part in match.frame.parts):
        # "The decree threatens them with prison"
        return False
    if match.recipients and all(lemma_of(each) in _WORDS["endangered"] for each in match.recipients):
        return True
    things = [each for each in match.initiators if lemma_of(each) not in _WORDS["remarks"]]
    return bool(things) and all(is_a_thing(_antecedent(each), resolver) for each in things)


def _antecedent(noun: Token) -> Token:
    """ "An attack that threatened Peru": the noun that a relative pronoun stands for."""
    relative = noun.lower_ in RELATIVES and noun.head.dep_ == "relcl"
    return noun.head.head if relative else noun
