"""A question's text so that its rows come as one: the driver would read each by itself from the socket."""

from __future__ import annotations

import re

# A row by itself costs the driver two calls of the system; each hands the interpreter to another thread.
LAST = "\nRETURN "
# Which graph it is that answers: a question of its own would cost a fifth of a look-up.
AT_REVISION = "\nOPTIONAL MATCH (g:GraphState {id: 'graph'})\nRETURN rows, g.revision AS revision"
SIGN = re.compile(r"//[^\n]*|'(?:[^'\\]|\\.)*'|\b(?:ORDER BY|SKIP|LIMIT)\b|`\w+`|[\w$.]+|\S")


def columns_of(text: str) -> tuple[str, ...]:
    """The names of the columns that a statement returns, in order, each the last word of its expression."""
    found, depth, word = [], 0, ""
    for sign in SIGN.findall(text.rsplit(LAST, 1)[1]):
        if depth == 0 and sign in ("ORDER BY", "SKIP", "LIMIT"):
            break
        if depth == 0 and sign == ",":
            found.append(word.strip("`"))
        depth += (sign in "([{") - (sign in ")]}")
        word = sign if sign[:2] != "//" else word
    return (*found, word.strip("`"))


def in_one_row(text: str) -> str:
    """The statement with its rows as lists in one list, `rows`, in their order, and the `revision`."""
    names = ", ".join(f"`{name}`" for name in columns_of(text))
    # All of it is text of ours: the statement and its columns stand in one file of cypher/queries.
    return "\nWITH ".join(text.rsplit(LAST, 1)) + "\nWITH collect([" + names + "]) AS rows" + AT_REVISION
