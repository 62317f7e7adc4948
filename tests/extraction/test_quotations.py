"""Whose words are quoted, over sentences and paragraphs; all persons and what they say are invented."""

from __future__ import annotations

import pytest

from service.extraction.articles import extract
from service.extraction.inputs import document_of

# ruff: noqa: E501 - paragraphs of an article are single lines
CASES: list[tuple[str, list[tuple[str, str]]]] = [
    (
        """In Lima, Kenya's mission demanded that Peru release its sailors. “A government that hides has lost,” its spokeswoman, Rosa Quispe, told reporters.

The Peruvian minister, Amos Tarus, was unmoved. To which Quispe: “We shall see.” “You shall,” the minister shot back.""",
        [
            ("A government that hides has lost,", "rosa-quispe"),
            ("We shall see.", "rosa-quispe"),
            ("You shall,", "amos-tarus"),
        ],
    ),
    (
        """Kenya's police arrested Rosa Quispe, a Peruvian lawyer. “I read a book,” she told the court.

The sentence had become, in the words of Peru's ministry, “a receipt for a book.”""",
        [
            ("I read a book,", "rosa-quispe"),
            ("a receipt for a book.", "per"),
        ],
    ),
    (
        """Kenya's foreign minister, Amos Tarus, rejected the Peruvian demand on Monday. “We owe them nothing,” he said.

“They owe us an answer,” replied Rosa Quispe, Peru's president, at a rally in Lima.

“Let them come and ask,” the minister shot back.""",
        [
            ("We owe them nothing,", "amos-tarus"),
            ("They owe us an answer,", "rosa-quispe"),
            ("Let them come and ask,", "amos-tarus"),
        ],
    ),
    (
        """Peruvian President Rosa Quispe arrived in Nairobi on Monday. Her host, Amos Tarus, greeted her at the airport.

“We have waited long for this day,” Tarus said. Quispe, smiling, answered: “So have we.”

“The road was long,” she added. “It was worth it.”""",
        [
            ("We have waited long for this day,", "amos-tarus"),
            ("So have we.", "rosa-quispe"),
            ("The road was long,", "rosa-quispe"),
            ("It was worth it.", "rosa-quispe"),
        ],
    ),
    (
        """A spokeswoman for Peru's navy said that a Kenyan frigate had entered its waters. “It was a clear breach,” said the spokeswoman, Captain Ines Rojas.

The Kenyan navy denied it. “Our ships stayed at home,” its chief, Admiral Otieno Wekesa, told reporters in Mombasa.

According to Rojas, the frigate “came within two miles” of the coast.""",
        [
            ("It was a clear breach,", "ines-rojas"),
            ("Our ships stayed at home,", "otieno-wekesa"),
            ("came within two miles", "ines-rojas"),
        ],
    ),
    (
        """Kenyan President Amos Tarus spoke to farmers. “I knew your fathers, and I knew their fields.

“I will not sell them,” the president went on. “I will not lease them.”""",
        [
            ("I knew your fathers, and I knew their fields.", "amos-tarus"),
            ("I will not sell them,", "amos-tarus"),
            ("I will not lease them.", "amos-tarus"),
        ],
    ),
    (
        """Kenyan President Amos Tarus was applauded. Rosa Quispe-Mamani, who teaches law in Lima, doubts him.

“Promises used to be walls,” she said. A Kenyan officer had whispered to her, “Please do not write that.”""",
        [("Promises used to be walls,", "rosa-quispe-mamani"), ("Please do not write that.", "ken")],
    ),
    (
        """The Peruvian navy said it had stopped a Kenyan trawler. “The crew is safe,” spokesman Ines Rojas said.

Kenya's foreign adviser, Otieno Wekesa, shrugged: “They are fishermen. They know the law.”

That did not satisfy Rojas. “We will keep the boat,” she said.""",
        [
            ("The crew is safe,", "ines-rojas"),
            ("They are fishermen. They know the law.", "otieno-wekesa"),
            ("We will keep the boat,", "ines-rojas"),
        ],
    ),
    (
        """Peruvian Defence Minister General Amos Tarus landed in Mombasa on Monday. The minister accused Kenya of “a cold welcome”.

Tarus's office later published a note. “He was not even offered a chair,” it said.

In Nairobi, the foreign ministry dismissed the charge as “a fable”.

“Both have lost face,” said Ines Farrow-Dell, a Kenya expert at a university in Lima.""",
        [
            ("a cold welcome", "amos-tarus"),
            ("He was not even offered a chair,", "amos-tarus"),
            ("a fable", "ken"),
            ("Both have lost face,", "ines-farrow-dell"),
        ],
    ),
    (
        """LIMA (Reuters) - Peru closed a Peruvian port to Kenyan ships on Monday, and Kenya protested. A draft by the African Union, seen by Reuters, said that the port “belongs to all”.

“We have no more fish,” residents said. A Kenyan envoy said the ships had made a “long detour”.""",
        [("belongs to all", "african-union"), ("We have no more fish,", "per"), ("long detour", "ken")],
    ),
    (
        """Kenya's army denied launching any drone.

“Peru's pilots killed eleven of their own farmers,” its spokesman wrote on Monday.""",
        [("Peru's pilots killed eleven of their own farmers,", "ken")],
    ),
    (
        """Kenya's interior ministry said its officers had acted lawfully.

‘Lima pays these people and Santiago drills them,’ the minister said. ‘I have seen the farmer’s invoices.’""",
        [
            ("Lima pays these people and Santiago drills them,", "ken"),
            ("I have seen the farmer’s invoices.", "ken"),
        ],
    ),
    (
        """Kenya criticised the Chilean offer and accused Peru of delay.

“We know the number for Nairobi,” the spokesman said in Lima, “and need no operator.”""",
        [("We know the number for Nairobi,", "per"), ("and need no operator.", "per")],
    ),
]


@pytest.mark.parametrize(("text", "said"), CASES, ids=[said[0][0] for _, said in CASES])
def test_every_quotation_has_its_speaker(text: str, said: list[tuple[str, str]]) -> None:
    read = next(extract([document_of({"text": text, "published_on": "2031-05-16"}, "told")]))
    assert [(each.text, *(speaker.id for speaker in each.speakers)) for each in read.quotations] == said
