"""Figures of trade, things that come and go, and what armies do that sounds otherwise: nobody's acts."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.events.slots import Match, modifiers_of
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import prepositional_objects
from service.extraction.names.memory import Reference
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

_WORDS = word_lists("events", "event_words.toml")
_PLACES = word_lists("names", "reference_words.toml")["kinds_of_places"] | {
    "regime",
    "government",
    "dictator",
}
_WARES = frozenset(("goods", "good", "product", "commodity", "merchandise"))
_MISSIONS = frozenset(("mission", "sortie", "raid", "patrol"))
_BOMBS = frozenset(("munition", "bomb", "ordnance"))
_UNARMED = frozenset(("food", "energy", "social", "economic", "health", "job"))
_OF_ARMIES = frozenset(("precision", "air", "missile", "drone", "military", "artillery"))
_ARMS = frozenset(("airstrike", "munition", "weapon", "missile", "bomber", "warplane"))
_CAMPAIGNS = frozenset(("advance", "operation", "offensive", "campaign", "assault", "push", "attack"))
_COMMON_GOODS = frozenset(
    ("security", "deterrence", "stability", "peace", "prosperity", "growth", "development")
)
_FLOWS = frozenset(("export", "import", "sale", "investment", "shipment", "delivery"))


def is_a_flow(noun: Token) -> bool:
    """ "Exports to Peru were down 14 per cent", "a fall of a few cents in prices": a figure."""
    fallen = prepositional_objects(noun, ("of",)) if lemma_of(noun) == "fall" else []
    if fallen and all(each.pos_ == "NOUN" and lemma_of(each) not in _PLACES for each in fallen):
        return True
    subject = noun.dep_ in ("nsubj", "nsubjpass") and lemma_of(noun) in _FLOWS
    return subject and noun.head.lemma_.lower() in _WORDS["amounting"]


def is_a_figure_of_trade(verb: Token) -> bool:
    """ "Kenya sold Peru goods worth a billion": a figure."""
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    if lemma_of(verb) == "reach":
        # "Shipments to Peru reached a million tonnes"
        return any(each.like_num or any(child.like_num for child in each.children) for each in objects)
    trading = lemma_of(verb) in ("sell", "buy", "import", "export")
    return trading and any(lemma_of(each) in _WARES for each in objects)


def is_of_goods(match: Match, resolver: Resolver) -> bool:
    """ "Grain from Kenya goes to Peru", "goods that comply with rules": things visit nobody."""
    if match.frame.mode != "visit" and lemma_of(match.trigger) != "comply":
        return False
    return bool(match.initiators) and all(is_a_thing(each, resolver) for each in match.initiators)


def is_a_thing(noun: Token, resolver: Resolver) -> bool:
    """Whether a noun names nobody who acts, nor a place."""
    named = resolver.covering[noun.i] is not None or noun.ent_type_ or noun.pos_ != "NOUN"
    return not named and not resolver.is_role(noun)


def is_a_share(match: Match) -> bool:
    """ "Its contribution to European security": nobody is given anything."""
    sharing = match.frame.type == "AID" and lemma_of(match.trigger) == "contribution"
    return sharing and any(lemma_of(each) in _COMMON_GOODS for each in match.recipients)


def is_a_count(match: Match) -> bool:
    """ "Does not report the number of aircraft": none was seen."""
    reporting = match.frame.type == "MOBILIZE" and lemma_of(match.trigger) in ("report", "record", "count")
    objects = (child for child in match.trigger.children if child.dep_ == "dobj")
    return reporting and any(lemma_of(each) in ("number", "type") for each in objects)


def are_bombs(match: Match) -> bool:
    """ "Airstrikes delivered 24 munitions": no help."""
    delivering = match.frame.type == "AID" and lemma_of(match.trigger) in ("deliver", "drop")
    given = any(each.preposition == "to" for each in match.arguments.phrases)
    return delivering and not given and any(lemma_of(each) in _BOMBS for each in match.arguments.objects)


def is_no_journey(match: Match) -> bool:
    """ "A return to civilian rule", "flew 800 missions", "welcomed the visit"."""
    missions = (lemma_of(each) in _MISSIONS for each in match.arguments.objects)
    if match.frame.mode == "visit" and lemma_of(match.trigger) == "fly" and any(missions):
        return True
    if match.frame.mode == "visit" and lemma_of(match.trigger) == "welcome":
        # "Welcomed the visit by Peru's minister and a delegation": none of them is welcomed.
        return any(lemma_of(each) == "visit" for each in match.arguments.objects)
    returning = match.frame.mode == "visit" and lemma_of(match.trigger) == "return"
    # "The return of families to their homes"
    of_whom = [each.object for each in match.arguments.phrases if each.preposition == "of"]
    fled = any(lemma_of(each) in _WORDS["fled"] for each in (*match.initiators, *of_whom))
    return returning and (fled or any(lemma_of(each) in _WORDS["conditions"] for each in match.recipients))


def is_unarmed_security(match: Match) -> bool:
    """ "Strengthened food security": no police."""
    guarding = match.frame.type == "MOBILIZE"
    told = [each for each in match.arguments.objects if guarding and lemma_of(each) == "security"]
    supply = any(child.lower_ == "of" for security in told for child in security.children)
    return supply or any(lemma_of(each) in _UNARMED for security in told for each in modifiers_of(security))


def is_a_target(match: Match) -> bool:
    """ "Strikes against a concentration of fighters"."""
    noun = match.trigger
    massing = match.frame.type == "MOBILIZE" and lemma_of(noun) == "concentration"
    return massing and noun.dep_ == "pobj" and noun.head.lower_ in ("against", "on", "at")


def is_of_an_army(match: Match) -> bool:
    """ "Precision strikes disrupted the rebels": those of an army, nobody stays away from work."""
    if match.frame.type != "PROTEST" or match.frame.mode != "strike":
        return False
    if any(lemma_of(each) in _ARMS for each in match.trigger.sent):
        return True
    told = (match.trigger, *match.arguments.subjects, *match.arguments.objects)
    strikes = [each for each in told if each == match.trigger or lemma_of(each) == "strike"]
    return any(lemma_of(each) in _OF_ARMIES for strike in strikes for each in modifiers_of(strike))


def is_a_siege(match: Match, recipients: list[Reference]) -> bool:
    """ "An operation to isolate the town": no sanction."""
    if match.frame.type != "SANCTION" or lemma_of(match.trigger) != "isolate":
        return False
    # "To isolate Raqqa, Syria"
    named = {at for each in recipients for at in range(each.start, each.end)}
    towns = any(each.ent_type_ == "GPE" and each.i not in named for each in match.recipients)
    verb = match.trigger.head
    campaigns = (verb, *verb.head.children, *verb.children)
    towns = towns or any(lemma_of(each) in _CAMPAIGNS for each in campaigns)
    return towns or all(each.how in ("place", "metonym") for each in recipients)
