"""Findings of a sentence as records of a claims file, with evidence and explanation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from spacy.tokens import Token

from service.claims.identity import sha256_hex
from service.extraction.documents import Document, Sentence
from service.extraction.events.contexts import contexts
from service.extraction.events.dating import dates
from service.extraction.events.quotations import Quotation
from service.extraction.events.timing import date_of
from service.extraction.grammar.parsing import offset_of
from service.extraction.grounds import Roles, Stated, speech_act
from service.extraction.names.gazetteer import gazetteer
from service.extraction.names.memory import Reference
from service.extraction.reading import LONGEST, Read
from service.extraction.text.texts import Block

# Changes whenever the rules or the lexicon do, since two versions may read one text differently.
VERSION = "1"
METHOD = f"rules@{VERSION}"


class Claiming:
    """Collects the records of one article."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.claims: list[dict[str, Any]] = []
        self.named: dict[str, Reference] = {}
        self.places: dict[str, str] = {}
        self.warnings: list[str] = []
        self.sentences: list[Sentence] = []

    def records(self) -> list[dict[str, Any]]:
        """The header, the declarations of the actors that are named, the claims in the order of the text."""
        declared = [self._declaration(reference) for _, reference in sorted(self.named.items())]
        return [self._header(), *declared, *self.claims]

    def sentence(self, block: Block, number: int, read: Read, quoted: Sequence[Quotation]) -> None:
        """Add the claims of one sentence of a block."""
        start, end = self._span(block, read)
        text = self.document.text[start:end]
        self.sentences.append(Sentence(block.section, block.paragraph, number, start, end, text))
        found = dates(text, self.document.published_on)
        evidence = {
            "section": block.section,
            "paragraph": block.paragraph,
            "sentence": number,
            "start": start,
            "end": end,
            "sentence_sha256": sha256_hex(text),
        }
        if len(read.sentence) > LONGEST:
            self.warnings.append(
                f"a sentence of {len(read.sentence)} words in paragraph {block.paragraph} was not read"
            )
        at = Stated(self.document.text, read.sentence.doc, block.start, evidence, found, quoted)
        self._events(read, at)
        self._attitudes(read, at)
        self._relations(read, at)
        self._measures(read, at)

    def _span(self, block: Block, read: Read) -> tuple[int, int]:
        first, last = read.sentence[0], read.sentence[-1]
        start, end = block.start + offset_of(first), block.start + offset_of(last) + len(last)
        # Days that the parser was not given stand at the edge of some sentences.
        after = self.document.text[end : block.end]
        stop = next((t.i for t in read.sentence.doc[last.i + 1 : last.i + 2]), None)
        limit = block.start + offset_of(read.sentence.doc[stop]) if stop is not None else block.end
        kept = after[: limit - end]
        end += len(kept.rstrip())
        if first.i == 0:
            start = block.start
        words = self.document.text[start:end]
        return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())

    def _events(self, read: Read, at: Stated) -> None:
        for event in read.events:
            speakers = event.speakers or _quoted_by(event.trigger, at.quoted)
            body = {
                "type": event.type,
                "mode": event.mode,
                "contexts": contexts(read.sentence),
                "initiators": _ids(event.initiators),
                "recipients": _ids(event.recipients),
                "date": date_of(event, at.dates, read.sentence, at.evidence["start"] - at.base),
            }
            roles = {"initiator": event.initiators, "recipient": event.recipients, "speaker": speakers}
            why = at.why(event.rule, [event.trigger.i, *event.words], roles)
            self._claim(
                "event",
                body,
                speech_act(event.trigger, event.modality, speakers),
                event.modality,
                event.confidence,
                roles,
                why,
                at,
            )

    def _attitudes(self, read: Read, at: Stated) -> None:
        for attitude in read.attitudes:
            speakers = attitude.speakers or _quoted_by(attitude.trigger, at.quoted)
            for target in attitude.targets:
                body = {
                    "holders": _ids(attitude.holders),
                    "position": attitude.position,
                    "target": {"actor": target.id},
                }
                roles = {"holder": attitude.holders, "target": (target,), "speaker": speakers}
                why = at.why(attitude.rule, [attitude.trigger.i, *attitude.words], roles)
                self._claim(
                    "stance",
                    body,
                    speech_act(attitude.trigger, attitude.modality, speakers),
                    attitude.modality,
                    attitude.confidence,
                    roles,
                    why,
                    at,
                )

    def _relations(self, read: Read, at: Stated) -> None:
        for relation, said_by in read.relations:
            speakers = said_by or _quoted_by(at.doc[relation.start], at.quoted)
            names = ("type", "title", "speaks_for", "since", "until")
            body = {name: getattr(relation, name) for name in names}
            end = "actor" if _is_actor(relation.object) else "place"
            body |= {"subject": relation.subject.id, "object": {end: relation.object.id}}
            roles = {"subject": (relation.subject,), "object": (relation.object,), "speaker": speakers}
            why = at.why(relation.rule, range(relation.start, relation.end), roles)
            act = speech_act(at.doc[relation.start], relation.modality, speakers)
            self._claim("relation", body, act, relation.modality, relation.confidence, roles, why, at)

    def _measures(self, read: Read, at: Stated) -> None:
        for measure, said_by in read.measures:
            speakers = said_by or _quoted_by(at.doc[measure.start], at.quoted)
            body = {name: getattr(measure, name) for name in ("indicator", "value", "comparator", "period")}
            body |= {
                "of": measure.of.id if measure.of else None,
                "with": measure.with_.id if measure.with_ else None,
            }
            roles = {
                "of": (measure.of,) if measure.of else (),
                "with": (measure.with_,) if measure.with_ else (),
                "speaker": speakers,
            }
            why = at.why(measure.rule, range(measure.start, measure.end), roles)
            act = speech_act(at.doc[measure.start], measure.modality, speakers)
            self._claim("measure", body, act, measure.modality, measure.confidence, roles, why, at)

    def _claim(
        self,
        kind: str,
        body: dict[str, Any],
        act: str,
        modality: str,
        confidence: float,
        roles: Roles,
        why: dict[str, Any],
        at: Stated,
    ) -> None:
        for reference in chain.from_iterable(roles.values()):
            self.named.setdefault(reference.id, reference)
            if not _is_actor(reference):
                self.places.setdefault(reference.id, at.doc[reference.start : reference.end].text)
        quote = self.document.text[why["words"][0]["start"] : why["words"][-1]["end"]]
        claim = {
            "record": "claim",
            "kind": kind,
            kind: {name: value for name, value in body.items() if value not in (None, [])},
            "speakers": _ids(roles.get("speaker", ())),
            "speech_act": act,
            "modality": modality,
            "affirmed": modality != "denied",
            "confidence": round(confidence, 2),
            "method": METHOD,
            "status": "proposed",
            "evidence": {**at.evidence, "quote": quote[:1000]},
            "explanation": why,
        }
        if self.document.id is not None:
            claim["document_id"] = self.document.id
        self.claims.append(claim)

    def _header(self) -> dict[str, Any]:
        document = self.document
        header = {
            "record": "article",
            "url": document.url,
            "title": document.title,
            "outlet": document.outlet,
            "credits": list(document.credits),
            "published_on": document.published_on,
            "author": document.author,
            "language": document.language,
            "sha256": sha256_hex(document.text),
            "text": document.text,
        }
        return {name: value for name, value in header.items() if value not in (None, [])}

    def _declaration(self, reference: Reference) -> dict[str, Any]:
        if reference.proposed is not None:
            return {"record": "actor", "id": reference.id, "kind": "person", "name": reference.proposed}
        if not _is_actor(reference):
            return {"record": "place", "id": reference.id, "name": self.places[reference.id]}
        return dict(gazetteer().declared[reference.id])


def _ids(references: Iterable[Reference]) -> list[str]:
    return list(dict.fromkeys(reference.id for reference in references))


def _is_actor(reference: Reference) -> bool:
    return reference.proposed is not None or reference.id in gazetteer().declared


def _quoted_by(trigger: Token, quoted: Sequence[Quotation]) -> tuple[Reference, ...]:
    offset = offset_of(trigger)
    return next((each.speakers for each in quoted if each.start <= offset < each.end), ())
