"""What the words of a line look like: a headline, a line without an end, or prose."""

from __future__ import annotations

import re

# Words that headlines in title case leave in lower case.
_SMALL = frozenset(
    (  # noqa: SIM905 - sixty words are read as text, not as a list
        "a an the and but or nor for of in on at to by as if with from over into onto after amid before vs"
        " via per is it its that than up off out about against between de la le du el al bin ibn von van der"
    ).split()
)
_STOP = re.compile(r"[.!?…][\"'”’»)\]\s*]*$")
_ASKED = re.compile(r"[!?][\"'”’»)\]]*$")
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}[\"'”’)]*$")
_OPEN = (":", ";", ",", "-", "–", "—")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LONGEST = 25


def title_case(words: str) -> bool:
    """Whether all but the small words begin with a capital, as in English headlines."""
    weighty = [word for word in _WORD.findall(words) if word.lower() not in _SMALL]
    capitals = sum(word[0].isupper() for word in weighty)
    return bool(weighty) and capitals >= 0.8 * len(weighty)


def stopped(words: str) -> bool:
    """Whether a sentence ends here."""
    return _STOP.search(words[-12:]) is not None


def headline_like(words: str) -> bool:
    """Whether it is short, and neither ends a sentence nor leads on to what follows."""
    if length(words) > _LONGEST or words.rstrip("*_").endswith(_OPEN):
        return False
    if not stopped(words):
        return True
    asked = _ASKED.search(words) is not None and length(words) > 2
    return title_case(words) and (asked or _INITIALS.search(words[-12:]) is not None)


def length(words: str) -> int:
    """How many words there are."""
    return words.count(" ") + 1
