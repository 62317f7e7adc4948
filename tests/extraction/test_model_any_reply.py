"""Whatever JSON comes back: claims that parse below a header, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from service.claims.model import Claim
from service.claims.records import parse_record
from service.extraction.llm.model_answers import claims_of, proposals
from service.extraction.llm.model_server import Unanswered
from tests.extraction.answering import ACTORS, LINES, READING, claims, completion, proposed, sentences
from tests.extraction.test_model_answers import MEASURE, RELATION, STANCE, of_kind

PIECE = dict(enumerate(sentences(), start=1))
# Any JSON, and JSON that is nearly an answer: right names with any values, right values among wrong ones.
SCALARS = st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.floats(allow_nan=False) | st.text()
WORDS = st.sampled_from([*ACTORS, *(text for _, _, text in LINES), "CONSULT", "denied", "report", "2024-03"])
ANY = st.recursive(
    SCALARS | WORDS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9) | WORDS, inner, max_size=4)
    ),
    max_leaves=12,
)


def _spoilt(good: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """The same with some members replaced by anything, at both levels."""
    fact = good[good["kind"]]
    inner = st.fixed_dictionaries({}, optional=dict.fromkeys(fact, ANY)).map(lambda new: {**fact, **new})
    outer = st.fixed_dictionaries({}, optional=dict.fromkeys(good, ANY))
    return st.tuples(inner | st.just(fact), outer).map(
        lambda both: {**good, good["kind"]: both[0], **both[1]}
    )


GOODS = [proposed(), of_kind("stance", STANCE), of_kind("relation", RELATION), of_kind("measure", MEASURE)]
NEAR = st.one_of([_spoilt(good) for good in GOODS])
REPLIES = st.one_of(
    ANY.map(lambda value: orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS)),
    ANY.map(lambda value: completion(orjson.dumps(value).decode())),
    st.lists(NEAR | ANY, max_size=4).map(lambda values: claims(*values)),
    st.binary(max_size=200),
)


@settings(max_examples=400, deadline=None)
@given(REPLIES)
def test_any_reply_gives_claims_that_parse_below_a_header_or_nothing(reply: bytes) -> None:
    try:
        given = proposals(reply)
    except Unanswered:
        return
    found, dropped = claims_of(given, PIECE, READING)
    assert len(found) + dropped.total() == len(given)
    for record in found:
        claim = parse_record(orjson.loads(orjson.dumps(record)), READING.header, "claim")
        assert isinstance(claim, Claim)
        assert claim.properties["status"] == "proposed"
        assert claim.properties["method"] == "llm@test-model"
        assert claim.properties["confidence"] <= 0.9
        assert set(_actors(record)) <= set(ACTORS.values())


def _actors(record: dict[str, Any]) -> Iterator[str]:
    fact = record[record["kind"]]
    for name in ("initiators", "recipients", "holders"):
        yield from fact.get(name, ())
    yield from record["speakers"]
    yield from (fact[name] for name in ("subject", "of", "with") if name in fact)
