"""Who acts and toward whom, in the constructions of news; what is told here is invented."""

from __future__ import annotations

from functools import cache

import pytest

from service.extraction.articles import extract
from service.extraction.inputs import document_of
from service.extraction.plover import plover_records

Told = tuple[str, str, str]

CASES: list[tuple[str, Told]] = [
    # Recipients that the verb's own words do not name.
    ("Kenya urged Peru to open talks, and offered a hall in Nairobi.", ("AGREE", "KEN", "PER")),
    ("Peru protested after Kenyan aircraft attacked a village and killed nine.", ("ASSAULT", "KEN", "PER")),
    ("Kenya rejected the verdict, a step that Peru condemned.", ("ACCUSE", "PER", "KEN")),
    ("Kenya freed nine sailors on Monday, a step welcomed by Peru.", ("SUPPORT", "PER", "KEN")),
    ("Kenyan rebels accused the army of killing civilians.", ("ACCUSE", "KEN", "KEN")),
    ("Kenya signed a truce with Peru and demanded the release of Kenyan sailors.", ("REQUEST", "KEN", "PER")),
    ("Kenya sent troops to its border with Peru.", ("MOBILIZE", "KEN", "PER")),
    ("Kenya and Peru swapped prisoners in an exchange mediated by Chile.", ("CONSULT", "CHL", "KEN PER")),
    ("Kenyan guards seized a Peruvian-flagged tanker.", ("COERCE", "KEN", "PER")),
    ("Kenyan police fired tear gas on Monday.", ("ASSAULT", "KEN", "KEN")),
    ("Kenya moved missiles to its northern coast.", ("MOBILIZE", "KEN", "")),
    # Subjects and objects.
    ("Kenyan police beat and arrested Peruvian students.", ("ASSAULT", "KEN", "PER")),
    ("The Peruvian president, whose troops bombed Kenya, resigned.", ("ASSAULT", "PER", "KEN")),
    ("Peruvian villagers were shot at by Kenyan guards.", ("ASSAULT", "KEN", "PER")),
    ("Kenya's vote was criticised as unfair by Peru.", ("ACCUSE", "PER", "KEN")),
    ("Kenya and Peru were the first to recognise Chile.", ("SUPPORT", "KEN PER", "CHL")),
    ("Kenya closed two of its six crossings with Peru.", ("COERCE", "KEN", "PER")),
    ("Kenya pledged to buy copper, a plan that Peru welcomed and Chile denounced.", ("ACCUSE", "CHL", "KEN")),
    ("Kenya expelled Ambassador Rosa Quispe of Peru.", ("SANCTION", "KEN", "PER")),
    # What is demanded, charged or agreed on.
    ("Kenya demanded the withdrawal of Peruvian troops from Lamu.", ("RETREAT", "PER", "KEN")),
    ("Kenya blamed Peru for the attack on its embassy.", ("ASSAULT", "PER", "KEN")),
    ("Kenya and Peru agreed on a ceasefire.", ("RETREAT", "KEN PER", "")),
    ("Peru rejected a Kenyan charge that its boats had fished there.", ("ACCUSE", "KEN", "PER")),
    ("Kenya accused Peru of arming rebels in the north.", ("AID", "PER", "KEN")),
    ("Kenya stopped selling arms to Peru.", ("SANCTION", "KEN", "PER")),
    ("Kenya will stop bombing Peru.", ("RETREAT", "KEN", "PER")),
    ("Kenya urged Peru to stop bombing Chile.", ("ASSAULT", "PER", "CHL")),
    # Pronouns, pairs and what goes by another name.
    ("Kenya severed relations with Peru, accusing it of spying.", ("ACCUSE", "KEN", "PER")),
    ("Kenya was angry after Peruvian police stormed its embassy in Lima.", ("ASSAULT", "PER", "KEN")),
    ("In their answer to Kenya, the Peruvian rebels rejected the offer.", ("REJECT", "PER", "KEN")),
    ("Kenya and Peru held talks in Chile, and the two agreed to lift tariffs.", ("AGREE", "KEN PER", "")),
    ("Kenyan and Peruvian troops traded mortar fire.", ("ASSAULT", "KEN PER", "")),
    ("NATO chief Jens Stoltenberg praised Kenya.", ("SUPPORT", "NATO", "KEN")),
    ("NATO sent a battalion to the Baltic states.", ("MOBILIZE", "NATO", "EST LTU LVA")),
    ("Kenya thanked Peru for its support for Chile.", ("SUPPORT", "PER", "CHL")),
    ("Kenyan rebels shelled a barracks in Peru, but the rebels denied that they shelled Chile.",
     ("ASSAULT", "KEN", "CHL")),
    ("Kenyan and Peruvian troops clashed, and each side accused the other.", ("ASSAULT", "KEN PER", "")),
    ("Kenya's president praised Peru during a visit to Chile.", ("CONSULT", "KEN", "CHL")),
]  # fmt: skip


@cache
def _told() -> dict[str, set[Told]]:
    documents = [document_of({"text": text, "published_on": "2024-05-16"}, text) for text, _ in CASES]
    return {
        text: {
            (
                record["event"],
                " ".join(sorted({each["code"] for each in record["actor"]})),
                " ".join(sorted({each["code"] for each in record["recipient"]})),
            )
            for record in plover_records(read)
        }
        for (text, _), read in zip(CASES, extract(documents), strict=True)
    }


@pytest.mark.parametrize(("text", "event"), CASES, ids=[text for text, _ in CASES])
def test_who_acts_toward_whom(text: str, event: Told) -> None:
    assert event in _told()[text]
