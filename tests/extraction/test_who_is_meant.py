"""Who is meant by words that name no country, from one sentence to the next; all that is told is invented."""

from __future__ import annotations

import pytest

from tests.extraction.stating import Told, acts_of

# ruff: noqa: E501 - paragraphs of an article are single lines
CASES: list[tuple[str, Told]] = [
    # Institutions, by who tells of them and whom they act upon.
    (
        "Peru condemned Kenya. Kenya condemned Peru. Peru's army shelled Kenya. Kenya's interior ministry said that police had detained nine Peruvians.",
        ("COERCE", "KEN", "PER"),
    ),
    (
        "Kenya condemned Peru. Peru shelled Kenya. Kenya accused Peru of killing nine men, and relatives of the dead marched on Peru's embassy.",
        ("PROTEST", "KEN", "PER"),
    ),
    (
        "Kenya's president spoke in Nairobi. The disaster office has asked Peru and Chile for help.",
        ("REQUEST", "KEN", "CHL PER"),
    ),
    (
        "Kenya's president spoke in Nairobi. The government thanked Chile, which sent doctors from Peru.",
        ("SUPPORT", "KEN", "CHL"),
    ),
    ("Kenya's president spoke in Nairobi. The government rebuffed the Peruvians.", ("REJECT", "KEN", "PER")),
    ("Police in Peru arrested nine men.", ("COERCE", "PER", "PER")),
    ("Kenya's ministers thanked Peru for its help and met the army chief.", ("SUPPORT", "KEN", "PER")),
    # An opposition and its government; crowds, police and courts at home.
    ("Kenya's opposition accused the cabinet of yielding to Peru.", ("ACCUSE", "KEN", "KEN")),
    (
        "Peru urged Kenya to talk. In Kenya, a crowd stormed a shop on Monday, and police fired tear gas.",
        ("ASSAULT", "KEN", "KEN"),
    ),
    (
        "Peru imposed sanctions on Kenya. A court in Nairobi convicted the man of treason.",
        ("SANCTION", "KEN", "KEN"),
    ),
    # Two of whom the text tells, and not two others.
    (
        "Kenya shelled Peru. Peru bombed Kenya. Peru accused Kenya of piracy. Chile and Cuba sent envoys. Uganda urged the two armies to withdraw.",
        ("REQUEST", "UGA", "KEN PER"),
    ),
    (
        "Kenya shelled Peru. Peru bombed Kenya. Uganda urged the two armies to withdraw from the hills.",
        ("RETREAT", "KEN PER", ""),
    ),
    (
        "Kenya's president spoke in Nairobi. A Chilean army Hercules and a Cuban aircraft brought tents to Kenya. The government thanked both countries.",
        ("SUPPORT", "KEN", "CHL CUB"),
    ),
    # Persons who were described before they are named, or after.
    (
        "Kenya freed a Peruvian on Monday. Leo Rojas Prado, 47, flew home. On Friday Chile imposed sanctions on Prado.",
        ("SANCTION", "CHL", "PER"),
    ),
    (
        "Chile condemned Kenya. A spokesman for Peru's ministry, Amos Tarus, rejected the Kenyan offer.",
        ("REJECT", "PER", "KEN"),
    ),
    (
        "A colonel, Rosa Quispe, took power in Kenya. Peru accused the colonel of meeting Chileans.",
        ("ACCUSE", "PER", "KEN"),
    ),
    (
        "Kenya's defence minister visited Lima on Monday. He pledged nine million dollars.",
        ("AGREE", "KEN", "PER"),
    ),
    # Who is asked, and answers.
    (
        "Chile condemned Kenya. Kenyan lawmakers called on Interior Minister Amos Tarus of Kenya to resign. He refused.",
        ("REJECT", "KEN", "KEN"),
    ),
    ("Kenya asked Peru for help. Lima agreed to lend three of its boats.", ("AGREE", "PER", "KEN")),
    # Three of whom the text told, and all who talked.
    (
        "Kenya, Peru and Chile condemned the coup. Bolivia urged the three governments to hold talks.",
        ("REQUEST", "BOL", "CHL KEN PER"),
    ),
    (
        "Kenya protested to Peru. Chile backed Kenya. The three countries signed an accord.",
        ("SUPPORT", "CHL KEN PER", ""),
    ),
    (
        "President Amos Tarus of Kenya met President Rosa Quispe of Peru, Prime Minister Ines Rojas of Chile and "
        "President Luis Mamani of Bolivia. The leaders agreed to meet again.",
        ("AGREE", "BOL CHL KEN PER", ""),
    ),
    # Who talks, not of whom they talk; who is not the Vice President.
    (
        "President Amos Tarus of Kenya met President Rosa Quispe of Peru. Tarus said that Chile and Bolivia must act. "
        "They agreed to meet again.",
        ("AGREE", "KEN PER", ""),
    ),
    (
        "Kenya's Vice President Amos Tarus met Peruvian President Rosa Quispe. The Vice President congratulated "
        "Quispe. The Vice President accused Chile of lying.",
        ("ACCUSE", "KEN", "CHL"),
    ),
    (
        "Kenya's Vice President Amos Tarus met Chile's president. Peruvian President Rosa Quispe met Tarus. "
        "The President thanked Bolivia.",
        ("SUPPORT", "PER", "BOL"),
    ),
    ("The minister of Chile spoke. The minister welcomed Peru's offer of talks.", ("SUPPORT", "CHL", "PER")),
    ("Chile welcomed Peru's promises and sanctions on Bolivia.", ("SANCTION", "PER", "BOL")),
    (
        "Chile asked for help for refugees from Peru, where soldiers have burned villages.",
        ("ASSAULT", "PER", "PER"),
    ),
    # At home where the dateline says so, not where the embassy is from.
    ("NAIROBI - Students marched on the Peruvian embassy.", ("PROTEST", "KEN", "PER")),
    (
        "Kenya's minister accused Peru of a blockade, and students marched to parliament.",
        ("PROTEST", "KEN", "KEN"),
    ),
    ("The minister of Kenya pressed for Peru to act. The minister thanked Chile.", ("SUPPORT", "KEN", "CHL")),
    ("The Foreign Secretary met Peru's ambassador in Nairobi.", ("CONSULT", "GBR", "PER")),
    ("Peru's Indians blocked the highway with boulders.", ("PROTEST", "PER", "PER")),
    ("Ecuadorean Indians blocked the highway with boulders.", ("PROTEST", "ECU", "ECU")),
    # What was done to things is done to nobody, but to the one who owns them.
    ("Kenya put duties on Peruvian copper and never lifted them.", ("RETREAT", "KEN", "PER")),
    ("Kenya offered Peru $500,000 for schools.", ("AGREE", "KEN", "PER")),
    # Who reports a raid was not raided, unless it is a country.
    ("The United Nations condemned Kenya's bombardment of the district.", ("ACCUSE", "UNO", "KEN")),
]
NOTHING = [
    "A flood in Peru killed nine people.",
    "Kenya's president spoke in Nairobi. Cyclone Rosa killed nine people on the coast.",
    "Amos Tarus came to office in Kenya as a poor man.",
]
# What must not be read in a text.
UNTOLD: list[tuple[str, Told]] = [
    ("Kenya's judges jailed the man until March 14.", ("COERCE", "LBN", "LBN")),
    ("Santiago Rojas Prado, 47, condemned the raid by Kenya.", ("ACCUSE", "CHL", "KEN")),
    ("The United Nations condemned Kenya's bombardment of the district.", ("ASSAULT", "KEN", "UNO")),
    ("Kenya sent 200 soldiers to Mombasa, on the coast.", ("MOBILIZE", "KEN", "KEN")),
    ("Kenya's president spoke in Nairobi. The army handed nine men to Peru.", ("COERCE", "PER", "PER")),
]


def told(text: str) -> set[Told]:
    return next(acts_of([text]))


@pytest.mark.parametrize(("text", "event"), CASES, ids=[text for text, _ in CASES])
def test_who_is_meant(text: str, event: Told) -> None:
    assert event in told(text)


@pytest.mark.parametrize("text", NOTHING)
def test_nobody_is_meant(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(("text", "event"), UNTOLD, ids=[text for text, _ in UNTOLD])
def test_who_is_not_meant(text: str, event: Told) -> None:
    assert event not in told(text)
