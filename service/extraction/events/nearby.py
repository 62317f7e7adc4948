"""Toward whom it is done where a frame's slot names nobody's country: whom else the sentence names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from service.extraction.events.filling import is_occasion
from service.extraction.events.other_side import faced
from service.extraction.events.slots import Match
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import with_conjuncts
from service.extraction.grammar.subjects import deep_objects, deep_subjects
from service.extraction.grammar.verbs import verb_above
from service.extraction.names.memory import Reference, country_at
from service.extraction.names.mentions import Mention
from service.extraction.names.modifiers import is_made_there, noun_of, stands_aside
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

_ADDRESSED = frozenset(("REQUEST", "AGREE", "ACCUSE", "THREATEN", "AID", "CONCEDE"))
_CAUSING = frozenset(("cause", "inflict"))
_DISCUSSING = word_lists("events", "event_words.toml")["discussing"]
_MEDIATING = frozenset(
    ("mediate", "broker", "facilitate", "negotiate", "arrange", "craft", "engineer", "fashion")
)
_NOT_BESIDE = ("alongside", "in", "at", "near", "via", "through", "by", "than")
# Clauses in which a country that is named has its own part.
_HARMFUL = frozenset(("ASSAULT", "THREATEN", "MOBILIZE"))
_RELATED = frozenset(("related", "relating", "concerning", "according"))
_TO_NOBODY = word_lists("events", "event_words.toml")["to_nobody"]
# Below a trigger these have actors of their own.
_OTHER_CLAUSES = frozenset(("conj", "advcl", "ccomp", "parataxis", "nsubj", "nsubjpass", "agent"))


def named_nearby(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """The actors that the words about a trigger name beside those who act, `own` by their codes."""
    for source in _SOURCES:
        if found := source(match, own, resolver):
            return found
    return []


def _in_the_pattern(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "refused to release Peruvian sailors", "suspended imports from Peru": its words name the side."""
    if match.recipients or match.frame.form == "noun" or lemma_of(match.trigger) in _DISCUSSING:
        return []
    if match.frame.type == "AGREE" and len(own) > 1:
        # "committed to coordination on challenges posed by Peru": with each other.
        return []
    if match.frame.mode == "third-party" or (match.frame.type == "ACCUSE" and match.arguments.clause):
        # "met in Vienna", "complained to the council that Peru had fired": neither is the other side.
        return []
    words = [each for each in match.arguments.objects if each.i in match.words | match.taken]
    words += [p.object for p in match.arguments.phrases if p.object.i in match.words]
    if match.frame.type == "SUPPORT":
        # "Condolences for the casualties caused by Peru"
        words = [each for each in words if all(below.lemma_ not in _CAUSING for below in each.subtree)]
    if match.frame.type == "REQUEST":
        # "Echoed Peru's call": who called before is not asked.
        words = [each for each in words if not any(child.dep_ == "poss" for child in each.children)]
    found = resolver.all(words, places=True, context=False)
    return [each for each in found if each.code not in own and each.how != "pronoun"]


def in_another_phrase(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "Underscored support in Kenya for Peru": of several phrases that fit the one that names another."""
    words = {word for part in match.frame.recipient_parts for word in part.words}
    objects = (each.object for each in match.arguments.phrases if each.preposition in words)
    # "support in the fight against rebels"
    others = [each for each in objects if all(child.lower_ != "against" for child in each.children)]
    found = resolver.all(others, places=True, context=False)
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
    if noun.dep_ not in ("dobj", "pobj", "nsubjpass") or lemma_of(noun) in _TO_NOBODY:
        return []
    verb = verb_above(noun.head)
    answering = resolver.all(deep_subjects(verb), context=False) if verb.pos_ == "VERB" else []
    return [each for each in answering if each.code not in own]


def _called(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "Congratulated Peru's president in a telephone call": whom one calls."""
    noun = match.trigger
    if match.frame.form != "noun" or match.frame.mode != "phone" or noun.dep_ != "pobj":
        return []
    called = resolver.all(deep_objects(verb_above(noun.head)), context=False)
    return [each for each in called if each.code not in own]


def _helped(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "Peru bombed them with support from Kenya": who acts with it is helped."""
    noun = match.trigger
    if match.frame.form != "noun" or match.frame.type not in ("SUPPORT", "AID") or noun.head.lower_ != "with":
        return []
    helped = resolver.all(deep_subjects(verb_above(noun.head)), context=False)
    return [each for each in helped if each.code not in own]


def _mediated(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "Peru and Kenya swapped prisoners in an exchange mediated by Chile": between whom."""
    if match.frame.type != "CONSULT" or match.trigger.lemma_.lower() not in _MEDIATING:
        return []
    if _is_praised_for_it(match):
        return []
    root = resolver.sentence.root
    # "freed nine Peruvians in a swap mediated by Chile": between those two.
    parties = resolver.all([*deep_subjects(root), *deep_objects(root)], context=False)
    return [each for each in parties if each.code not in own]


def _is_praised_for_it(match: Match) -> bool:
    """ "Thanked Peru for its courage in mediating talks": who thanks it is no party."""
    return match.trigger.dep_ == "pcomp" and match.trigger.lemma_.lower() in _MEDIATING


def _people_there(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "Voiced support for the women leading protests in Peru": Peru's."""
    if match.frame.type not in ("SUPPORT", "AID"):
        return []
    if any(child.lower_ == "local" for noun in match.recipients for child in noun.children):
        # "Mosul is free since planes supported local forces"
        named = {each.entry.code or "" for each in resolver.mentions() if each.how == "place"} - own
        return [country_at(code, match.trigger.i, "place", 0.5) for code in named if len(named) == 1]
    people = (noun for noun in match.recipients if noun.tag_ == "NNS" and resolver.is_role(noun))
    clauses = (child for noun in people for child in noun.children if child.dep_ in ("acl", "relcl"))
    there = [each for clause in clauses for each in clause.subtree if each.head.lower_ == "in"]
    found = resolver.all([each for each in there if each.dep_ == "pobj"], places=True, context=False)
    return [each for each in found if each.code not in own]


def _met(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """ "Peru expelled envoys who met rebels": those of the other side, or of the country itself."""
    if match.frame.type != "CONSULT" or match.frame.mode in ("visit", "third-party") or not match.recipients:
        return []
    if _is_praised_for_it(match):
        return []
    facing = faced(own, resolver)
    return facing or (resolver.all(match.recipients) if are_roles(match.recipients, resolver) else [])


def _beside(match: Match, own: frozenset[str], resolver: Resolver) -> list[Reference]:
    """Another country that the trigger's words name in no slot: "moved tanks to the Peruvian border"."""
    if not _may_stand_beside(match):
        return []
    for mention in _mentions_below(match.trigger, match.frame.type in _HARMFUL, resolver):
        before = _preposition_before(mention, resolver)
        named = resolver.named(mention, False)
        if named is None or named.code in own or before in _NOT_BESIDE or is_made_there(mention, resolver):
            continue
        if stands_aside(resolver, mention):
            continue
        if match.frame.type not in _HARMFUL and before in ("from", "against", "between"):
            continue
        return [replace(named, how="beside", score=named.score * 0.7)]
    return []


def _may_stand_beside(match: Match) -> bool:
    type_ = match.frame.type
    toward = type_ not in ("AGREE", "CONSULT", "COERCE", "CONCEDE") and match.frame.mode != "release"
    return match.frame.form != "noun" and toward and match.frame.mode != "crowd-control"


def _mentions_below(trigger: Token, harmful: bool, resolver: Resolver) -> Iterator[Mention]:
    """The names behind a trigger that belong to it, not to a clause of their own; towns left out."""
    # "conducted strikes using aircraft against the rebels"
    clauses = (
        child for child in trigger.children if child.dep_ in _OTHER_CLAUSES and child.lower_ != "using"
    )
    occasions = (token for token in trigger.subtree if is_occasion(token))
    # "Suffering at the hands of Peru"
    related = (token for token in trigger.subtree if token.lower_ in _RELATED or token.lower_ == "hands")
    barred = {each.i for child in (*clauses, *occasions, *related) for each in child.subtree}
    if not harmful:
        relative = (token for token in trigger.subtree if token.dep_ == "relcl")
        barred |= {each.i for clause in relative for each in clause.subtree}
    for token in trigger.subtree:
        mention = resolver.covering[token.i]
        if token.i > trigger.i and token.i not in barred and mention is not None and mention.how != "place":
            yield mention


def _preposition_before(mention: Mention, resolver: Resolver) -> str:
    """The preposition whose object a name is or belongs to, empty where it is none's."""
    noun = noun_of(resolver, mention)
    return noun.head.lower_ if noun.dep_ == "pobj" else ""


def are_roles(tokens: list[Token], resolver: Resolver) -> bool:
    """Whether any of some nouns is one that acts for a country, or a people."""
    joined = (each for token in tokens for each in with_conjuncts(token))
    return any(resolver.is_role(each) or each.ent_type_ == "NORP" for each in joined)


_SOURCES = (
    _in_the_pattern,
    _of_the_clause,
    _addressee,
    _called,
    _helped,
    _mediated,
    _people_there,
    _beside,
    _met,
)
