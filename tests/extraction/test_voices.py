"""In whose words sentences stand that name no speaker; all persons and what they say are invented."""

from __future__ import annotations

import pytest

from service.extraction.articles import extract
from service.extraction.inputs import document_of
from service.extraction.plover import plover_records

Said = tuple[str, str, str, str]


def told(text: str) -> set[Said]:
    """Type, initiators, recipients and speakers of each event of an article."""
    article = next(extract([document_of({"text": text, "published_on": "2024-05-16"}, "")]))
    return {
        (
            record["event"],
            " ".join(each["id"] for each in record["actor"]),
            " ".join(each["id"] for each in record["recipient"]),
            " ".join(each["id"] for each in record["speaker"]),
        )
        for record in plover_records(article)
    }


CASES: list[tuple[str, set[Said]]] = [
    # Later sentences of a quotation, before and behind the one that tells whose it is.
    (
        """Kenya's foreign minister, Amos Tarus, met reporters in Nairobi on Monday.

“We condemn the raid,” Tarus said. “We call on Peru to hold talks. We reject the new treaty.”""",
        {("REQUEST", "amos-tarus", "per", "amos-tarus")},
    ),
    (
        """Kenya's foreign minister, Amos Tarus, met reporters in Nairobi on Monday.

“We call on Peru to hold talks. It will take time,” Tarus said.""",
        {("REQUEST", "amos-tarus", "per", "amos-tarus")},
    ),
    # A statement that is announced and stands without marks.
    (
        """Kenya's foreign minister, Amos Tarus, spoke in Nairobi.

Mr Tarus said:

I urge Peru to hold talks.

Kenya will send $5 million in aid to Chile.""",
        {("REQUEST", "amos-tarus", "per", "amos-tarus"), ("AID", "ken", "chl", "amos-tarus")},
    ),
    # It ends where another is quoted.
    (
        """Kenya's foreign minister, Amos Tarus, spoke in Nairobi.

Mr Tarus said:

I urge Peru to hold talks.

“No,” Peru's president, Rosa Quispe, said.

Chile sent $5 million in aid to Bolivia.""",
        {("REQUEST", "amos-tarus", "per", "amos-tarus"), ("AID", "chl", "bol", "")},
    ),
    # Nor does it go on where its speaker is told of.
    (
        """Kenya's foreign minister, Amos Tarus, spoke in Nairobi.

Mr Tarus said:

I urge Peru to hold talks.

Tarus flew to Santiago later on Monday. Kenya sent $5 million in aid to Bolivia.""",
        {("REQUEST", "amos-tarus", "per", "amos-tarus"), ("AID", "ken", "bol", "")},
    ),
    # An office that is quoted is that of the speakers' country.
    (
        "A Kenyan spokesman said: “The Prime Minister met Peruvian President Rosa Quispe in Santiago.”",
        {("CONSULT", "ken", "rosa-quispe", "ken")},
    ),
]


@pytest.mark.parametrize(("text", "events"), CASES)
def test_a_quotation_or_statement_speaks_for_whose_it_is(text: str, events: set[Said]) -> None:
    assert events <= told(text)


def test_a_speaker_of_an_earlier_paragraph_stands_where_the_words_go_on() -> None:
    text = """Kenya's foreign minister, the well known and widely feared Amos Tarus, spoke in Nairobi.

Mr Tarus said:

I urge Peru to talk."""
    article = next(extract([document_of({"text": text, "published_on": "2024-05-16"}, "")]))
    claim = next(each for each in article.records if each["record"] == "claim" and each["kind"] == "event")
    speaker = next(each for each in claim["explanation"]["actors"] if each["role"] == "speaker")
    assert text[speaker["start"] : speaker["end"]] == "I"
    assert (speaker["id"], speaker["how"]) == ("amos-tarus", "antecedent")


def test_nobody_speaks_for_the_outlet() -> None:
    assert told("We urge Peru to hold talks. Kenya thanked Peru.") == {("SUPPORT", "ken", "per", "")}
