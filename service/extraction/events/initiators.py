"""Who does what a frame says: the words in its slot, or whose act a noun names."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.events.culprits import attackers_told_of, is_suffered
from service.extraction.events.slots import BLAMING_ON, Match
from service.extraction.grammar.agents import of_merit
from service.extraction.grammar.arguments import Phrase, noun_arguments
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import carrier, first_conjunct, is_its_own, prepositional_objects
from service.extraction.grammar.subjects import deep_subjects, is_passive
from service.extraction.grammar.verbs import verb_above
from service.extraction.names.memory import Reference
from service.extraction.names.modifiers import of_modifiers
from service.extraction.names.references import Resolver
from service.extraction.names.setting import of_setting
from service.extraction.names.strangers import is_disaster
from service.extraction.word_lists import word_lists

_WORDS = word_lists("events", "event_words.toml")
SUPPORT_VERBS = _WORDS["support_verbs"]
_MEANWHILE = frozenset(("during", "on", "after", "before", "at", "in", "for", "following"))
_SUFFERING = _WORDS["suffering"]
_JUDGING = _WORDS["judging"]
_MANY = frozenset(("thousand", "hundred", "dozen", "ten", "million", "crowd", "people", "score"))
_CROWDS = frozenset(("OPP", "EDU", "LAB", "CVL", "AGR", "MED"))
_ARMED = frozenset(("MIL", "COP"))
_REMARKS = _WORDS["remarks"]


def initiators_of(match: Match, resolver: Resolver) -> list[Reference]:
    """The actors who do what a frame says."""
    disasters = match.initiators and all(map(is_disaster, match.initiators))
    # "a storm of Kenyan shells"
    if disasters and not any(prepositional_objects(each, ("of",)) for each in match.initiators):
        return []
    if attacking := attackers_told_of(match, resolver):
        return attacking
    # "died in an attack by Peru": the act names who did it.
    agents = [each for act in match.initiators for each in prepositional_objects(act, ("by", "from"))]
    found = resolver.all(agents)
    if not found and match.frame.subject.slot == "A":
        # "ECOWAS sent Nigerian troops": the sender acts.
        found = resolver.all(match.arguments.subjects, context=False)
    found = found or resolver.all(match.initiators)
    if not found and match.frame.type in ("MOBILIZE", "AID", "RETREAT") and is_passive(match.trigger):
        # "Peruvian troops were sent to the border"
        sent = [each for each in match.arguments.objects if each not in match.recipients]
        found = [each for each in resolver.all(sent, context=False) if each.sector in _ARMED]
    if not found and match.frame.mode == "withdraw" and is_passive(match.trigger):
        # "Peru's ambassador was recalled": by Peru.
        found = resolver.all(match.arguments.objects, context=False)
    if (
        not found
        and match.frame.type == "PROTEST"
        and any(lemma_of(each) in _MANY for each in match.initiators)
    ):
        # "Thousands rallied against Peru's president"
        found = of_setting(resolver, match.trigger) or resolver.all(match.recipients, context=False)
    if not found and match.frame.mode in ("disapprove", "expel") and is_passive(match.trigger):
        # "The Kenyan ambassador to Peru was summoned": by those to whom he is sent.
        hosts = [each for envoy in match.recipients for each in prepositional_objects(envoy, ("to", "in"))]
        found = resolver.all(hosts, places=True, context=False)
    # "Peru ordered troops to the border": whose the troops are is said.
    found = [each for each in found if each.how != "context"] or found
    if found or match.frame.form != "noun" or _are_givers(match):
        return found
    named = [each for each in _of_noun(match, resolver) if each.how != "context"]
    return named or _crowd_before(match, resolver)


def _are_givers(match: Match) -> bool:
    """ "Support from the community": whoever that is, nobody else gave it."""
    given = any(part.noun.slot == "A" and "from" in part.words for part in match.frame.parts)
    return given and bool(match.initiators)


def _crowd_before(match: Match, resolver: Resolver) -> list[Reference]:
    """ "Weeks of opposition protests", "student rallies": those of the country that is told of."""
    if match.frame.type != "PROTEST":
        return []
    before = (
        child for child in match.trigger.children if child.dep_ == "compound" and child.i < match.trigger.i
    )
    crowd = next((child for child in before if resolver.sector_of(child) in _CROWDS), None)
    return of_setting(resolver, crowd) if crowd is not None else []


def _of_noun(match: Match, resolver: Resolver) -> list[Reference]:
    """Who does what a noun names: by its own words, else the subject of the verb that carries it."""
    noun = match.trigger
    # "condemned their detention": they are detained.
    before = [] if is_suffered(noun) else of_modifiers(resolver, noun, False)
    found = _blamed(noun, resolver) or before or _of_phrases(match, resolver)
    if not found and noun.dep_ == "pobj":
        # "Peru's leadership in the mediation"
        found = resolver.all(of_merit(noun.head), context=False)
    return found or _of_support_verb(noun, resolver) or _of_whom_it_tells(match, resolver)


def _blamed(noun: Token, resolver: Resolver) -> list[Reference]:
    """ "blamed the raid on Peru": on whom."""
    verb = noun.head
    if noun.dep_ not in ("dobj", "nsubjpass") or verb.lemma_.lower() not in BLAMING_ON:
        return []
    # The parser hangs "on rebels" on what stands before it.
    hosts = (verb, *(each for each in noun.subtree if each.pos_ in ("NOUN", "PROPN")))
    blamed = [each for host in hosts for each in prepositional_objects(host, ("on",))]
    return resolver.all(blamed[-1:], context=False)


def _of_phrases(match: Match, resolver: Resolver) -> list[Reference]:
    """ "an attack by Peru", "talks between Peru and Kenya"."""
    noun, all_phrases = match.trigger, noun_arguments(match.trigger).phrases
    for word in ("by", "between", "from", "among", "of"):
        phrases = [each for each in all_phrases if each.preposition == word]
        near = [each for each in phrases if each.host == noun or _tells_by_whom(each, noun)]
        objects = [each.object for each in near if word != "of" or _is_of(each.object, noun)]
        # "the provision of aid to Peru": what is provided provides nothing.
        provided = match.taken if match.frame.type == "AID" else ()
        objects = [
            each for each in objects if each.i not in provided and not _is_on_the_other_side(each, match)
        ]
        if match.frame.type == "RETREAT" and word == "of":
            # "the lifting of Kenyan sanctions on Peru": whose they are, not on whom.
            found = [whose for each in objects for whose in of_modifiers(resolver, each, False)]
            named = [each for each in objects if resolver.covering[each.i] is not None]
            found = found or resolver.all(named, context=False)
        else:
            found = resolver.all(objects, context=False)
        if found:
            return found
    return []


def _tells_by_whom(phrase: Phrase, noun: Token) -> bool:
    """ "an attack was launched by Peru", not "an attack was condemned by Peru"."""
    judged = noun.dep_ == "nsubjpass" and lemma_of(noun.head) in _JUDGING
    by = phrase.preposition == "by" and is_its_own(phrase.object, noun)
    return by and not judged and lemma_of(phrase.host) not in _JUDGING


def _is_on_the_other_side(token: Token, match: Match) -> bool:
    """ "talks with the leaders of Peru": whether a word is a recipient or tells of one."""
    # "the release of the journalist by Peru": the parser hangs the agent on whom it is done to.
    by = token.dep_ == "pobj" and token.head.lower_ == "by"
    return any(each == token or (each.is_ancestor(token) and not by) for each in match.recipients)


def _is_of(object_: Token, noun: Token) -> bool:
    """Whether only "of" leads from a noun to a word: "calls with leaders of Peru" are not Peru's."""
    while object_ not in (noun, object_.head):
        object_ = object_.head
        if object_.pos_ == "ADP" and object_.lower_ != "of":
            return False
    return True


def _of_whom_it_tells(match: Match, resolver: Resolver) -> list[Reference]:
    """ "said during a visit to Lima", "said in a rebuke to Lima": the visitor is the one who said it."""
    noun, preposition = match.trigger, match.trigger.head
    if preposition.lower_ == "of" and preposition.head.dep_ == "pobj":
        # "at the end of a visit", "in a show of support"
        noun, preposition = preposition.head, preposition.head.head
    if match.trigger.dep_ != "pobj" or not (
        _goes_on(match, preposition) or _is_a_word(match, noun, preposition)
    ):
        return []
    verb = verb_above(preposition.head)
    return resolver.all(deep_subjects(verb), context=False)


def _goes_on(match: Match, preposition: Token) -> bool:
    return match.frame.type == "CONSULT" and preposition.lower_ in _MEANWHILE


def _is_a_word(match: Match, noun: Token, preposition: Token) -> bool:
    """ "In a rebuke to Lima, …": what is said is the rebuke."""
    one = any(child.lower_ in ("a", "an") for child in noun.children)
    return preposition.lower_ == "in" and one and lemma_of(noun) in _REMARKS and match.frame.type != "CONSULT"


def _of_support_verb(noun: Token, resolver: Resolver) -> list[Reference]:
    """ "Peru launched an attack", unless the verb's subject suffers it."""
    head = first_conjunct(noun)
    verb = carrier(head)
    if verb.pos_ not in ("VERB", "AUX") or lemma_of(verb) not in SUPPORT_VERBS:
        return []
    if head.dep_ in ("dobj", "nsubjpass", "pobj", "oprd") and verb.lemma_.lower() not in _SUFFERING:
        return resolver.all(deep_subjects(verb))
    return []
