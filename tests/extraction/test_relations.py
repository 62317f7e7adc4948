"""Ties that sentences state plainly, and words that only look like them."""

from __future__ import annotations

import pytest

from service.claims.fact_schemas import RelationSchema
from tests.extraction.stating import brief_ties as brief
from tests.extraction.stating import ties_of as found

STATED: dict[str, set[tuple[str, str, str]]] = {
    "Finland, which joined NATO in 2023, shares a long border with Russia.": {
        ("member_of", "fin", "nato"),
        ("borders", "fin", "rus"),
    },
    "Hungary, an EU and NATO member, relies on Russia for most of its gas.": {
        ("member_of", "hun", "eu"),
        ("member_of", "hun", "nato"),
        ("depends_on", "hun", "rus"),
    },
    "Belarus, Russia's closest ally, depends on Moscow for cheap gas.": {
        ("allied_with", "blr", "rus"),
        ("depends_on", "blr", "rus"),
    },
    "The United States and Japan are allies.": {("allied_with", "usa", "jpn")},
    "Iran is at war with Iraq.": {("at_war_with", "irn", "irq")},
    "Missiles struck NATO-supplied Ukrainian forces east of the river.": {("supplies", "nato", "ukr")},
    "India remains the top buyer of Russian crude.": {("supplies", "rus", "ind")},
    "Pakistan and China are close partners.": {("partner_of", "pak", "chn")},
    "Gazprom Neft is a subsidiary of Gazprom.": {("subsidiary_of", "gazprom-neft", "gazprom")},
    "In the capital, Lima, and in other towns, shops stayed shut.": {("has_capital", "per", "lima")},
    "Hezbollah, which is based in Lebanon and financed by Iran, denied it.": {
        ("based_in", "hezbollah", "lbn"),
        ("finances", "irn", "hezbollah"),
    },
    "South Korea has diplomatic relations with Cuba.": {("diplomatic_relations", "kor", "cub")},
    "Argentina claims the Falkland Islands as its own.": {("claims_territory", "arg", "flk")},
    "Putin will visit North Korea, which borders China.": {("borders", "prk", "chn")},
}


@pytest.mark.parametrize("text", STATED)
def test_a_tie_has_its_type_and_ends(text: str) -> None:
    assert brief(text) == STATED[text]
    assert {each.modality for each in found(text)} == {"asserted"}


@pytest.mark.parametrize(
    ("text", "person", "of", "title"),
    [
        ("US Secretary of State Antony Blinken arrived.", "antony-blinken", "usa", "Secretary of State"),
        ("Gazprom CEO Alexei Miller stayed away.", "alexei-miller", "gazprom", "CEO"),
        ("Russian President Vladimir Putin spoke.", "vladimir-putin", "rus", "President"),
        (
            "Israel's premier, Benjamin Netanyahu, spoke.",
            "benjamin-netanyahu",
            "isr",
            "Premier",
        ),
        ("Xi Jinping is the president of China.", "xi-jinping", "chn", "President"),
        ("NATO Secretary General Jens Stoltenberg spoke.", "jens-stoltenberg", "nato", "Secretary General"),
    ],
)
def test_an_office_has_a_title_and_speaks_for_its_body(text: str, person: str, of: str, title: str) -> None:
    (made,) = found(text)
    assert (made.type, made.subject.id, made.object.id, made.title) == ("holds_office", person, of, title)
    assert made.speaks_for
    assert RelationSchema().load(made.fields())["object"] == {"actor": of}


def test_a_counterpart_holds_the_same_office_in_another_country() -> None:
    text = "Russian President Vladimir Putin and his Belarusian counterpart Alexander Lukashenko met."
    assert ("holds_office", "alexander-lukashenko", "blr") in brief(text)


@pytest.mark.parametrize(
    "text",
    [
        "Former US President Donald Trump spoke.",
        "President of the chess club for 20 years, he beat 15 rivals in one afternoon.",
        "Niger's junta wants an alliance with Russia.",
        "France joined Germany in talks.",
        "China and the United States are in a trade war.",
        "In the rebel capital the shops of Peru stayed shut.",
        "Germany supplied Ukraine with tanks in 2023.",
    ],
)
def test_words_that_do_not_say_so_state_no_tie(text: str) -> None:
    assert brief(text) == set()


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Mali is no longer a member of ECOWAS.", "denied"),
        ("Serbia does not recognise Kosovo.", "denied"),
        ("Ethiopia denied that it is at war with Eritrea.", "denied"),
        ("Sweden will join NATO.", "planned"),
    ],
)
def test_a_tie_that_is_denied_or_planned_says_so(text: str, modality: str) -> None:
    assert [each.modality for each in found(text)] == [modality]


def test_a_tie_that_an_act_began_dates_from_it() -> None:
    made = {each.type: each for each in found("Finland joined NATO in 2023.")}
    assert made["member_of"].since == "2023"


def test_a_place_is_an_object_of_its_own_kind() -> None:
    (made,) = found("In the capital, Lima, and in other towns, shops stayed shut.")
    assert RelationSchema().load(made.fields())["object"] == {"place": "lima"}
    assert made.rule == "relation/capital"
    assert 0 < made.confidence <= 1
