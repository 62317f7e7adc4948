"""Findings of a sentence as records of a claims file, with evidence and explanation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from spacy.tokens import Token

from service.claims.identity import sha256_hex
from service.extraction.attitudes.stances import Attitude
from service.extraction.declaring import topics_of
from service.extraction.documents import Document, Sentence
from service.extraction.events.assembling import Event
from service.extraction.events.contexts import contexts
from service.extraction.events.dating import dates
from service.extraction.events.quotations import Quotation
from service.extraction.events.timing import date_of
from service.extraction.figures.measures import Measure
from service.extraction.grammar.parsing import offset_of
from service.extraction.grounds import Roles, Stated, speech_act
from service.extraction.names.gazetteer import gazetteer, is_declared
from service.extraction.names.memory import Reference
from service.extraction.reading import LONGEST, Read
from service.extraction.relations.relations import Relation
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
        """The header, the declarations of what is named, the claims in the order of the text."""
        declared = [self._declaration(reference) for _, reference in sorted(self.named.items())]
        return [self._header(), *declared, *topics_of(self.claims), *self.claims]

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
        following = read.sentence.doc[last.i + 1 :]
        limit = block.start + offset_of(following[0]) if following else block.end
        end += len(self.document.text[end:limit].rstrip())
        if first.i == 0:
            start = block.start
        words = self.document.text[start:end]
        return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())

    def _events(self, read: Read, at: Stated) -> None:
        about = contexts(read.sentence) if read.events else []
        for event in read.events:
            body = {
                "type": event.type,
                "mode": event.mode,
                "contexts": about,
                "initiators": _ids(event.initiators),
                "recipients": _ids(event.recipients),
                "date": date_of(event, at.dates, read.sentence, at.evidence["start"] - at.base),
            }
            roles = {"initiator": event.initiators, "recipient": event.recipients}
            words = [event.trigger.i, *event.words]
            self._claim("event", body, event, event.trigger, words, roles, event.speakers, at)

    def _attitudes(self, read: Read, at: Stated) -> None:
        for attitude in read.attitudes:
            words = [attitude.trigger.i, *attitude.words]
            for target in attitude.targets:
                body = {
                    "holders": _ids(attitude.holders),
                    "position": attitude.position,
                    "target": {"actor": target.id},
                }
                roles = {"holder": attitude.holders, "target": (target,)}
                self._claim("stance", body, attitude, attitude.trigger, words, roles, attitude.speakers, at)

    def _relations(self, read: Read, at: Stated) -> None:
        for relation, said_by in read.relations:
            roles = {"subject": (relation.subject,), "object": (relation.object,)}
            trigger, words = at.doc[relation.start], range(relation.start, relation.end)
            self._claim("relation", relation.fields(), relation, trigger, words, roles, said_by, at)

    def _measures(self, read: Read, at: Stated) -> None:
        for measure, said_by in read.measures:
            roles = {
                "of": (measure.of,) if measure.of else (),
                "with": (measure.with_,) if measure.with_ else (),
            }
            trigger, words = at.doc[measure.start], range(measure.start, measure.end)
            self._claim("measure", measure.fields(), measure, trigger, words, roles, said_by, at)

    def _claim(
        self,
        kind: str,
        body: dict[str, Any],
        found: Event | Attitude | Relation | Measure,
        trigger: Token,
        words: Iterable[int],
        roles: Roles,
        said_by: Sequence[Reference],
        at: Stated,
    ) -> None:
        speakers = said_by or _quoted_by(trigger, at.quoted)
        roles = {**roles, "speaker": speakers}
        why = at.why(found.rule, words, roles)
        for reference in chain.from_iterable(roles.values()):
            self.named.setdefault(reference.id, reference)
            if not _is_actor(reference):
                self.places.setdefault(reference.id, at.doc[reference.start : reference.end].text)
        quote = self.document.text[why["words"][0]["start"] : why["words"][-1]["end"]]
        claim = {
            "record": "claim",
            "kind": kind,
            kind: {name: value for name, value in body.items() if value not in (None, [])},
            "speakers": _ids(speakers),
            "speech_act": speech_act(trigger, found.modality, speakers),
            "modality": found.modality,
            "affirmed": found.modality != "denied",
            "confidence": round(found.confidence, 2),
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
    return reference.proposed is not None or is_declared(reference.id)


def _quoted_by(trigger: Token, quoted: Sequence[Quotation]) -> tuple[Reference, ...]:
    offset = offset_of(trigger)
    return next((each.speakers for each in quoted if each.start <= offset < each.end), ())
