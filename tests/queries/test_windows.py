"""What is kept at LEANS answers for every window as the claims themselves do."""

from __future__ import annotations

import random
from typing import Any

import pytest

from service.graph.connection import Database
from service.graph.loading import load
from service.queries import alignment
from service.queries.contract import Query
from tests.asking import rows
from tests.graph.small_world import entries
from tests.graph.stance_world import COUNTRIES, HEADER, Json, row

COUNTRY_IDS = ("arl", "bor", "cer")
DAYS = ("2021", "2021-07", "2022-02-28", "2022-03", "2022-11-05", "2023", "2023-06-01", "2024-01-31")
WINDOWS: list[dict[str, str]] = [
    {"as_of": "2022-03-01"},
    {"as_of": "2020-12-31"},
    {"from": "2022-03-15"},
    {"to": "2022-12-31"},
    {"from": "2022", "to": "2022"},
    {"from": "2022-11-05", "to": "2023-06-01", "as_of": "2023-01-01"},
    {"from": "2023-06-01", "to": "2024", "as_of": "2025-01-01"},
    {"event_weight": "0"},
    {"half_life_days": "30", "from": "2021-08-01"},
    {"as_of": "2023-03-31", "event_weight": "2.5", "half_life_days": "1000"},
]


def told(rng: random.Random, number: int) -> Json:
    """A stance or an event of any dates, or of none: begun, ended, both, over a month, on a day."""
    holder = rng.choice(COUNTRY_IDS)
    others = [id_ for id_ in COUNTRY_IDS if id_ != holder]
    more = {"confidence": round(rng.uniform(0.1, 1), 2), "modality": rng.choice(("asserted", "alleged"))}
    since, until = sorted(rng.choice((None, *DAYS)) or "" for _ in range(2))
    if rng.random() < 0.5:
        body: Json = {
            "type": rng.choice(("AID", "ACCUSE", "CONSULT", "ASSAULT")),
            "initiators": [holder],
            "recipients": [rng.choice(others)],
        }
        dates = {"date": since or until, "until": until} if since != until else {"date": since}
    else:
        target = rng.choice([{"topic": "fishing"}, {"topic": "mining"}, {"actor": rng.choice(others)}])
        position = rng.choice(("supports", "opposes") if "topic" in target else ("praises", "condemns"))
        body = {"holders": [holder], "position": position, "target": target, "polarity": rng.uniform(-1, 1)}
        dates = {"since": since, "until": until}
    body |= {name: day for name, day in dates.items() if day}
    return row(number, "event" if "type" in body else "stance", body, **more)


@pytest.fixture(scope="module")
def evidence() -> list[Json]:
    rng = random.Random(11)  # noqa: S311 - nothing here is secret
    # Demanded, it adds to no score; but whoever asks for more confidence than this has is answered by claims.
    uncertain = row(0, "event", {"type": "AID", "initiators": ["arl"], "recipients": ["bor"]})
    uncertain |= {"modality": "demanded", "confidence": 0.01}
    return [HEADER, *COUNTRIES, uncertain, *(told(rng, number) for number in range(1, 90))]


@pytest.mark.parametrize(
    ("query", "given"),
    [(alignment.LIST, {"actors": ",".join(COUNTRY_IDS)}), (alignment.ALLIES, {"id": "arl"})],
    ids=["alignment", "allies"],
)
def test_a_window_is_answered_as_the_claims_answer_it(
    database: Database, evidence: list[Json], query: Query, given: dict[str, Any]
) -> None:
    load(database, entries(evidence), 100)
    answers = []
    for window in WINDOWS:
        kept = rows(database, query, **given, **window)
        assert rows(database, query, **given, **window, min_confidence="0.02") == kept, window
        answers.append(kept)
    assert all(any(found["shared"] for found in kept) for kept in answers)
    assert len({str(kept) for kept in answers}) == len(WINDOWS)
