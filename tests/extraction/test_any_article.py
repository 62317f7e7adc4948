"""Whatever words an article has, in any order: its claims are whole, or it is refused."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.claims.model import Publication
from service.claims.records import parse_record
from service.errors import InvalidInput
from service.extraction.articles import extract
from service.extraction.documents import Document
from service.extraction.inputs import document_of, plain


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(codec="utf-8"), max_size=400))
def test_any_text_gives_claims_or_is_refused(text: str) -> None:
    try:
        document = document_of({"text": text, "published_on": "2024-05-16"}, "text")
    except InvalidInput as refused:
        assert refused.faults
        return
    _hold(document)


@pytest.mark.parametrize(
    "text",
    [
        "The army said that the police said that " * 12 + "the ministry fell.",
        "Kenya's attack on Peru No",
        "Granted asylum, he left Kenya for Peru.",
        "To free them, Kenya pushed Peru.",
        "What is Kenya asking for",
        "texts signed\n\nMr said:\n\nA",
    ],
    ids=[
        "saying that others say",
        "cut off",
        "a participle first",
        "an infinitive first",
        "a preposition last",
        "a text that issues itself",
    ],
)
def test_any_sentence_comes_to_an_end(text: str) -> None:
    _hold(document_of({"text": text, "published_on": "2024-05-16"}, "text"))


WORDS = st.sampled_from(
    [
        "Kenya",
        "Peru",
        "Kenyan",
        "Peruvian",
        "Putin",
        "the",
        "two",
        "leaders",
        "said",
        "that",
        "and",
        "to",
        "of",
        "“",
        "”",
        "'",
        ",",
        ".",
        "-",
        "attacked",
        "condemned",
        "sanctions",
        "talks",
        "on",
        "Monday",
        "2024",
        "$5",
        "billion",
        "who",
        "which",
        "it",
        "they",
        "his",
        "not",
        "will",
        "must",
        "by",
        "was",
        "troops",
        "in",
        "Lima",
        "3000",
        "900000",
        "²",
        "9" * 4500,
        "9" * 400,
        "2024-13-45",
        "years",
        "days",
        "ago",
        "trade",
        "percent",
        "rose",
    ]
)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("20 years ago", "2004"),
        ("3000 years ago", None),
        ("900000 days ago", None),
        ("9" * 20 + " years ago", None),
        ("on 2024-02-11", "2024-02-11"),
        ("on 2024-13-45", None),
    ],
    ids=["years", "before the year 1", "beyond all days", "beyond all years", "a day", "no day"],
)
def test_a_date_is_one_of_the_calendar_or_none(words: str, date: str | None) -> None:
    (claim,) = _claims(f"Kenya attacked Peru {words}.")
    assert claim["event"].get("date") == date


def test_a_number_beyond_all_counting_is_no_measure() -> None:
    assert _claims(f"China's trade with Russia hit {'9' * 400} dollars.") == []


def _claims(text: str) -> list[dict[str, Any]]:
    records = next(extract([document_of({"text": text, "published_on": "2024-05-16"}, "x")])).records
    return [record for record in records if record["record"] == "claim"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=60))
def test_any_order_of_the_words_of_news_gives_claims(words: list[str]) -> None:
    # Sixty names alone may be of any language; with these words before them a text is English.
    english = "It was said by the army of the country that the men were from the north: "
    document = plain((english + " ".join(words) + ".").encode(), "words", {"published_on": "2024-05-16"})
    _hold(document)


@pytest.mark.parametrize("joint", [", ", " and ", " ", "-"])
def test_endless_sentences_are_left_out_with_a_warning(joint: str) -> None:
    text = (
        "Kenya condemned Peru. "
        + joint.join(["the army of Kenya attacked the soldiers of Peru"] * 1000)
        + "."
    )
    read = next(extract([document_of({"text": text, "published_on": "2024"}, "long")]))
    assert any(record.get("event", {}).get("type") == "ACCUSE" for record in read.records)
    assert any("words" in warning for warning in read.warnings)


def _hold(document: Document) -> None:
    """Every record that a document gives is one that a claims file may have."""
    header = None
    for record in next(extract([document])).records:
        parsed = parse_record(record, header, "text")
        header = parsed if isinstance(parsed, Publication) else header
