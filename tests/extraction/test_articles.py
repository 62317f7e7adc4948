"""A whole article: claims with their sentences, speakers across sentences, nothing from what is around it."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from service.claims.identity import sha256_hex
from service.claims.model import Publication
from service.claims.records import parse_record
from service.extraction.articles import Extraction, extract
from service.extraction.inputs import document_of, plain
from service.extraction.plover import plover_records
from tests.extraction.kenyan_visit import TEXT

TOP = Path(__file__).parents[2]
SEED = TOP.parent / "shared" / "seed"


@cache
def visit() -> Extraction:
    about = {"url": "https://news.example/visit", "outlet": "example-news", "published_on": "2031-06-03"}
    return next(extract([plain(TEXT.encode(), "visit.txt", about)]))


def claims(kind: str = "event") -> list[dict[str, Any]]:
    return [each for each in visit().records if each["record"] == "claim" and each["kind"] == kind]


def told(claim: dict[str, Any]) -> tuple[str, list[str], list[str], list[str]]:
    event = claim["event"]
    return event["type"], event["initiators"], event.get("recipients", []), claim["speakers"]


def test_the_events_of_the_article() -> None:
    found = [told(claim) for claim in claims()]
    assert ("CONSULT", ["amos-tarus"], ["rosa-quispe"], []) in found
    assert ("ACCUSE", ["amos-tarus", "rosa-quispe"], ["chl"], []) in found
    assert ("REQUEST", ["rosa-quispe"], ["chl"], ["rosa-quispe"]) in found
    assert ("ASSAULT", ["peruvian-army"], ["chl"], ["elena-rojas"]) in found
    assert ("REJECT", ["elena-rojas"]) in [each[:2] for each in found]


def test_nothing_comes_from_links_menus_and_open_questions() -> None:
    text = visit().document.text
    for claim in visit().records:
        if claim["record"] == "claim":
            sentence = text[claim["evidence"]["start"] : claim["evidence"]["end"]]
            assert claim["evidence"]["section"] in ("standfirst", "body")
            assert "Troops" not in sentence
            assert "travel on to Bolivia" not in sentence or claim["kind"] != "event"


def test_captions_and_rows_of_a_menu_give_no_event() -> None:
    text = (
        "Kenya  Central Asia  Podcasts\n\nKenya Condemns Peru\n\n"
        "Peruvian troops attacked Kenya on Friday (File photo)\n\n"
        "Kenya condemned Peru on Monday, and no more than that was said in Nairobi by those who had come."
    )
    read = next(extract([document_of({"text": text, "published_on": "2031-06-03"}, "x")]))
    assert [record["event"] for record in plover_records(read)] == ["ACCUSE"]
    assert [block.section for block in read.document.blocks] == ["title", "caption", "body"]


def test_every_offset_cuts_its_exact_text() -> None:
    text = visit().document.text
    for claim in visit().records:
        if claim["record"] == "claim":
            evidence, why = claim["evidence"], claim["explanation"]
            sentence = text[evidence["start"] : evidence["end"]]
            assert sha256_hex(sentence) == evidence["sentence_sha256"]
            assert evidence["quote"] in sentence
            assert [text[word["start"] : word["end"]] for word in why["words"]] == [
                w["text"] for w in why["words"]
            ]
            assert all(actor["start"] < actor["end"] <= len(text) for actor in why["actors"])


def test_the_records_are_those_of_a_claims_file() -> None:
    header = None
    for record in visit().records:
        parsed = parse_record(record, header, "visit")
        header = parsed if isinstance(parsed, Publication) else header
    assert {claim["status"] for claim in claims()} == {"proposed"}
    assert all(claim["method"].startswith("rules@") for claim in claims())
    declared = {record["id"]: record for record in visit().records if record["record"] == "actor"}
    assert declared["amos-tarus"] == {
        "record": "actor",
        "id": "amos-tarus",
        "kind": "person",
        "name": "Amos Tarus",
    }


def test_quotations_have_their_speakers() -> None:
    said = {each.text: [speaker.id for speaker in each.speakers] for each in visit().quotations}
    assert said["Chile must reopen the border."] == ["rosa-quispe"]
    friendship = next(words for words in said if words.startswith("Our friendship"))
    assert said[friendship] == ["rosa-quispe"]


def test_plover_records_count_a_person_as_the_country() -> None:
    records = list(plover_records(visit()))
    visiting = next(record for record in records if record["mode"] == "visit")
    assert [(each["code"], each["sector"]) for each in visiting["actor"]] == [("KEN", "GOV")]
    assert (visiting["quad_code"], visiting["event_scale"], visiting["date"]) == (1, 4.0, "2031-06-03")
    assert {"id", "date", "actor", "event"} <= visiting.keys()


def test_input_ids_come_back() -> None:
    document = document_of({"id": "x-1", "text": "Kenya condemned Peru.", "published_on": "2024"}, "x")
    records = next(extract([document])).records
    assert [record["document_id"] for record in records if record["record"] == "claim"] == ["x-1"] * (
        len(records) - 3
    )


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not on this machine")
def test_the_seed_article_is_read_as_it_was_coded() -> None:
    score = TOP / "benchmarks" / "extraction" / "score.py"
    told = subprocess.run([sys.executable, score, "--seed", SEED], capture_output=True, text=True, check=True)
    shares = dict(re.findall(r"(\w+) (\d+\.\d)%", told.stdout))
    assert float(shares["triple"]) >= 80


def test_the_topics_of_a_measure_are_declared() -> None:
    document = document_of(
        {
            "text": "China's trade with Russia has doubled since 2020. "
            "Russia provided 19 percent of China's crude oil imports.",
            "published_on": "2024",
        },
        "x",
    )
    records = next(extract([document])).records
    topics = {record["id"]: record["name"] for record in records if record["record"] == "topic"}
    assert topics == {"crude-oil": "crude oil", "trade": "trade"}
    said = [record["measure"]["topics"] for record in records if record.get("kind") == "measure"]
    assert said == [["trade"], ["crude-oil"]]


READOUT = (
    "President Amos Tarus of Kenya met President Rosa Quispe of Peru. Tarus thanked Peru. "
    "They discussed Chile, Brazil, and the war between Chile and Brazil. "
    "The two leaders agreed to stand by Uganda. "
    "The Kenyan envoy, Ines Koech, spoke last. “The road is long,” she said."
)


def test_the_leaders_are_those_who_talked_and_quotations_have_those_who_were_named_last() -> None:
    read = next(extract([document_of({"text": READOUT, "published_on": "2031-06-03"}, "readout")]))
    events = [record["event"] for record in read.records if record.get("kind") == "event"]
    (agreed,) = [event for event in events if event["type"] == "AGREE"]
    assert agreed["initiators"] == ["amos-tarus", "rosa-quispe"]
    (quotation,) = read.quotations
    assert [speaker.id for speaker in quotation.speakers] == ["ines-koech"]
