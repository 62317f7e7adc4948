"""The Reconciliation Service API 0.2 on the bundled claims, as OpenRefine and its test bench use it."""

from __future__ import annotations

from typing import Any

import httpx

from service.api.preview import page
from service.graph.connection import Database
from service.graph.loading import load
from service.queries.matching import reconciling
from tests.api.reconciling import check, extend, reconcile
from tests.graph.small_world import article, claim, entries


def test_the_manifest_leads_to_services_that_answer(served: httpx.Client) -> None:
    manifest = check(served.get("/reconcile", headers={"Origin": "https://other.example"}), "manifest")
    assert manifest["versions"] == ["0.2"]
    assert {"country", "person"} <= {each["id"] for each in manifest["defaultTypes"]}
    assert served.get(manifest["view"]["url"].replace("{{id}}", "chn")).json()["data"]["name"] == "China"
    assert served.get(manifest["preview"]["url"].replace("{{id}}", "chn")).status_code == 200
    for what, service in manifest["suggest"].items():
        url = service["service_url"] + service["service_path"]
        schema = {"entity": "entities", "type": "types", "property": "properties"}[what]
        check(served.get(url, params={"prefix": "c"}), f"suggest-{schema}-response")
    proposed = manifest["extend"]["propose_properties"]
    url = proposed["service_url"] + proposed["service_path"]
    properties = check(served.get(url, params={"type": "person"}), "data-extension-property-proposal")
    everything = [each["id"] for each in properties["properties"]]
    assert set(extend(served, ["vladimir-putin"], *everything)["vladimir-putin"]) == set(everything)


def test_a_batch_of_queries(served: httpx.Client) -> None:
    found = reconcile(
        served,
        {
            "q0": {"query": "Putin", "type": "person", "type_strict": "should"},
            "q1": {"query": "Путин", "type": ["person", "country"], "limit": 1},
            "q2": {"properties": [{"pid": "wikidata", "v": "http://www.wikidata.org/entity/Q148"}]},
            "q3": {"query": "nato"},
            "q4": {"query": "Zzyzx Qwfpgj"},
        },
    )
    first = found["q0"][0]
    assert (first["id"], first["match"], first["type"]) == (
        "vladimir-putin",
        True,
        [{"id": "person", "name": "person"}],
    )
    assert {each["id"] for each in first["features"]} == {"alias", "kind"}
    assert [each["id"] for each in found["q1"]] == ["vladimir-putin"]
    assert [(each["id"], each["score"]) for each in found["q2"]] == [("chn", 1.0)]
    assert (found["q3"][0]["id"], found["q3"][0]["match"]) == ("nato", True)
    assert found["q4"] == []
    scores = [each["score"] for each in found["q0"]]
    assert scores == sorted(scores, reverse=True)


def test_properties_tell_candidates_apart(served: httpx.Client) -> None:
    def first(*properties: dict[str, Any]) -> dict[str, Any]:
        found = reconcile(served, {"q": {"query": "Ministry of Defence", "properties": list(properties)}})
        return dict(found["q"][0])

    for value in ("India", "Republic of India", "IND", "IN", {"id": "ind", "name": "India"}, ["India", 5]):
        assert first({"pid": "country", "v": value})["id"] == "ind-defence-ministry"
    part = first({"pid": "part_of", "v": "Japan"}, {"pid": "kind", "v": "Organization"})
    assert part["id"] == "jpn-defence-ministry"
    values = {each["id"]: each["value"] for each in part["features"]}
    assert (values["kind"], values["part_of"]) == (1.0, 1.0)
    # Of what cannot be understood nothing is concluded.
    nowhere = first({"pid": "country", "v": "Nowhere At All"})
    assert not {"country"} & {each["id"] for each in nowhere["features"]}


def test_data_is_fetched_for_actors(served: httpx.Client) -> None:
    rows = extend(served, ["chn", "vladimir-putin"], "iso3", "kind", "official_name", "country", "member_of")
    assert rows["chn"]["iso3"] == [{"str": "CHN"}]
    assert rows["chn"]["official_name"] == [{"str": "People's Republic of China"}]
    assert {"id": "brics", "name": "BRICS"} in rows["chn"]["member_of"]
    assert rows["vladimir-putin"]["country"] == [{"id": "rus", "name": "Russia"}]
    assert rows["vladimir-putin"]["iso3"] == []


def test_offices_are_those_of_today_or_of_the_day_that_is_set(served: httpx.Client) -> None:
    def offices(*settings: dict[str, str]) -> list[dict[str, str]]:
        wanted = {"id": "offices", **({"settings": settings[0]} if settings else {})}
        return list(extend(served, ["joe-biden"], wanted)["joe-biden"]["offices"])

    assert {"str": "President, United States"} in offices({"as_of": "2022-06-01"})
    assert {"str": "President, United States"} not in offices({"as_of": "2015"})
    assert offices({"as_of": ""}) == offices()


def test_suggestions_while_typing(served: httpx.Client) -> None:
    sent_by_openrefine = {"spell": "always", "exact": "false", "scoring": "schema", "prefixed": "true"}

    def suggested(what: str, schema: str, prefix: str, **more: str) -> list[str]:
        params = {"prefix": prefix, **sent_by_openrefine, **more}
        answer = served.get(f"/reconcile/suggest/{what}", params=params)
        body = check(answer, f"suggest-{schema}-response")
        assert body["prefix"] == prefix
        return [each["id"] for each in body["result"]]

    assert suggested("entity", "entities", "Vladimir Pu") == ["vladimir-putin"]
    assert suggested("entity", "entities", "Путин") == ["vladimir-putin"]
    assert suggested("entity", "entities", "erdog") == ["recep-tayyip-erdogan"]
    assert suggested("entity", "entities", "chn")[0] == "chn"
    assert suggested("entity", "entities", "China", type="country")[:1] == ["chn"]
    assert "vladimir-putin" not in suggested("entity", "entities", "vlad", type="country,group")
    some = suggested("entity", "entities", "united", limit="6")
    assert len(some) == 6
    assert some[2:] == suggested("entity", "entities", "united", cursor="2", limit="4")
    assert suggested("type", "types", "org") == ["organization"]
    assert suggested("type", "types", "") == ["country", "person", "organization", "group"]
    assert suggested("property", "properties", "iso") == ["iso2", "iso3", "iso_numeric"]
    assert suggested("property", "properties", "alpha") == ["iso2", "iso3"]


def test_the_preview_is_a_page_that_loads_and_runs_nothing(served: httpx.Client) -> None:
    answer = served.get("/reconcile/preview", params={"id": "vladimir-putin"})
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "<h1>Vladimir Putin</h1>" in answer.text
    assert "President, Russia" in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert "x-frame-options" not in answer.headers
    assert not any(word in answer.text for word in ("<script", "src=", "href=", "//"))
    assert "People&#39;s Republic of China" in served.get("/reconcile/preview?id=chn").text
    assert served.get("/reconcile/preview", params={"id": "nobody-at-all"}).status_code == 404


def test_nothing_of_an_actor_becomes_markup_in_its_preview() -> None:
    evil = "<script>alert('x')</script>"
    lists: dict[str, Any] = {"aliases": [evil], "identifiers": [f"x:{evil}"], "part_of": [], "member_of": []}
    office = {"title": evil, "name": evil}
    actor = {"id": evil, "name": evil, "kind": None, "official_name": evil, "offices": [office], **lists}
    text = page(actor).get_data(as_text=True)
    assert "<script" not in text
    assert text.count("&lt;script&gt;") == 8


def test_the_data_of_a_merged_actor_stands_under_the_id_that_was_asked_for(database: Database) -> None:
    bank = {"record": "actor", "id": "bank-a", "kind": "organization", "name": "Arland Bank"}
    old = {"record": "actor", "id": "bank-b", "kind": "organization", "name": "Bank of the Isles"}
    tie = claim("relation", {"type": "part_of", "subject": "bank-b", "object": {"actor": "arl"}})
    judged = {"merged": "bank-b", "kept": "bank-a", "judge": "a.reader", "reason": "renamed"}
    merge = {"record": "merge", "judgement": "same", "decided_at": "2024-06-01", **judged}
    load(database, entries([article(), bank, old, tie]), 100)
    load(database, entries([merge]), 100)
    wanted = [{"id": "part_of", "settings": {}}, {"id": "aliases", "settings": {}}]
    asked = {"ids": ["bank-b"], "properties": wanted}
    rows = reconciling.extend(database, asked, "body")["rows"]
    assert rows == {
        "bank-b": {"part_of": [{"id": "arl", "name": "arl"}], "aliases": [{"str": "Bank of the Isles"}]}
    }
