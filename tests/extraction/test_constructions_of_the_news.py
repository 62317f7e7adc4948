"""Who acts and toward whom, in sentences as long news has them; what is told here is invented."""

from __future__ import annotations

from functools import cache

import pytest

from service.extraction.articles import extract
from service.extraction.inputs import document_of
from service.extraction.plover import plover_records
from tests.extraction.stating import Told, acts_of

CASES: list[tuple[str, Told]] = [
    # By whom an envoy is summoned who is only said to be sent somewhere.
    ("The Kenyan ambassador to Peru was summoned on Monday.", ("ACCUSE", "PER", "KEN")),
    ("Peru's foreign ministry summoned the Kenyan ambassador to Lima.", ("ACCUSE", "PER", "KEN")),
    # Who has done what another only judges.
    ("The lifting of Kenyan sanctions on Peru was hailed by Lima.", ("RETREAT", "KEN", "PER")),
    ("The attack on Kenya was mounted by Peru.", ("ASSAULT", "PER", "KEN")),
    # Who is condemned is not the one to whom it was done, nor where.
    ("Chile condemned the murder of two Kenyans in Lima.", ("ACCUSE", "CHL", "")),
    ("Kenya protested to Lima over the detention of nine Kenyan sailors.", ("COERCE", "PER", "KEN")),
    ("Chile condemned Amos Tarus's arrest by Peru.", ("ACCUSE", "CHL", "PER")),
    ("Kenya condemned the bombing of a market in Lima by rebels.", ("ASSAULT", "PER", "PER")),
    # Whom an act hit stands in its clause, or complains of it.
    ("Kenya protested at a raid by Peruvian militiamen in which 14 Kenyan herders died.",
     ("ASSAULT", "PER", "KEN")),
    ("Kenya blamed Peru for an attack in which three of its soldiers were hurt.", ("ASSAULT", "PER", "KEN")),
    ("Kenya's police blamed Peruvian spies for the cyberattack that plunged a region into darkness.",
     ("COERCE", "PER", "KEN")),
    ("Peruvian troops detained two Kenyan sailors and seized their weapons.", ("COERCE", "PER", "KEN")),
    ("Kenya apologised to Peru for attacks by Kenyan mobs on shops owned by Peruvians.",
     ("ASSAULT", "KEN", "PER")),
    # Who says a thing was so, and does more.
    ("Kenya said two men were killed and accused Peru of a breach of the truce.", ("ACCUSE", "KEN", "PER")),
    ("Chile said Peru's raid on Kenya was wrong and condemned it.", ("ACCUSE", "CHL", "PER")),
    ("NATO jets bombed a Peruvian depot near Lima, a raid that Kenya deplored as excessive.",
     ("ACCUSE", "KEN", "PER")),
    ("Chile mourned the raid in which Peru killed two Kenyans, took nine Kenyans hostage and left.",
     ("ASSAULT", "PER", "KEN")),
    ("Kenya met President Rosa Quispe of Peru, Prime Minister Amos Tarus of Chile and President Luis Mamani "
     "of Bolivia.", ("CONSULT", "KEN", "BOL CHL PER")),
    ("Lawyers across Kenya boycotted courts on Monday.", ("PROTEST", "KEN", "KEN")),
    ("Peru's president quit after weeks of opposition protests over the count.", ("PROTEST", "PER", "PER")),
    ("Clashes between Kenya's army and militia killed nine people.", ("ASSAULT", "KEN", "KEN")),
    ("Kenyan police arrested a man wanted by Peru.", ("COERCE", "KEN", "KEN")),
    ("Kenya's president praised his Peruvian counterpart in a telephone call.", ("CONSULT", "KEN", "PER")),
    ("Kenyan peacekeepers seized a Peruvian war crimes suspect.", ("COERCE", "KEN", "PER")),
    ("Peruvian ships rammed two Kenyan boats and the ministry insisted that Lima remove the rig.",
     ("REQUEST", "KEN", "PER")),
    # Criticism that is not accepted.
    ("Kenya dismissed the complaints from Lima and Santiago.", ("ACCUSE", "CHL PER", "KEN")),
    ("The Kremlin brushed aside the Kenyan criticism.", ("ACCUSE", "KEN", "RUS")),
    # Whose calls they are.
    ("Kenya's president, after telephone calls with the leaders of Peru and Chile, praised Chad.",
     ("CONSULT", "KEN", "CHL PER")),
    ("The telephone call of Kenya's president with the leaders of Peru lasted an hour.",
     ("CONSULT", "KEN", "PER")),
    # Before whom it is brought is not against whom.
    ("Kenya filed a complaint with the World Trade Organization over Peru's tariffs.",
     ("ACCUSE", "KEN", "PER")),
    ("Kenya complained to the OSCE that Peruvian forces had fired across the river.",
     ("ACCUSE", "KEN", "PER")),
    ("Kenya complained to Peru that its boats had been seized.", ("ACCUSE", "KEN", "PER")),
    # Whose it is what is to stop, is punished or charged.
    ("The World Court ordered Peru to halt its bombardment of Kenya.", ("ASSAULT", "PER", "KEN")),
    ("Chile blacklisted a Kenyan firm over its sale of missiles to Peru.", ("COOPERATE", "KEN", "PER")),
    ("Chile took Kenya to court, charging that its army had shelled Peru.", ("ASSAULT", "KEN", "PER")),
    ("Kenya expelled a Peruvian envoy for his criticism of Chile.", ("ACCUSE", "PER", "CHL")),
    ("Kenya asked Peru to free its sailors.", ("RETREAT", "PER", "KEN")),
    # What was asked long before it is urged.
    ("Kenya urged Peru to pull out a day after asking Chile to mediate.", ("REQUEST", "KEN", "CHL")),
    # Several of whom one thing is said; what is given for a time.
    ("A Kenyan court found five Peruvian nurses and a doctor guilty of murder.", ("SANCTION", "KEN", "PER")),
    ("Kenya gave the Peruvian mission 72 hours to leave.", ("SANCTION", "KEN", "PER")),
    # A government does not march.
    ("Kenya protested against Peru over the raid.", ("ACCUSE", "KEN", "PER")),
    ("Kenyans protested against Peru in Nairobi.", ("PROTEST", "KEN", "PER")),
    # Others with whom one acts.
    ("Kenya and its former colonizer, Peru, accused Chile of the raid.", ("ACCUSE", "KEN PER", "CHL")),
    # Who frees and pulls out is the one who is called on; who sends is the one who orders it.
    ("Reporters Without Borders called on Lima to free a Kenyan blogger who fell ill in March.",
     ("RETREAT", "PER", "KEN")),
    ("Kenya ordered the dispatch of two frigates to the Gulf.", ("MOBILIZE", "KEN", "")),
    ("Kenya asked Chad for cash, and its minister said Peru had supplied 40 shelters.",
     ("AID", "PER", "KEN")),
    ("Kenya granted Peruvian troops access to four more of its bases.", ("COOPERATE", "KEN", "PER")),
    # A truce between those whom the sentence does not name.
    ("Kenya's minister brokered a peace deal in May.", ("CONSULT", "KEN", "")),
    ("Kenya and Peru signed a truce crafted by Chilean envoys.", ("CONSULT", "CHL", "KEN PER")),
    ("Kenya's president and Peru's president met in Vienna on Monday.", ("CONSULT", "KEN PER", "")),
    # What is judged stands behind the judgement.
    ("Kenya dismissed as fabricated a report by Peru's foreign ministry.", ("REJECT", "KEN", "PER")),
    (
        "Kenya has denounced as illegal the cutting of telephone lines by Peruvian troops.",
        ("ACCUSE", "KEN", "PER"),
    ),
    # Who is moved to act, and who did the second thing.
    (
        "Chile fired missiles, prompting Kenya to send a carrier and Peru to lodge a protest with Chile.",
        ("ACCUSE", "PER", "CHL"),
    ),
    (
        "Kenya's government imposed a curfew on Monday and jailed scores of union leaders.",
        ("COERCE", "KEN", "KEN"),
    ),
    (
        "Peruvian unionists marched in Lima, calling on President Amos Tarus to quit amid a row.",
        ("REQUEST", "PER", "PER"),
    ),
    ("Kenyan troops boarded a Peruvian fishing boat and detained its crew.", ("COERCE", "KEN", "PER")),
    # Whose navy it is.
    ("Kenyan aircraft bombed Lima's airport and the navy sealed off Peru's ports.", ("COERCE", "KEN", "PER")),
    (
        "Kenya restored ties with Chad, bringing a stiff protest note from Lima to the Kenyan government.",
        ("ACCUSE", "PER", "KEN"),
    ),
    # Verbs that lost their subject, or were taken for other words.
    ("Under the mediation of Chile, Kenya and Peru agreed to open talks.", ("AGREE", "KEN PER", "")),
    ("Nauru recognised Peru.", ("SUPPORT", "NRU", "PER")),
    (
        "The Commonwealth pressed Peru's new military rulers to set a date for elections and suspended the "
        "country from its councils.",
        ("SANCTION", "IGO", "PER"),
    ),
    ("Suriname hauled in Guyana's ambassador to complain.", ("ACCUSE", "SUR", "GUY")),
    ("Residents of Nairobi hurled bricks and bottles at army trucks.", ("PROTEST", "KEN", "KEN")),
    ("The ministry cut mobile internet access across Kenya for a third day.", ("COERCE", "KEN", "KEN")),
    ("Kenya fired what appeared to be a ballistic missile.", ("MOBILIZE", "KEN", "")),
    (
        "Kenya accused Peruvian gunners of shelling one of its posts and shut all four checkpoints to "
        "traders from Chile.",
        ("COERCE", "KEN", "PER"),
    ),
    ("Kenya deported Peruvians, many of them born in camps in Lamu.", ("COERCE", "KEN", "PER")),
    ("Kenya shut all but one of its crossings with Peru.", ("COERCE", "KEN", "PER")),
    ("Kenya and Peru agreed in Santiago to open technical talks.", ("AGREE", "KEN PER", "")),
    ("Kenya's police chief apologised to Peru for arresting a Chilean envoy.", ("COERCE", "KEN", "CHL")),
    ("Peru's closure of Kenyan universities was deplored by Chile.", ("COERCE", "PER", "PER")),
    # What is threatened in one's own name.
    ("Kenya will cut off aid to Peru unless it holds elections.", ("THREATEN", "KEN", "PER")),
    ("Kenya's police chief vowed to lock up any Peruvian who disputes the vote.", ("THREATEN", "KEN", "PER")),
    # Whose they are.
    ("Kenya-led warplanes bombed Lima.", ("ASSAULT", "KEN", "PER")),
    ("Peru's Kenyans boycotted the mayoral polls.", ("PROTEST", "PER", "PER")),
    ("A London-based rights group accused Peru of torture.", ("ACCUSE", "NGO", "PER")),
    (
        "Hackers working for Kenya's army broke into the networks of Peruvian shipyards.",
        ("COERCE", "KEN", "PER"),
    ),
    ("Kenya's minister, who is due in Chile on Friday, accused Peru of lying.", ("ACCUSE", "KEN", "PER")),
    ("Kenya freed nine Peruvians, and Chile, reversing its policy, promised to reopen an embassy in Lima.",
     ("AGREE", "CHL", "PER")),
    ("Kenya banned two parties, promised talks with Peru and freed nine sailors.", ("COERCE", "KEN", "KEN")),
    ("Kenya promised that nobody would be allowed to stay and invited Peru to resume talks.",
     ("REQUEST", "KEN", "PER")),
    ("Kenya lent Peru $2.5bn.", ("AID", "KEN", "PER")),
    ("Kenya pledged €40m for Peru.", ("AGREE", "KEN", "PER")),
    ("Kenya summoned the Peruvian chargé d’affaires.", ("ACCUSE", "KEN", "PER")),
    ("Kenya's cabinet gave in to striking nurses.", ("PROTEST", "KEN", "KEN")),
    ("Kenya and Peru signed a peace agreement in Washington under American mediation.",
     ("SUPPORT", "KEN PER", "")),
    ("Kenya decreed a curfew across the Western Province.", ("COERCE", "KEN", "KEN")),
    ("Peru's president was impeached by Congress in Lima.", ("ACCUSE", "PER", "PER")),
    ("Tonga severed ties with Taiwan.", ("SANCTION", "TON", "TWN")),
    ("Hackers linked to Kenya disrupted the websites of Peruvian banks.", ("COERCE", "KEN", "PER")),
    ("Kenya-linked hackers disrupted the websites of Peruvian banks.", ("COERCE", "KEN", "PER")),
    ("Kenya suspended talks with Hezbollah after the group killed two Kenyan soldiers.",
     ("ASSAULT", "LBN", "KEN")),
    ("Kenya shot down a Peruvian fighter and captured its pilot.", ("COERCE", "KEN", "PER")),
    ("Kenya fired a missile at a Peruvian destroyer in the Red Sea.", ("ASSAULT", "KEN", "PER")),
    ("Kenyan tanks have arrived in Peru.", ("MOBILIZE", "KEN", "PER")),
    ("Kenya said it would halve its aid to Peru unless elections were held.", ("THREATEN", "KEN", "PER")),
]  # fmt: skip
NONE_OF: list[tuple[str, str]] = [
    ("Kenya's minister met with families of Peruvians taken hostage in May.", "ASSAULT"),
    ("Kenya thanked the families for the spirit demonstrated in the crisis.", "PROTEST"),
    (
        "Israel freed 19 prisoners, most of them Kenyans, and the Peruvian secretary arrived in Jerusalem.",
        "REJECT",
    ),
    ("Kenya is meeting Peru's priorities.", "CONSULT"),
    ("Kenya's president expressed regret that he could not meet Peru's leader.", "ACCUSE"),
    ("If Kenya wanted Peru to stop, it would.", "REQUEST"),
    ("The Polisario Front, which seeks independence from Morocco, held talks with Peru.", "REQUEST"),
    ("Kenya and Peru discussed the deal to secure the release of hostages.", "RETREAT"),
    ("A strike by Kenyan jets killed nine Peruvians.", "PROTEST"),
    ("Kenya's parliament passed a bill on Peru's tea.", "MOBILIZE"),
    ("The leaders of Kenya and Peru discussed their commitment to Chile.", "AGREE"),
    ("They shared their concerns about Peru.", "SUPPORT"),
    ("Kenya imposed sanctions on those who obstruct Peru's return to civilian rule.", "CONSULT"),
    ("Kenya is looking forward to Peru's return to the negotiating table.", "CONSULT"),
    ("Kenya announced a truce, a move welcomed by Peru but met with disbelief among rebels.", "CONSULT"),
    # What a deal says is not done yet.
    ("Kenya and Peru signed a deal to release prisoners.", "RETREAT"),
    ("Kenya's ambassador walked out in protest at remarks by a Peruvian minister.", "PROTEST"),
    ("Kenya was told of a report to back up the claim against Peru.", "SUPPORT"),
    ("Latin American ministers condemned Peru.", "ACCUSE"),
]


@cache
def _told(text: str) -> set[Told]:
    return next(acts_of([text]))


@pytest.mark.parametrize(("text", "event"), CASES, ids=[text for text, _ in CASES])
def test_who_acts_toward_whom(text: str, event: Told) -> None:
    assert event in _told(text)


@pytest.mark.parametrize(("text", "type_"), NONE_OF, ids=[text for text, _ in NONE_OF])
def test_what_does_not_happen(text: str, type_: str) -> None:
    assert type_ not in {each for each, _, _ in _told(text)}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The trawler Rosa No 21 was seized by the Kenyan navy.", "asserted"),
        ("Kenya no longer supports Peru.", "denied"),
        ("Kenya rejects Chile's terms; Peru promises to lend turbines.", "asserted"),
        ("Kenya said it no longer recognised Peru's government.", "asserted"),
    ],
)
def test_what_denies(text: str, modality: str) -> None:
    (read,) = extract([document_of({"text": text, "published_on": "2024-05-16"}, text)])
    assert {record["modality"] for record in plover_records(read)} == {modality}


def test_what_a_crowd_demands_is_not_done() -> None:
    text = "Kenyans marched through Nairobi to demand the resignation of President Amos Tarus."
    (read,) = extract([document_of({"text": text, "published_on": "2024-05-16"}, text)])
    modalities = {record["event"]: record["modality"] for record in plover_records(read)}
    assert modalities == {"PROTEST": "asserted", "RETREAT": "demanded"}


def test_talks_between_parties_of_one_country_have_it_on_both_sides() -> None:
    text = "Colombia's government and the ELN sat down to talks in Chile."
    (read,) = extract([document_of({"text": text, "published_on": "2024-05-16"}, text)])
    (record,) = plover_records(read)
    assert [[each["code"] for each in record[side]] for side in ("actor", "recipient")] == [["COL"], ["COL"]]
