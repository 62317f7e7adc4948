"""Offices that a sentence gives to persons: title, person, and the country or body whose office it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from service.extraction.figures.parties import behind, owners
from service.extraction.figures.standing import modality
from service.extraction.names.memory import Reference
from service.extraction.names.mentions import Mention
from service.extraction.names.references import Resolver
from service.extraction.relations.relation_words import ended, words
from service.extraction.relations.ties import all_direct, identified, kind_of

_LONGEST = 5
_SMALL = frozenset(("of", "the", "and", "for"))


@dataclass(frozen=True)
class Title:
    """A title at tokens `start` to `end`, and whether its holder speaks for the body."""

    text: str
    speaks: bool
    start: int
    end: int


@dataclass(frozen=True)
class Held:
    """An office and who holds it in what."""

    person: Reference
    title: Title
    of: Reference
    verb: Token | None
    modality: str


@cache
def titles() -> Mapping[tuple[str, ...], bool]:
    """Titles as tuples of words, each with whether it speaks for its body."""
    table: Mapping[str, Any] = words()["titles"]
    found = {_split(title): True for title in table["speaking"]}
    return found | {_split(title): False for title in table["silent"]}


def _split(title: str) -> tuple[str, ...]:
    return tuple(title.replace("-", " - ").split())


@cache
def last_words() -> frozenset[str]:
    """The words with which titles end and the nouns that head them."""
    return frozenset(word for title in titles() for word in (title[-1], title[0]))


def offices(resolver: Resolver) -> Iterator[Held]:
    """The offices of persons whom the gazetteer knows."""
    seen: set[str] = set()
    for mention in resolver.mentions():
        if mention.entry.kind != "person":
            continue
        for held in (*_before(mention, resolver), *_counterpart(mention, resolver)):
            if held.person.id not in seen:
                seen.add(held.person.id)
                yield held
    for token in resolver.sentence:
        if (
            token.lower_ in last_words()
            and token.pos_ in ("NOUN", "PROPN")
            and resolver.covering[token.i] is None
        ):
            for held in _beside(token, resolver):
                if held.person.id not in seen:
                    seen.add(held.person.id)
                    yield held


def _before(mention: Mention, resolver: Resolver) -> Iterator[Held]:
    """ "Gazprom CEO Alexei Miller", "Russia's president, Vladimir Putin"."""
    doc = resolver.doc
    end = mention.start - (mention.start > 0 and doc[mention.start - 1].text == ",")
    title = _title_to(doc, end)
    person = resolver.named(mention)
    if title is None or person is None:
        return
    of = _owner_to(title.start, resolver)
    if of is None and end < mention.start:
        return
    if (
        of is not None
        and _may_hold(of)
        and not _has_ended(of.start, doc)
        and not _has_ended(title.start, doc)
    ):
        yield Held(person, title, of, None, "asserted")


def _title_to(doc: Doc, end: int) -> Title | None:
    """The longest title that ends before a token, with "deputy" and the like."""
    for length in range(min(_LONGEST, end), 0, -1):
        start = end - length
        speaks = titles().get(tuple(token.lower_ for token in doc[start:end]))
        if speaks is None:
            continue
        while start and doc[start - 1].lower_ in words()["titles"]["prefixes"]:
            start -= 1
        return Title(_shown(doc, start, end), speaks, start, end)
    return None


def _shown(doc: Doc, start: int, end: int) -> str:
    capitals: Mapping[str, str] = words()["titles"]["capitals"]
    shown = [
        capitals.get(token.lower_)
        or (token.lower_ if token.lower_ in _SMALL else token.text[:1].upper() + token.text[1:])
        for token in doc[start:end]
    ]
    return " ".join(shown).replace(" - ", "-")


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
        title = _title_to(doc, other.start) if other.entry.kind == "person" and other.end <= at else None
        if title is not None and of is not None and person is not None:
            yield Held(person, Title(title.text, title.speaks, at, at + 1), of, None, "asserted")
            return


def _beside(token: Token, resolver: Resolver) -> Iterator[Held]:
    """ "Maria Quispe, the foreign minister of Peru," and "Xi is China's president"."""
    title = _title_around(token)
    if title is None or _has_ended(title.start, resolver.doc) or _is_to_come(title.end, resolver.doc):
        return
    head = resolver.doc[title.start : title.end].root
    named, verb = identified(head)
    if not named and verb is None and head.head.lemma_.lower() in ("elect", "appoint", "name"):
        return
    persons = [each for each in all_direct(named, resolver) if kind_of(each) == "person"]
    of = [each for each in owners(head, resolver) if kind_of(each) != "person"]
    if not of:
        of = behind(resolver.doc[title.end - 1], ("of", "at"), resolver) + behind(
            head, ("of", "at"), resolver
        )
    of = [
        each for each in {each.id: each for each in of}.values() if _may_hold(each) and each.how != "context"
    ]
    of = [each for each in of if each.start > head.i or not _has_ended(each.start, resolver.doc)]
    if len(persons) == 1 and len(of) == 1:
        yield Held(persons[0], title, of[0], verb, modality(verb) if verb is not None else "asserted")


def _title_around(token: Token) -> Title | None:
    """The longest title that ends with a token, or that it begins with "of": "secretary of state"."""
    doc = token.doc
    for end in range(min(token.i + 4, len(doc)), token.i, -1):
        title = _title_to(doc, end)
        if title is not None and title.start <= token.i:
            return title
    return None


def _has_ended(start: int, doc: Doc) -> bool:
    """ "Former", "ex-" before a title or its owner."""
    before = doc[start - 1].lower_ if start else ""
    return before in ended() or before == "-"


def _is_to_come(end: int, doc: Doc) -> bool:
    after = doc[end : end + 2].text.lower()
    return after.startswith(("-elect", "- elect", "elect", "-designate", "designate", "candidate"))
