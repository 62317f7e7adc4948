"""Ties and offices as the news states them: verbs, nouns between two actors, seats, titles."""

from __future__ import annotations

import pytest

from tests.extraction.stating import brief_ties, ties_of

BETWEEN_STATES: dict[str, set[tuple[str, str, str]]] = {
    "Egypt is one of Washington's closest allies in the region.": {("allied_with", "egy", "usa")},
    "Syria has sided with Tehran against its rival in Baghdad.": {("rival_of", "irq", "syr")},
    "Russia is the largest supplier of arms to India.": {("supplies", "rus", "ind")},
    "Russia has overtaken Saudi Arabia as China's top oil supplier.": {("supplies", "rus", "chn")},
    "Hungary's biggest gas supplier is Russia.": {("supplies", "rus", "hun")},
    "Bulgaria gets its gas from Azerbaijan.": {("supplies", "aze", "bgr")},
    "Pakistan gets 80 percent of its weapons from China.": {("supplies", "chn", "pak")},
    "China and the Philippines have a maritime dispute.": {("disputes_with", "chn", "phl")},
    "China and Russia have a strategic partnership.": {("partner_of", "chn", "rus")},
    "The United States has a defence treaty with Japan.": {("party_to", "usa", "jpn")},
    "Belarus is under EU sanctions.": {("sanctions", "eu", "blr")},
    "Nigeria and Cameroon share a border of 2,000 kilometres.": {("borders", "nga", "cmr")},
    "Peru borders Ecuador, Colombia and Chile.": {
        ("borders", "per", "ecu"),
        ("borders", "per", "col"),
        ("borders", "per", "chl"),
    },
    "France and Britain are NATO allies.": {("allied_with", "fra", "gbr")},
    "Greenland is part of Denmark.": {("part_of", "grl", "dnk")},
}

BODIES_AND_SEATS: dict[str, set[tuple[str, str, str]]] = {
    "Bulgaria acceded to the European Union in 2007.": {("member_of", "bgr", "eu")},
    "Finland was welcomed into NATO in April 2023.": {("member_of", "fin", "nato")},
    "Albania is part of NATO.": {("member_of", "alb", "nato")},
    "NATO has its headquarters in Brussels.": {("headquartered_in", "nato", "brussels")},
    "The OPEC headquarters are in Vienna.": {("headquartered_in", "opec", "vienna")},
    "China has a naval base in Djibouti.": {("host_of", "dji", "chn")},
    "Japan hosts US troops.": {("host_of", "jpn", "usa")},
    "Belgium hosts NATO.": {("host_of", "bel", "nato")},
    "Rosneft is owned by the Russian state.": {("owns", "rus", "rosneft")},
    "Iran arms Hezbollah.": {("supplies", "irn", "hezbollah")},
}


@pytest.mark.parametrize(("text", "stated"), (BETWEEN_STATES | BODIES_AND_SEATS).items())
def test_a_tie_is_read_in_the_wordings_of_the_news(text: str, stated: set[tuple[str, str, str]]) -> None:
    pairs = [(type_, frozenset((one, other))) for type_, one, other in brief_ties(text)]
    assert sorted(map(str, pairs)) == sorted(str((t, frozenset((one, other)))) for t, one, other in stated)
    assert {each.modality for each in ties_of(text)} == {"asserted"}


@pytest.mark.parametrize(
    "text",
    [
        "Its allies Russia and Iran sent troops to Syria.",
        "Austria, a non-NATO member, has sent helmets.",
        "The US closed its air base in Uzbekistan.",
        "Kenya hosted a summit of the African Union.",
        "Iran and Saudi Arabia restored diplomatic relations in 2023.",
        "Ukraine received tanks from Poland.",
        "Gazprom owns a 50 percent stake in the pipeline.",
    ],
)
def test_words_that_only_come_near_state_no_tie(text: str) -> None:
    assert brief_ties(text) == set()


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("North Macedonia hopes to join the European Union.", "planned"),
        ("North Korea has no diplomatic relations with Japan.", "denied"),
        ("Germany stopped buying gas from Russia.", "denied"),
        ("If Georgia joins NATO, Russia will react.", "conditional"),
    ],
)
def test_a_tie_that_does_not_stand_says_so(text: str, modality: str) -> None:
    assert [each.modality for each in ties_of(text)] == [modality]


def test_a_tie_of_the_past_has_a_beginning_and_an_end() -> None:
    (made,) = ties_of("Ethiopia fought a war with Eritrea from 1998 to 2000.")
    assert (made.type, made.since, made.until) == ("at_war_with", "1998", "2000")


OFFICES = {
    "Maria Quispe, the foreign minister of Peru, met her Bolivian counterpart.": (
        "maria-quispe",
        "per",
        "Foreign Minister",
    ),
    "Bolivian Defence Minister Juan Mamani resigned.": ("juan-mamani", "bol", "Defence Minister"),
    "Kenya's ambassador to Peru, Amos Tarus, left Lima.": ("amos-tarus", "ken", "Ambassador"),
    "Amos Tarus, who is Kenya's envoy to Sudan, left.": ("amos-tarus", "ken", "Envoy"),
    "Rosa Quispe was appointed foreign minister of Peru.": ("rosa-quispe", "per", "Foreign Minister"),
    "Amos Tarus succeeded Daniel Otieno as Kenya's foreign minister.": (
        "amos-tarus",
        "ken",
        "Foreign Minister",
    ),
    "Ursula von der Leyen heads the European Commission.": (
        "ursula-von-der-leyen",
        "european-commission",
        "Head",
    ),
    "President Xi Jinping of China left.": ("xi-jinping", "chn", "President"),
}


@pytest.mark.parametrize("text", OFFICES)
def test_an_office_is_read_of_persons_whom_only_the_text_knows(text: str) -> None:
    held = [
        (each.subject.id, each.object.id, each.title) for each in ties_of(text) if each.type == "holds_office"
    ]
    assert held == [OFFICES[text]]


@pytest.mark.parametrize(
    "text",
    [
        "The former Peruvian foreign minister Rosa Quispe died.",
        "The ceasefire was signed by Rosa Quispe, head of the Peruvian delegation.",
        "The foreign minister, Rosa Quispe, spoke.",
        "Rishi Sunak, Britain's prime minister at the time, refused.",
    ],
)
def test_a_former_or_unnamed_office_is_none(text: str) -> None:
    assert brief_ties(text) == set()


def test_a_counterpart_behind_the_name_holds_the_same_office() -> None:
    text = "Wang Yi, China's foreign minister, and Sergei Lavrov, his Russian counterpart, met."
    assert ("holds_office", "sergei-lavrov", "rus") in brief_ties(text)


def test_names_joined_by_a_hyphen_are_partners() -> None:
    assert brief_ties("The minister praised the U.S.-Peru partnership.") == {("partner_of", "usa", "per")}


def test_whose_office_it_is_on_which_somebody_is_congratulated() -> None:
    text = (
        "Joe Biden offered his warm congratulations to Naftali Bennett on becoming Prime Minister of Israel."
    )
    assert brief_ties(text) == {("holds_office", "naftali-bennett", "isr")}


def test_partnerships_of_companies_are_theirs() -> None:
    assert brief_ties("The minister praised new partnerships between Kenyan and Peruvian companies.") == set()
