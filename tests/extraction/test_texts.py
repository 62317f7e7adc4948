"""Plain texts read as articles: sections, titles, datelines, credits, and what is told apart from them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from service.claims.fields import Text as TextField
from service.claims.identity import clean_text
from service.extraction.text.texts import Text, read_text
from service.vocabulary.terms import vocabulary
from tests.extraction.copied_pages import MAGAZINE, WIRE, Expected, page_of

SEED = Path(__file__).parents[3] / "shared" / "seed"
DATASET = Path(__file__).parents[2] / "service" / "datasets" / "seed-article.jsonl"


def reading(text: Text) -> list[tuple[str, str]]:
    return [
        ("heading" if block.heading else block.section, text.text[block.start : block.end])
        for block in text.blocks
    ]


def wanted(expected: Expected) -> list[tuple[str, str]]:
    return [(section, words.strip()) for section, words in expected if section is not None]


@pytest.mark.parametrize("between", ["\n\n", "\n", "\n\n\n", "\r\n\r\n", "\n \t\n"])
@pytest.mark.parametrize("expected", [MAGAZINE, WIRE], ids=["magazine", "wire"])
def test_a_copied_page_is_read_section_by_section(expected: Expected, between: str) -> None:
    text = read_text(page_of(expected, between))
    assert reading(text) == wanted(expected)
    assert {block.section for block in text.blocks} <= set(vocabulary("evidence_sections"))
    assert text.title == next(words for section, words in expected if section == "title")


def test_paragraphs_are_counted_with_those_of_menus() -> None:
    numbers = [block.paragraph for block in read_text(page_of(MAGAZINE)).blocks]
    assert numbers == list(range(2, len(MAGAZINE)))


def test_author_credits_and_dateline() -> None:
    magazine, wire = read_text(page_of(MAGAZINE)), read_text(page_of(WIRE))
    assert (magazine.author, magazine.credits, magazine.dateline) == ("Rada Sool", ("Reuters",), None)
    assert (wire.author, wire.credits) == ("Lena Ferro and Tom Okafor", ("AP", "Associated Press"))
    assert wire.dateline is not None
    assert wire.text[wire.dateline.start : wire.dateline.end] == "CARROW, Arland (AP) — "


@pytest.mark.skipif(
    not SEED.is_dir(), reason="the seed article is not ours to publish; ../shared/seed is absent"
)
def test_the_seed_article_is_read_as_its_claims_were_coded() -> None:
    content = (SEED / "article.txt").read_bytes()
    text = read_text(content)
    assert text.text == content.decode()
    sections = [block.section for block in text.blocks]
    links, bio = ["related_link"] * 9, ["bio"] * 2
    assert sections == [
        *("title", "standfirst", "caption", *["body"] * 3, "related_link"),
        *(*["body"] * 32, "bio", *links, *bio),
    ]
    assert [text.text[block.start : block.end] for block in text.blocks if block.heading] == [
        "Challenge to US-led global order",
        "Putin sends a message to the world",
        "Push for political settlement on Ukraine",
    ]
    assert (text.author, text.credits) == ("Jim Pollard", ("Reuters",))
    negatives = json.loads((SEED / "seed_negatives.json").read_text("utf-8"))["related_links_not_body"]
    assert set(negatives) <= {words for section, words in reading(text) if section == "related_link"}


@pytest.mark.skipif(
    not SEED.is_dir(), reason="the seed article is not ours to publish; ../shared/seed is absent"
)
def test_the_bundled_claims_stand_in_the_blocks_of_the_seed_article() -> None:
    text = read_text((SEED / "article.txt").read_bytes())
    blocks = {block.paragraph: block for block in text.blocks}
    records = [json.loads(line) for line in DATASET.read_text("utf-8").splitlines()]
    claims = [record["evidence"] for record in records if "evidence" in record]
    assert claims
    for evidence in claims:
        block = blocks[evidence["paragraph"]]
        assert block.section == evidence.get("section", "body")
        assert block.start <= evidence["start"] < evidence["end"] <= block.end


@pytest.mark.parametrize(
    ("opening", "place", "date", "agency"),
    [
        ("CARROW, May 16 (Reuters) - The king left.", "CARROW", "May 16", "Reuters"),
        ("PORT SELM — The king left.", "PORT SELM", None, None),
        ("CARROW/LUNN, 16 May 2031 (AFP) – The king left.", "CARROW/LUNN", "16 May 2031", "AFP"),
        ("Carrow (AP) — The king left.", "Carrow", None, "AP"),
        ("CARROW, Arland (AP) — The king left.", "CARROW, Arland", None, "AP"),
        ("ST. ODO, June 3 (Xinhua) -- The king left.", "ST. ODO", "June 3", "Xinhua"),
        ("May 16 (Reuters) - The king left.", None, "May 16", "Reuters"),
        ("New Carrow [Arland], June 3 (ANI): The king left.", "New Carrow [Arland]", "June 3", "ANI"),
        ("Carrow, June 3 – The king left.", "Carrow", "June 3", None),
    ],
)
def test_datelines(opening: str, place: str | None, date: str | None, agency: str | None) -> None:
    found = read_text(f"King Leaves Arland\n\n{opening}\n\nNobody knew why.").dateline
    assert found is not None
    assert (found.place, found.date, found.agency) == (place, date, agency)
    assert opening[found.end - found.start :] == "The king left."


@pytest.mark.parametrize(
    "opening",
    [
        "NATO – The alliance of many states – met.",
        "Marn – The president of Arland – left.",
        "US – Arland ties are bad.",
        "MR MARN: The king left.",
        "Marn (pictured) – The king’s friend – left.",
        "The king left — He was tired.",
    ],
)
def test_a_dash_is_no_dateline(opening: str) -> None:
    assert read_text(f"King Leaves Arland\n\n{opening}\n\nNobody knew why.").dateline is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Marn Leaves Carrow\n\nThe president left.", "Marn Leaves Carrow"),
        (
            "World\n\nNews\n\nMarn leaves Carrow for Lunn\n\nThe president left.",
            "Marn leaves Carrow for Lunn",
        ),
        ("Will Marn Leave Carrow?\n\nThe president did not say.", "Will Marn Leave Carrow?"),
        ("Marn Speaks in the U.S.\n\nThe president spoke.", "Marn Speaks in the U.S."),
        (
            "Marn and Tarn Denounce the Bloc,\nUrge Talks\n\nThey spoke.",
            "Marn and Tarn Denounce the Bloc, Urge Talks",
        ),
        ("The president left.\n\nHe went to Lunn.", None),
        ("The minister said:\n\n“We reject it.”", None),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    assert read_text(text).title == title


def test_wrapped_lines_are_one_paragraph() -> None:
    text = read_text("The president left the\ncity on Monday. He went\nto Lunn.\n\nNobody knew\nwhy.")
    assert [words for _, words in reading(text)] == [
        "The president left the\ncity on Monday. He went\nto Lunn.",
        "Nobody knew\nwhy.",
    ]


def test_without_a_blank_line_each_line_is_a_paragraph() -> None:
    text = read_text("The president left.\nNobody knew why.\nHe was seen in Lunn.")
    assert len(text.blocks) == 3


def test_long_lines_are_paragraphs_even_where_blank_lines_stand_elsewhere() -> None:
    clause = "The president of Arland left the city of Carrow on Monday with all of his ministers, guards"
    long = f"{clause} and cats."
    text = read_text(f"{long}\n{long}\n\nNobody knew why.")
    assert [words for _, words in reading(text)] == [long, long, "Nobody knew why."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Share prices fell in Carrow after the talks.",
        "Subscribe to the treaty or leave, Marn told Borland in a speech to the council, and sat down.",
        "Reporting by Human Rights Watch showed that the troops had been in Veria since May.",
        "By Monday Marn had left.",
        "Written by Marn in 2020, the letter says that the troops must leave before the winter.",
        "Updated sanctions came into force on June 3.",
        "May is the month in which Arland votes.",
        "The ministry said it would read more into the letter.",
        "Rada Sool is a journalist who was arrested in Carrow.",
        "This report has not been confirmed by the ministry.",
    ],
)
def test_prose_that_looks_like_furniture_stays_in_the_body(sentence: str) -> None:
    text = read_text(f"Marn Leaves Carrow\n\nThe president left.\n\n{sentence}\n\nNobody knew why.")
    assert ("body", sentence) in reading(text)


def test_a_list_of_headlines_is_not_taken_for_links() -> None:
    text = read_text("Arland Condemns Borland\nLunn Backs the Claim of Arland\nVeria Rejects an Offer")
    assert [section for section, _ in reading(text)] == ["title", "body", "body"]


def test_what_is_stored_passes_the_article_schema() -> None:
    text = read_text(
        "A cafe\u0301 in Carrow\r\n\r\nThe\x00 pres\u200bident\u202e left\u00ad.\x85It was\x1b late."
    ).text
    assert text == "A café in Carrow\n\nThe president left.\nIt was late."
    assert TextField(longest=2_000_000, lines=True).deserialize(text) == text == clean_text(text)
