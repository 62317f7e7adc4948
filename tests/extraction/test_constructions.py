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
    ("Kenya condemned the attacks in Lima by Chilean rebels.", ("ACCUSE", "KEN", "CHL")),
    ("Kenya condemned the bombing in Peru.", ("ACCUSE", "KEN", "")),
    ("Kenya's minister joined a call with Peru to discuss the dam.", ("CONSULT", "KEN", "PER")),
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
    ("Amos Tarus of Kenya met Rosa Quispe of Peru. They discussed their talks with Chile. They thanked Cuba.",
     ("SUPPORT", "KEN PER", "CUB")),
    ("Peru's envoy praised Amos Tarus of Kenya for his support for Chile and his courage.",
     ("SUPPORT", "KEN", "CHL")),
    ("Kenya's minister voiced his commitment to help and to deepen cooperation with Peru.",
     ("AGREE", "KEN", "PER")),
    ("Kenya's minister underscored the strong support in Kenya for Peru.", ("SUPPORT", "KEN", "PER")),
    ("Kenya welcomed Peru's decision to recall its envoy from Chile.", ("SANCTION", "PER", "CHL")),
    ("Prime Minister Haider al-Abadi of Iraq met Rosa Quispe of Peru. Abadi thanked Kenya.",
     ("SUPPORT", "IRQ", "KEN")),
    # Parses that are mended.
    ("Kenya demanded that Peru's rebels release two of its engineers.", ("RETREAT", "PER", "KEN")),
    ("Kenya accused Peru of massing troops near the border and firing on Kenyan boats.",
     ("ASSAULT", "PER", "KEN")),
    ("Kenya condemned what it called a Peruvian raid.", ("ACCUSE", "KEN", "PER")),
    ("Kenyan jets bombed a base in Peru, Chile said.", ("ASSAULT", "KEN", "PER")),
    ("Kenya saw its ties with Peru cut off by the Peruvian government.", ("SANCTION", "PER", "KEN")),
    ("Kenya let four Peruvian sailors go.", ("RETREAT", "KEN", "PER")),
    ("Kenyan rebels let go nine Peruvian captives.", ("RETREAT", "KEN", "PER")),
    ("Kenya set free nine Peruvian sailors.", ("RETREAT", "KEN", "PER")),
    ("Kenya declared two Peruvian diplomats personae non gratae.", ("SANCTION", "KEN", "PER")),
    ("Kenya has been mediating between Peru and Chile.", ("CONSULT", "KEN", "CHL PER")),
    ("Kenya's president spoke with President Rosa Quispe of Peru to congratulate her.",
     ("CONSULT", "KEN", "PER")),
    ("Kenya blamed Peruvian troops, who it said had shot two Kenyan guards.", ("ASSAULT", "PER", "KEN")),
    ("Kenya levelled a charge that Peru rejects.", ("REJECT", "PER", "KEN")),
    # Whose an act is, by what stands behind it or above it.
    ("Kenya blamed the attack on its embassy on Peru.", ("ASSAULT", "PER", "KEN")),
    ("Kenya protested against the killing of a Kenyan boy by Peruvian soldiers.", ("ACCUSE", "KEN", "PER")),
    ("Kenya criticised the tariffs that Peru imposed.", ("ACCUSE", "KEN", "PER")),
    ("Kenya denounced a letter in which Peru's president praised the rebels.", ("ACCUSE", "KEN", "PER")),
    ("Kenya put pressure on Peru to withdraw its troops.", ("RETREAT", "PER", "")),
    ("Kenya issued a statement condemning Peru.", ("ACCUSE", "KEN", "PER")),
    ("Kenya praised Peru in a speech for expelling the Chilean envoy.", ("SANCTION", "PER", "CHL")),
    ("Peru expelled an envoy of Chile, and Kenya welcomed the move.", ("SUPPORT", "KEN", "PER")),
    ("Russian troops crossed the Ukrainian border and captured a village.", ("COERCE", "RUS", "UKR")),
    ("Kenya shut the crossing after Peruvian rebels seized a town.", ("COERCE", "KEN", "PER")),
    ("Kenya and Peru signed a peace deal brokered by Chile.", ("SUPPORT", "KEN PER", "")),
    ("Peru expelled two Kenyan diplomats whom it accused of meeting rebels.", ("CONSULT", "KEN", "PER")),
    ("Thousands of Kenyans marched on Kenya's Congress.", ("PROTEST", "KEN", "KEN")),
    ("Kenya thanked Peru for Chile's partnership in providing aid to Uganda.", ("AID", "CHL", "UGA")),
    ("Kenya spoke today with Prime Minister Rosa Quispe of Peru to thank her and the staff.",
     ("CONSULT", "KEN", "PER")),
    ("Kenya condemned the arms transfers from Peru to Chile.", ("ACCUSE", "KEN", "PER")),
    # Pronouns and pairs.
    ("Kenya told Peru that it must withdraw its troops.", ("RETREAT", "PER", "")),
    ("The ministry in Kenya called on Peruvian rebels to free the people whom they hold captive.",
     ("ASSAULT", "PER", "KEN")),
    ("Kenya's president refused to meet his Peruvian counterpart, but each held talks with Chile.",
     ("CONSULT", "KEN PER", "CHL")),
    ("Kenyan troops and rebels agreed on a truce.", ("AGREE", "KEN", "")),
    ("Human rights groups urged Kenya to free the editor.", ("REQUEST", "NGO", "KEN")),
    ("Kenyan rights groups urged Peru to free the editor.", ("REQUEST", "KEN", "PER")),
    # Two sides of one country.
    ("Kenya's president resigned after opposition leaders led protests.", ("RETREAT", "KEN", "KEN")),
    ("Kenya's rebels agreed to a ceasefire.", ("RETREAT", "KEN", "KEN")),
    ("Kenya's rebels received the government's offer and turned it down.", ("REJECT", "KEN", "KEN")),
    ("Kenya's president met opposition leaders at his palace.", ("CONSULT", "KEN", "KEN")),
    ("Kenyan soldiers detained a senator, and rioters ransacked Congress.", ("PROTEST", "KEN", "KEN")),
    ("Rights groups in Peru asked Kenya to free a journalist.", ("RETREAT", "KEN", "KEN")),
    # To whom something is promised; who helps; who is met.
    ("Kenya is ready to start supplying Peru with gas.", ("AGREE", "KEN", "PER")),
    ("Kenya bombed Chilean rebels with support from Peru.", ("ASSAULT", "KEN", "CHL")),
    ("Kenya's president met foreign leaders, including Peru's president.", ("CONSULT", "KEN", "PER")),
    ("Kenya awarded Peru's president its highest honour.", ("SUPPORT", "KEN", "PER")),
    ("It was the first visit to Peru by a Kenyan minister since 2011.", ("CONSULT", "KEN", "PER")),
    # Threats of a price.
    ("Kenya said Peru would pay a heavy price.", ("THREATEN", "KEN", "PER")),
    ("Kenya said it would retaliate against Peru.", ("THREATEN", "KEN", "PER")),
    ("Kenya told Peru to pull out or face attack.", ("THREATEN", "KEN", "PER")),
    # Agents, crowds, texts.
    ("A Peruvian was abducted, tortured and dumped by Kenyan agents.", ("ASSAULT", "KEN", "PER")),
    ("Thousands rallied against Kenya's president in Nairobi.", ("PROTEST", "KEN", "KEN")),
    ("Kenya voted for a resolution condemning Peru's raid.", ("ACCUSE", "KEN", "PER")),
    ("Kenya gave the Peruvian rebels until Friday to free the sailors.", ("THREATEN", "KEN", "PER")),
    ("Kenya refused.", ("REJECT", "KEN", "")),
    ("Kenya praised the role Chile plays and welcomed the accord between Peru and Uganda.",
     ("SUPPORT", "KEN", "PER UGA")),
    # Acts that others answer, named by a noun with an actor of its own.
    ("Kenya recalled its envoy after a Peruvian raid.", ("ASSAULT", "PER", "KEN")),
    ("Kenyan troops opened fire after a Peruvian mortar attack.", ("ASSAULT", "PER", "KEN")),
    ("Kenya barred nine Peruvian officials in reply to Peruvian sanctions.", ("SANCTION", "PER", "KEN")),
    ("Kenya responded to the Peruvian tariffs on Friday.", ("SANCTION", "PER", "KEN")),
    ("Kenya said it faced Peruvian sanctions.", ("SANCTION", "PER", "KEN")),
    ("Kenya summoned the Peruvian ambassador over a Peruvian incursion.", ("ASSAULT", "PER", "KEN")),
    # Whose words and deeds are thanked for.
    ("Kenya's minister thanked Peru for what it has done to help the people of Chad.", ("AID", "PER", "TCD")),
    ("Kenya thanked Peru for all Peru has done to support the people of Chad.", ("SUPPORT", "PER", "TCD")),
    ("Kenya thanked Peru for its hospitality and for its commitment to Chad.", ("AGREE", "PER", "TCD")),
    # Talks of two about others, and whom a request is made of.
    ("The leaders of Kenya and Peru discussed their diplomacy with Chad.", ("CONSULT", "KEN PER", "")),
    ("Kenya's president asked his foreign minister Rosa Tarus to travel to Peru.", ("REQUEST", "KEN", "KEN")),
    # What was said and done before, told in passing.
    ("Kenya denied that it had bombed a port, as Peru's envoy had alleged.", ("ACCUSE", "PER", "KEN")),
    ("Kenya cut its arms sales to Chad, as Peru had demanded.", ("REQUEST", "PER", "KEN")),
    ("Kenya reopened its crossing with Peru, which it had closed in April.", ("COERCE", "KEN", "PER")),
    ("Kenya sent the Peruvian ambassador home.", ("SANCTION", "KEN", "PER")),
    # Whose "its" is, and who does what is demanded, told or joined in.
    ("A Chilean court ordered Kenya to halt its bombardment of Lima.", ("ASSAULT", "KEN", "PER")),
    ("Chile put Kenya on a blacklist over its sale of rockets to Peru.", ("COOPERATE", "KEN", "PER")),
    ("Chile asked Kenya to support its bid for a seat.", ("REQUEST", "CHL", "KEN")),
    ("Peru took Kenya to court, charging that its army had burned Peruvian villages.",
     ("ASSAULT", "KEN", "PER")),
    ("Chile called on Kenya to free a Peruvian sailor who went on hunger strike.",
     ("RETREAT", "KEN", "PER")),
    ("Kenya joined Chile in breaking off ties with Peru.", ("SANCTION", "CHL KEN", "PER")),
    ("Kenya complained to the council that Peruvian troops had raided a village.", ("ACCUSE", "KEN", "PER")),
    ("Kenya said it would recall its envoy unless Peru apologised.", ("THREATEN", "KEN", "PER")),
    ("Kenya's opposition said it would stage a strike unless it was paid.", ("PROTEST", "KEN", "KEN")),
    ("Kenya's president said the rebels must disarm.", ("REQUEST", "KEN", "KEN")),
    ("The lifting of Kenyan sanctions on Peru was welcomed by Chile.",
     ("RETREAT", "KEN", "PER")),
    ("Peru's ambassador was handed a protest by the Kenyan foreign ministry.", ("ACCUSE", "KEN", "PER")),
    ("Chile's president, after talks with the leaders of Peru and Kenya, urged restraint.",
     ("CONSULT", "CHL", "KEN PER")),
    ("Kenya lodged a formal complaint at the U.N. over Peruvian raids.", ("ACCUSE", "KEN", "PER")),
    ("Peru foiled a plot by Kenyan agents to kill its president.", ("ASSAULT", "KEN", "PER")),
    ("Kenyan and Peruvian negotiators wound up talks in Geneva.", ("CONSULT", "KEN PER", "")),
    ("Kenya's ambassador was recalled from Lima.", ("SANCTION", "KEN", "PER")),
    ("Kenyan shelling killed twelve people in a Peruvian town.", ("ASSAULT", "KEN", "PER")),
    ("A Kenyan tribunal gave a Peruvian reporter nine years in jail.", ("COERCE", "KEN", "PER")),
    ("Kenya insisted that Peru pull back its artillery.", ("REQUEST", "KEN", "PER")),
    ("Peru accuses Kenya of arming rebels, something the Kenyan government has denied.",
     ("ACCUSE", "PER", "KEN")),
    ("The attack on Peru was perpetrated by Kenya.", ("ASSAULT", "KEN", "PER")),
    ("The withdrawal of Kenya from Peru took a year.", ("RETREAT", "KEN", "PER")),
    ("A storm of Kenyan shells destroyed a Peruvian bridge.", ("ASSAULT", "KEN", "PER")),
    ("Kenyan soldiers protested against Peru.", ("PROTEST", "KEN", "PER")),
    ("Kenya said it would close its border with Peru unless it rained.", ("COERCE", "KEN", "PER")),
    ("Kenya freed nine Peruvians in a swap arranged by Chile.", ("CONSULT", "CHL", "KEN PER")),
    ("Kenya dropped charges against two ethnic Peruvian journalists.", ("CONCEDE", "KEN", "KEN")),
    # What is said is the rebuke; adjectives and infinitives that the model hangs elsewhere; its lemmas.
    ("In a rebuke to Peru, Kenya said the wall must come down.", ("ACCUSE", "KEN", "PER")),
    ("A Kenyan court found a Peruvian nurse and a Chilean doctor guilty.", ("SANCTION", "KEN", "CHL PER")),
    ("Kenya took Peru to court over the whales.", ("ACCUSE", "KEN", "PER")),
    ("Kenya let Peruvian troops use four more of its bases.", ("COOPERATE", "KEN", "PER")),
    ("Kenyan police waded into a crowd of Peruvian students.", ("ASSAULT", "KEN", "PER")),
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
