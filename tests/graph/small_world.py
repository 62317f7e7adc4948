"""A small fictional world: two countries, an envoy, two articles, a dataset; its sentences are invented."""

from __future__ import annotations

from typing import Any

from service.claims.identity import sha256_hex
from service.claims.model import Entry, Publication
from service.claims.records import parse_record

TEXT = "Arland's envoy met Borland's council on Sunday. Borland denied that it had closed its ports."
SENTENCES = (TEXT[:47], TEXT[48:])


def article(url: str = "https://news.example/talks", **changed: Any) -> dict[str, Any]:
    """A header."""
    header = {
        "record": "article",
        "url": url,
        "title": "Arland and Borland Talk",
        "outlet": "example-news",
        "credits": ["example-wire"],
        "published_on": "2024-03-04",
        "sha256": sha256_hex(TEXT),
        "text": TEXT,
    }
    return {**header, **changed}


def claim(kind: str, fact: dict[str, Any], sentence: int = 1, **changed: Any) -> dict[str, Any]:
    """A curated claim in one of the two sentences."""
    start = TEXT.index(SENTENCES[sentence - 1])
    evidence = {
        "paragraph": 1,
        "sentence": sentence,
        "start": start,
        "end": start + len(SENTENCES[sentence - 1]),
        "sentence_sha256": sha256_hex(SENTENCES[sentence - 1]),
    }
    made = {
        "record": "claim",
        "kind": kind,
        "speech_act": "report",
        "method": "curated",
        "evidence": evidence,
        kind: fact,
    }
    return {**made, **changed}


MEETING = {
    "type": "CONSULT",
    "initiators": ["arl"],
    "recipients": ["bor"],
    "date": "2024-03-03",
    "topics": ["fishing"],
}
CLOSURE = {
    "type": "COERCE",
    "mode": "restrict",
    "initiators": ["bor"],
    "recipients": ["arl"],
    "topics": ["ports"],
}
PRAISE = {"holders": ["arl"], "position": "praises", "target": {"actor": "bor"}}
BLAME = {"holders": ["arl"], "position": "condemns", "target": {"actor": "bor"}}
OFFICE = {
    "type": "holds_office",
    "subject": "ann-envoy",
    "object": {"actor": "arl"},
    "title": "Envoy",
    "speaks_for": True,
}

RECORDS: list[dict[str, Any]] = [
    article(),
    {"record": "actor", "id": "arl", "kind": "country", "name": "Arland", "demonyms": ["Arlandic"]},
    {
        "record": "actor",
        "id": "bor",
        "kind": "country",
        "name": "Borland",
        "metonyms": ["the Borland Council"],
    },
    {"record": "outlet", "id": "example-news", "name": "Example News"},
    claim("event", MEETING),
    claim("event", CLOSURE, 2, affirmed=False, modality="denied", speakers=["bor"], speech_act="denial"),
    claim("stance", PRAISE, speakers=["ann-envoy"]),
    claim("relation", OFFICE),
    article("https://other.example/ports", title="Ports Shut", text=None, published_on="2024-03-05"),
    claim("event", CLOSURE, 2),
    claim("stance", BLAME, said_on="2024-03-04"),
    {
        "record": "dataset",
        "id": "trade-table",
        "title": "Trade",
        "publisher": "Arland Customs",
        "version": "1",
        "released_on": "2024-01",
        "licence": "CC0-1.0",
    },
    {
        "record": "actor",
        "id": "arl",
        "kind": "country",
        "name": "Republic of Arland",
        "aliases": ["The Isles"],
    },
    {
        "record": "claim",
        "kind": "measure",
        "speech_act": "report",
        "method": "dataset",
        "evidence": {"row": "2023"},
        "measure": {
            "indicator": "trade_turnover",
            "value": 12.5,
            "of": "arl",
            "with": "bor",
            "period": "2023",
        },
    },
]


def entries(records: list[dict[str, Any]] | None = None) -> list[Entry]:
    """The records with the headers that they stand below."""
    header: Publication | None = None
    made = []
    for number, content in enumerate(RECORDS if records is None else records, start=1):
        record = parse_record(content, header, f"world:{number}")
        header = record if isinstance(record, Publication) else header
        made.append(Entry(record, header))
    return made
