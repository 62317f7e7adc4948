"""Names as they are spelt: folded to plain letters, and compared with each other."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA

# Accents of Latin, Greek and Cyrillic, and the points of Hebrew and Arabic, which most writers leave out.
MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]")
ABJAD = re.compile("[\u0590-\u07ff\ufb1d-\ufdff\ufe70-\ufeff]")
WITHIN_WORDS = re.compile("['’ʼ`.·]")
# OPEC+ is not OPEC.
SAID = {"+": "plus", "&": "and"}
SIGNS = re.compile("[+&]")
# As the index splits them: an apostrophe or full stop between letters belongs to the word.
WRITTEN = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
# anyascii writes each Chinese or Korean syllable with a capital.
WORD = re.compile("[A-Z]?[a-z0-9]+|[A-Z]+")
LIKE_WORDS = 0.6
INITIAL = 0.75
UNEQUAL = 0.99
# What is told by sound only is never the same beyond doubt; without the vowels less so.
BY_SOUND = 0.95
BY_CONSONANTS = 0.85
ALIKE_IN_ARABIC = str.maketrans("fpvgqc", "bbbkkk", "aeiouwyh")


@dataclass(frozen=True, slots=True)
class Spelling:
    """The words of a text: as written, without accents and marks in its own script, and in Latin letters."""

    written: tuple[str, ...]
    own: tuple[str, ...]
    plain: tuple[str, ...]
    foreign: bool
    abjad: bool


@lru_cache(maxsize=50_000)
def spelling(text: str) -> Spelling:
    """How `text` is spelt."""
    said = SIGNS.sub(lambda sign: f" {SAID[sign[0]]} ", text.casefold())
    written = tuple(WRITTEN.findall(said))
    bare = unicodedata.normalize("NFC", MARKS.sub("", unicodedata.normalize("NFKD", said)))
    plain = _words(WORD.findall(WITHIN_WORDS.sub("", anyascii(bare))))
    if not any(_foreign(letter) for letter in bare):
        return Spelling(written, plain, plain, foreign=False, abjad=False)
    own = _words(re.findall(r"[^\W_]+", WITHIN_WORDS.sub("", bare)))
    return Spelling(written, own, plain, foreign=True, abjad=ABJAD.search(bare) is not None)


def alike(one: Spelling, other: Spelling) -> float:
    """How alike two names are, 0 to 1, the same both ways; 1 only where they have the same words."""
    if not (one.foreign or other.foreign):
        return _alike(one.plain, other.plain)
    heard = BY_SOUND * _alike(one.plain, other.plain)
    if one.foreign and other.foreign:
        return max(_alike(one.own, other.own), heard)
    if one.abjad or other.abjad:
        bones = _alike(_consonants(one.plain), _consonants(other.plain))
        return max(heard, BY_SOUND * BY_CONSONANTS * bones)
    return heard


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    if not one or not other:
        return 0.0
    if sorted(one) == sorted(other):
        return 1.0
    # Written as one word, so that a blank too many or too few is one letter and not another word.
    run_together = OSA.normalized_similarity("".join(one), "".join(other))
    return min(UNEQUAL, max(run_together, _aligned(one, other)))


def _aligned(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Words paired with their like, whatever their order; each counts by its letters.

    Half of it is how much of both is paired, half how much of the one that is paired better: what is left
    out, a second name or half of a title, tells less than what is different.
    """
    found = [0.0, 0.0]
    for weight, mine, theirs in _paired(list(one), list(other)):
        found[0] += weight * len(mine)
        found[1] += weight * len(theirs)
    whole = (sum(map(len, one)), sum(map(len, other)))
    return (sum(found) / sum(whole) + max(found[0] / whole[0], found[1] / whole[1])) / 2


def _paired(one: list[str], other: list[str]) -> list[tuple[float, str, str]]:
    pairs = []
    for word in [word for word in one if word in other]:
        if word in other:
            one.remove(word)
            other.remove(word)
            pairs.append((1.0, word, word))
    near = [(likeness, a, b) for a in one for b in other if (likeness := _like(a, b)) >= LIKE_WORDS]
    # Which pair goes first must not depend on which name is asked for.
    for likeness, a, b in sorted(near, key=lambda p: (-p[0], -len(p[1]) - len(p[2]), sorted(p[1:]))):
        if a in one and b in other:
            one.remove(a)
            other.remove(b)
            pairs.append((likeness, a, b))
    return pairs


def _like(a: str, b: str) -> float:
    if 1 in (len(a), len(b)):
        return INITIAL if a[0] == b[0] else 0.0
    return float(OSA.normalized_similarity(a, b))


def _consonants(words: tuple[str, ...]) -> tuple[str, ...]:
    bare = (re.sub(r"(.)\1+", r"\1", word).translate(ALIKE_IN_ARABIC) for word in words)
    return tuple(word for word in bare if word)


def _words(found: list[str]) -> tuple[str, ...]:
    words = [word.lower() for word in found]
    return tuple([word for word in words if word != "the"] or words)


def _foreign(letter: str) -> bool:
    return ord(letter) > 0x24F and letter.isalpha() and not unicodedata.name(letter, "").startswith("LATIN")
