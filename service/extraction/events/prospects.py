"""Words of what nobody does now: prospects, wishes, feelings to come, ties that are only spoken of."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.events.slots import Match
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import carrier, first_conjunct, prepositional_objects
from service.extraction.grammar.verbs import has_auxiliary, is_infinitive
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

_WORDS = word_lists("events", "event_words.toml")
_MIGHT = frozenset(("could", "might", "may", "would", "can"))
_FORMING = frozenset(
    ("form", "forge", "enter", "establish", "create", "seal", "announce", "launch", "sign", "join")
)
_TIES = frozenset(("partnership", "friendship", "relationship", "alliance"))
_WILL = frozenset(("will", "'ll"))
_WISHING = frozenset(("want", "wish", "like", "ask"))
_ONLY_NOTED = frozenset(
    ("importance", "commitment", "movement", "need", "challenge", "risk", "threat", "concern")
)
_TEAMS = frozenset(("team", "staff", "aide", "negotiator", "adviser", "advisor", "envoy"))
_OF_ONESELF = frozenset(("he", "she", "we", "i", "they"))


def is_a_prospect(noun: Token) -> bool:
    """ "The road to an accord", "the chances of a deal", "could lead to unrest"."""
    if noun.dep_ == "dobj":
        return noun.head.lemma_.lower() in _WORDS["causing"] and has_auxiliary(noun.head, _MIGHT)
    if noun.dep_ != "pobj":
        return False
    above = noun.head.head
    if above.pos_ == "VERB":
        return above.lemma_.lower() in _WORDS["causing"] and has_auxiliary(above, _MIGHT)
    return noun.head.lower_ in ("of", "for", "to") and lemma_of(above) in _WORDS["prospects"]


def is_a_wish(match: Match) -> bool:
    """ "If Kenya wanted Peru to go": nothing is asked."""
    verb = match.trigger
    supposed = verb.dep_ == "advcl" and any(child.lower_ == "if" for child in verb.children)
    return supposed and match.frame.type == "REQUEST" and verb.lemma_.lower() in _WISHING


def is_a_feeling_of_ones_own(match: Match) -> bool:
    """ "Shared their concerns about Peru", "regretted that he could not come": toward nobody."""
    verb = match.trigger
    if match.frame.type == "SUPPORT" and lemma_of(verb) == "share":
        return any(each.pos_ == "PRON" for noun in match.recipients for each in noun.lefts)
    regrets = [each for each in (verb, *match.arguments.objects) if lemma_of(each) == "regret"]
    clauses = [child for each in regrets for child in each.children if child.dep_ in ("acl", "ccomp")]
    own = (child.lower_ in _OF_ONESELF for clause in clauses for child in clause.children)
    return match.frame.type == "ACCUSE" and any(own)


def is_a_reckoning_to_come(match: Match) -> bool:
    """ "Efforts to hold Peru accountable", "committed to holding it to account": nobody is accused yet."""
    verb = first_conjunct(match.trigger)
    while verb.dep_ == "conj":
        verb = first_conjunct(verb.head)
    holding = match.frame.type == "ACCUSE" and lemma_of(match.trigger) == "hold"
    return holding and (verb.dep_ == "pcomp" or is_infinitive(verb))


def is_a_circumstance(match: Match) -> bool:
    """ "Set the conditions for peace", "membership gives Peru security": nobody demands or gives."""
    if match.frame.type == "REQUEST" and lemma_of(match.trigger) == "set":
        conditions = (each for each in match.arguments.objects if lemma_of(each) == "condition")
        return any(child.lower_ == "the" for each in conditions for child in each.children)
    giving = match.frame.type in ("AID", "SUPPORT")
    return giving and any(lemma_of(each) in ("membership", "accession") for each in match.initiators)


def is_about_suffering(match: Match) -> bool:
    """ "Voiced concern about the humanitarian situation in Peru": of nobody's doing."""
    plights = (each for each in match.recipients if lemma_of(each) in ("situation", "crisis", "condition"))
    humane = any(child.lower_ == "humanitarian" for each in plights for child in each.children)
    return match.frame.type == "ACCUSE" and humane


def is_a_known_commitment(noun: Token) -> bool:
    """ "Stressed Kenya's commitment to Peru", "thanked it for its commitment to peace": one that stands."""
    verb = carrier(first_conjunct(noun))
    while verb.pos_ == "ADP" and verb.head != verb:
        # "for its help and for its commitment"
        verb = verb.head
    # "thanked Peru for its commitment to Chad"
    to_somebody = any(each.pos_ == "PROPN" for each in prepositional_objects(noun, ("to",)))
    kinds = ("discussing", "stressing") if to_somebody else ("discussing", "stressing", "thanking")
    spoken_of = any(verb.lemma_.lower() in _WORDS[kind] for kind in kinds)
    return lemma_of(noun) == "commitment" and spoken_of


def is_a_feeling_to_come(match: Match) -> bool:
    """ "Such a move may anger Peru": nobody is angry yet."""
    angering = match.trigger
    verb = angering.head if angering.dep_ == "conj" and angering.head.pos_ == "VERB" else angering
    likely = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in ("likely", "bound", "sure", "certain")
    return angering.lemma_.lower() in _WORDS["angering"] and (likely or has_auxiliary(verb, _MIGHT | _WILL))


def is_only_noted(match: Match, resolver: Resolver) -> bool:
    """ "Recognized the importance of trade": of nobody."""
    recognizing = match.frame.type == "SUPPORT" and match.trigger.lemma_.lower() in ("recognize", "recognise")
    if not recognizing or match.frame.negated or not match.recipients:
        return False
    if all(lemma_of(each) in _ONLY_NOTED for each in match.recipients):
        return True
    return not resolver.all(match.recipients, places=True, context=False)


def is_of_ones_own_team(match: Match) -> bool:
    """ "The two leaders directed their teams to meet": nobody else is asked."""
    before = (child.lower_ for each in match.recipients for child in each.lefts)
    own = (word in ("his", "her", "their", "its") for word in before)
    teams = all(lemma_of(each) in _TEAMS for each in match.recipients)
    return match.frame.type == "REQUEST" and bool(match.recipients) and teams and any(own)


def is_in_company(match: Match, resolver: Resolver) -> bool:
    """ "The minister joined Peru's premier at the conference": no support."""
    joining = match.frame.type == "SUPPORT" and lemma_of(match.trigger) == "join"
    named = [resolver.covering[each.i] for each in match.recipients]
    return joining and bool(named) and all(each is not None and each.entry.kind == "person" for each in named)


def is_a_state(noun: Token) -> bool:
    """Whether a noun such as "support" is only spoken of, and nobody gives or voices it."""
    if lemma_of(noun) in ("alliance", "partnership", "friendship") and first_conjunct(noun).dep_ in (
        "dobj",
        "appos",
    ):
        # "Reaffirmed their alliance": one that stands; "forged an alliance" is a new one.
        return lemma_of(carrier(noun)) not in _FORMING
    if noun.dep_ == "pobj" and noun.head.lower_ == "with" and prepositional_objects(noun, ("from", "of")):
        # "Attacked them with support from Peru": who gave it helped.
        return False
    lasting = noun.dep_ == "dobj" and lemma_of(noun) in _TIES
    if lemma_of(noun) not in _WORDS["lasting"] or not (
        lasting or noun.dep_ in ("pobj", "nsubj", "nsubjpass")
    ):
        return False
    return lemma_of(carrier(noun)) not in _WORDS["support_verbs"]
