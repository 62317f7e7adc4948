"""From the JSON of one line to one record of the model, or to every fault in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from marshmallow import ValidationError

from service.claims import model
from service.claims.dates import span
from service.claims.facts import make_fact
from service.claims.fields import Refusal, Strict, moment
from service.claims.identity import article_id, canonical, content_id, dataset_id, sha256_hex
from service.claims.record_schemas import DECLARATIONS, EVIDENCE, HEADERS, RECORDS
from service.errors import Fault, InvalidInput

_SCHEMAS: dict[str, Strict] = {name: schema() for name, schema in RECORDS.items()}
_EVIDENCE: dict[str, Strict] = {name: schema() for name, schema in EVIDENCE.items()}
_LABELS = {"actor": "Actor", "topic": "Topic", "outlet": "Outlet", "place": "Place"}


def parse_record(content: Any, header: model.Publication | None, where: str) -> model.Record:
    """Read one record that stands below `header`; raises InvalidInput with one fault for each thing wrong."""
    kind = content.get("record") if isinstance(content, dict) else None
    if not isinstance(kind, str) or kind not in _SCHEMAS:
        raise InvalidInput(
            "not a record", [Fault(where, "/record", "names no kind of record", tuple(_SCHEMAS))]
        )
    data = _checked(_SCHEMAS[kind], content, where, "")
    if kind in HEADERS:
        return _article(data, where) if kind == "article" else _dataset(data)
    if kind in _JUDGED:
        return _JUDGED[kind](data)
    if header is None:
        missing = Fault(where, "", "stands before any header; say first where it comes from", tuple(HEADERS))
        raise InvalidInput("no header", [missing])
    return _declaration(kind, data) if kind in DECLARATIONS else _claim(data, header, where)


def _checked(schema: Strict, content: Mapping[str, Any], where: str, pointer: str) -> dict[str, Any]:
    try:
        data: dict[str, Any] = schema.load(content)
    except ValidationError as error:
        raise InvalidInput("not a valid record", list(faults_of(error.messages, where, pointer))) from None
    return data


def step(key: Any) -> str:
    """One step of a JSON pointer (RFC 6901), to this member or place."""
    return "/" + str(key).replace("~", "~0").replace("/", "~1")


def faults_of(messages: Any, where: str, pointer: str) -> Iterator[Fault]:
    """marshmallow's nested messages as faults, each with the JSON pointer of its place."""
    if isinstance(messages, dict):
        for key, inner in messages.items():
            yield from faults_of(inner, where, pointer + ("" if key == "_schema" else step(key)))
    elif isinstance(messages, list):
        for inner in messages:
            yield from faults_of(inner, where, pointer)
    else:
        allowed = messages.allowed if isinstance(messages, Refusal) else ()
        yield Fault(where, pointer, str(messages), allowed)


def _article(data: dict[str, Any], where: str) -> model.Publication:
    text = data["text"]
    if text is not None and sha256_hex(text) != data["sha256"]:
        raise InvalidInput("wrong hash", [Fault(where, "/sha256", "is not the SHA-256 of text in UTF-8")])
    revised = data.get("revised_at", moment(data["published_on"]))
    names = ("title", "published_on", "author", "language", "sha256")
    own = {**{name: data[name] for name in names}, "revised_at": revised, "url": data["url"]}
    key = article_id(data["url"])
    revision = content_id("revision", [key, own, data["outlet"], data["credits"]])
    order = f"{revised} {revision}"
    return model.Publication(
        key,
        "article",
        revision,
        order,
        data["url"],
        data["published_on"],
        date.fromisoformat(revised[:10]) if "revised_at" in data else span(data["published_on"]).last,
        own,
        data["outlet"],
        tuple(data["credits"]),
        text,
    )


def _dataset(data: dict[str, Any]) -> model.Publication:
    names = ("title", "publisher", "version", "released_on", "licence", "url")
    own = {name: data[name] for name in names}
    key = dataset_id(data["id"])
    revision = content_id("revision", [key, own])
    # Digits in one width, so that version 10 sorts behind version 9.
    version = re.sub(r"[0-9]+", lambda digits: digits[0].zfill(12), data["version"])
    order = f"{moment(data['released_on'])} {version} {revision}"
    released = data["released_on"]
    return model.Publication(key, "dataset", revision, order, data["id"], released, span(released).last, own)


def _retraction(data: dict[str, Any]) -> model.Retraction:
    kind = "article" if "article" in data else "dataset"
    key, reason = data[kind], data["reason"]
    publication = article_id(key) if kind == "article" else dataset_id(key)
    return model.Retraction(content_id("retraction", [publication, reason]), publication, kind, key, reason)


def _review(data: dict[str, Any]) -> model.Review:
    own = {name: data[name] for name in ("status", "reviewer", "reason", "reviewed_at")}
    return model.Review(content_id("review", [data["claim"], own]), data["claim"], own)


def _merge(data: dict[str, Any]) -> model.Merge:
    own = {name: data[name] for name in ("judgement", "judge", "reason", "decided_at")}
    ends = (data["merged"], data["kept"])
    return model.Merge(content_id("merge", [*ends, own]), *ends, own)


_JUDGED: dict[str, Callable[[dict[str, Any]], model.Judgement]] = {
    "retraction": _retraction,
    "review": _review,
    "merge": _merge,
}


def _declaration(kind: str, data: dict[str, Any]) -> model.Declaration:
    own = {name: value for name, value in data.items() if name not in ("record", "id")}
    if "identifiers" in own:
        own["identifiers"] = sorted(f"{scheme}:{value}" for scheme, value in own["identifiers"].items())
    return model.Declaration(
        content_id("declaration", [kind, data["id"], own]), _LABELS[kind], data["id"], own
    )


def _claim(data: dict[str, Any], header: model.Publication, where: str) -> model.Claim:
    evidence = _checked(_EVIDENCE[header.kind], data["evidence"], where, "/evidence")
    if header.text is not None:
        _check_offsets(evidence, header.text, where)
    said_on = data.get("said_on", header.dated)
    proposed = data["method"].partition("@")[0] in ("rules", "llm")
    own = {
        name: data[name]
        for name in ("kind", "speech_act", "affirmed", "modality", "confidence", "method", "summary")
    }
    own |= {"said_on": said_on, "status": data.get("status", "proposed" if proposed else "accepted")}
    own |= {name: evidence.pop(name) for name in ("sentence_sha256", "quote", "row") if name in evidence}
    if "document_id" in data:
        own["document_id"] = data["document_id"]
    if "explanation" in data:
        own["explanation"] = canonical(data["explanation"]).decode()
    if data["kind"] == "stance":
        _check_interval(data["stance"], said_on, where)
    fact = make_fact(data["kind"], data[data["kind"]], said_on)
    credits = data.get("credits", list(header.credits))
    claim_id = content_id("claim", [header.id, own, fact.id, data["speakers"], credits])
    return model.Claim(claim_id, fact, own, data["speakers"], credits, evidence)


def _check_interval(stance: Mapping[str, Any], said_on: str, where: str) -> None:
    """A stance without `since` begins when it is said, so it cannot have ended before."""
    since, until = stance["since"] or said_on, stance["until"]
    if until is not None and span(until).last < span(since).first:
        fault = Fault(where, "/stance/until", f"ends before the stance begins ({since})")
        raise InvalidInput("wrong interval", [fault])


def _check_offsets(evidence: dict[str, Any], text: str, where: str) -> None:
    sentence = text[evidence["start"] : evidence["end"]]
    faults = []
    if sha256_hex(sentence) != evidence["sentence_sha256"]:
        faults.append(
            Fault(
                where,
                "/evidence/start",
                "start and end do not cut the sentence of sentence_sha256 out of the text",
            )
        )
    if evidence["quote"] is not None and evidence["quote"] not in sentence:
        faults.append(
            Fault(where, "/evidence/quote", "does not stand in the sentence that start and end cut out")
        )
    if faults:
        raise InvalidInput("wrong evidence", faults)
