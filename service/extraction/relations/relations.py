"""The ties between actors that a sentence states: offices, memberships, alliances, by relation_words.toml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from spacy.tokens import Token

from service.extraction.figures.parties import as_country, behind
from service.extraction.figures.periods import dates_in
from service.extraction.grammar.nouns import prepositional_objects
from service.extraction.grammar.verbs import verb_above
from service.extraction.names.gazetteer import is_declared
from service.extraction.names.memory import BLOC_CODES, Reference
from service.extraction.names.references import Resolver
from service.extraction.relations.bonds import Ends, bonds, participles
from service.extraction.relations.office_titles import last_words
from service.extraction.relations.offices import Held, offices
from service.extraction.relations.predicates import states, verbs
from service.extraction.relations.relation_words import by_word, ended, words
from service.extraction.relations.seats import at_place, capitals, headquarters, hosting
from service.extraction.relations.ties import (
    all_direct,
    before,
    holders,
    identified,
    kind_of,
    phrase_fits,
    standing,
)
from service.vocabulary.terms import relation_type

_SURE = 0.9
_PLURAL = frozenset(("NNS", "NNPS"))
_OWN_BODIES = frozenset(
    ("owns", "subsidiary_of", "part_of", "based_in", "headquartered_in", "holds_office", "member_of")
)


@dataclass(frozen=True)
class Relation:
    """One tie, at tokens `start` to `end`: the fields of RelationSchema, its ends as references.

    `object` is a place where its `how` is "place"; `since` and `until` are partial ISO dates; `confidence` is
    0 to 1; `modality` is a term of modalities.toml.
    """

    type: str
    subject: Reference
    object: Reference
    title: str | None
    speaks_for: bool
    since: str | None
    until: str | None
    start: int
    end: int
    rule: str
    confidence: float
    modality: str

    def fields(self) -> dict[str, Any]:
        """What RelationSchema loads."""
        end = "actor" if is_declared(self.object.id) else "place"
        return {
            "type": self.type, "title": self.title, "speaks_for": self.speaks_for,
            "since": self.since, "until": self.until,
            "subject": self.subject.id, "object": {end: self.object.id},
        }  # fmt: skip


def relations(resolver: Resolver, day: str | None) -> list[Relation]:
    """The ties of a sentence, in the order of the text; `day` (ISO) is when it was written, if known."""
    lemmas = {token.lemma_.lower() for token in resolver.tokens}
    if lemmas.isdisjoint(_triggers()) or not any(
        resolver.covering[resolver.sentence.start : resolver.sentence.end]
    ):
        return []
    made = [_of_office(held, resolver, day) for held in offices(resolver)]
    made += [each for ends in _found(resolver) if (each := _relation(ends, resolver, day)) is not None]
    unique: dict[tuple[str, frozenset[str], str], Relation] = {}
    for each in made:
        symmetric = relation_type(each.type).extra["symmetric"]
        order = "" if symmetric else each.subject.id
        unique.setdefault((each.type, frozenset((each.subject.id, each.object.id)), order), each)
    return sorted(unique.values(), key=lambda each: (each.start, each.end))


@cache
def _triggers() -> frozenset[str]:
    tables = (("tie", "nouns"), ("verb", "verbs"), ("state", "words"), ("bond", "nouns"))
    found = {word for table, column in tables for word in by_word(table, column)}
    return (
        frozenset(found)
        | last_words()
        | frozenset(words()["participles"])
        | {
            "capital",
            "counterpart",
            "base",
            "headquarter",
            "headquarters",
            "control",
            "occupy",
            "host",
            "home",
        }
    )


def _found(resolver: Resolver) -> Iterator[Ends]:
    nouns, bound = by_word("tie", "nouns"), by_word("bond", "nouns")
    doing, being = by_word("verb", "verbs"), by_word("state", "words")
    for token in resolver.tokens:
        lemma = token.lemma_.lower()
        if lemma in nouns and (token.pos_ in ("NOUN", "PROPN") or token.dep_ == "amod"):
            yield from _ties(token, resolver)
        if lemma in bound and token.pos_ in ("NOUN", "PROPN"):
            yield from bonds(token, resolver)
        if lemma in doing:
            yield from verbs(token, resolver)
        if lemma in being:
            yield from states(token, resolver)
        if lemma == "capital":
            yield from capitals(token, resolver)
        if lemma in ("base", "headquarter", "control", "occupy"):
            yield from at_place(token, resolver)
        if lemma in ("host", "home") and token.dep_ not in ("compound", "amod"):
            yield from hosting(token, resolver)
        if token.lower_ == "headquarters" and token.pos_ in ("NOUN", "PROPN"):
            yield from headquarters(token, resolver)
        if token.text == "-":
            yield from participles(token, resolver)


def _ties(noun: Token, resolver: Resolver) -> Iterator[Ends]:
    """ "Its ally Belarus", "Belarus is an ally of Russia", "allies A and B"."""
    modifiers = before(noun)
    if modifiers & ended() or any(each.startswith("non") for each in modifiers):
        return
    for entry in by_word("tie", "nouns")[noun.lemma_.lower()]:
        if not phrase_fits(noun, entry["nouns"]) or modifiers & set(entry.get("not", ())):
            continue
        of_another = entry.get("or_of") and behind(noun, ("of",), resolver)
        if "needs" in entry and not of_another and not modifiers & set(entry["needs"]):
            continue
        named, verb = identified(noun)
        whose = list({each.id: each for each in holders(noun, entry["of"], resolver)}.values())
        # "NATO allies" is a name of its own.
        whose = [each for each in whose if not each.start <= noun.i < each.end]
        subjects = [each for each in all_direct(named, resolver) if each not in whose]
        whose = [each for each in whose if each.id not in {one.id for one in subjects}]
        state = standing(noun, verb)
        rule = f"relation/{noun.lemma_.lower()}"
        if not subjects and whose and entry.get("abroad"):
            subjects = _in_its_capital(noun, resolver)
        owned = any(child.dep_ == "poss" for child in noun.lefts)
        if not whose and not owned and entry.get("mutual") and len(subjects) == 2 and noun.tag_ in _PLURAL:
            yield Ends(entry["type"], subjects[0], subjects[1], noun, verb, state, rule)
        type_ = entry["type"]
        if "in_body" in entry and {each.code for each in whose} <= BLOC_CODES:
            # "A NATO ally" is a member of it.
            type_ = entry["in_body"]
        for one, other in product(subjects, whose):
            if other.how not in ("context", "antecedent"):
                ends = (other, one) if entry.get("reversed") else (one, other)
                yield Ends(type_, *ends, noun, verb, state, rule)
        if subjects and whose:
            return


def _in_its_capital(noun: Token, resolver: Resolver) -> list[Reference]:
    """ "Its rival in Baghdad": the country whose capital is named."""
    found = all_direct(prepositional_objects(noun, ("in",)), resolver)
    return [each for each in found if each.how == "metonym"]


def _relation(ends: Ends, resolver: Resolver, day: str | None) -> Relation | None:
    subject, object_ = ends.subject, ends.object
    if ends.type not in _OWN_BODIES:
        subject, object_ = (each if each.how == "place" else _state(each) for each in (subject, object_))
    allowed = relation_type(ends.type).extra
    if subject.id == object_.id or kind_of(subject) not in allowed["subject_kinds"]:
        return None
    if kind_of(object_) not in allowed["object_kinds"]:
        return None
    since, until = _dates(ends.verb, ends.dated, resolver, day)
    tokens = [each for each in (ends.word, ends.verb) if each is not None]
    return Relation(
        ends.type, subject, object_, None, False, since, until,
        min(subject.start, object_.start, *(each.i for each in tokens), ends.word.i),
        max(subject.end, object_.end, *(each.i + 1 for each in tokens), ends.word.i + 1),
        ends.rule, round(subject.score * object_.score * _SURE, 2), ends.modality,
    )  # fmt: skip


def _state(reference: Reference) -> Reference:
    """An army or ministry as its country; persons stay what they are."""
    return reference if kind_of(reference) == "person" else as_country(reference)


def _of_office(held: Held, resolver: Resolver, day: str | None) -> Relation:
    person, of, title = held.person, held.of, held.title
    since, until = _dates(held.verb, held.verb is not None and held.verb.lemma_ == "become", resolver, day)
    return Relation(
        "holds_office", person, of, title.text, title.speaks, since, until,
        min(person.start, of.start, title.start), max(person.end, of.end, title.end),
        f"relation/{title.text.lower().replace(' ', '-')}",
        round(person.score * of.score * _SURE, 2), held.modality,
    )  # fmt: skip


def _dates(
    verb: Token | None, dated: bool, resolver: Resolver, day: str | None
) -> tuple[str | None, str | None]:
    """Since and until when, where the clause of the verb says so; the day of an act that begins a tie."""
    if verb is None:
        return None, None
    since = until = None
    for when in dates_in(resolver.sentence, day):
        if verb_above(resolver.doc[when.start]) != verb:
            continue
        if when.bound in ("since", "from", "between") or (when.bound is None and dated):
            since = when.value
        elif when.bound in ("until", "till", "to"):
            until = when.value
    return since, until
