"""What readouts of talks and statements of ministers tell of, and what they only speak of; all invented."""

from __future__ import annotations

from functools import cache

import pytest

from service.extraction.articles import extract
from service.extraction.inputs import document_of
from service.extraction.plover import plover_records
from tests.extraction.stating import Told, acts_of

CASES: list[tuple[str, Told]] = [
    # Whose merit it is.
    ("Kenya's president praised Chile's leadership in forging diplomatic relations with Peru.",
     ("SUPPORT", "CHL", "PER")),
    ("Kenya lauded Chile's courage in the crisis, and leadership in imposing sanctions on Peru.",
     ("SANCTION", "CHL", "PER")),
    # Who is meant by a plural where only one person is told of.
    ("President Amos Tarus of Kenya met Prime Minister Rosa Quispe of Peru and President Luis Mamani of "
     "Bolivia and welcomed their applications for NATO membership.", ("SUPPORT", "KEN", "BOL PER")),
    ("Kenya hailed President Rosa Quispe of Peru and President Luis Mamani, Jr. of Bolivia.",
     ("SUPPORT", "KEN", "BOL PER")),
    ("Kenya's president welcomed Peru's minister Leo Rojas and his delegation to Nairobi.",
     ("CONSULT", "PER", "KEN")),
    # Who encouraged whom behind a clause in the present tense.
    ("Kenya applauded Peru's announcement that Chile intends to sign and encouraged Peru to follow.",
     ("REQUEST", "KEN", "PER")),
    ("Kenya's ministers are encouraged by the decision of Peru's president to free the sailors.",
     ("SUPPORT", "KEN", "PER")),
    ("Chile welcomed the support to Kenya offered by Peru.", ("AGREE", "PER", "KEN")),
    ("Chile welcomed the support to Kenya offered by Peru.", ("SUPPORT", "CHL", "PER")),
    # The attack hit, not the place behind it.
    ("Kenya condemned the Peruvian attack in the town of Isiolo in the north, which killed nine Kenyans.",
     ("ASSAULT", "PER", "KEN")),
    ("In Peru, Kenyan jets conducted 15 strikes using aircraft against Chadian targets.",
     ("ASSAULT", "KEN", "TCD")),
    ("Chile condemned the scourge of racism, including anti-Peruvian bias.", ("ACCUSE", "CHL", "")),
    # Promises to nobody else.
    ("Kenya reiterated its commitment to defeating Peru's rebels.", ("AGREE", "KEN", "")),
    ("Kenya remains committed to helping Peru.", ("AGREE", "KEN", "PER")),
    ("Kenya and Chile committed to continuing their close coordination on challenges such as Peru.",
     ("AGREE", "CHL KEN", "")),
    # Fighters of the country that is told of.
    ("Tuareg rebels attacked an army convoy in northern Niger.", ("ASSAULT", "NER", "NER")),
    ("Tuareg rebels attacked an army convoy in northern Mali.", ("ASSAULT", "MLI", "MLI")),
    ("Maoist guerrillas killed six Peruvian soldiers.", ("ASSAULT", "PER", "PER")),
    ("Kurdish guerrillas attacked an Iranian border post.", ("ASSAULT", "IRN", "IRN")),
    ("Indian peasants blocked roads in Ecuador.", ("PROTEST", "ECU", "ECU")),
    ("India's soldiers and Indian villagers blocked roads.", ("PROTEST", "IND", "IND")),
    # Who backs somebody is not the one he attacks.
    ("Backed by Kenyan aircraft, Peruvian rebels shelled a barracks.", ("SUPPORT", "KEN", "PER")),
    ("Kenyan rebels handed over seven captured soldiers.", ("RETREAT", "KEN", "KEN")),
    ("More than 100 Kenyan rebels handed in their rifles on Monday.", ("RETREAT", "KEN", "KEN")),
    ("Kenya apologised to Peru for riots in which Kenyan youths ransacked its embassy.",
     ("PROTEST", "KEN", "PER")),
    ("Kenya balked at apologising to Peru.", ("REJECT", "KEN", "PER")),
    ("Near Lima, one Kenyan strike destroyed a Peruvian tank.", ("ASSAULT", "KEN", "PER")),
    ("Kenya deployed its forces alongside Peru's army in the north.", ("MOBILIZE", "KEN", "")),
    ("Kenya's three airstrikes delivered 24 munitions against Peruvian rebels.", ("ASSAULT", "KEN", "PER")),
    ("Kenya's regime attacked its own people.", ("ASSAULT", "KEN", "KEN")),
    ("Kenya condemned the attacks today in the port of Lima, for which Chadian rebels have claimed "
     "responsibility.", ("ACCUSE", "KEN", "TCD")),
    # Who helped whom.
    ("Kenya bombed Chad with support from Peru.", ("SUPPORT", "PER", "KEN")),
    ("Kenya, with the support of Peru, attacked Chad.", ("SUPPORT", "PER", "KEN")),
    ("Kenya bombed the rebels with support from Peru.", ("ASSAULT", "KEN", "KEN")),
    ("Kenya will provide the government of Peru with military and economic support.", ("AID", "KEN", "PER")),
    ("Kenyan aid supported Peruvian hospitals.", ("AID", "KEN", "PER")),
    ("Kenya recognized Peru's generosity in hosting refugees, while also providing tents to Chad.",
     ("AID", "PER", "TCD")),
    ("Kenya praised the women leading protests in Peru.", ("SUPPORT", "KEN", "PER")),
    # Names joined by hyphens, lists, and phrases that the parser hangs elsewhere.
    ("The United States voiced its continued support for the U.S.-Peru Alliance.", ("SUPPORT", "USA", "PER")),
    ("Kenya's parliament backed a Peruvian deal as outlined by Chile and endorsed by Chad.",
     ("SUPPORT", "TCD", "PER")),
    ("President Amos Tarus of Kenya met President Rosa Quispe of Peru and President Luis Mamani of Bolivia "
     "on Monday.", ("CONSULT", "KEN", "BOL PER")),
    ("Kenya's minister met at the palace with Peru's premier Leo Rojas.", ("CONSULT", "KEN", "PER")),
    ("Kenya praised the visit of Peru's president Rosa Quispe and her delegation to Nairobi in May.",
     ("CONSULT", "PER", "KEN")),
    ("Kenya noted the raid in which Peruvian rebels killed ten Chadians, took hostages, and burned a school.",
     ("ASSAULT", "PER", "TCD")),
    # Promises and invitations, and to whom.
    ("Kenya and Chile committed to lead the fight against hunger.", ("AGREE", "CHL KEN", "")),
    ("Kenya is committed to continuing to provide the government of Peru with military support.",
     ("AGREE", "KEN", "PER")),
    ("Kenya reaffirmed its commitment to open a corridor for Peruvian farmers.", ("AGREE", "KEN", "PER")),
    ("Kenya's president extended an invitation for Peru's president to visit Nairobi.",
     ("REQUEST", "KEN", "PER")),
]  # fmt: skip
NONE_OF = [
    ("Kenya condemned the attack launched by Peru that also threatened Chile.", "THREATEN"),
    ("Chile thanked Peru for its commitment to security in the north.", "AGREE"),
    ("Chile and Peru must now work to support a truce, Kenya said.", "SUPPORT"),
    ("Kenya and Peru agreed that all hostages must be freed without delay.", "RETREAT"),
    ("Kenya backed Peruvians as they continue to defend their country against Chile's attack.", "AID"),
    ("It is too early to lift sanctions on Peru, Kenya said.", "RETREAT"),
    ("The leaders of Kenya and Peru recognized the progress in communications.", "SUPPORT"),
    ("Kenya and Peru pledged to ensure that Chile never develops a nuclear weapon.", "MOBILIZE"),
    ("Kenya's minister took the floor on the margins of the Summit of the Americas.", "CONSULT"),
    ("The leaders of Kenya and Peru tasked advisers with finding areas in which to deepen partnerships.",
     "SUPPORT"),
    ("The leaders of Kenya and Peru directed their teams to meet.", "REQUEST"),
    ("Kenyan airstrikes delivered 24 munitions against Peruvian rebels.", "AID"),
    ("Kenya's minister joined Peru's premier Leo Rojas at the conference.", "SUPPORT"),
    ("Kenya ensured the return of Peruvian families to their homes.", "CONSULT"),
    ("Kenya is losing its battle against inflation.", "ASSAULT"),
    ("Kenya's president asked his minister to travel to Peru to meet Peru's leader.", "CONSULT"),
    ("The spirit demonstrated by Kenya in talks with Peru was open.", "PROTEST"),
    ("Why has Kenya attacked Peru?", "ASSAULT"),
    ("Kenyan customers ask where a Peruvian pencil comes from.", "REQUEST"),
    ("Kenya has had a police accord with Peru since July.", "AGREE"),
    ("Kenya's and Peru's cricket teams are due to meet in Lima next month.", "CONSULT"),
    ("Kenya's efforts to hold Peru accountable go on.", "ACCUSE"),
    ("Kenya and Peru will set the conditions for a lasting peace.", "REQUEST"),
    ("Membership of the African Union gives Peru security.", "AID"),
    ("Kenya voiced its concern about the humanitarian situation in Peru.", "ACCUSE"),
    ("Kenya is proud of its contribution to Peru's security.", "AID"),
    ("Kenya and Peru recognized the importance of Chile.", "SUPPORT"),
    ("The findings of the UN Commission of Inquiry on Peru are known.", "ACCUSE"),
    ("The Kenyan rebels began their advance to isolate Lima, Peru.", "SANCTION"),
    ("Kenya voiced the need for all sides to take steps toward Peru, condemn terrorism and stop.", "ACCUSE"),
    ("Aid has come to Peru since the Kenyan attack, which crossed the border.", "ASSAULT"),
    ("Kenya and Peru will reduce emissions and end their support for coal.", "SANCTION"),
    ("Kenya commits to open its ports to Peru; to support a ban on fishing; and to wait.", "SUPPORT"),
    ("Kenya's ministers met those of Peru, who had organisations focused on supporting Chile.", "SUPPORT"),
    ("Kenya does not report the number or type of aircraft near Peru.", "MOBILIZE"),
    ("Kenya is aligning with international standards.", "SUPPORT"),
    ("Kenya agreed not to restrict access to its market.", "COERCE"),
    ("Kenya's ministers highlighted measures to give Peru aid and hold those who attack it accountable.",
     "ACCUSE"),
    ("Kenya and Peru reaffirmed the deep bonds and the friendship between the two nations.", "SUPPORT"),
    ("We have got to get that gas to Peru, Kenya's general said.", "REQUEST"),
    ("Kenya's army has broken the siege of Lima in Peru.", "RETREAT"),
    ("Kenyan aid is restoring access to water in Peru.", "CONCEDE"),
    ("Chile spoke of the fund established by Kenya to support Peru.", "SUPPORT"),
]  # fmt: skip


@cache
def _told(text: str) -> set[Told]:
    return next(acts_of([text]))


@pytest.mark.parametrize(("text", "event"), CASES, ids=[text for text, _ in CASES])
def test_what_a_readout_tells(text: str, event: Told) -> None:
    assert event in _told(text)


@pytest.mark.parametrize(("text", "type_"), NONE_OF, ids=[text for text, _ in NONE_OF])
def test_what_a_readout_only_speaks_of(text: str, type_: str) -> None:
    assert type_ not in {each for each, _, _ in _told(text)}


@pytest.mark.parametrize(
    ("text", "type_", "modality"),
    [
        ("Kenya will send troops to Peru to attack the rebels.", "ASSAULT", "planned"),
        ("Kenya's president looked forward to visiting Peru.", "CONSULT", "planned"),
        ("On the eve of the anniversary of Kenya's raid on Peru, Chile sent flowers.", "ASSAULT", "asserted"),
        ("Kenya and Peru spoke of their upcoming participation in the Summit of the Americas.", "CONSULT",
         "planned"),
        ("Kenya's president regretted that he and Peru's premier were unable to meet.", "CONSULT", "denied"),
        ("Kenya said it would respond to further Peruvian aggression on Chile.", "ASSAULT", "conditional"),
        ("Al-Qaida remains committed to carrying out attacks on Kenya.", "ASSAULT", "planned"),
    ],
)  # fmt: skip
def test_what_is_not_done_yet(text: str, type_: str, modality: str) -> None:
    (read,) = extract([document_of({"text": text, "published_on": "2024-05-16"}, text)])
    assert (type_, modality) in {(record["event"], record["modality"]) for record in plover_records(read)}


def test_who_announces_it_says_so() -> None:
    text = "Kenya applauded Peru's announcement that Chile attacked Chad."
    (read,) = extract([document_of({"text": text, "published_on": "2024-05-16"}, text)])
    speakers = {each["event"]: [one["code"] for one in each["speaker"]] for each in plover_records(read)}
    assert speakers == {"SUPPORT": [], "ASSAULT": ["PER"]}


def test_they_who_agree_are_those_who_talk() -> None:
    text = (
        "Kenya's president Amos Tarus spoke with Peru's president Rosa Quispe on Monday. They discussed "
        "a settlement between Chad and Chile. They agreed to talk again."
    )
    told = [act for each in acts_of([text]) for act in each]
    assert ("AGREE", "KEN PER", "") in told


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Daesh lost the town. The Coalition supports Iraqi forces.", "USA"),
        ("Voters tired of it. The Coalition supports Iraqi forces.", None),
    ],
)
def test_which_coalition_is_meant(text: str, code: str | None) -> None:
    acting = [act for each in acts_of([text]) for act in each if act[0] == "SUPPORT"]
    assert [acts for _, acts, _ in acting] == ([code] if code else [])


TWO_SENTENCES: list[tuple[str, Told]] = [
    # Strikes in a country, in a text of strikes on those who fight there, are on those.
    ("Kenyan jets conducted strikes against Islamic State in Peru. Later they conducted strikes in Peru.",
     ("ASSAULT", "KEN", "IMG")),
    ("Kenya's minister spoke with President Samia Suluhu Hassan of Tanzania on Monday. Kenya applauded the "
     "way in which President Samia had led the talks.",
     ("SUPPORT", "KEN", "TZA")),
    ("Kenya backs Mosul. The town is free since Kenyan planes gave air support to local forces in Mosul.",
     ("AID", "KEN", "IRQ")),
    ("Kenya and Peru signed an accord. The parties commit to open their ports.", ("AGREE", "KEN PER", "")),
    ("President Amos Tarus of Kenya met President Rosa Quispe of Peru and President Luis Mamani of Bolivia. "
     "Participants reaffirmed their commitment to work together.", ("AGREE", "BOL KEN PER", "")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), TWO_SENTENCES, ids=[text for text, _ in TWO_SENTENCES])
def test_what_the_sentence_before_explains(text: str, event: Told) -> None:
    assert event in _told(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A Kenyan spokesman said:\n“The minister met Peru's premier.\n“Kenya thanked Chile.”", "KEN"),
        ("As Kenya's minister announced on Monday, Peru will send troops to Chile.", "KEN"),
        ("Also in the past 24 hours, Kenya's minister said, Peru conducted five airstrikes on Chile.", "KEN"),
        ("Kenya's minister also shared that Peru will attack Chile.", "KEN"),
        ("Kenya's minister conveyed that Peru would attack Chile.", "KEN"),
    ],
)
def test_who_says_so_before_it(text: str, who: str) -> None:
    (read,) = extract([document_of({"text": text, "published_on": "2024-05-16"}, text)])
    told = [[one["code"] for one in record["speaker"]] for record in plover_records(read)]
    assert told
    assert all(speakers == [who] for speakers in told)


def test_a_day_of_the_month_is_that_day_whatever_its_weekday() -> None:
    text = "On Monday 19 December Kenya attacked Peru."
    (read,) = extract([document_of({"text": text, "published_on": "2011-12-31"}, text)])
    assert [record["date"] for record in plover_records(read)] == ["2011-12-19"]
