"""Which words of a sentence stand in quotation marks."""

from __future__ import annotations

from spacy.tokens import Token


def is_quoted(token: Token) -> bool:
    """Whether a word stands behind a mark of quotation that its sentence opens and has not closed."""
    if not token.doc.user_data["quotes"]:
        return False
    before = token.doc[token.sent.start : token.i].text
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
