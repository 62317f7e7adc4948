"""Files as they come: cut off, marked with a BOM, damaged; no claim is taken for another article's."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import orjson
import pytest

from service.claims.model import Claim
from service.errors import InvalidInput
from service.sources.claims_file import Line, opened, read_lines
from tests.graph.small_world import MEETING, article, claim

OLD = orjson.dumps(article())
NEW = orjson.dumps(article("https://other.example/ports", text=None))
CLAIM = orjson.dumps(claim("event", MEETING))


def lines_of(*lines: bytes) -> list[Line]:
    return list(read_lines(io.BytesIO(b"\n".join(lines)), "f"))


@pytest.mark.parametrize("broken", [NEW[:40], NEW.replace(b'"article"', b'"artcle"'), b"{", b"[]"])
def test_below_a_line_that_may_have_been_a_header_no_claim_is_taken_for_an_older_ones(broken: bytes) -> None:
    last = lines_of(OLD, CLAIM, broken, CLAIM)[-1]
    assert last.record is None
    assert "stands before any header" in last.faults[0].message


def test_below_a_refused_claim_the_header_still_holds() -> None:
    refused, last = lines_of(OLD, CLAIM.replace(b"CONSULT", b"MEETING"), CLAIM)[-2:]
    assert refused.record is None
    assert isinstance(last.record, Claim)
    assert last.header is not None


def test_a_bom_carriage_returns_and_no_newline_at_the_end_are_no_faults() -> None:
    read = list(read_lines(io.BytesIO(b"\xef\xbb\xbf" + OLD + b"\r\n" + CLAIM), "f"))
    assert [line.faults for line in read] == [(), ()]


def test_a_damaged_archive_is_refused_with_its_place(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(b"\n".join([OLD, *[CLAIM] * 2000])))
    packed[len(packed) // 2] ^= 0xFF
    path = tmp_path / "claims.jsonl.gz"
    path.write_bytes(packed)
    with pytest.raises(InvalidInput) as refused, opened(str(path)) as stream:
        list(read_lines(stream, "f"))
    assert refused.value.faults[0].where.startswith("f:")
