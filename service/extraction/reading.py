"""A text read sentence by sentence, with what came before in mind."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from service.extraction.attitudes.stances import Attitude, stances
from service.extraction.events.assembling import Event
from service.extraction.events.events import events
from service.extraction.events.saying import is_utterance
from service.extraction.events.scope import speakers_of
from service.extraction.events.voices import Voices
from service.extraction.figures.measures import Measure, measures
from service.extraction.grammar.nouns import prepositional_objects, with_conjuncts
from service.extraction.grammar.quoted import is_quoted
from service.extraction.grammar.subjects import deep_subjects
from service.extraction.names.gazetteer import gazetteer
from service.extraction.names.memory import BLOC_CODES, Memory, Reference, codes, note_counterparts
from service.extraction.names.mentions import Mention, mentions
from service.extraction.names.references import Resolver
from service.extraction.names.strangers import note_newcomer
from service.extraction.names.titles import is_somebody, note_descriptions, note_title
from service.extraction.relations.relations import Relation, relations

# Words of a sentence. What is longer is a list or no prose, and its parse is not worth its time.
LONGEST = 250
# How much more those who talk with each other are a pair than those who are only named together.
_TALKING = 4
# "Called on", "appealed to", "shot at": prepositions behind which stands the one to whom it is done.
_ADDRESSING = frozenset(("on", "upon", "to", "at", "with"))


@dataclass(frozen=True)
class Read:
    """A sentence, what it states, and the resolver that knows its actors; too long a one states nothing."""

    sentence: Span
    events: tuple[Event, ...]
    attitudes: tuple[Attitude, ...]
    # With those in whose words they stand.
    relations: tuple[tuple[Relation, tuple[Reference, ...]], ...]
    measures: tuple[tuple[Measure, tuple[Reference, ...]], ...]
    resolver: Resolver


def read(doc: Doc, memory: Memory, day: str | None, voices: Voices) -> Iterator[Read]:
    """The sentences of one paragraph, in order; `memory` goes on to the next paragraph."""
    covering = mentions(doc, day, memory.persons, memory.codes)
    resolvers = [Resolver(doc, sentence, covering, memory) for sentence in doc.sents]
    for resolver in resolvers:
        sentence = resolver.sentence
        if len(sentence) > LONGEST:
            yield Read(sentence, (), (), (), (), resolver)
            continue
        _introduce(resolver)
        resolver.voice = voices.of(resolver, resolvers)
        found = events(resolver)
        # All are read before the sentence is remembered: its pronouns look back, not at itself.
        yield Read(
            sentence,
            tuple(found),
            tuple(stances(resolver)),
            tuple((each, _said_by(each.start, resolver)) for each in relations(resolver, day)),
            tuple((each, _said_by(each.start, resolver)) for each in measures(resolver, day)),
            resolver,
        )
        before = copy(memory)
        _remember(memory, resolver, found)
        note_descriptions(resolver)
        note_newcomer(resolver)
        # Who is quoted in the sentence is asked later, of who was meant then; names and titles are shared.
        resolver.memory = before


def _said_by(at: int, resolver: Resolver) -> tuple[Reference, ...]:
    return tuple(speakers_of(resolver.doc[at], resolver))


def _introduce(resolver: Resolver) -> None:
    """Note who is named in full and with which title, so that surname and title are known from now on."""
    sentence = resolver.sentence
    for entity in sentence.ents:
        if entity.label_ == "PERSON" and len(entity) > 1 and resolver.covering[entity.root.i] is None:
            # "Its envoy, Amos Tarus": whose he is stands with the noun before.
            noun = entity.root.head if entity.root.dep_ == "appos" else entity.root
            for person in resolver.of(noun):
                if person.proposed is not None:
                    note_title(resolver, sentence.doc[entity.start], person)
    for mention in resolver.mentions():
        named = resolver.named(mention) if mention.entry.kind == "person" else None
        if named is not None:
            note_title(resolver, sentence.doc[mention.start], named)


def _remember(memory: Memory, resolver: Resolver, found: list[Event]) -> None:
    _remember_names(memory, resolver)
    told = False
    for token in resolver.tokens:
        # What is quoted does not lead the text on.
        if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ != "PRON" and not is_quoted(token):
            subjects = resolver.all([token])
            if len(subjects) == 2:
                memory.note_pair(subjects)
            several = len(subjects) > 1 or (subjects and token.tag_ == "NNS" and resolver.is_role(token))
            if several and not _are_spoken_of(resolver, token):
                memory.plural = tuple(subjects)
            if token.head.dep_ in ("ROOT", "conj", "parataxis") or (token.head.dep_ == "ccomp" and not told):
                _note(resolver, subjects, token)
                told = told or (bool(subjects) and token.head.dep_ == "ROOT")
    _note_object(memory, resolver)
    _note_lists(memory, resolver)
    for first, second in _joined(resolver):
        memory.note_pair([each for each in map(resolver.named, (first, second)) if each is not None])
    demands = [event for event in found if event.type == "REQUEST"]
    memory.asked = {each.code: event.initiators for event in demands for each in event.recipients}
    for event in found:
        note_counterparts(memory.counterparts, event.initiators, event.recipients)
        memory.note_direction(event.initiators, event.recipients)
        memory.note_dealing(event.initiators, event.recipients)
        if event.type == "CONSULT" and not _are_talks_of_theirs(event):
            memory.plural = (*event.initiators, *event.recipients)
            persons = all(_is_named_person(each) for each in memory.plural)
            memory.circle = memory.plural if persons and len(codes(memory.plural)) > 2 else ()
            memory.note_pair(memory.plural, _TALKING)
            memory.note_talk(memory.plural)


def _is_named_person(actor: Reference) -> bool:
    entry = gazetteer().entries.get(actor.id)
    return (entry is not None and entry.kind == "person") or actor.proposed is not None


def _note_lists(memory: Memory, resolver: Resolver) -> None:
    """ "Kenya, Peru and Chile", for "the three countries"."""
    for token in resolver.tokens:
        if token.dep_ == "conj" or resolver.covering[token.i] is None or token.right_edge.i < token.i + 4:
            continue
        names = (resolver.covering[each.i] for each in with_conjuncts(token))
        named = resolver.by_code(each for each in names if each is not None)
        if len(named) > 2:
            memory.listed = {**memory.listed, len(named): tuple(named.values())}


def _are_spoken_of(resolver: Resolver, subject: Token) -> bool:
    """ "Tarus met Rojas. Tarus said that doctors and nurses must be safe. They agreed": the two who talk."""
    clause = subject.head
    talking = codes(resolver.memory.talking) if clause.dep_ == "ccomp" else frozenset()
    return bool(talking) and not talking.isdisjoint(codes(resolver.all(deep_subjects(clause.head))))


def _remember_names(memory: Memory, resolver: Resolver) -> None:
    for mention in resolver.mentions():
        code = mention.entry.code
        if code is not None:
            memory.codes[code] = memory.codes.get(code, 0) + 1
            if code in BLOC_CODES:
                memory.bloc = resolver.named(mention)
            if mention.entry.kind == "group" and mention.entry.sector != "CVL":
                memory.group = resolver.named(mention) or memory.group
            if mention.entry.kind == "organization" and (body := resolver.named(mention)) is not None:
                # A new table: sentences before keep the one that they had.
                memory.bodies = {**memory.bodies, mention.entry.name.split()[-1].lower(): body}


def _are_talks_of_theirs(event: Event) -> bool:
    """ "They discussed their talks with Peru": "they" are still the same."""
    before = [each for each in event.initiators if each.how == "pronoun"]
    return event.trigger.pos_ == "NOUN" and len(before) > 1


def _note_object(memory: Memory, resolver: Resolver) -> None:
    """ "Police arrested Rosa Quispe", "called on her to go": the one person of whom no person tells."""
    root = resolver.sentence.root
    if any(child.dep_ in ("nsubj", "nsubjpass") and child.ent_type_ == "PERSON" for child in root.children):
        return
    objects = [child for child in root.children if child.dep_ == "dobj"]
    objects += prepositional_objects(root, _ADDRESSING)
    persons = [each for each in objects if _is_person(resolver, each)]
    if len(persons) == 1:
        found = resolver.of(persons[0])
        memory.person = found[0] if len(found) == 1 else None


def _is_person(resolver: Resolver, object_: Token) -> bool:
    """Whether an object is a person by the names, else by the model: it takes some capitals for persons."""
    mention = resolver.covering[object_.i]
    if mention is not None:
        return mention.entry.kind == "person"
    return object_.ent_type_ == "PERSON" or object_.text in resolver.memory.strangers


def _joined(resolver: Resolver) -> Iterator[tuple[Mention, Mention]]:
    """Names with only "and" or a hyphen between them: "Putin and Xi", also where a headline's parse fails."""
    for token in resolver.tokens[1:-1]:
        before, after = resolver.covering[token.i - 1], resolver.covering[token.i + 1]
        if (
            token.lower_ in ("and", "&", "-", "–")
            and before is not None
            and after is not None
            and after is not before
        ):
            yield before, after


def _note(resolver: Resolver, subjects: list[Reference], token: Token) -> None:
    memory = resolver.memory
    if len(subjects) == 1:
        if subjects[0].how != "context" and subjects[0].code.lower() in gazetteer().entries:
            memory.subject = subjects[0].code
        # "Tarus's office said": it, not he.
        person = _is_named_person(subjects[0]) and (
            subjects[0].how != "modifier" or token.pos_ == "PROPN" or resolver.is_role(token)
        )
        if person or is_somebody(token, subjects[0]):
            memory.person = subjects[0]
        if not person and (subjects[0].how != "context" or not memory.thing):
            memory.thing = tuple(subjects)
    elif subjects and is_utterance(token):
        memory.thing = tuple(subjects)
    elif not subjects and token.ent_type_ == "PERSON":
        # "He" is now somebody of whom nothing is known, no longer the one before.
        memory.person = None
