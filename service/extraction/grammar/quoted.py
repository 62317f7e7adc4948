"""Which words of a sentence stand in quotation marks."""

from __future__ import annotations

import re

from spacy.tokens import Token

# What closes single marks: an apostrophe within a word does not.
_CLOSED = re.compile(r"[^\s‘]['’](?!\w)")


def is_quoted(token: Token) -> bool:
    """Whether a word stands behind a mark of quotation that its sentence opens and has not closed."""
    if not token.doc.user_data["quotes"]:
        return False
    before = token.doc[token.sent.start : token.i].text
    if before.count("“") > before.count("”") or before.count('"') % 2 == 1:
        return True
    _, single, inside = before.rpartition("‘")
    return bool(single) and _CLOSED.search(inside) is None
