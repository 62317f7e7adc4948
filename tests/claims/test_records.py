"""One precise fault for each thing wrong with a record; one id for one content."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from service.claims.dates import span
from service.claims.identity import article_id
from service.claims.json_schema import claims_file_schema
from service.claims.model import Claim, Publication
from service.claims.records import parse_record
from service.errors import InvalidInput
from service.sources.claims_file import opened, read_lines
from tests.graph.small_world import MEETING, PRAISE, RECORDS, article, claim

EVIDENCE = claim("event", MEETING)["evidence"]
DATASETS = Path(__file__).parents[2] / "service" / "datasets"


def header() -> Publication:
    record = parse_record(article(), None, "f:1")
    assert isinstance(record, Publication)
    return record


def read(content: dict[str, Any]) -> Claim:
    record = parse_record(content, header(), "f:2")
    assert isinstance(record, Claim)
    return record


def faults(content: Any) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as refused:
        parse_record(content, header(), "f:2")
    assert all(fault.where == "f:2" for fault in refused.value.faults)
    return [(fault.pointer, fault.message) for fault in refused.value.faults]


def test_each_wrong_field_has_its_own_pointer() -> None:
    wrong = claim(
        "event", {**MEETING, "type": "MEETING", "date": "2024-02-30"}, speakerz=["arl"], confidence=2
    )
    assert [pointer for pointer, _ in sorted(faults(wrong))] == [
        "/confidence",
        "/event/date",
        "/event/type",
        "/speakerz",
    ]


def test_a_wrong_term_and_an_unknown_field_name_what_is_allowed() -> None:
    with pytest.raises(InvalidInput) as refused:
        parse_record(claim("stance", {**PRAISE, "position": "likes", "x": 1}), header(), "f:2")
    allowed = {fault.pointer: fault.allowed for fault in refused.value.faults}
    assert "praises" in allowed["/stance/position"]
    assert set(allowed["/stance/x"]) >= {"holders", "position", "target"}


@pytest.mark.parametrize(
    ("content", "pointer"),
    [
        ("text", "/record"),
        ({"record": "verdict"}, "/record"),
        (claim("event", {**MEETING, "mode": "restrict"}), "/event/mode"),
        (claim("event", {**MEETING, "until": "2024-01-01"}), "/event/until"),
        (claim("event", {**MEETING, "initiators": []}), "/event/initiators"),
        (claim("event", {**MEETING, "initiators": ["Arland"]}), "/event/initiators/0"),
        (claim("stance", {**PRAISE, "target": {}}), "/stance/target"),
        (claim("event", MEETING, summary="a\u202eb"), "/summary"),
        (claim("event", MEETING, method="guess"), "/method"),
        ({**claim("event", MEETING), "kind": "stance"}, "/kind"),
        (claim("event", MEETING, evidence={"row": "1"}), "/evidence/row"),
        (article(url="ftp://x.example/"), "/url"),
        (article(sha256="0" * 64), "/sha256"),
        (article(url="https://x.example/a\x00b"), "/url"),
        (article(revised_at="0001-01-01T00:00:00+05:00"), "/revised_at"),
        (claim("event", {**MEETING, "date": "٢٠٢٤"}), "/event/date"),
        (claim("event", MEETING, affirmed="no"), "/affirmed"),
        (claim("event", MEETING, confidence="0.5"), "/confidence"),
        (claim("stance", {**PRAISE, "target": {"fact": f"event-{'0' * 20}zzz"}}), "/stance/target/fact"),
        (claim("stance", {**PRAISE, "until": "2024-03-03"}), "/stance/until"),
        (claim("event", MEETING, evidence={**EVIDENCE, "paragraph": 2**63}), "/evidence/paragraph"),
        (
            {"record": "actor", "id": "a", "kind": "person", "name": "A", "identifiers": {"Wiki Data": "Q1"}},
            "/identifiers/Wiki Data",
        ),
    ],
)
def test_a_fault_says_where(content: Any, pointer: str) -> None:
    assert pointer in [found for found, _ in faults(content)]


def test_offsets_must_cut_the_sentence_out_of_the_stored_text() -> None:
    moved = claim("event", MEETING)
    moved["evidence"] = {**moved["evidence"], "start": 1}
    assert faults(moved) == [
        ("/evidence/start", "start and end do not cut the sentence of sentence_sha256 out of the text")
    ]


def test_the_same_content_has_the_same_id_whatever_the_order_of_its_roles() -> None:
    one = read(claim("event", {**MEETING, "initiators": ["arl", "bor"], "recipients": []}))
    other = read(claim("event", {**MEETING, "initiators": ["bor", "arl", "bor"], "recipients": []}))
    assert (one.id, one.fact.id) == (other.id, other.fact.id)


def test_another_sentence_is_another_claim_of_the_same_fact() -> None:
    one, other = read(claim("event", MEETING, 1)), read(claim("event", MEETING, 2))
    assert one.id != other.id
    assert one.fact.id == other.fact.id


def test_an_article_is_one_by_its_address_without_fragment() -> None:
    assert article_id("HTTPS://News.Example/talks#top") == article_id("https://news.example/talks")


@pytest.mark.parametrize(
    ("text", "first", "last"), [("2024", "2024-01-01", "2024-12-31"), ("2024-02", "2024-02-01", "2024-02-29")]
)
def test_a_partial_date_covers_its_days(text: str, first: str, last: str) -> None:
    assert (span(text).first.isoformat(), span(text).last.isoformat()) == (first, last)


def test_the_json_schema_takes_what_the_records_take_and_refuses_a_misspelling() -> None:
    schema = claims_file_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for content in RECORDS:
        assert list(validator.iter_errors(content)) == []
    assert list(validator.iter_errors({**RECORDS[4], "speakerz": []})) != []


def test_version_10_of_a_dataset_is_newer_than_version_9() -> None:
    orders = []
    for version in ("9", "10"):
        edition = parse_record({**RECORDS[11], "version": version}, None, "f:1")
        assert isinstance(edition, Publication)
        orders.append(edition.order)
    assert orders == sorted(orders)


@pytest.mark.parametrize("path", sorted(DATASETS.glob("*.jsonl")), ids=lambda path: path.stem)
def test_bundled_files_are_valid(path: Path) -> None:
    with opened(str(path)) as stream:
        lines = list(read_lines(stream, path.name))
    assert [fault for line in lines for fault in line.faults] == []
    assert len(lines) > 10


def test_the_seed_article_is_coded_in_full_and_not_copied() -> None:
    path = DATASETS / "seed-article.jsonl"
    with opened(str(path)) as stream:
        claims = [line.record for line in read_lines(stream, path.name) if isinstance(line.record, Claim)]
    assert len(claims) >= 70
    assert {claim.fact.kind for claim in claims} == {"event", "stance", "relation", "measure"}
    assert max(len(str(claim.properties["quote"]).split()) for claim in claims) <= 6


def nested(depth: int) -> Any:
    value: Any = []
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize("field", ["confidence", "affirmed"])
def test_lists_a_thousand_deep_are_a_fault_like_any_other(field: str) -> None:
    assert [pointer for pointer, _ in faults({**claim("event", MEETING), field: nested(2000)})] == [
        f"/{field}"
    ]


def test_an_explanation_is_kept_as_json_within_limits() -> None:
    why = {"rule": "CONSULT: A meet R", "words": []}
    explained = read({**claim("event", MEETING), "explanation": why, "document_id": "d-1"})
    assert explained.properties["explanation"] == '{"rule":"CONSULT: A meet R","words":[]}'
    assert explained.id != read(claim("event", MEETING)).id
    for far in ({"rule": nested(2000)}, {"rule": "x" * 100_000}):
        assert [pointer for pointer, _ in faults({**claim("event", MEETING), "explanation": far})] == [
            "/explanation"
        ]
