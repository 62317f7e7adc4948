"""What goes with a verb or noun: subjects, objects, phrases, particles, infinitives and clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from service.extraction.grammar.nouns import counted, first_conjunct, is_number_sign, with_conjuncts
from service.extraction.grammar.subjects import (
    LETTING,
    deep_objects,
    deep_subjects,
    is_passive,
    surface_subjects,
)
from service.extraction.grammar.verbs import is_infinitive
from service.extraction.word_lists import word_lists

_WORDS = word_lists("grammar", "grammar_words.toml")
_PARTICLES = _WORDS["particles"]
_PASSED_ON = _WORDS["passed_on"]
_JOURNEYS = frozenset(("visit", "trip", "journey", "tour"))
_MATTERS = frozenset(("over", "about", "against"))
_PREPOSITIONAL = ("ADP", "SCONJ", "VERB", "ADV", "PART")


@dataclass(frozen=True)
class Phrase:
    """A preposition's object and the word that the phrase hangs on."""

    preposition: str
    object: Token
    host: Token


@dataclass
class Arguments:
    """What goes with a trigger: deep subjects and objects, phrases, particles, the words that hang on it."""

    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    particles: set[str] = field(default_factory=set)
    infinitives: list[Token] = field(default_factory=list)
    clause: bool = False
    negated: bool = False


def object_predicates(verb: Token) -> list[Token]:
    """What an object is called: "called it unacceptable", "branded him a traitor"."""
    own = [
        child
        for child in verb.children
        if child.dep_ in ("oprd", "acomp", "attr")
        or (child.dep_ in ("ccomp", "xcomp") and child.pos_ in ("ADJ", "NOUN") and child.i > verb.i)
    ]
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    # "called its conduct unacceptable", "found a nurse and a doctor guilty": an adjective behind its noun.
    return own + [
        each
        for object_ in objects
        for noun in with_conjuncts(object_)
        for each in noun.children
        if each.dep_ == "amod" and each.i > noun.i
    ]


def verb_arguments(verb: Token) -> Arguments:
    """The arguments of a verb; phrases of its objects count, since parsers attach them loosely."""
    found = Arguments(deep_subjects(verb), deep_objects(verb))
    for child in verb.children:
        _add_child(child, verb, found)
    # "its border with Peru, which it closed": what is told of a noun has the noun's phrases.
    participle = verb.dep_ == "acl" and verb.lemma_.lower() != "lead"
    told_of = verb.head if verb.dep_ == "relcl" or participle else None
    for object_ in [each for each in found.objects if each.i > verb.i or each == told_of]:
        _add_phrases_of_noun(object_, found, 0)
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and not found.objects and _is_bare(verb, child):
            found.phrases += _phrases(child, verb)
    return found


def _is_bare(verb: Token, joined: Token) -> bool:
    """Whether a verb has neither phrase nor object of its own before the verb that is joined to it."""
    return not any(each.dep_ in ("prep", "dobj") and each.i < joined.i for each in verb.children)


def _add_child(child: Token, verb: Token, found: Arguments) -> None:
    if child.dep_ == "prt" or (child.dep_ == "advmod" and child.lower_ in _PARTICLES):
        _add_particle(child, verb, found)
    elif child.dep_ in ("prep", "agent", "dative") and child.pos_ in _PREPOSITIONAL:
        objects = list(_objects_of(child))
        found.phrases += [Phrase(word, each, verb) for word, each in objects]
        if not any(word == child.lower_ for word, _ in objects):
            found.particles.add(child.lower_)
            if not objects and is_passive(verb):
                # "were shot at by gunmen"
                found.phrases += [Phrase(child.lower_, each, verb) for each in surface_subjects(verb)]
    elif child.dep_ in ("advmod", "npadvmod") and child.i > verb.i:
        # "moved closer to the border", "gave him nine years in jail"
        found.phrases += _phrases(child, verb)
    elif child.dep_ == "neg":
        found.negated = True
    elif child.dep_ in ("xcomp", "ccomp", "advcl", "pcomp"):
        _add_clause(child, verb, found)


def _add_particle(particle: Token, verb: Token, found: Arguments) -> None:
    found.particles.add(particle.lower_)
    # "fell back from Lima", "sealed off the bank": what hangs on the adverb is the verb's.
    found.phrases += _phrases(particle, verb)
    if not found.objects:
        found.objects = [counted(each) for each in particle.children if each.dep_ == "pobj"]


def _add_clause(clause: Token, verb: Token, found: Arguments) -> None:
    marks = [each for each in clause.children if each.dep_ == "mark"]
    # An adverbial clause ("if", "when") is no content; "for Peru to leave" names whom it is asked of.
    found.clause |= clause.dep_ != "advcl" or not marks or marks[0].lower_ == "for"
    if any(each.lower_ == "for" for each in marks):
        found.phrases += [Phrase("for", each, verb) for each in clause.children if each.dep_ == "nsubj"]
    if clause.pos_ in ("VERB", "AUX") and (is_infinitive(clause) or _is_let(clause, verb)):
        found.infinitives.append(clause)


def _is_let(clause: Token, verb: Token) -> bool:
    """ "let the sailors go": an infinitive without "to"."""
    return verb.lemma_.lower() in LETTING and clause.tag_ in ("VB", "VBP") and clause.i > verb.i


def _phrases(word: Token, host: Token) -> Iterator[Phrase]:
    """The phrases that hang on a word, as those of its host."""
    for child in word.children:
        if child.dep_ in ("prep", "agent"):
            for preposition, object_ in _objects_of(child):
                yield Phrase(preposition, object_, host)


def _objects_of(preposition: Token) -> Iterator[tuple[str, Token]]:
    """Each object with the preposition that governs it: "out of R" has both."""
    if preposition.lower_ == "according":
        # "Moved troops, according to Peru": not to Peru.
        return
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp") or (child.dep_ == "dobj" and child.pos_ != "VERB"):
            yield preposition.lower_, counted(child)
            if child.dep_ == "pobj" and child.pos_ in ("NOUN", "PROPN"):
                yield from _objects_behind(child)
        elif child.dep_ == "prep":
            yield from _objects_of(child)


def _objects_behind(noun: Token) -> Iterator[tuple[str, Token]]:
    # "filed it with the Council over the tariffs": of a name only what a quarrel is about.
    passed_on = _PASSED_ON if noun.pos_ == "NOUN" else _MATTERS
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in passed_on:
            yield from _objects_of(child)


def noun_arguments(noun: Token) -> Arguments:
    """The phrases of a noun, its own and those that hang on the verb or preposition above it, behind it."""
    found = Arguments()
    _add_phrases_of_noun(noun, found, 0)
    head = first_conjunct(noun)
    verb = head.head
    if head.dep_ == "pobj" and verb.dep_ in ("prep", "agent"):
        verb = verb.head
    if verb.pos_ in ("VERB", "AUX") and head.dep_ in ("dobj", "nsubjpass", "nsubj", "pobj", "attr", "oprd"):
        # "Peru's closure of the school was deplored by Kenya": Kenya closed nothing.
        owned = any(child.dep_ == "poss" for child in noun.children)
        behind = (each for each in _phrases(verb, verb) if each.object.i > noun.i)
        found.phrases += [
            each
            for each in behind
            if each.object != head and not (owned and each.object.head.dep_ == "agent")
        ]
    if head != noun:
        # "the summit and the visit to Peru": the parser hangs what stands behind the last on the first.
        found.phrases += [each for each in _phrases(head, noun) if each.object.i > noun.i]
    if noun.lemma_.lower() in _JOURNEYS:
        found.phrases += _destinations(noun)
    if head.dep_ == "nsubj":
        # "Its strikes fired missiles against the rebels": the strikes are on them.
        objects = [child for child in verb.children if child.dep_ == "dobj"]
        found.phrases += [
            each for object_ in objects for each in _phrases(object_, verb) if each.preposition == "against"
        ]
    found.negated = any(
        child.dep_ == "neg" or (child.lower_ == "no" and not is_number_sign(child)) for child in noun.children
    )
    return found


def _destinations(journey: Token) -> Iterator[Phrase]:
    """ "The visit of Peru's president and her delegation to Lima", where the parser sends them alone."""
    for word in journey.subtree:
        if word.lower_ == "to" and word.dep_ == "prep" and word.head.dep_ == "conj":
            yield from (Phrase("to", each, journey) for _, each in _objects_of(word))


def _add_phrases_of_noun(noun: Token, found: Arguments, depth: int) -> None:
    for child in noun.children:
        if child.dep_ in ("prep", "agent"):
            for word, object_ in _objects_of(child):
                found.phrases.append(Phrase(word, object_, noun))
                if depth < 1 and object_.pos_ in ("NOUN", "PROPN"):
                    _add_phrases_of_noun(object_, found, depth + 1)
        elif child.dep_ in ("acl", "relcl") and _is_content(child):
            found.clause = True
        elif child.dep_ in ("acl", "xcomp", "relcl", "advcl") and is_infinitive(child):
            found.infinitives.append(child)
        elif child.dep_ == "conj" and depth < 2 and _is_bare_noun(child):
            _add_phrases_of_noun(child, found, depth + 1)


def _is_bare_noun(noun: Token) -> bool:
    """ "talks and visits of Peru's" share what stands behind them, "the summit and the visit of" do not."""
    return not any(child.dep_ in ("det", "poss") for child in noun.children)


def _is_content(clause: Token) -> bool:
    """Whether a clause says what its noun is about: "the charge that Peru cheated"."""
    return any(each.lower_ == "that" and each.tag_ == "IN" for each in clause.children)
