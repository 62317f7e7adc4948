"""From a model's reply to claim records: every proposal is checked, and what fails is counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from service.claims.fact_schemas import FACTS
from service.claims.identity import clean_text, sha256_hex
from service.claims.model import Claim, Publication
from service.claims.records import parse_record
from service.errors import InvalidInput
from service.extraction.documents import Sentence
from service.extraction.llm.model_server import Unanswered

SHORTEST_QUOTE = 8
LONGEST_NAME = 300
MOST_ACTORS = 40
MOST_CLAIMS = 400
MOST_CONFIDENCE = 0.9
# How sure a claim is for which the model says nothing.
UNSAID_CONFIDENCE = 0.5
# Members of a fact that hold actors, and those of which a member may.
_ACTORS = frozenset(("initiators", "recipients", "holders", "subject", "of", "with"))
_ENDS = frozenset(("target", "object"))
# A position's polarity and an indicator's unit are the vocabularies' to say.
_OURS = frozenset(("polarity", "unit"))
_OUTSIDE = re.compile(r"is not in the vocabulary (\w+)\Z")


class _Dropped(Exception):
    """A proposal that is no claim; the text is the reason, the same for all of its sort."""


@dataclass(frozen=True)
class Reading:
    """What all proposals of one article are read with."""

    header: Publication
    method: str
    resolve: Callable[[str], str | None]


def proposals(reply: bytes) -> list[Any]:
    """What the model proposes, from the body of the server's reply. Raises Unanswered."""
    said = _said(reply)
    fenced = said.split("```")
    if len(fenced) == 3:
        said = fenced[1].removeprefix("json")
    try:
        answer = orjson.loads(said)
    except orjson.JSONDecodeError:
        raise Unanswered("the model's answer is not JSON, or is truncated") from None
    claims = answer.get("claims") if isinstance(answer, dict) else None
    if not isinstance(claims, list):
        raise Unanswered("the model's answer holds no list of claims")
    return claims


def _said(reply: bytes) -> str:
    try:
        choice = orjson.loads(reply)["choices"][0]
        content = choice["message"]["content"]
    except orjson.JSONDecodeError:
        raise Unanswered("the server's reply is not JSON, or is truncated") from None
    except (TypeError, KeyError, IndexError):
        raise Unanswered("the server's reply is no chat completion") from None
    if choice.get("finish_reason") == "length":
        raise Unanswered("the model's answer is truncated at its limit of tokens")
    if not isinstance(content, str):
        raise Unanswered("the model answers without text")
    return content


def claims_of(
    proposed: list[Any], piece: Mapping[int, Sentence], reading: Reading
) -> tuple[list[dict[str, Any]], Counter[str]]:
    """The claim records among the proposals, and how many others there are by the reason to drop them."""
    claims: list[dict[str, Any]] = []
    dropped: Counter[str] = Counter()
    said: set[tuple[Any, ...]] = set()
    for proposal in proposed[:MOST_CLAIMS]:
        try:
            record = _record(proposal, piece, reading)
            saying = _saying(record, _checked(record, reading.header))
            if saying in said:
                raise _Dropped("repeated")
        except _Dropped as reason:
            dropped[str(reason)] += 1
        else:
            said.add(saying)
            claims.append(record)
    if len(proposed) > MOST_CLAIMS:
        dropped["too many claims"] += len(proposed) - MOST_CLAIMS
    return claims, dropped


def _saying(record: Mapping[str, Any], claim: Claim) -> tuple[Any, ...]:
    """What makes two proposals one claim: neither the choice of the quote nor the confidence."""
    return claim.fact.id, record["evidence"]["start"], tuple(claim.speakers), record.get("modality")


def _record(proposal: Any, piece: Mapping[int, Sentence], reading: Reading) -> dict[str, Any]:
    """The proposal as a claim record: only what a model may say is taken from it."""
    if not isinstance(proposal, dict):
        raise _Dropped("not an object")
    kind = proposal.get("kind")
    if not isinstance(kind, str) or kind not in FACTS or not isinstance(proposal.get(kind), dict):
        raise _Dropped("no kind of claim")
    evidence = _evidence(proposal, piece)
    said = {name: proposal[name] for name in ("speech_act", "modality") if proposal.get(name) is not None}
    speakers = proposal.get("speakers")
    return {
        "record": "claim",
        "kind": kind,
        kind: dict(_members(proposal[kind], reading.resolve)),
        "speakers": [] if speakers is None else _ids(speakers, reading.resolve),
        **said,
        "affirmed": said.get("modality") != "denied",
        "confidence": _confidence(proposal.get("confidence")),
        "method": reading.method,
        "status": "proposed",
        "evidence": evidence,
    }


def _checked(record: dict[str, Any], header: Publication) -> Claim:
    try:
        claim = parse_record(record, header, "the model's answer")
    except InvalidInput as refused:
        outside = (_OUTSIDE.search(fault.message) for fault in refused.faults)
        found = next((match[1] for match in outside if match is not None), None)
        raise _Dropped(f"outside the vocabulary {found}" if found else "not a valid claim") from None
    except RecursionError:
        # A number or flag that is a list within lists is shown in the fault's message.
        raise _Dropped("not a valid claim") from None
    assert isinstance(claim, Claim)  # noqa: S101 - the record says so
    return claim


def _evidence(proposal: Mapping[str, Any], piece: Mapping[int, Sentence]) -> dict[str, Any]:
    """The place of the one sentence that holds the quote; the model's number only decides between several."""
    quote = proposal.get("quote")
    if not isinstance(quote, str):
        raise _Dropped("no quote")
    quote = clean_text(quote.strip())
    if len(quote) < SHORTEST_QUOTE:
        raise _Dropped("quote too short")
    holding = {number: sentence for number, sentence in piece.items() if quote in sentence.text}
    if not holding:
        raise _Dropped("quote not in the text")
    named = proposal.get("sentence")
    if len(holding) > 1:
        if not isinstance(named, int) or named not in holding:
            raise _Dropped("quote in several sentences")
        holding = {named: holding[named]}
    (sentence,) = holding.values()
    return {
        "section": sentence.section,
        "paragraph": sentence.paragraph,
        "sentence": sentence.number,
        "start": sentence.start,
        "end": sentence.end,
        "sentence_sha256": sha256_hex(sentence.text),
        "quote": quote,
    }


def _members(fact: Mapping[str, Any], resolve: Callable[[str], str | None]) -> Iterator[tuple[str, Any]]:
    for name, value in fact.items():
        if value is None or name in _OURS:
            continue
        if name in _ACTORS:
            yield name, _ids(value, resolve)
        elif name in _ENDS and isinstance(value, dict):
            yield name, _end(value, resolve)
        else:
            yield name, value


def _end(given: Mapping[str, Any], resolve: Callable[[str], str | None]) -> dict[str, Any]:
    """The target of a stance or the object of a relation; a fact's id is nothing that a model can know."""
    if "fact" in given:
        raise _Dropped("a fact by its id")
    return {
        name: _ids(value, resolve) if name == "actor" else value
        for name, value in given.items()
        if value is not None
    }


def _ids(named: Any, resolve: Callable[[str], str | None]) -> Any:
    """The ids of one name or of a list of names."""
    if not isinstance(named, list):
        return _id(named, resolve)
    if len(named) > MOST_ACTORS:
        raise _Dropped("too many actors")
    return [_id(name, resolve) for name in named]


def _id(name: Any, resolve: Callable[[str], str | None]) -> str:
    if not isinstance(name, str):
        raise _Dropped("not a valid claim")
    found = resolve(name.strip()) if name.strip() and len(name) <= LONGEST_NAME else None
    if found is None:
        raise _Dropped("unknown actor")
    return found


def _confidence(given: Any) -> Any:
    """At most MOST_CONFIDENCE; what is no confidence is left for the schema to refuse."""
    if given is None:
        return UNSAID_CONFIDENCE
    if isinstance(given, int | float) and not isinstance(given, bool) and given <= 1:
        return min(given, MOST_CONFIDENCE)
    return given
