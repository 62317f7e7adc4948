"""Figures that sentences state, and numbers that state none."""

from __future__ import annotations

import pytest

from service.claims.fact_schemas import MeasureSchema
from service.extraction.figures.periods import dates_in
from service.extraction.figures.quantities import quantities
from service.extraction.grammar.parsing import parsed
from tests.extraction.stating import DAY
from tests.extraction.stating import brief_figures as brief
from tests.extraction.stating import figures_of as found

STATED = {
    "Trade between China and Russia hit a record $240 billion in 2023.": [
        ("trade_turnover", 240e9, "exact", "chn", "rus", "2023")
    ],
    "Bilateral trade between India and Brazil grew 12% to $15 billion in 2023.": [
        ("trade_growth", 12, "exact", "ind", "bra", "2023"),
        ("trade_turnover", 15e9, "exact", "ind", "bra", "2023"),
    ],
    "Brazil's exports to Argentina fell 12 percent last year.": [
        ("growth_factor", 0.88, "exact", "bra", "arg", "2023")
    ],
    "China's exports rose to $3.4 trillion in 2023 from $3.2 trillion in 2022.": [
        ("exports", 3.4e12, "exact", "chn", None, "2023"),
        ("exports", 3.2e12, "exact", "chn", None, "2022"),
    ],
    "Loans by Japanese banks to Indonesia have more than tripled since 2015.": [
        ("growth_factor", 3, "more_than", "jpn", "idn", None)
    ],
    "Washington added 42 Chinese companies to its export curbs list on Friday.": [
        ("companies_listed", 42, "exact", "usa", "chn", "2024-05-10")
    ],
    "Chile's economy grew 5.2% in 2021 after shrinking by 3.4% the year before.": [
        ("gdp_growth", 5.2, "exact", "chl", None, "2021"),
        ("gdp_growth", -3.4, "exact", "chl", None, "2020"),
    ],
    "Sudan's trade deficit with Egypt widened to $700 million in 2022.": [
        ("trade_balance", -700e6, "exact", "sdn", "egy", "2022")
    ],
    "Poland spends 4.1 percent of its GDP on defence.": [
        ("military_spending_share", 4.1, "exact", "pol", None, None)
    ],
    "Canada imposed a 25 percent tariff on steel from India in 2019.": [
        ("tariff_rate", 25, "exact", "can", "ind", "2019")
    ],
    "The bombing killed at least 35 Syrian soldiers in Aleppo.": [
        ("killed", 35, "at_least", "syr", None, None)
    ],
    "China is Germany's biggest trading partner.": [("partner_rank", 1, "exact", "chn", "deu", None)],
    "The General Assembly adopted the text by 141 votes to five, with 35 abstentions.": [
        ("votes_for", 141, "exact", "general-assembly", None, None),
        ("votes_against", 5, "exact", "general-assembly", None, None),
        ("votes_abstaining", 35, "exact", "general-assembly", None, None),
    ],
    "Xi Jinping, 70, has led China since 2012.": [("age", 70, "exact", "xi-jinping", None, DAY)],
}


@pytest.mark.parametrize("text", STATED)
def test_a_figure_has_its_indicator_value_parties_and_period(text: str) -> None:
    assert brief(text) == STATED[text]


@pytest.mark.parametrize(
    "text",
    [
        "The minister will hold 12 meetings over three days.",
        "Oil output rose by 300,000 barrels a day after the field came back, its operator said.",
        "China's wheat exports to Peru were worth $4 billion in 2022.",
        "France's exports to Spain were worth 50 billion euros in 2022.",
        "Italy's inflation is between 2 and 3 percent.",
        "In 1990 he sold 40,000 copies in 12 countries.",
    ],
)
def test_a_number_without_an_indicator_states_nothing(text: str) -> None:
    assert brief(text) == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Trade between Vietnam and South Korea could reach $100 billion by 2030.", "conditional"),
        ("The IMF expects Nigeria's economy to grow by 3.1 percent in 2025.", "planned"),
        ("Japan's economy grew by 3.1 percent in 2005.", "asserted"),
        ("China will impose a tariff of 25 percent on US soybeans.", "planned"),
    ],
)
def test_a_forecast_is_not_asserted(text: str, modality: str) -> None:
    assert [each.modality for each in found(text)] == [modality]


def test_a_measure_loads_as_a_fact_and_names_its_words() -> None:
    (made,) = found("Trade between China and Russia hit a record $240 billion in 2023.")
    loaded = MeasureSchema().load(made.fields())
    assert loaded["unit"] == made.unit == "USD"
    assert (made.start, made.end) == (0, 11)
    assert made.rule == "measure/trade"
    assert 0 < made.confidence <= 1


def test_without_a_day_relative_dates_are_left_out() -> None:
    text = "Brazil's exports to Argentina fell 12 percent last year."
    assert [each.period for each in found(text, None)] == [None]


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator"),
    [
        ("It cost $1.5-billion.", 1.5e9, "USD", "exact"),
        ("It cost US$5bn.", 5e9, "USD", "exact"),
        ("It cost C$4 million.", 4e6, "other", "exact"),
        ("They met about twenty-one men.", 21, "count", "about"),
        ("They saw tens of thousands of troops.", 20_000, "count", "at_least"),
        ("Output is 9 million bpd.", 9e6, "barrel/day", "exact"),
        ("The cap is $60 per barrel.", 60, "USD/barrel", "exact"),
        ("It has 17+ years.", 17, "year", "at_least"),
        ("It paid just over a million.", 1e6, "count", "more_than"),
        ("It rose by 0.3 percentage points.", 0.3, "other", "exact"),
    ],
)
def test_a_quantity_is_in_plain_units(text: str, value: float, unit: str, comparator: str) -> None:
    (made,) = quantities(next(parsed([text]))[:])
    assert (made.value, made.unit, made.comparator) == (value, unit, comparator)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell in August.", "2023-08"),
        ("It fell in March.", "2024-03"),
        ("It fell last month.", "2024-04"),
        ("It fell on 5 June 2021.", "2021-06-05"),
        ("It fell in the first quarter of 2024.", None),
        ("It fell three years ago.", "2021"),
    ],
)
def test_a_date_is_partial_and_never_later_than_the_text(text: str, value: str | None) -> None:
    assert [each.value for each in dates_in(next(parsed([text]))[:], DAY)] == [value]
