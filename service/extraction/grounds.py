"""What stands behind a claim: its sentence, the words and actors that a rule saw, the speech act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Token

from service.extraction.events.dating import Dated
from service.extraction.events.quotations import Quotation
from service.extraction.grammar.parsing import offset_of
from service.extraction.names.memory import Reference

# Speech acts by the lemma of the verb that reports, where it says more than "statement".
_ACTS = {
    "warn": "warning",
    "accuse": "accusation",
    "allege": "accusation",
    "deny": "denial",
    "announce": "announcement",
    "declare": "declaration",
    "promise": "promise",
    "pledge": "promise",
    "vow": "promise",
    "demand": "demand",
    "urge": "request",
    "condemn": "condemnation",
    "praise": "praise",
    "thank": "thanks",
    "threaten": "threat",
}


Roles = Mapping[str, Sequence[Reference]]


@dataclass(frozen=True)
class Stated:
    """One sentence: its article's text, its paragraph's parse and offset, evidence, dates, quotations."""

    text: str
    doc: Doc
    base: int
    evidence: dict[str, Any]
    dates: list[Dated]
    quoted: Sequence[Quotation]

    def why(self, rule: str, words: Iterable[int], roles: Roles) -> dict[str, Any]:
        """Why a claim is made: the rule, the words that it saw, the actors and how they were resolved."""
        return {
            "rule": rule,
            "words": [self._word(i) for i in sorted(set(words))],
            "actors": [
                self._resolved(role, each) for role, references in roles.items() for each in references
            ],
        }

    def _word(self, at: int) -> dict[str, Any]:
        span = self._span(at, at + 1)
        return {"text": self.text[span["start"] : span["end"]], **span}

    def _span(self, start: int, end: int) -> dict[str, int]:
        last = self.doc[min(end, len(self.doc)) - 1]
        return {
            "start": self.base + offset_of(self.doc[start]),
            "end": self.base + offset_of(last) + len(last),
        }

    def _resolved(self, role: str, reference: Reference) -> dict[str, Any]:
        told: dict[str, Any] = {
            "role": role,
            "id": reference.id,
            "code": reference.code,
            "sector": reference.sector,
            "how": reference.how,
            "score": round(reference.score, 2),
            **self._span(reference.start, reference.end),
            "alternatives": list(reference.alternatives),
        }
        return {name: value for name, value in told.items() if value not in (None, [])}


def speech_act(trigger: Token, modality: str, speakers: Sequence[Reference]) -> str:
    """What the speakers do by saying it; none speak in the outlet's own report."""
    if not speakers:
        return "report"
    if modality in ("denied", "alleged"):
        return "denial" if modality == "denied" else "accusation"
    acts = (_ACTS.get(above.lemma_.lower()) for above in trigger.ancestors)
    return next(filter(None, acts), "joint_statement" if len(speakers) > 1 else "statement")
