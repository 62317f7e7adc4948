"""Where a text names actors and places, by the gazetteer; longest names first."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Token

from service.extraction.grammar.parsing import pipeline
from service.extraction.names.gazetteer import Entry, Naming, gazetteer
from service.extraction.names.longer_names import (
    begins_an_aged_name,
    is_of_a_longer_party,
    is_part_of_another,
)
from service.extraction.names.peoples import settle_peoples
from service.extraction.word_lists import word_lists

_WORDS = word_lists("names", "reference_words.toml")


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `start` to `end` of a document, and what they name; `others` are the readings not chosen."""

    start: int
    end: int
    entry: Entry
    how: str
    others: tuple[Entry, ...] = ()


@cache
def _matcher() -> PhraseMatcher:
    matcher = PhraseMatcher(pipeline().vocab, attr="ORTH")
    for name in sorted(gazetteer().names):
        matcher.add(name, [pipeline().make_doc(name)])
    return matcher


def mentions(doc: Doc, day: str | None, seen: set[str], told: Collection[str] = ()) -> list[Mention | None]:
    """For each token the mention that covers it; `day` (ISO) is when the text was written, where known.

    `seen` has the ids of the persons that the text named before; those named here are added. `told` has the
    codes of whom it named before.
    """
    covering: list[Mention | None] = [None] * len(doc)
    strings = doc.vocab.strings
    found = sorted(_matcher()(doc), key=lambda match: (match[1] - match[2], match[1]))
    for key, start, end in found:
        if any(covering[start:end]):
            continue
        mention = _chosen(doc, start, end, gazetteer().names[strings[key]], day)
        if mention is not None and not _is_a_namesake(doc, mention, strings[key], covering[:start], seen):
            covering[start:end] = [mention] * (end - start)
    seen |= {m.entry.id for m in covering if m is not None and m.entry.kind == "person"}
    _surnames(doc, covering, day, seen)
    settle_peoples(doc, covering, told)
    return _without_far_chambers(doc, covering, told)


def _without_far_chambers(
    doc: Doc, covering: list[Mention | None], told: Collection[str]
) -> list[Mention | None]:
    """ "Congress" behind the names of Peru alone is not the one in Washington."""
    named: set[str | None] = set(told)
    kept: list[Mention | None] = []
    for mention in covering:
        far = mention is not None and _is_a_chamber(doc, mention) and mention.entry.code not in named
        if far and sum(code is not None and gazetteer().is_country(code) for code in named) == 1:
            kept.append(None)
            continue
        kept.append(mention)
        if mention is not None:
            named.add(mention.entry.code)
    return kept


def _is_a_chamber(doc: Doc, mention: Mention) -> bool:
    return mention.end == mention.start + 1 and doc[mention.start].text in _WORDS["chambers"]


def _names_a_stranger(doc: Doc, at: int, name: str) -> bool:
    """ "Its minister, Leo Tarus, … Tarus said": whether a longer name before ends with the surname."""
    return any(
        len(entity) > 1 and entity.label_ == "PERSON" and entity[-1].text == name and entity.start < at
        for entity in doc.ents
    )


def _is_a_namesake(
    doc: Doc, mention: Mention, name: str, before: list[Mention | None], seen: set[str]
) -> bool:
    """Whether a bare surname is that of another whom the text named in full: "Ash Carter ... Carter"."""
    if mention.entry.kind != "person" or mention.end - mention.start > 1:
        return False
    if mention.entry.id not in seen and _names_a_stranger(doc, mention.start, name):
        return True
    named = seen | {each.entry.id for each in before if each is not None}
    others = {entry.id for entry in gazetteer().surnames.get(name, ())} - {mention.entry.id}
    return mention.entry.id not in named and not others.isdisjoint(named)


def _chosen(doc: Doc, start: int, end: int, namings: Sequence[Naming], day: str | None) -> Mention | None:
    if not _is_a_name(doc, start, end, namings):
        return None
    ranked = sorted(namings, key=lambda naming: (_doubt(naming, doc, start, end, day), naming.entry.id))
    first = ranked[0]
    others = tuple(dict.fromkeys(each.entry for each in ranked[1:] if each.entry != first.entry))
    return Mention(start, end, first.entry, first.how, others)


def _is_a_name(doc: Doc, start: int, end: int, namings: Sequence[Naming]) -> bool:
    if is_part_of_another(doc, start, end):
        return False
    if end - start > 1:
        # "Kenyan rights groups" are Kenya's, others of no country; "until March 14" is a day, no alliance.
        owned = doc[start].is_lower and start and doc[start - 1].is_title and doc[start - 1].tag_ != "DT"
        return not (owned or doc[start].ent_type_ == "DATE" or is_of_a_longer_party(doc, start))
    first = doc[start]
    if first.lower_ == "west":
        before = doc[start - 1].lower_ if start else ""
        return before in ("the", "") and not (end < len(doc) and doc[end].is_title)
    if namings[0].entry.kind == "person":
        return _is_a_person(first, namings)
    if namings[0].how == "demonym":
        # "ethnic Serbs" are citizens of wherever they live.
        other = bool(start) and doc[start - 1].lower_ == "ethnic"
    else:
        other = begins_an_aged_name(doc, end)
    return not other and (first.ent_type_ != "PERSON" or not _is_inside_a_name(first))


def _is_inside_a_name(token: Token) -> bool:
    """Whether a place is part of a longer name that the gazetteer does not know: "Jordan Peterson"."""
    return token.ent_iob_ == "I" or _precedes_more(token)


def _is_a_person(token: Token, namings: Sequence[Naming]) -> bool:
    if token.ent_type_ in ("DATE", "TIME", "MONEY"):
        return False
    if token.pos_ not in ("PROPN", "NOUN", "ADJ", "X", "VERB", "ADV"):
        return False
    if _goes_on(token) or _is_hyphenated(token):
        return False
    if token.i == 0 or token.ent_iob_ != "I" or token.ent_type_ != "PERSON":
        return True
    before = token.doc[token.i - 1]
    return before.ent_type_ != "PERSON" or _same_person(before, namings)


def _is_hyphenated(token: Token) -> bool:
    """ "Namaliu-Brandt" is not Brandt, "Al-Sisi" is Sisi."""
    if token.i < 2 or token.nbor(-1).text != "-" or token.nbor(-1).whitespace_:
        return False
    return token.nbor(-2).lower_ not in ("al", "el")


def _goes_on(token: Token) -> bool:
    """Whether a name's first word is followed by more of it: "Rosa Quispe" is not called Rosa."""
    return _precedes_more(token) and token.nbor().is_title


def _precedes_more(token: Token) -> bool:
    """Whether the next word belongs to the same person's name."""
    after = token.doc[token.i + 1 : token.i + 2]
    return any(each.ent_type_ == "PERSON" and each.ent_iob_ == "I" for each in after)


def _same_person(before: Token, namings: Sequence[Naming]) -> bool:
    return not before.text.istitle() or any(before.text in naming.entry.name.split() for naming in namings)


_DOUBLED = re.compile(r"(.)\1")
# Where the words name another country too, that is the one: "Dominican", "Samoan".
_RARER = frozenset(("dma", "asm"))
_DOUBTS = {"name": 0, "demonym": 0, "metonym": 1, "surname": 1, "place": 2}


def _doubt(naming: Naming, doc: Doc, start: int, end: int, day: str | None) -> tuple[int, int]:
    entry = naming.entry
    out_of_office = 0
    if day is not None and entry.offices:
        out_of_office = not any(office.held_on(day) for office in entry.offices)
    known = _DOUBTS[naming.how] + (entry.id in _RARER)
    if entry.kind == "person" and doc[start].ent_type_ in ("GPE", "LOC", "NORP"):
        known += 2
    return known, out_of_office


_TITLES = _WORDS["titles_before_surnames"]
_TITLES_OF_FIRST_NAMES = _WORDS["titles_before_first_names"]


def _surnames(doc: Doc, covering: list[Mention | None], day: str | None, seen: set[str]) -> None:
    """A surname alone counts behind a title, or where the text named the person in full before."""
    for token in doc:
        if covering[token.i] is not None or token.pos_ != "PROPN":
            continue
        before = doc[token.i - 1].lower_ if token.i else ""
        ruling, titled = before in _TITLES_OF_FIRST_NAMES, before in _TITLES
        known = ruling or titled or token.text in gazetteer().surnames
        if not known or _goes_on(token) or _is_hyphenated(token):
            continue
        named = gazetteer().surnames.get(token.text, ())
        fitting = _by_first_name(token, seen) if ruling else []
        fitting = fitting or [entry for entry in named if entry.id in seen]
        # "President Samia" behind "President Samia Suluhu Hassan"
        fitting = fitting or ((_by_first_name(token, seen) or list(named)) if titled else [])
        fitting = _of_the_country_before(token, covering, fitting)
        if not fitting:
            continue
        fitting.sort(
            key=lambda entry: (_doubt(Naming(entry, "surname"), doc, token.i, token.i + 1, day), entry.id)
        )
        covering[token.i] = Mention(token.i, token.i + 1, fitting[0], "surname", tuple(fitting[1:]))


def _by_first_name(token: Token, seen: set[str]) -> list[Entry]:
    """ "Sheikh Mohammed" after "Mohamed bin Zayed": rulers go by their first names, spelt in many ways."""
    known = (gazetteer().entries[id_] for id_ in sorted(seen) if id_ in gazetteer().entries)
    return [entry for entry in known if _plain(entry.name.split()[0]) == _plain(token.text)]


def _plain(name: str) -> str:
    return _DOUBLED.sub(r"\1", name.lower())


def _of_the_country_before(token: Token, covering: list[Mention | None], named: list[Entry]) -> list[Entry]:
    """ "Peru's Quispe", "Kenyan minister Tarus": of those of a name the one of the country before it."""
    first = max(token.sent.start, token.i - 5)
    commas = [each.i for each in token.doc[first : token.i] if each.text == ","]
    near = {
        mention.entry.code
        for mention in covering[max([first, *commas]) : token.i]
        if mention is not None and mention.entry.kind == "country"
    }
    return [entry for entry in named if not near or entry.code in near]
