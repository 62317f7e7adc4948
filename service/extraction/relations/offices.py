"""Offices that a sentence gives to persons: title, person, and the country or body whose office it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from service.extraction.figures.parties import behind, owners
from service.extraction.figures.standing import modality
from service.extraction.grammar.nouns import prepositional_objects
from service.extraction.grammar.subjects import deep_objects, deep_subjects
from service.extraction.names.memory import Reference
from service.extraction.names.mentions import Mention
from service.extraction.names.references import Resolver
from service.extraction.names.strangers import introduced
from service.extraction.relations.office_titles import Title, last_words, title_around, title_to
from service.extraction.relations.relation_words import ended, words
from service.extraction.relations.ties import all_direct, identified, kind_of, stranger


@dataclass(frozen=True)
class Held:
    """An office and who holds it in what."""

    person: Reference
    title: Title
    of: Reference
    verb: Token | None
    modality: str


def offices(resolver: Resolver) -> Iterator[Held]:
    """The offices of persons whom the gazetteer or the text knows, one each."""
    found: dict[str, Held] = {}
    for held in (*_of_names(resolver), *_of_strangers(resolver), *_of_words(resolver)):
        found.setdefault(held.person.id, held)
    for held in _as_counterparts(list(found.values()), resolver):
        found.setdefault(held.person.id, held)
    yield from found.values()


def _as_counterparts(held: list[Held], resolver: Resolver) -> Iterator[Held]:
    """ "Wang Yi, China's foreign minister, and Sergei Lavrov, his Russian counterpart"."""
    for token in resolver.tokens:
        before = [each for each in held if each.person.start < token.i]
        if token.lower_ != "counterpart" or not before:
            continue
        named = [token.head] if token.dep_ == "appos" else _name_behind(token, resolver)
        persons = [each for each in all_direct(named, resolver) if kind_of(each) == "person"]
        of = [each for each in owners(token, resolver) if each.how != "pronoun" and _may_hold(each)]
        if len(persons) == len(of) == 1:
            title = before[-1].title
            yield Held(
                persons[0], Title(title.text, title.speaks, token.i, token.i + 1), of[0], None, "asserted"
            )


def _name_behind(noun: Token, resolver: Resolver) -> list[Token]:
    """The name that begins right behind a noun, by its topmost token."""
    return [each.root for each in resolver.sentence.ents if noun.i < each.start <= noun.i + 2][:1]


def _of_names(resolver: Resolver) -> Iterator[Held]:
    for mention in resolver.mentions():
        if mention.entry.kind == "person":
            yield from _before(mention.start, resolver.named(mention), resolver)
            yield from _counterpart(mention, resolver)


def _of_strangers(resolver: Resolver) -> Iterator[Held]:
    for entity in resolver.sentence.ents:
        if entity.label_ == "PERSON" and not any(resolver.covering[entity.start : entity.end]):
            for person in stranger(entity.root, resolver):
                yield from _before(entity.start, person, resolver)


def _of_words(resolver: Resolver) -> Iterator[Held]:
    """ "Maria Quispe, the foreign minister of Peru", "Amos Tarus chairs the African Union"."""
    for token in resolver.tokens:
        nominal = token.pos_ in ("NOUN", "PROPN") and resolver.covering[token.i] is None
        if nominal and token.lower_ in last_words():
            yield from _beside(token, resolver)
        if token.pos_ == "VERB" and token.lemma_ in words()["titles"]["verbs"]:
            yield from _heading(token, resolver)


def _heading(verb: Token, resolver: Resolver) -> Iterator[Held]:
    """ "Amos Tarus chairs the African Union"."""
    text = words()["titles"]["verbs"][verb.lemma_]
    persons = [each for each in all_direct(deep_subjects(verb), resolver) if kind_of(each) == "person"]
    bodies = all_direct(deep_objects(verb), resolver)
    if verb.tag_ == "VBD" or len(persons) != 1 or len(bodies) != 1:
        return
    if kind_of(bodies[0]) in ("organization", "group"):
        yield Held(persons[0], Title(text, True, verb.i, verb.i + 1), bodies[0], verb, modality(verb))


def _before(start: int, person: Reference | None, resolver: Resolver) -> Iterator[Held]:
    """ "Gazprom CEO Alexei Miller", "Russia's president, Vladimir Putin": the name begins at `start`."""
    doc = resolver.doc
    end = start - (start > 0 and doc[start - 1].text == ",")
    title = title_to(doc, end)
    if title is None or person is None:
        return
    of = _owner_to(title.start, resolver)
    if of is None and end < start:
        return
    if of is None:
        # "President Xi Jinping of China"
        named = behind(doc[person.end - 1], ("of",), resolver)
        of = named[0] if len(named) == 1 else None
    if (
        of is not None
        and _may_hold(of)
        and not _has_ended(of.start, doc)
        and not _has_ended(title.start, doc)
    ):
        yield Held(person, title, of, None, "asserted")


def _owner_to(end: int, resolver: Resolver) -> Reference | None:
    """The actor named right before a title: "US", "Russia's", "Gazprom"."""
    doc, at = resolver.doc, end - 1
    while at > 0 and doc[at].lower_ in words()["titles"]["plain"]:
        at -= 1
    if at >= 0 and doc[at].lower_ in ("'s", "’s", "'", "’"):
        at -= 1
    mention = resolver.covering[at] if at >= resolver.sentence.start else None
    if mention is None or mention.entry.kind == "person":
        return None
    return resolver.named(mention)


def _may_hold(of: Reference) -> bool:
    return kind_of(of) in ("country", "organization", "group")


def _counterpart(mention: Mention, resolver: Resolver) -> Iterator[Held]:
    """ "President Putin and his counterpart Alexander Lukashenko": the same office in another country."""
    doc, at = resolver.doc, mention.start - 1
    at -= at > 0 and doc[at].text == ","
    if at < resolver.sentence.start + 1 or doc[at].lower_ != "counterpart":
        return
    of, person = _owner_to(at, resolver), resolver.named(mention)
    for other in resolver.mentions():
        title = title_to(doc, other.start) if other.entry.kind == "person" and other.end <= at else None
        if title is not None and of is not None and person is not None:
            yield Held(person, Title(title.text, title.speaks, at, at + 1), of, None, "asserted")
            return


def _beside(token: Token, resolver: Resolver) -> Iterator[Held]:
    """ "Maria Quispe, the foreign minister of Peru," and "Xi is China's president"."""
    title = title_around(token)
    if title is None or _has_ended(title.start, resolver.doc) or _is_to_come(title.end, resolver.doc):
        return
    head = resolver.doc[title.start : title.end].root
    named, verb = identified(head)
    persons = [each for each in all_direct(named, resolver) if kind_of(each) == "person"]
    of = [each for each in owners(head, resolver) if kind_of(each) != "person"]
    if not of:
        hosts = (resolver.doc[title.end - 1], head)
        where = ("of", "at", "for") if title.text.lower().startswith("spokes") else ("of", "at")
        of = [each for host in hosts for each in behind(host, where, resolver)]
        if title.text.lower() in words()["titles"]["vague"]:
            inner = (each for host in hosts for each in prepositional_objects(host, where))
            of = all_direct(inner, resolver)
    of = [
        each for each in {each.id: each for each in of}.values() if _may_hold(each) and each.how != "context"
    ]
    of = [each for each in of if each.start > head.i or not _has_ended(each.start, resolver.doc)]
    if not persons and len(of) == 1:
        # "Amos Tarus, who is Kenya's envoy": that is all that is known of him.
        strangers = [each for each in named if each.pos_ == "PROPN" and resolver.covering[each.i] is None]
        made = [introduced(resolver, each, of[0].at(each, "modifier", 0.8)) for each in strangers]
        persons = [each for each in made if each.proposed is not None]
    if len(persons) == 1 and len(of) == 1:
        yield Held(persons[0], title, of[0], verb, modality(verb) if verb is not None else "asserted")


def _has_ended(start: int, doc: Doc) -> bool:
    """ "Former", "ex-" before a title or its owner."""
    before = doc[start - 1].lower_ if start else ""
    return before in ended() or before == "-"


def _is_to_come(end: int, doc: Doc) -> bool:
    after = doc[end : end + 3].text.lower()
    return after.startswith(
        ("at the time", "-elect", "- elect", "elect", "-designate", "designate", "candidate")
    )
