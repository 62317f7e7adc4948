"""What goes on all the time and is no news: posts that are kept, service in a war, habits, what one holds."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.events.slots import Match
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

_HABITUAL = word_lists("events", "event_words.toml")["habitual"]
_FIGHTS = word_lists("grammar", "grammar_words.toml")["fights"]
_POSTED = frozenset(("station", "base", "post", "garrison"))


def is_posted(verb: Token) -> bool:
    """ "Soldiers are stationed in Peru"."""
    present = any(child.dep_ == "auxpass" and child.lower_ in ("is", "are") for child in verb.children)
    return present and verb.lemma_.lower() in _POSTED


def is_had(match: Match) -> bool:
    """ "Has had an accord with Peru since May": one that stands."""
    noun = match.trigger
    agreed = match.frame.type == "AGREE" and match.frame.form == "noun"
    return agreed and noun.dep_ == "dobj" and lemma_of(noun.head) == "have"


def is_a_query(match: Match) -> bool:
    """ "They ask where it comes from": nothing is demanded."""
    clauses = (child for child in match.trigger.children if child.dep_ in ("ccomp", "advcl"))
    asking = match.frame.type == "REQUEST" and lemma_of(match.trigger) in ("ask", "wonder", "inquire")
    return asking and any(clause.left_edge.tag_ in ("WRB", "WP") for clause in clauses)


def is_in_a_fight(match: Match) -> bool:
    """ "Who was supporting Operation Desert Rain", "joined the fight against rebels": service."""
    if match.frame.type not in ("SUPPORT", "REQUEST"):
        return False
    # "supports Peru's war" is support of Peru.
    requested = match.frame.type == "REQUEST"
    fights = any(
        lemma_of(each) in _FIGHTS and (requested or not _is_owned(each)) for each in match.recipients
    )
    named = (each for each in match.recipients if each.pos_ == "PROPN")
    joining = lemma_of(match.trigger) in ("join", "seek", "want", "support")
    return joining and (fights or any(child.text == "Operation" for each in named for child in each.children))


def is_habit(match: Match) -> bool:
    """ "Kenya sells most of its tea to Peru", "hosts two bases"."""
    verb = match.trigger
    if lemma_of(verb) in ("recognise", "recognize") and match.frame.negated:
        # "does not recognise Peru"
        return any(child.lower_ in ("do", "does") for child in verb.children)
    backs = match.frame.type == "SUPPORT" and verb.dep_ == "relcl"
    if verb.tag_ == "VBG":
        # "fields where the two are strengthening their ties"
        return backs and match.frame.mutual
    if verb.tag_ not in ("VBZ", "VBP") or any(child.dep_ in ("aux", "auxpass") for child in verb.children):
        return False
    # "a party that seeks independence"
    backs = backs or (match.frame.type == "REQUEST" and verb.dep_ == "relcl")
    return backs or lemma_of(verb) in _HABITUAL


def is_held(match: Match, resolver: Resolver) -> bool:
    """ "The rebels, who hold a third of Peru": what they have, in passing, unless it is people."""
    holding = match.frame.type == "COERCE" and lemma_of(match.trigger) == "hold"
    if not holding or match.trigger.dep_ not in ("relcl", "acl") or match.trigger.tag_ == "VBN":
        return False
    return not any(resolver.is_role(each) for each in match.arguments.objects)


def _is_owned(noun: Token) -> bool:
    return any(child.dep_ == "poss" for child in noun.children)
