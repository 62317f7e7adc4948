"""Figures as the news states them: wide in wording, each with its parties and period."""

from __future__ import annotations

import pytest

from service.extraction.figures.quantities import quantities
from service.extraction.grammar.parsing import parsed
from tests.extraction.stating import BriefMeasure, brief_figures, figures_of

TRADE: dict[str, list[BriefMeasure]] = {
    "The trade volume between Iran and Oman exceeded $1.9 billion in 2022, up from $1.3 billion in 2021.": [
        ("trade_turnover", 1.9e9, "more_than", "irn", "omn", "2022"),
        ("trade_turnover", 1.3e9, "exact", "irn", "omn", "2021"),
    ],
    "Two-way trade crossed the $100 billion mark in 2021, India and China said.": [
        ("trade_turnover", 100e9, "more_than", "ind", "chn", "2021")
    ],
    "Trade between Peru and Chile reached $12.3 billion in 2023, up 19.5 percent year on year.": [
        ("trade_turnover", 12.3e9, "exact", "per", "chl", "2023"),
        ("trade_growth", 19.5, "exact", "per", "chl", "2023"),
    ],
    "Ghana's exports to Togo were worth $300 million in 2022, down 12 percent from a year earlier.": [
        ("exports", 300e6, "exact", "gha", "tgo", "2022"),
        ("growth_factor", 0.88, "exact", "gha", "tgo", "2022"),
    ],
    "Vietnam sold goods worth $97 billion to the United States in 2023.": [
        ("exports", 97e9, "exact", "vnm", "usa", "2023")
    ],
    "Imports from Mexico rose 6 percent to $475 billion in 2023, US data showed.": [
        ("growth_factor", 1.06, "exact", "usa", "mex", "2023"),
        ("imports", 475e9, "exact", "usa", "mex", "2023"),
    ],
    "Kenya's trade with Tanzania fell by a fifth to $500 million in 2021.": [
        ("trade_growth", -20, "exact", "ken", "tza", "2021"),
        ("trade_turnover", 500e6, "exact", "ken", "tza", "2021"),
    ],
    "The EU accounts for almost half of Ukraine's trade.": [("trade_share", 50, "about", "ukr", "eu", None)],
    "India's trade gap with China reached $85 billion.": [
        ("trade_balance", -85e9, "exact", "ind", "chn", None)
    ],
    "Algeria supplied Italy with 25 billion cubic metres of gas in 2023.": [
        ("gas_exports", 25e9, "exact", "dza", "ita", "2023")
    ],
    "Chinese exports to Russia nearly doubled between 2021 and 2023.": [
        ("growth_factor", 2, "about", "chn", "rus", None)
    ],
}

MONEY: dict[str, list[BriefMeasure]] = {
    "Egypt's foreign reserves fell to $33 billion in August 2022 from $41 billion in February.": [
        ("reserves", 33e9, "exact", "egy", None, "2022-08"),
        ("reserves", 41e9, "exact", "egy", None, "2022-02"),
    ],
    "Jordan received $1.4 billion in aid from the United States in 2023.": [
        ("aid", 1.4e9, "exact", "usa", "jor", "2023")
    ],
    "A $300 million aid package for Moldova was announced by Romania.": [
        ("aid", 300e6, "exact", "rou", "mda", None)
    ],
    "Japan granted Sri Lanka $80 million.": [("aid", 80e6, "exact", "jpn", "lka", None)],
    "Belgium holds $190 billion in frozen Russian assets.": [
        ("frozen_assets", 190e9, "exact", "bel", "rus", None)
    ],
    "South Korea's economy grew 1.4 percent in 2023, down from 2.6 percent in 2022.": [
        ("gdp_growth", 1.4, "exact", "kor", None, "2023"),
        ("gdp_growth", 2.6, "exact", "kor", None, "2022"),
    ],
    "Turkey's economy expanded at an annual rate of 4.5 percent in 2023.": [
        ("gdp_growth", 4.5, "exact", "tur", None, "2023")
    ],
    "Consumer prices in Iran were up 40 percent from a year earlier.": [
        ("inflation", 40, "exact", "irn", None, None)
    ],
    "The United States accounts for a quarter of global GDP.": [
        ("gdp_share", 25, "exact", "usa", None, None)
    ],
}

PEOPLE: dict[str, list[BriefMeasure]] = {
    "Three people were killed and 12 wounded in a Russian attack on Odesa.": [
        ("killed", 3, "exact", "ukr", "rus", None),
        ("wounded", 12, "exact", "ukr", "rus", None),
    ],
    "The war in Sudan has killed more than 15,000 people.": [
        ("killed", 15e3, "more_than", "sdn", None, None)
    ],
    "Saudi-led air strikes left 40 Yemenis dead.": [("killed", 40, "exact", "yem", "sau", None)],
    "More than 6 million Ukrainians have fled abroad.": [("displaced", 6e6, "more_than", "ukr", None, None)],
    "Chad is home to 400,000 refugees from Sudan.": [("displaced", 400e3, "exact", "sdn", "tcd", None)],
    "France has 1,500 soldiers stationed in Niger.": [("troops", 1500, "exact", "fra", "ner", None)],
    "Russia massed more than 100,000 troops on the border with Ukraine in 2021.": [
        ("troops", 100e3, "more_than", "rus", "ukr", "2021")
    ],
    "India, a country of 1.4 billion people, will vote in April.": [
        ("population", 1.4e9, "exact", "ind", None, None)
    ],
    "Russia, with an area of 17 million square kilometres, is the largest country.": [
        ("area", 17e6, "exact", "rus", None, None)
    ],
    "Lula, aged 78, won.": [("age", 78, "exact", "luiz-inacio-lula-da-silva", None, "2024-05-16")],
    "The 27-nation EU approved the plan.": [("members", 27, "exact", "eu", None, None)],
    "The motion was rejected by 310 votes to 290 in the House of Commons.": [
        ("votes_against", 310, "exact", "house-of-commons", None, None),
        ("votes_for", 290, "exact", "house-of-commons", None, None),
    ],
    "The United States has more than 4,000 sanctions in force against Iran.": [
        ("sanctions_count", 4000, "more_than", "usa", "irn", None)
    ],
}


@pytest.mark.parametrize(("text", "stated"), (TRADE | MONEY | PEOPLE).items())
def test_a_figure_is_read_in_the_wordings_of_the_news(text: str, stated: list[BriefMeasure]) -> None:
    assert brief_figures(text) == stated


@pytest.mark.parametrize(
    "text",
    [
        "The earthquake killed 50,000 people in Turkey.",
        "Uzbekistan's GDP per head is $2,500.",
        "Britain sanctioned 50 Russian companies and individuals.",
        "Half of the ministers stayed at home.",
        "The bank cut rates by a quarter of a point.",
        "Some 40 percent of Germans oppose sending tanks to Ukraine.",
        "Exports to China made up 40 percent of Australia's total.",
        "Russia said it had shot down 15 Ukrainian drones over Crimea.",
        "Turkey bought four batteries from Russia for $2.5 billion.",
    ],
)
def test_a_number_of_something_else_states_nothing(text: str) -> None:
    assert brief_figures(text) == []


@pytest.mark.parametrize(
    ("text", "modalities"),
    [
        ("Pakistan is believed to have 170 nuclear warheads.", ["asserted"]),
        ("Ukraine claims to have killed 900 Russian soldiers in a day.", ["asserted"]),
        ("Russia accused Ukraine of killing 20 civilians in Belgorod.", ["alleged"]),
        (
            "The IMF expects inflation in Egypt to slow to 15 percent in 2025 from 33 percent in 2024.",
            ["planned", "asserted"],
        ),
    ],
)
def test_a_hedge_is_no_condition_and_what_was_is_no_forecast(text: str, modalities: list[str]) -> None:
    assert [each.modality for each in figures_of(text)] == modalities


@pytest.mark.parametrize(
    ("text", "value", "comparator"),
    [
        ("It took a third of the vote.", 33.33, "exact"),
        ("It took more than two thirds of the vote.", 66.67, "more_than"),
        ("It lost half its oil.", 50, "exact"),
        ("It fell by almost a quarter.", 25, "about"),
    ],
)
def test_a_fraction_is_a_share_in_percent(text: str, value: float, comparator: str) -> None:
    (made,) = quantities(next(parsed([text]))[:])
    assert (made.value, made.unit, made.comparator) == (value, "percent", comparator)


@pytest.mark.parametrize(
    "text", ["It fell in the third quarter of 2024.", "The first half of the match was dull."]
)
def test_a_part_of_time_is_no_share(text: str) -> None:
    assert [each.unit for each in quantities(next(parsed([text]))[:])] == []


def test_the_pair_of_the_text_is_that_of_its_bilateral_trade() -> None:
    text = "China and Russia held talks in Beijing. Bilateral trade reached $240 billion last year."
    assert brief_figures(text) == [("trade_turnover", 240e9, "exact", "chn", "rus", "2023")]


def test_who_was_killed_and_injured_is_not_counted_as_killed() -> None:
    assert brief_figures("More than 60 civilians were killed and injured in Kenyan raids on Peru.") == []
    killed = brief_figures("60 civilians were killed and 20 injured in Kenyan raids on Peru.")
    assert [value for indicator, value, *_ in killed if indicator == "killed"] == [60]
