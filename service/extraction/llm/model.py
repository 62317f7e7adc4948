"""An article read by a model instead of by rules: off unless LLM_BASE_URL names a server."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.claims.model import Publication
from service.claims.records import parse_record
from service.extraction.documents import Sentence
from service.extraction.llm.model_answers import Reading, claims_of, proposals
from service.extraction.llm.model_prompt import pieces, question
from service.extraction.llm.model_server import Door, Unanswered, ask, door_of

__all__ = ["Door", "ModelAnswer", "door_of", "read_by_model"]

# A longer article would keep a request waiting for an hour.
MOST_PIECES = 20


@dataclass(frozen=True)
class ModelAnswer:
    """Claim records as in a claims file, without header; what was dropped, by reason; what failed, if so.

    With `degraded` there are no claims: the answer to half an article would look like that to all of it.
    """

    claims: list[dict[str, Any]]
    dropped: Counter[str]
    degraded: str | None = None


def read_by_model(
    door: Door,
    sentences: Sequence[Sentence],
    article: Mapping[str, Any],
    resolve: Callable[[str], str | None],
) -> ModelAnswer:
    """The claims that the model finds in these sentences; never raises for anything that the server does.

    `article` holds title, published_on, outlet and language; `resolve` gives the id of an actor's name.
    """
    parts = list(pieces(sentences))
    if len(parts) > MOST_PIECES:
        return _failed(f"the article is longer than {MOST_PIECES} requests can hold")
    reading = Reading(_header(article), _method(door.model), resolve)
    claims: list[dict[str, Any]] = []
    dropped: Counter[str] = Counter()
    for piece in parts:
        try:
            proposed = proposals(ask(door, question(door.model, piece, article)))
        except Unanswered as failure:
            return _failed(str(failure))
        found, refused = claims_of(proposed, piece, reading)
        claims += found
        dropped += refused
    unsent = len(sentences) - sum(map(len, parts))
    if unsent:
        dropped["sentence too long to ask about"] = unsent
    return ModelAnswer(claims, dropped)


def _failed(why: str) -> ModelAnswer:
    return ModelAnswer([], Counter(), why)


def _method(model: str) -> str:
    """`llm@MODEL` with the characters that a method may have."""
    return "llm@" + re.sub(r"[^\w.:/-]", "-", model)[:80]


def _header(article: Mapping[str, Any]) -> Publication:
    """A header to check the claims below: of the article's own, only the date decides if they are valid."""
    record = {
        "record": "article",
        "url": "https://article.invalid/",
        "title": "An article",
        "outlet": "outlet",
        "published_on": article["published_on"],
        "sha256": "0" * 64,
    }
    header = parse_record(record, None, "article")
    assert isinstance(header, Publication)  # noqa: S101 - the record says so
    return header
