"""How alike names are and how candidates are scored: bounds, symmetry, order, and scripts."""

from __future__ import annotations

import random
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.queries.matching import lucene
from service.queries.matching.candidates import prepared
from service.queries.matching.scores import LEAD, MATCH, rank
from service.queries.matching.spelling import alike, spelling

NAMES = st.text(min_size=1, max_size=40)
WORDS = st.lists(st.text("abcdefghijklmnop", min_size=2, max_size=9), min_size=1, max_size=5)


def declared(name: str, **more: Any) -> dict[str, Any]:
    nothing: dict[str, Any] = {
        "kind": None,
        "official_name": None,
        "aliases": [],
        "demonyms": [],
        "metonyms": [],
    }
    return {**nothing, "identifiers": [], "name": name, **more}


def candidate(id_: str, name: str, ties: Any = (), **more: Any) -> dict[str, Any]:
    return {"id": id_, "declared": [declared(name, **more)], "ties": list(ties)}


def asked(*texts: str, **more: Any) -> dict[str, Any]:
    return prepared(0, "q", list(texts), limit=50, **more)


@given(NAMES, NAMES)
def test_likeness_is_between_0_and_1_and_the_same_both_ways(one: str, other: str) -> None:
    likeness = alike(spelling(one), spelling(other))
    assert 0 <= likeness <= 1
    assert likeness == alike(spelling(other), spelling(one))


@given(NAMES)
def test_a_name_is_like_itself_where_it_holds_a_letter(name: str) -> None:
    assert alike(spelling(name), spelling(name)) == (
        1.0 if spelling(name).plain or spelling(name).own else 0.0
    )


@given(WORDS, st.randoms(use_true_random=False))
def test_the_order_of_words_does_not_matter(words: list[str], chance: random.Random) -> None:
    other = chance.sample(words, len(words))
    assert alike(spelling(" ".join(words)), spelling(" ".join(other))) == 1.0


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("Erdogan", "Erdoğan", 1.0, 1.0),
        ("P.R.C.", "PRC", 1.0, 1.0),
        ("the Kremlin", "Kremlin", 1.0, 1.0),
        ("OPEC+", "OPEC Plus", 1.0, 1.0),
        ("OPEC+", "OPEC", 0.0, 0.9),
        ("Côte d'Ivoire", "Cote d’Ivoire", 1.0, 1.0),
        ("Путин", "Putin", 0.95, 0.95),
        ("習近平", "习近平", 0.95, 0.95),
        ("习近平", "Xi Jinping", 0.94, 0.95),
        ("محمود عباس", "Mahmoud Abbas", 0.8, 0.9),
        ("VladimirPutin", "Vladimir Putin", 0.98, 0.999),
        ("J. Biden", "Joe Biden", 0.9, 0.999),
        ("Sergei Lavrov", "Sergey Viktorovich Lavrov", 0.7, 0.9),
        ("Putin", "Vladimir Putin", 0.7, 0.9),
        ("Iran", "Iraq", 0.7, 0.8),
        ("Wladimir Putin", "Vladimir Putin", 0.9, 0.999),
        ("China", "Chile", 0.0, 0.6),
    ],
)
def test_likeness_of_names(one: str, other: str, least: float, most: float) -> None:
    assert least <= alike(spelling(one), spelling(other)) <= most


@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=6), NAMES, st.randoms(use_true_random=False))
def test_scores_add_up_stay_within_bounds_and_ignore_order(
    named: list[tuple[str, str]], name: str, chance: random.Random
) -> None:
    found = [
        candidate(f"a{number}", own, aliases=[alias], kind=chance.choice([None, "person", "group"]))
        for number, (own, alias) in enumerate(named)
    ]
    query = asked(name, kinds=["person"])
    ranked = rank(query, found)
    assert ranked == rank(query, chance.sample(found, len(found)))
    assert len(ranked) == len(found)
    for one in ranked:
        assert 0 <= one["score"] <= 1
        assert round(sum(feature["contribution"] for feature in one["features"]), 4) == one["score"]
        whole = sum(feature["weight"] for feature in one["features"])
        for feature in one["features"]:
            assert feature["contribution"] == pytest.approx(
                feature["weight"] / whole * feature["score"], abs=2e-4
            )
    assert sum(one["match"] for one in ranked) <= 1


@given(NAMES.filter(lambda name: bool(spelling(name).plain)))
def test_the_exact_name_is_a_match_with_score_1(name: str) -> None:
    (only,) = rank(asked(name), [candidate("a", name)])
    assert (only["score"], only["match"]) == (1.0, True)
    (agreeing,) = rank(
        asked(name, kinds=["person"], identifiers=["wikidata:Q1"]),
        [candidate("a", name, kind="person", identifiers=["wikidata:Q1"])],
    )
    assert (agreeing["score"], agreeing["match"]) == (1.0, True)


def test_namesakes_are_no_match_until_something_tells_them_apart() -> None:
    tie = {"type": "citizen_of", "title": None, "kind": "country", "name": None}
    two = [
        candidate("ann-of-arland", "Ann Envoy", [{**tie, "id": "arl"}]),
        candidate("ann-of-borland", "Ann Envoy", [{**tie, "id": "bor"}]),
    ]
    assert [one["match"] for one in rank(asked("Ann Envoy"), two)] == [False, False]
    first, second = rank(asked("Ann Envoy", countries=["bor"]), two)
    assert (first["id"], first["score"], first["match"]) == ("ann-of-borland", 1.0, True)
    assert (second["score"], second["match"]) == (0.8, False)
    assert first["score"] - second["score"] >= LEAD


def test_an_identifier_outweighs_a_name_and_is_nobody_elses() -> None:
    two = [
        candidate("named-so", "Arland Bank"),
        candidate("identified", "Bank of the Isles", identifiers=["wikidata:Q5"]),
    ]
    first, second = rank(asked("Arland Bank", identifiers=["wikidata:Q5"]), two)
    assert (first["id"], second["id"]) == ("identified", "named-so")
    assert second["score"] == 0.5
    assert not second["match"]
    (unknown,) = rank(asked("Arland Bank", identifiers=["wikidata:Q5"]), two[:1])
    assert (unknown["score"], unknown["match"]) == (1.0, True)
    (other,) = rank(
        asked("Arland Bank", identifiers=["wikidata:Q5"]),
        [candidate("a", "Arland Bank", identifiers=["wikidata:Q6"])],
    )
    assert (other["score"], other["features"][-1]["matched"]) == (0.5, "wikidata:Q6")


def test_what_is_not_known_of_an_actor_counts_nothing() -> None:
    (only,) = rank(asked("Arland Bank", kinds=["group"], countries=["arl"]), [candidate("a", "Arland Bank")])
    assert [feature["feature"] for feature in only["features"]] == ["name"]
    assert only["match"]


def test_a_metonym_says_less_than_a_name_and_an_id_as_much() -> None:
    found = [candidate("bor", "Borland", metonyms=["Arland"]), candidate("arl", "Arland")]
    first, second = rank(asked("Arland"), found)
    assert [(one["id"], one["features"][0]["feature"]) for one in (first, second)] == [
        ("arl", "name"),
        ("bor", "metonym"),
    ]
    assert MATCH < second["score"] < first["score"] == 1.0
    assert rank(asked("bor"), found)[0]["features"][0]["feature"] == "id"


@given(st.text(max_size=200))
def test_a_search_holds_no_operator_that_was_asked_for(text: str) -> None:
    for query in (lucene.like([text]), lucene.beginning(text)):
        bare = re.sub(r'"[^"]*"\^2|/[^/]*/|[^\W_][\w.\'’]*~[12]', "", query)
        assert set(bare) <= set("+() ")
    clauses = [part for part in lucene.like([text] * 21).split() if part]
    assert sum(100 if "~" in part else 2 for part in clauses) <= 1024
