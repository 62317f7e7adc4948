"""A question's text so that its rows come as one: the driver would read each by itself from the socket."""

from __future__ import annotations

import re

# A row by itself costs the driver two calls of the system; each hands the interpreter to another thread.
LAST = "\nRETURN "
# Which graph it is that answers: a question of its own would cost a fifth of a look-up. It is read first:
# what is written meanwhile may be in the rows, but rows that lack it never go by its revision.
AT_REVISION = (
    "OPTIONAL MATCH (g:GraphState {id: 'graph'})\nWITH g.revision AS at_revision\nCALL (at_revision) {\n"
)
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
    rows = "\nWITH ".join(text.rsplit(LAST, 1)) + "\nRETURN collect([" + names + "]) AS rows\n}"
    return AT_REVISION + rows + "\nRETURN rows, at_revision AS revision"
