"""Questions about one actor on the bundled claims: what its addresses answer agrees with one another."""

from __future__ import annotations

from collections import Counter
from typing import Any

import httpx
import pytest

PARTS = ("relations", "events", "stances", "statements", "timeline", "neighbours")


def get(served: httpx.Client, path: str, **asked: Any) -> Any:
    """What stands at `data`, whole: every page of a list."""
    answer = served.get(path, params=asked)
    assert answer.status_code == 200, answer.text
    data = answer.json()["data"]
    while "next" in answer.links:
        answer = served.get(answer.links["next"]["url"])
        data += answer.json()["data"]
    return data


def ids(rows: list[dict[str, Any]]) -> set[str]:
    return {row["id"] for row in rows}


def test_the_members_of_a_bloc_are_those_of_the_day_with_the_claims_that_say_so(served: httpx.Client) -> None:
    seven = get(served, "/v1/actors", bloc="g7", as_of="2024-05-16")
    assert ids(seven) == {"can", "deu", "fra", "gbr", "ita", "jpn", "usa"}
    for row in seven:
        told = get(served, f"/v1/claims/{row['claims'][0]}")
        (tie,) = [
            r
            for r in get(served, f"/v1/actors/{row['id']}/relations", **{"with": "g7"})
            if r["id"] == told["fact"]
        ]
        assert (tie["type"], tie["subject"], tie["object"]) == ("member_of", row["id"], "g7")
    before, after = (ids(get(served, "/v1/actors", bloc="nato", as_of=day)) for day in ("2022", "2024-12"))
    assert after - before == {"fin", "swe"}
    assert before - after == set()
    assert "gbr" in ids(get(served, "/v1/actors", bloc="eu", as_of="2020-01-31"))
    assert "gbr" not in ids(get(served, "/v1/actors", bloc="eu", as_of="2020-02-01"))


def test_who_belongs_to_a_country_is_its_people_and_bodies_and_not_itself(served: httpx.Client) -> None:
    turkish = get(served, "/v1/actors", country="tur")
    assert {"hakan-fidan", "tur-foreign-ministry", "tur-armed-forces"} <= ids(turkish)
    assert "tur" not in ids(turkish)
    assert all(row["claims"] for row in turkish)
    people = get(served, "/v1/actors", country="tur", kind="person")
    assert ids(people) == {row["id"] for row in turkish if row["kind"] == "person"}
    # A chamber is a part of what is itself a part of the country.
    assert "usa-senate" in ids(get(served, "/v1/actors", country="usa", kind="organization"))
    assert "nato" not in ids(get(served, "/v1/actors", country="usa"))
    found = get(served, "/v1/actors", country="rus", q="foreign")
    assert "rus-foreign-ministry" in ids(found)
    assert ids(found) <= ids(get(served, "/v1/actors", country="rus"))


def test_a_list_of_actors_without_a_country_or_bloc_has_no_claims(served: httpx.Client) -> None:
    (china,) = get(served, "/v1/actors", identifier="wikidata:Q148")
    assert (china["id"], china["claims"]) == ("chn", [])
    assert get(served, "/v1/actors", known_at="2000-01-01") == []
    (error,) = served.get("/v1/actors", params={"country": "russia"}).json()["errors"]
    assert (error["pointer"], error["allowed"]) == ("country", ["rus"])


def test_the_offices_of_an_actor_are_those_of_the_day_or_of_all_times(served: httpx.Client) -> None:
    ever = get(served, "/v1/actors/vladimir-putin")["offices"]
    assert [office["since"] for office in ever if office["since"]] == sorted(
        (office["since"] for office in ever if office["since"]), reverse=True
    )
    by_day = {}
    for day in ("2005-01-01", "2010-01-01", "2024-05-16"):
        actor = get(served, "/v1/actors/vladimir-putin", as_of=day)
        by_day[day] = {(office["title"], office["since"]) for office in actor["offices"]}
    assert ("President", "2000-05-07") in by_day["2005-01-01"]
    assert ("Prime Minister", "2008-05-08") in by_day["2010-01-01"]
    assert ("President", "2012-05-07") in by_day["2024-05-16"]
    for offices in by_day.values():
        assert len([since for _, since in offices if since]) == 1
        assert offices <= {(o["title"], o["since"]) for o in ever}


def test_a_country_shows_who_speaks_for_it_and_what_it_is_a_member_of(served: httpx.Client) -> None:
    china = get(served, "/v1/actors/chn", as_of="2024-05-16")
    holders = {holder["subject"]: holder for holder in china["office_holders"]}
    assert {"xi-jinping", "wang-yi", "lin-jian"} <= holders.keys()
    assert "hu-jintao" not in holders
    assert "hu-jintao" in {h["subject"] for h in get(served, "/v1/actors/chn")["office_holders"]}
    assert china["offices"] == []
    assert {"un", "brics", "sco"} <= {tie["object"] for tie in china["memberships"]}
    for tie in (*china["office_holders"], *china["memberships"]):
        assert tie["claims"]


@pytest.mark.parametrize("id_", ["chn", "xi-jinping", "g7", "nato"])
@pytest.mark.parametrize("as_of", [None, "2024-05-16", "1990"])
def test_counts_are_the_lengths_of_the_lists(served: httpx.Client, id_: str, as_of: str | None) -> None:
    when = {} if as_of is None else {"as_of": as_of}
    actor, path = get(served, f"/v1/actors/{id_}", **when), f"/v1/actors/{id_}"
    assert actor["events"] == len(get(served, f"{path}/events", **when))
    assert actor["stances_held"] == len(get(served, f"{path}/stances", role="holder", **when))
    assert actor["stances_received"] == len(get(served, f"{path}/stances", role="target", **when))
    assert actor["relations"] == len(get(served, f"{path}/relations", **when))
    assert actor["measures"] == len(get(served, f"{path}/timeline", kinds="measure", **when))
    assert actor["claims_spoken"] == len(get(served, f"{path}/statements", **when))


def test_counting_stops_where_it_is_told_to_and_the_answer_says_so(served: httpx.Client) -> None:
    answer = served.get("/v1/actors/chn", params={"count_to": 5}).json()
    assert {answer["data"][name] for name in ("events", "stances_held", "relations", "claims_spoken")} == {5}
    assert answer["meta"]["counts"] == "exact below 5; 5 means at least so many"


@pytest.mark.parametrize("part", PARTS)
def test_an_unknown_actor_is_not_found_and_one_without_facts_has_none(
    served: httpx.Client, part: str
) -> None:
    assert served.get(f"/v1/actors/nobody/{part}").status_code == 404
    near = served.get(f"/v1/actors/chinna/{part}")
    assert near.status_code == 404
    assert "chn" in near.json()["detail"]
    answer = served.get(f"/v1/actors/chn/{part}", params={"known_at": "2000-01-01"})
    assert (answer.status_code, answer.json()["data"]) == (200, [])


@pytest.mark.parametrize(("part", "one", "other"), [
    ("events", "initiator", "recipient"), ("stances", "holder", "target"), ("relations", "subject", "object"),
])  # fmt: skip
def test_the_two_roles_make_up_the_whole(served: httpx.Client, part: str, one: str, other: str) -> None:
    path = f"/v1/actors/rus/{part}"
    whole, left, right = (get(served, path, **asked) for asked in ({}, {"role": one}, {"role": other}))
    assert left
    assert right
    assert ids(whole) == ids(left) | ids(right)
    field = {"initiator": "initiators", "holder": "holders", "subject": "subject"}[one]
    assert left == [row for row in whole if row[field] == "rus" or "rus" in list(row[field])]
    error = served.get(path, params={"role": "friend"}).json()["errors"][0]
    assert (error["pointer"], error["allowed"]) == ("role", [one, other])


def test_the_events_of_an_actor_are_rows_of_the_list_of_events(served: httpx.Client) -> None:
    for rollup in ("false", "true"):
        asked = {"rollup": rollup}
        assert get(served, "/v1/actors/rus/events", **asked) == get(
            served, "/v1/events", actor="rus", **asked
        )
        held = get(served, "/v1/actors/rus/stances", role="holder", **asked)
        assert ids(held) == ids(get(served, "/v1/stances", holder="rus", **asked))
    sanctions = get(served, "/v1/actors/rus/events", role="recipient", type="SANCTION")
    assert {row["type"] for row in sanctions} == {"SANCTION"}
    week = get(served, "/v1/actors/rus/events", **{"from": "2024-05-16", "to": "2024-05-17"})
    assert {row["date"][:7] for row in week} == {"2024-05"}


def test_a_country_says_with_rollup_what_its_spokespeople_say(served: httpx.Client) -> None:
    own = get(served, "/v1/actors/usa/statements")
    rolled = get(served, "/v1/actors/usa/statements", rollup="true")
    assert ids(own) < ids(rolled)
    spoken = [row for row in rolled if "vedant-patel" in row["speakers"]]
    assert ids(spoken) == ids(get(served, "/v1/actors/vedant-patel/statements"))
    assert [row["said_on"] for row in rolled] == sorted((row["said_on"] for row in rolled), reverse=True)
    listed = {row["id"]: row for row in get(served, "/v1/claims", speaker="vedant-patel")}
    for row in spoken:
        assert {name: value for name, value in row.items() if name in listed[row["id"]]} == listed[row["id"]]


def test_a_statement_tells_what_it_states_in_the_words_of_its_kind(served: httpx.Client) -> None:
    keys = {
        "event": ["type", "initiators", "recipients", "date", "until"],
        "stance": ["holders", "position", "polarity", "target", "since", "until"],
        "relation": ["type", "subject", "object", "title", "since", "until"],
        "measure": ["indicator", "value", "comparator", "unit", "of", "with", "period"],
    }
    rows = get(served, "/v1/actors/vladimir-putin/statements")
    assert {"event", "stance"} <= {row["kind"] for row in rows}
    stances = {row["id"]: row for row in get(served, "/v1/stances")}
    for row in rows:
        assert sorted(row["states"]) == sorted(keys[row["kind"]])
        if row["fact"] in stances:
            assert row["states"].items() <= stances[row["fact"]].items()
    only = get(served, "/v1/actors/vladimir-putin/statements", kind="stance", to="2024-05")
    assert ids(only) == {
        row["id"] for row in rows if row["kind"] == "stance" and row["said_on"] <= "2024-05-31"
    }


def test_the_timeline_is_the_other_lists_in_one(served: httpx.Client) -> None:
    path = "/v1/actors/xi-jinping"
    timeline = get(served, f"{path}/timeline")
    by_kind = {
        kind: {row["id"] for row in timeline if row["kind"] == kind}
        for kind in ("event", "stance", "relation", "measure")
    }
    for kind in ("event", "stance", "relation"):
        assert by_kind[kind] == ids(get(served, f"{path}/{kind}s"))
    some = get(served, f"{path}/timeline", kinds="stance,relation")
    assert [row["id"] for row in some] == [
        row["id"] for row in timeline if row["kind"] in ("stance", "relation")
    ]
    days = [row["date"] or "" for row in timeline]
    assert [day[:4] for day in days] == sorted((day[:4] for day in days), reverse=True)
    pages = get(served, f"{path}/timeline", limit=7)
    assert pages == timeline
    for row in timeline:
        assert row["claims"]
        assert row["roles"]
        assert "xi-jinping" not in row["actors"]


def test_the_timeline_of_a_country_names_the_part_that_it_has(served: httpx.Client) -> None:
    rows = {row["id"]: row for row in get(served, "/v1/actors/rus/timeline", rollup="true")}
    events = get(served, "/v1/events", actor="rus")
    for event in events:
        roles = {"initiator": "rus" in event["initiators"], "recipient": "rus" in event["recipients"]}
        assert {role for role, has in roles.items() if has} <= set(rows[event["id"]]["roles"])
    trade = [row for row in rows.values() if row["kind"] == "measure"]
    assert {role for row in trade for role in row["roles"]} <= {"of", "with"}
    assert all(row["indicator"] and row["value"] is not None for row in trade)


@pytest.mark.parametrize("id_", ["xi-jinping", "ukr"])
def test_neighbours_are_counted_from_the_timeline(served: httpx.Client, id_: str) -> None:
    timeline = get(served, f"/v1/actors/{id_}/timeline")
    facts = Counter((other, row["kind"]) for row in timeline for other in row["actors"])
    rows = get(served, f"/v1/actors/{id_}/neighbours")
    assert {(row["id"], row["kind"]): row["facts"] for row in rows} == dict(facts)
    assert [row["facts"] for row in rows] == sorted((row["facts"] for row in rows), reverse=True)
    assert get(served, f"/v1/actors/{id_}/neighbours", limit=3) == rows
    for row in rows:
        shared = [f for f in timeline if f["kind"] == row["kind"] and row["id"] in f["actors"]]
        assert set(row["sample"]) <= ids(shared)
        claims = {claim for fact in shared for claim in fact["claims"]}
        assert row["claim_count"] == len(claims)
        assert set(row["claims"]) <= claims
        assert not row["truncated"]


def test_neighbours_say_that_not_all_facts_were_followed(served: httpx.Client) -> None:
    answer = served.get("/v1/actors/chn/neighbours", params={"expand": 5}).json()
    assert {row["truncated"] for row in answer["data"]} == {True}
    assert answer["meta"]["truncated"]
    assert not served.get("/v1/actors/xi-jinping/neighbours").json()["meta"]["truncated"]
    newest = get(served, "/v1/actors/chn/timeline", limit=5)[:5]
    assert set(answer["data"][0]["sample"]) <= ids(newest)
    assert answer["meta"]["expanded"].startswith("at most the newest 5 facts")
