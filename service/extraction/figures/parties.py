"""Whose a noun is, by the words before it and behind it, and the country of a figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from service.extraction.names.gazetteer import gazetteer
from service.extraction.names.memory import Reference, country_at
from service.extraction.names.references import Resolver

_BEFORE = frozenset(("amod", "compound", "nmod", "poss", "npadvmod", "nummod", "punct", "dep", "conj"))
_PREPOSITIONS = frozenset(("prep", "agent", "dative"))
# Sectors whose bodies are their country in a figure: what an army spends, its country spends.
_OF_THE_STATE = frozenset(("GOV", "MIL", "SPY", "COP", "LEG", "JUD"))


def owners(noun: Token, resolver: Resolver) -> list[Reference]:
    """The actors named before a noun: "its", "China's", "Chinese", "China-Russia"; each once, in order."""
    found: dict[str, Reference] = {}
    for child in noun.lefts:
        if child.dep_ in _BEFORE:
            for reference in _of_modifier(child, noun, resolver):
                found.setdefault(reference.id, reference)
    return list(found.values())


def _of_modifier(child: Token, noun: Token, resolver: Resolver) -> Iterator[Reference]:
    if child.dep_ == "poss" and child.pos_ == "PRON" and child.lower_ != "whose":
        yield from resolver.pronoun(child)
        return
    named = list(_named(child.left_edge.i, min(child.right_edge.i + 1, noun.i), resolver))
    yield from named
    if not named and child.dep_ == "poss" and child.pos_ in ("NOUN", "PROPN"):
        yield from resolver.all([child])


def _named(start: int, end: int, resolver: Resolver) -> Iterator[Reference]:
    at = start
    while at < end:
        mention = resolver.covering[at]
        if mention is None:
            at += 1
            continue
        reference = resolver.named(mention)
        if reference is not None and not before_participle(resolver, mention.end):
            yield reference
        at = max(mention.end, at + 1)


def before_participle(resolver: Resolver, end: int) -> bool:
    """Whether a name that ends here only belongs to a participle: "US-backed"."""
    doc = resolver.doc
    return end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].tag_ in ("VBN", "VBD", "VBG")


def behind(
    word: Token,
    prepositions: Iterable[str],
    resolver: Resolver,
    other_than: frozenset[str] = frozenset(),
) -> list[Reference]:
    """The actors that stand behind one of these prepositions of a word, as nouns other than some."""
    wanted = frozenset(prepositions)
    objects = [
        inner
        for child in word.children if child.dep_ in _PREPOSITIONS and child.lower_ in wanted
        for inner in child.children if inner.dep_ in ("pobj", "pcomp") and inner.pos_ != "VERB"
    ]  # fmt: skip
    objects = [each for each in objects if each.lemma_.lower() not in other_than]
    return resolver.all(objects, places=True, context=False)


def marked_for(word: Token, resolver: Resolver) -> list[Reference]:
    """ "A loan for Peru to repair roads": the parser takes Peru for the subject of an infinitive."""
    clauses = [
        child
        for host in (word, word.head) for child in host.children
        if child.dep_ in ("advcl", "relcl", "acl")
        and any(mark.dep_ == "mark" and mark.lower_ == "for" for mark in child.children)
    ]  # fmt: skip
    subjects = [each for clause in clauses for each in clause.children if each.dep_ == "nsubj"]
    return resolver.all(subjects, places=True, context=False)


def as_country(reference: Reference) -> Reference:
    """A person, ministry or army as the country for which it acts; a company or body as itself."""
    entry = gazetteer().entries.get(reference.id)
    home = reference.code.lower()
    if home == reference.id or home not in gazetteer().entries or entry is None:
        return reference
    # The bundled organizations of states have ids such as "ukr-armed-forces".
    state = entry.sector in _OF_THE_STATE or entry.id.startswith(f"{home}-")
    if entry.kind == "person" or state:
        return replace(reference, id=home, score=round(reference.score * 0.9, 3))
    return reference


def of_the_text(resolver: Resolver, others: frozenset[str]) -> list[Reference]:
    """The only country that the sentence names beside `others`; where it names none, that of the text."""
    named = resolver.by_code(resolver.mentions())
    named = {code: each for code, each in named.items() if code not in others}
    if len(named) == 1:
        return [replace(each, how="context", score=0.7) for each in named.values()]
    focus = resolver.memory.focus() if not named else None
    focus = focus if focus not in others else None
    start = resolver.sentence.start
    return [country_at(focus, start, "context", 0.5)] if focus is not None else []
