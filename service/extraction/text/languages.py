"""Which language a text is in; every rule of the extractor is made for English."""

from __future__ import annotations

import unicodedata
from functools import cache

import py3langid

from service.extraction.text.refusing import refuse
from service.extraction.word_lists import toml_table

# More says nothing new, and py3langid 0.3 counts its features in 16 bits.
_SAMPLE = 10_000
# Below, names of foreign people and places weigh more than the words around them.
_FEW = 60
# Names of people and places can make a short text look foreign; no other language has as many of these.
_ENGLISH = frozenset((
    "the", "and", "of", "with", "that", "which", "from", "by", "were", "their",
    "this", "have", "would", "said", "after", "against", "between", "about", "into",
    "its", "who", "been", "than", "because", "while", "through", "where",
    "when", "they", "began", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday",
))  # fmt: skip
_SHARE = 0.07


def refuse_unless_english(text: str, where: str = "text") -> None:
    """Refuse a text without words or in another language, which is named.

    Fewer than 60 letters count as English, unless most of them are not Latin; a word that is there again
    says nothing new of the language.
    """
    sample = text[:_SAMPLE]
    letters = [character for character in "".join(dict.fromkeys(sample.split())) if character.isalpha()]
    if not letters:
        refuse(where, "holds no words")
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters) * 2 > len(letters)
    if latin and (len(letters) < _FEW or _full_of_english_words(sample)):
        return
    code, _ = py3langid.classify(sample)
    if code != "en":
        refuse(where, f"is in {names().get(code, 'a language')} ({code}); only English is read", ("en",))
    if not latin:
        refuse(where, "is not in Latin letters; only English is read", ("en",))


def _full_of_english_words(sample: str) -> bool:
    words = sample.lower().split()
    return sum(word in _ENGLISH for word in words) >= _SHARE * len(words)


@cache
def names() -> dict[str, str]:
    """The English names of the languages, by ISO 639-1 code."""
    found: dict[str, str] = toml_table("text", "languages.toml")["names"]
    return found
