"""Names inside longer ones that name somebody else, or nobody: parties, seas, double names."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from service.extraction.names.gazetteer import gazetteer
from service.extraction.word_lists import word_lists

_WORDS = word_lists("names", "reference_words.toml")
_AGE = re.compile(r"[1-9]\d")
_AMERICAS = frozenset(("South", "Latin", "Central", "Spanish", "Pan"))
_WATERS = frozenset(("sea", "gulf", "strait", "bay", "ocean"))


def is_part_of_another(doc: Doc, start: int, end: int) -> bool:
    """Whether the words at `start` to `end` belong to the name of a water, a person or a place."""
    return (
        _is_half_of_an_adjective(doc, end)
        or _is_a_sea(doc, start, end)
        or _ends_a_double_name(doc, start)
        or _is_of_a_continent(doc, start)
        or _is_of_a_province(doc, start, end)
    )


def _is_of_a_province(doc: Doc, start: int, end: int) -> bool:
    """ "The Western Province", "Western Cape": no side of the world."""
    return doc[start].text == "Western" and end < len(doc) and doc[end].tag_ == "NNP"


def _is_of_a_continent(doc: Doc, start: int) -> bool:
    """ "Latin American leaders", "the South American mainland": not the United States."""
    if start == 0 or not doc[start].text.startswith("American"):
        return False
    before = doc[max(0, start - 2) : start].text
    return doc[start - 1].text in _AMERICAS or before in ("Inter-", "Pan-")


def is_of_a_longer_party(doc: Doc, start: int) -> bool:
    """ "The New Democratic Party", "the National Democratic Alliance": other parties than the gazetteer's."""
    before = doc[start - 1 : start].text if start else ""
    return doc[start].text in _WORDS["party_words"] and before in _WORDS["party_prefixes"]


def begins_an_aged_name(doc: Doc, end: int) -> bool:
    """ "Santiago Tarus Rojas, 47, was flown out": whether a name goes on to a surname and an age."""
    while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].lower_ not in gazetteer().roles:
        end += 1
        if is_aged(doc, end):
            return True
    return False


def _is_a_sea(doc: Doc, start: int, end: int) -> bool:
    """ "The Sea of Japan", "the South China Sea": waters that are nobody's."""
    if end < len(doc) and doc[end].lower_ in _WATERS:
        return True
    return start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in _WATERS


def _ends_a_double_name(doc: Doc, start: int) -> bool:
    """ "Mahdavi-Kia" names no carmaker: behind the hyphen of a name that is no actor's."""
    if start < 2 or doc[start - 1].text != "-" or doc[start - 1].whitespace_ or doc[start - 2].whitespace_:
        return False
    before = doc[start - 2]
    names = (
        before.pos_ == doc[start].pos_ == "PROPN" and before.dep_ == "compound" and before.head == doc[start]
    )
    # "Al-Sisi" is Sisi.
    article = before.lower_ in ("al", "el")
    return names and before.text.istitle() and before.text not in gazetteer().names and not article


def _is_half_of_an_adjective(doc: Doc, end: int) -> bool:
    """ "Paris-based" and the like name no actor; "US-led" and "Israeli-Palestinian" do."""
    if end + 1 >= len(doc) or doc[end].text != "-" or doc[end].whitespace_:
        return False
    return doc[end + 1].lower_ in ("based", "born", "area")


def is_aged(doc: Doc, end: int) -> bool:
    """ "Rosa Quispe, 61, said": whether an age stands between commas behind a name that ends before `end`."""
    behind = [each.text for each in doc[end : end + 3]]
    return behind[:1] == behind[2:] == [","] and _AGE.fullmatch(behind[1]) is not None
