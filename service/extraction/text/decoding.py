"""From what was sent to the text that is stored: all offsets of an article refer to this text."""

from __future__ import annotations

import codecs
import re
import unicodedata

from service.claims.identity import clean_text
from service.extraction.text.refusing import LARGEST, refuse, refuse_larger

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Controls, lone surrogates, soft hyphens, marks of direction, of no width, and invisible tags.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
# What a text has none of and a picture or an archive many; but UTF-16 read as UTF-8 is half NULs.
_BINARY = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_PERHAPS_MARKED = re.compile("[^\x00-\u02ff]{31,}")


def stored_text(content: str | bytes, where: str = "text", largest: int = LARGEST) -> str:
    """The text as it is stored: decoded, in NFC, lines ended by LF, without characters that nobody sees.

    Raises InvalidInput where it is empty, no text, or longer than `largest` characters.
    """
    # No encoding takes more than four bytes for a character, so nothing that large need be decoded.
    refuse_larger(where, content, largest if isinstance(content, str) else 4 * largest)
    text = content if isinstance(content, str) else decoded(content)
    if len(_BINARY.findall(text)) * 20 > len(text):
        refuse(where, "is not a text but binary data")
    text = _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))
    text = clean_text(_PERHAPS_MARKED.sub(_fewer_marks, text))
    if not text.strip():
        refuse(where, "is empty")
    refuse_larger(where, text, largest)
    return text


def decoded(content: bytes) -> str:
    """UTF-8, else what the byte order mark says, else Windows-1252, which gives every byte a character."""
    try:
        return content.decode(_wide(content) or "utf-8")
    except UnicodeDecodeError:
        named = (name for mark, name in _MARKS if content.startswith(mark))
        return content.decode(next(named, "cp1252"), "replace")


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of most English letters is NUL."""
    sample = content[:4096]
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" not in sample:
        return None
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[first::2].count(0) * 2 > len(sample) / 2 and 0 not in sample[1 - first :: 2]:
            return name
    return None


def _fewer_marks(run: re.Match[str]) -> str:
    """At most 30 accents on one letter, as in UAX 15's stream-safe text: sorting a million takes hours."""
    kept, marks = [], 0
    for character in run[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= 30:
            kept.append(character)
    return "".join(kept)
