"""Names as Lucene queries, made of letters and digits only: nothing that is asked can be an operator."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from anyascii import anyascii

from service.queries.matching.spelling import Spelling, spelling

# Lucene refuses more than 1,024 clauses, and an inexact word may become fifty in each of two fields.
MOST_WORDS = 24
MOST_INEXACT = 6
LATIN = (*range(0xE0, 0x180), *range(0x1A0, 0x1B5), *range(0x1CD, 0x220), *range(0x1E00, 0x1F00))
# A vowel may be written or not, and so may its length.
VOWELS = "[aeiouwyhàáâãäåāăèéêëēěìíîïīıòóôõöøōőùúûüūůűýÿ]*"
BESIDE = {letter: group for group in ("bfpv", "kqgc") for letter in group}


def like(texts: Iterable[str]) -> str:
    """A query for actors with a name like one of `texts`: any of the words, nearly so or run together."""
    spellings = [spelling(text) for text in texts]
    exact = list(dict.fromkeys(word for each in spellings for word in _exact(each)))[: MOST_WORDS * 2]
    edits = {
        word: _edits(word, each)
        for each in spellings
        for word in (*each.plain, *each.written)
        if len(word) > 2
    }
    inexact = sorted(edits, key=len, reverse=True)[:MOST_INEXACT]
    bones = [word for each in spellings if each.abjad for word in each.plain][:MOST_INEXACT]
    parts = [f'"{word}"^2' for word in exact]
    parts += [f"{word}~{edits[word]}" for word in inexact]
    parts += [f"/{_voiced(word)}/" for word in bones if len(word) > 1]
    return " ".join(parts)


def beginning(text: str) -> str:
    """A query for actors whose names hold all words of `text`, of which the last may be unfinished."""
    spelt = spelling(text)
    forms = dict.fromkeys(
        _begun([_accented(word) for word in words[:MOST_WORDS]]) for words in (spelt.written, spelt.plain)
    )
    return " ".join(f"({form})" for form in forms if form)


def _accented(word: str) -> str:
    """A regular expression for `word` with or without accents, and with either apostrophe."""
    return "".join(_variants().get(anyascii(letter), letter) for letter in word)


def _begun(words: Sequence[str]) -> str:
    if not words:
        return ""
    return " ".join([f"+/{word}/" for word in words[:-1]] + [f"+/{words[-1]}.*/"])


def _edits(word: str, spelt: Spelling) -> int:
    return 2 if len(word) > (4 if spelt.foreign else 7) else 1


def _exact(spelt: Spelling) -> Iterator[str]:
    """Its words, neighbours as one word, and a word of the length of two as two."""
    yield from spelt.written[:MOST_WORDS]
    yield from spelt.plain[:MOST_WORDS]
    plain = spelt.plain[:MOST_WORDS]
    yield from (first + second for first, second in pairwise(plain))
    if 2 < len(plain) < 5:
        yield "".join(plain)
    for word in plain if len(plain) == 1 else ():
        if len(word) < 6:
            yield ".".join(word)
        for end in range(2, min(len(word), MOST_WORDS) - 1):
            yield from (word[:end], word[end:])


def _voiced(word: str) -> str:
    """A regular expression for Latin spellings of a word of an alphabet that writes consonants only."""
    consonants = re.sub("[aeiouwyh]", "", re.sub(r"(.)\1+", r"\1", word))
    return VOWELS + "".join(f"[{BESIDE.get(letter, letter)}]+{VOWELS}" for letter in consonants)


@cache
def _variants() -> dict[str, str]:
    found = {"'": "'’"}
    for letter in map(chr, LATIN):
        plain = anyascii(letter)
        if letter.islower() and len(plain) == 1:
            found[plain] = found.get(plain, plain) + letter
    return {plain: f"[{_ranges(letters)}]" for plain, letters in found.items()}


def _ranges(letters: str) -> str:
    """The letters, in order, as ranges: Lucene takes as long as there are parts.

    A range may hold the capitals between small letters, of which there are none in the index.
    """
    found: list[tuple[str, str]] = []
    for letter in letters:
        between = range(ord(found[-1][1]) + 1 if found else 0, ord(letter))
        if found and all(chr(code).isupper() for code in between):
            found[-1] = (found[-1][0], letter)
        else:
            found.append((letter, letter))
    return "".join(first if first == last else f"{first}-{last}" for first, last in found)
