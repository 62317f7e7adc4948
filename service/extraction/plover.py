"""Event claims as PLOVER JSON records, one for each event, for whoever works with event data.

Field names are those of the PLOVER manual 0.8 (Open Event Data Alliance, CC BY-SA 4.0); `speaker` and
`modality` are ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from service.extraction.articles import Extraction
from service.extraction.documents import Document
from service.vocabulary.terms import event_types


def plover_records(extraction: Extraction) -> Iterator[dict[str, Any]]:
    """The events of one article in the order of the text; scores are PLOVER's, -10 to 10.

    A date that the text does not give is the day of publication, since PLOVER wants one.
    """
    claims = [
        record for record in extraction.records if record["record"] == "claim" and record["kind"] == "event"
    ]
    for number, claim in enumerate(claims, start=1):
        yield _record(claim, number, extraction.document)


def _record(claim: Mapping[str, Any], number: int, document: Document) -> dict[str, Any]:
    event, evidence = claim["event"], claim["evidence"]
    term = event_types()[event["type"]].extra
    mode = event.get("mode")
    score = term["modes"][mode].get("score", term["score"]) if mode is not None else term["score"]
    name = document.id or document.url
    actors = claim["explanation"]["actors"]
    actor, recipient = _sides(actors, event["type"], document)
    return {
        "id": f"{name}#{number}",
        "document_id": name,
        "date": event.get("date") or document.published_on,
        "actor": actor,
        "recipient": recipient,
        "event": event["type"],
        "mode": mode,
        "context": event.get("contexts", []),
        "quad_code": term["quad"],
        "event_scale": score,
        "modality": claim["modality"],
        "speaker": _actors(actors, "speaker", document),
        "event_text": evidence["quote"],
        "text": document.text[evidence["start"] : evidence["end"]],
        "text_info": {"start": evidence["start"], "end": evidence["end"]},
        "cite_info": {
            "url": document.url,
            "title": document.title,
            "publication": document.outlet,
            "coder": claim["method"],
        },
    }


def _sides(
    actors: Sequence[Mapping[str, Any]], type_: str, document: Document
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Both sides; talks and fights within one country have its code on either, as domestic acts have."""
    actor, recipient = _actors(actors, "initiator", document), _actors(actors, "recipient", document)
    alike, apart = ({each[name] for each in actor} for name in ("code", "sector"))
    if type_ in ("CONSULT", "ASSAULT") and not recipient and len(alike) == 1 and len(apart) > 1:
        return actor[:1], actor[1:]
    return actor, recipient


def _actors(actors: Sequence[Mapping[str, Any]], role: str, document: Document) -> list[dict[str, Any]]:
    return [
        {
            "code": each["code"],
            "sector": each.get("sector"),
            "text": document.text[each["start"] : each["end"]],
            "id": each["id"],
        }
        for each in actors
        if each["role"] == role
    ]
