"""Stances over HTTP on the bundled claims: one score wherever it stands, true changes of side, silence."""

from __future__ import annotations

import csv
import io
from typing import Any

import httpx
import pytest

from tests.asking import data

Json = dict[str, Any]
HOLDERS = "chn,rus,usa,ukr,gbr,deu,jpn,ind"
TARGETS = "chn,rus,usa,ukr,jpn,g7,unga-ukraine-resolutions,china-ukraine-position-paper"


def errors(served: httpx.Client, path: str, **parameters: Any) -> list[Json]:
    answer = served.get(path, params=parameters)
    assert answer.status_code == 400, answer.text
    found: list[Json] = answer.json()["errors"]
    return found


@pytest.mark.parametrize("more", [{}, {"rollup": "true"}, {"as_of": "2024-01-01", "half_life_days": "90"}])
def test_a_cell_of_the_matrix_is_the_total_of_its_explanation(served: httpx.Client, more: Json) -> None:
    cells = data(served, "/v1/stances/matrix", holders=HOLDERS, targets=TARGETS, **more)
    assert len(cells) == 8 * 8
    assert [(c["holder"], c["target"]) for c in cells] == sorted((c["holder"], c["target"]) for c in cells)
    filled = [cell for cell in cells if cell["score"] is not None]
    assert len(filled) >= 15
    for cell in cells:
        pair = {"holder": cell["holder"], "target": cell["target"]}
        why = data(served, "/v1/stances/explain", **pair, **more)
        assert {name: why[name] for name in ("score", "undated", "claim_count", "claims")} == {
            name: cell[name] for name in ("score", "undated", "claim_count", "claims")
        }
        assert len(why["terms"]) == why["term_count"] == cell["terms"]
        total = sum(term["contribution"] for term in why["terms"])
        assert abs(total - (cell["score"] or 0)) < 1e-4
        assert not why["terms"] or abs(sum(term["share"] for term in why["terms"]) - 1) < 1e-6
        assert all(term["sentence"] and term["claims"] for term in why["terms"])


def test_a_topic_finds_its_own_targets_and_explains_within_itself(served: httpx.Client) -> None:
    cells = data(served, "/v1/stances/matrix", topic="taiwan-question")
    assert {"g7", "chn"} <= {cell["holder"] for cell in cells}
    for cell in cells:
        assert cell["score"] is not None
        pair = {"holder": cell["holder"], "target": cell["target"]}
        why = data(served, "/v1/stances/explain", **pair, topic="taiwan-question")
        assert (why["score"], why["claims"]) == (cell["score"], cell["claims"])


def test_the_matrix_is_a_table_too(served: httpx.Client) -> None:
    asked = {"holders": "chn,usa", "targets": "rus,ukr"}
    cells = data(served, "/v1/stances/matrix", **asked)
    text = served.get("/v1/stances/matrix", params={**asked, "format": "csv"}).text
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["holder"], row["target"]) for row in rows] == [(c["holder"], c["target"]) for c in cells]
    assert [row["terms"] for row in rows] == [str(cell["terms"]) for cell in cells]


def test_the_columns_of_a_matrix_are_named_or_found_not_both(served: httpx.Client) -> None:
    (missing,) = errors(served, "/v1/stances/matrix", holders="chn")
    assert (missing["pointer"], missing["allowed"]) == ("targets", ["targets", "topic"])
    (both,) = errors(served, "/v1/stances/matrix", holders="chn", targets="usa", topic="ukraine-war")
    assert (both["pointer"], both["allowed"]) == ("topic", ["targets", "topic"])
    (unknown,) = errors(served, "/v1/stances/explain", holder="chn", target="usa", topic="ukraine-wars")
    assert unknown["pointer"] == "topic"
    (unknown,) = errors(served, "/v1/stances/matrix", holders="chn,rusia", targets="usa")
    assert (unknown["pointer"], unknown["detail"]) == ("holders", "nothing has the id 'rusia'")


def test_seven_states_that_voted_for_voted_against_in_2025(served: httpx.Client) -> None:
    """On the General Assembly's resolutions ES-11/1, 2, 4 and 6 of 2022 and 2023, and on ES-11/7."""
    flips = data(served, "/v1/stances/flips", target="unga-ukraine-resolutions")
    assert [flip["holder"] for flip in flips] == ["hti", "hun", "isr", "mhl", "ner", "plw", "usa"]
    usa = flips[-1]
    assert (usa["from_position"], usa["to_position"], usa["change"]) == ("supports", "opposes", -1.4)
    assert (usa["from_date"], usa["to_date"], usa["gap_days"]) == ("2023-02-23", "2025-02-24", 732)
    assert usa["topics"] == ["ukraine-war"]
    assert "ES-11/6" in usa["from_sentence"]
    assert "ES-11/7" in usa["to_sentence"]
    assert usa["claims"] == sorted(usa["from_claims"] + usa["to_claims"])
    assert data(served, "/v1/stances/flips", holder="usa", to="2025-02-23") == []
    assert data(served, "/v1/stances/flips", holder="usa", min_change=1.5) == []
    assert data(served, "/v1/stances/flips", holder="usa", as_of="2024-12-31") == []


@pytest.mark.parametrize("rollup", ["false", "true"])
def test_no_flip_stands_in_one_sentence(served: httpx.Client, rollup: str) -> None:
    flips = data(served, "/v1/stances/flips", rollup=rollup)
    assert len(flips) >= 7

    def place(claim: str) -> tuple[Any, ...]:
        found = data(served, f"/v1/claims/{claim}/evidence")
        return found["publication"], found["start"], found["row"], found["sentence_sha256"]

    for flip in flips:
        assert flip["from_polarity"] * flip["to_polarity"] < 0
        assert flip["from_date"] < flip["to_date"]
        before, after = ({place(c) for c in flip[side]} for side in ("from_claims", "to_claims"))
        assert len(before | after) > 1


def test_pages_of_flips_add_up(served: httpx.Client) -> None:
    whole = data(served, "/v1/stances/flips", limit=500)
    rows: list[Json] = []
    url: str | None = "/v1/stances/flips?limit=3"
    while url is not None:
        answer = served.get(url)
        rows += answer.json()["data"]
        url = answer.links["next"]["url"] if "next" in answer.links else None
    assert rows == whole


def test_of_the_g7_those_of_whom_no_vote_is_on_record_are_silent(served: httpx.Client) -> None:
    asked = {"topic": "resolution-es-11-2", "bloc": "g7", "from": "2022-03", "to": "2022-03"}
    rows = data(served, "/v1/stances/silent", **asked)
    assert [row["id"] for row in rows] == ["can", "deu", "fra", "gbr", "ita", "jpn"]
    assert {row["last_date"] for row in rows} == {None}
    later = {"topic": "unga-ukraine-resolutions", "bloc": "g7", "from": "2022-04", "to": "2022-09"}
    votes = data(served, "/v1/stances/silent", **later)
    assert {row["id"]: row["last_date"] for row in votes}["usa"] == "2022-03-24"
    assert {row["id"]: row["last_date"] for row in votes}["jpn"] == "2022-03-02"
    assert all(row["claims"] for row in votes)
    (unknown,) = errors(served, "/v1/stances/silent", topic="ukraine-wars")
    assert (unknown["pointer"], unknown["allowed"]) == ("topic", ["ukraine-war"])


def test_allies_agree_with_the_alignment_of_the_two(served: httpx.Client) -> None:
    allies = data(served, "/v1/actors/chn/allies", kind="country", limit=500)
    least = data(served, "/v1/actors/chn/allies", kind="country", limit=500, end="least")
    assert {row["id"] for row in allies} == {row["id"] for row in least}
    assert [row["agreement"] for row in allies] == sorted((r["agreement"] for r in allies), reverse=True)
    assert [row["agreement"] for row in least] == sorted(row["agreement"] for row in least)
    for row in (*allies[:5], *least[:5]):
        (pair,) = data(served, "/v1/alignment", actors=f"chn,{row['id']}")
        for name in ("shared", "agreement", "cosine", "claim_count", "claims"):
            assert pair[name] == row[name], (row["id"], name)


def test_alignment_is_symmetric(served: httpx.Client) -> None:
    one = data(served, "/v1/alignment", actors="chn,rus,usa,ind")
    assert one == data(served, "/v1/alignment", actors="ind,usa,rus,chn")
    assert [(row["a"], row["b"]) for row in one] == [
        *[("chn", "ind"), ("chn", "rus"), ("chn", "usa")],
        *[("ind", "rus"), ("ind", "usa"), ("rus", "usa")],
    ]
    (alone,) = errors(served, "/v1/alignment", actors="chn,chn")
    assert alone["pointer"] == "actors"


def test_a_topics_stances_are_those_of_the_list(served: httpx.Client) -> None:
    (topic,) = data(served, "/v1/topics", q="political settlement")
    listed = data(served, "/v1/stances", topic=topic["id"], limit=500)
    assert data(served, f"/v1/topics/{topic['id']}/stances", limit=500) == listed
    assert topic["stances"] == len(listed) >= 10
    assert set(topic["claims"]) >= {min(row["claims"]) for row in listed}
    events = data(served, "/v1/events", topic=topic["id"], limit=500)
    assert topic["events"] == len(events)
    assert topic["claim_count"] >= sum(len(row["claims"]) for row in (*listed, *events))
    assert data(served, "/v1/topics", q="ES-11 resol")[0]["id"] == "unga-ukraine-resolutions"


@pytest.mark.parametrize("interval", ["month", "quarter", "year"])
@pytest.mark.parametrize("rollup", ["false", "true"])
def test_the_intervals_of_a_pair_add_up_to_its_stances(
    served: httpx.Client, interval: str, rollup: str
) -> None:
    rows = data(served, "/v1/dyads/chn/usa/stances/timeline", interval=interval, rollup=rollup)
    for holder, target in (("chn", "usa"), ("usa", "chn")):
        own = [row for row in rows if (row["holder"], row["target"]) == (holder, target)]
        listed = data(served, "/v1/stances", holder=holder, target=target, rollup=rollup, limit=500)
        assert sum(row["stances"] for row in own) == len(listed) > 0
        mean = sum(row["polarity"] * row["stances"] for row in own if row["stances"]) / len(listed)
        assert mean == pytest.approx(sum(row["polarity"] for row in listed) / len(listed), abs=1e-3)
    (same,) = errors(served, "/v1/dyads/chn/chn/stances/timeline")
    assert same["pointer"] == "b"


def test_what_a_minister_says_is_the_countrys_only_with_rollup(served: httpx.Client) -> None:
    alone = data(served, "/v1/stances", holder="rus", limit=500)
    together = data(served, "/v1/stances", holder="rus", rollup="true", limit=500)
    assert {row["id"] for row in alone} < {row["id"] for row in together}
    toward = data(served, "/v1/stances", holder="rus", target="usa", rollup="true", limit=500)
    assert {row["target"] for row in toward} >= {"usa"}
