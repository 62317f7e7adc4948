"""What news tells without stating an event of some type; what is told here is invented."""

from __future__ import annotations

import pytest

from service.extraction.articles import extract
from service.extraction.inputs import document_of
from service.extraction.plover import plover_records

# What is only spoken of, planned behind a plan, or not done at all.
NO_EVENTS = [
    ("In a quarrel over tuna, Kenya barred Peruvian fish.", "ACCUSE"),
    ("In a show of strength, Kenya's team beat Peru.", "SUPPORT"),
    ("Kenyan ministers gathered wood for the fire.", "CONSULT"),
    ("Kenya's king found himself in good company with Peru.", "SANCTION"),
    ("Kenya and Peru spoke of the terrorist threat of the Chadian rebels.", "THREATEN"),
    ("Kenyan forces began an operation to isolate Lima.", "SANCTION"),
    ("A blast in Lima killed three Kenyan soldiers.", "ASSAULT"),
    ("Kenya and Peru discussed deepening their cooperation.", "SUPPORT"),
    ("Kenya and Peru agreed to meet again to deepen their cooperation.", "SUPPORT"),
    ("Kenya refused to hand over the general to Peru.", "COOPERATE"),
    ("Kenya's president vowed not to negotiate with Peru.", "AGREE"),
    ("The crisis requires close cooperation between Kenya and Peru.", "COOPERATE"),
    ("A Kenyan freed by Peru arrived in Nairobi.", "CONSULT"),
    ("“We do not burn our ships to keep warm,” Kenya's minister said of Peru.", "ASSAULT"),
    ("“Some neighbours praise the flood,” Kenya's minister said of Peru.", "SUPPORT"),
    ("“Nobody asked you,” Kenya's minister shot back at Peru.", "ASSAULT"),
    ("Kenya agreed with Peru that those responsible must be held to account.", "ACCUSE"),
    ("Kenya provided $500,000 to support schools in Peru.", "SUPPORT"),
    ("Kenya's minister was joined by the Peruvian ambassador.", "SUPPORT"),
    ("Kenya refused to comment on the Peruvian report.", "REJECT"),
    ("The general said in a video call from Kenya that Peru was near.", "REQUEST"),
    (
        "Kenya voiced the need to close the gaps, finalize the deal and bring Peru home.",
        "SUPPORT",
    ),
    ("They stressed the need for Kenya and Peru to work with each other.", "COOPERATE"),
    ("They discussed ways Kenya and Peru can work together.", "COOPERATE"),
    ("Kenya was far. It is crucial to hold Peru to account.", "ACCUSE"),
    ("Kenya's minister thanked Peru for its efforts to help free Chilean children.", "RETREAT"),
    ("Kenya's minister endorsed Peru's efforts to bring the war to a close.", "RETREAT"),
    ("Kenya's minister voiced support for efforts to reopen the crossing.", "CONCEDE"),
    ("Kenya's minister underscored his commitment to secure the release of the sailors.", "RETREAT"),
    ("Kenya's minister underscored his commitment to hold Peru accountable.", "ACCUSE"),
    ("Kenya's minister expressed his desire to strengthen ties with Peru.", "SUPPORT"),
    ("Kenya's minister thanked Peru for its contributions to regional stability.", "AID"),
    ("Kenya's minister welcomed Peru's commitment to peace.", "AGREE"),
    ("Kenya's minister also joined the call.", "REQUEST"),
    ("Kenya's minister made clear that Peru is near.", "REQUEST"),
    ("Kenya's minister and Peru discussed ways to make Peru's year successful.", "REQUEST"),
    ("Kenya's people unite to protect their country and their people against Peru.", "AID"),
    ("Kenya's minister met Peru's envoy to demonstrate the strength of the alliance.", "PROTEST"),
    ("Kenya's investments will strengthen regional food security in Peru.", "MOBILIZE"),
    ("Peru will allow Kenyan goods that comply with Kenyan standards to enter.", "CONCEDE"),
    ("Kenya's minister voiced support for the return of Peru to the grain pact.", "CONSULT"),
    ("Kenya has a special responsibility to press Peru to end its attacks.", "REQUEST"),
    ("Kenya and Peru reaffirmed the goal of the disarmament of Chile.", "RETREAT"),
    ("Kenyan airmen came to join the fight against Peruvian rebels.", "SUPPORT"),
    ("A Kenyan soldier who was supporting Operation Desert Rain in Peru died.", "SUPPORT"),
    ("These precision strikes were meant to disrupt the Houthis.", "PROTEST"),
    # States, habits, figures, opinions, what may come.
    ("A deal between Kenya and Peru is still a long way off.", "AGREE"),
    ("The road to an accord between Kenya and Peru is full of obstacles.", "AGREE"),
    ("Protests without a permit are illegal in Kenya.", "PROTEST"),
    ("The alliance between Kenya and Peru is a relic.", "SUPPORT"),
    ("Higher prices might lead to unrest in Kenya.", "PROTEST"),
    ("About 2,500 Kenyan soldiers are stationed in Peru.", "MOBILIZE"),
    ("Kenya sells most of its tea to Peru.", "COOPERATE"),
    ("Exports of Kenyan tea to Peru were down 14% from a year earlier.", "COOPERATE"),
    ("Grain from Kenya goes mainly to Peru and Chile.", "CONSULT"),
    ("Two-thirds of Kenyans support Peru, a survey showed.", "SUPPORT"),
    ("Such a move may well anger Kenya.", "ACCUSE"),
    ("Kenya puts the number of Peruvian casualties at more than 600.", "ASSAULT"),
    ("It is fifty years since the end of the war in Kenya.", "RETREAT"),
    ("The war between Kenya and Peru has been a disaster.", "ASSAULT"),
    ("The dispute between Kenya and Peru concerns three islets.", "ACCUSE"),
    ("The risk of a clash between Kenyan and Peruvian ships is growing.", "ASSAULT"),
    ("The demand by Kenya's unions looks high at first sight.", "REQUEST"),
    ("The share of Kenyans who are in favour of Peru is about half.", "SUPPORT"),
    ("The sale is likely to delight Chile and annoy Kenya.", "ACCUSE"),
    ("Kenya's embassy occupies two floors above a bank.", "COERCE"),
    ("Kenya sold Peru goods worth two billion last year.", "COOPERATE"),
    ("Kenya will host Peru in a qualifier on Thursday.", "CONSULT"),
    ("Kenya spends 3% of its income on defence, more than Chile or Peru.", "AID"),
    # What anybody may do, is done as a rule, or is only imagined.
    ("Kenya's president can dismiss parliament.", "COERCE"),
    ("Any member of NATO may ask for consultations.", "REQUEST"),
    ("A president of Kenya who loses a vote faces a trial.", "ACCUSE"),
    ("“Whoever takes a cow should not complain,” Kenya's minister said of Peru.", "ACCUSE"),
    ("Few Kenyans in the crowd had ever seen a Peruvian minister.", "CONSULT"),
    ("Kenya's ministers gather in Peru every autumn.", "CONSULT"),
    ("Kenya's president often travels to Peru.", "CONSULT"),
    ("The clinic in Peru is run by Kenyans.", "AID"),
    ("Demand for cars from Kenya has been weak.", "REQUEST"),
    ("A withdrawal of Kenyan troops from Peru would leave the rebels in a quandary.", "RETREAT"),
    ("Unrest in Kenya could spread to Peru.", "PROTEST"),
    ("Protest in Kenya is a lonely business.", "PROTEST"),
    # Left undone, or an open question.
    ("Peru said it would act if Kenya does not hand over power.", "CONCEDE"),
    ("Whether Kenya would stand by Peru is another matter.", "SUPPORT"),
    (
        "Kenya's minister would not be drawn on whether its troops might take part in the search in Peru.",
        "AID",
    ),
    # With, at or of nobody.
    ("Kenyan soldiers stand beside a truck.", "SUPPORT"),
    ("Kenya's defence minister had struck a harsher note in parliament.", "PROTEST"),
    ("Kenya's parliament meets again on Tuesday.", "CONSULT"),
    ("Peru closed Kenya's office in Lima. Kenya was unmoved.", "REJECT"),
    ("Kenya's minister listened. “I vote with my stomach,” he said.", "SUPPORT"),
    ("Kenya's minister was tired. He put no great trust in the paper.", "SUPPORT"),
    ("Kenya's army said it was looking into the matter.", "ACCUSE"),
    ("Kenya's minister shouted as she climbed down.", "CONCEDE"),
    ("“We never ask a friend to choose a friend,” Kenya's minister said of Peru.", "REQUEST"),
]


@pytest.mark.parametrize(("text", "type_"), NO_EVENTS, ids=[text for text, _ in NO_EVENTS])
def test_what_is_not_done_is_no_event(text: str, type_: str) -> None:
    (read,) = extract([document_of({"text": text, "published_on": "2024-05-16"}, text)])
    assert type_ not in {record["event"] for record in plover_records(read)}
