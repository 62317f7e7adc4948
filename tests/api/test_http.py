"""The HTTP contract on real gunicorn: one envelope, one kind of problem, strict parameters."""

from __future__ import annotations

import csv
import io
import re

import httpx
import pytest
from openapi_spec_validator import validate

from service.api.app import create_app
from service.config import load_config
from service.queries.catalogue import QUERIES

RULES = {rule.endpoint.split(".")[-1]: rule for rule in create_app(load_config({})).url_map.iter_rules()}


def test_chinas_stances_toward_the_us_lead_to_the_sentence(served: httpx.Client) -> None:
    answer = served.get("/v1/stances", params={"holder": "chn", "target": "usa"}).json()
    assert len(answer["data"]) >= 5
    for row in answer["data"]:
        assert "chn" in row["holders"]
        assert -1 <= row["polarity"] <= 1
        assert row["since"]
        assert row["claims"]
    evidence = served.get(f"/v1/claims/{answer['data'][0]['claims'][0]}/evidence").json()["data"]
    assert evidence["source"].startswith("https://www.asiafinancial.com/")
    assert evidence["paragraph"] >= 1
    assert evidence["sentence"] >= 1
    assert len(evidence["sentence_sha256"]) == 64


def test_a_misspelt_parameter_is_a_problem_that_names_the_allowed_ones(served: httpx.Client) -> None:
    answer = served.get("/v1/stances", params={"holdr": "chn"})
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    (error,) = answer.json()["errors"]
    assert error["pointer"] == "holdr"
    assert {"holder", "target", "cursor"} <= set(error["allowed"])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/nothing", 404),
        ("/v1/actors/nobody", 404),
        ("/v1/claims/claim-x/evidence", 404),
        ("/v1/vocabulary/nothing", 404),
        ("/v1/stances?position=likes", 400),
        ("/v1/stances?limit=0", 400),
        ("/v1/stances?limit=5&limit=6", 400),
        ("/v1/stances?cursor=abc", 400),
        ("/v1/stances?fields=id,colour", 400),
        ("/v1/stances?as_of=yesterday", 400),
        ("/v1/actors?q=%22", 400),
        ("/v1/actors?identifier=wikidata", 400),
        ("/v1/actors/chn?id=rus", 400),
        ("/v1/events?mode=vsit", 400),
        ("/v1/claims?known_at=2099-01-01T00:00:00", 400),
        ("/v1/claims?known_at=9999-12-31T23:59:59-01:00", 400),
        ("/v1/claims?fact=event-00000000000000000000", 400),
        ("/v1/vocabulary?x=1", 400),
        ("/healthz?x=1", 400),
    ],
)
def test_failures_are_problems_with_the_request_id(served: httpx.Client, path: str, status: int) -> None:
    answer = served.get(path, headers={"X-Request-ID": "test-request-1"})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["request_id"] == "test-request-1" == answer.headers["x-request-id"]
    assert answer.json()["status"] == status


def test_an_id_that_nothing_has_is_a_problem_that_asks_what_was_meant(served: httpx.Client) -> None:
    answer = served.get("/v1/stances", params={"holder": "russia", "target": "ukr"})
    assert answer.status_code == 400
    (error,) = answer.json()["errors"]
    assert (error["pointer"], error["allowed"]) == ("holder", ["rus"])
    assert served.get("/v1/stances", params={"holder": "abw"}).json()["data"] == []


@pytest.mark.parametrize(("q", "id_"), [("P.R.C.", "chn"), ("d'Ivoire", "civ"), ("kremlin", "rus")])
def test_names_are_found_as_they_are_written(served: httpx.Client, q: str, id_: str) -> None:
    assert id_ in [row["id"] for row in served.get("/v1/actors", params={"q": q}).json()["data"]]


def test_an_article_is_found_by_words_of_its_title(served: httpx.Client) -> None:
    found = served.get("/v1/articles", params={"q": "Putin Xi settlement"}).json()["data"]
    assert [row["outlet"] for row in found] == ["asia-financial"]
    assert served.get("/v1/articles", params={"q": "Putin cricket"}).json()["data"] == []


def test_a_form_that_there_is_not_is_not_acceptable(served: httpx.Client) -> None:
    answer = served.get("/v1/stances", headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_wrong_method_names_the_right_ones(served: httpx.Client) -> None:
    answer = served.post("/v1/stances")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize("path", ["/v1/stances", "/v1/events", "/v1/claims", "/v1/actors", "/v1/articles"])
def test_pages_add_up_to_the_whole_list(served: httpx.Client, path: str) -> None:
    whole = served.get(path, params={"limit": 500, "count": "true"}).json()
    rows: list[str] = []
    url: str | None = f"{path}?limit=60&count=true"
    while url is not None:
        answer = served.get(url)
        rows += [row["id"] for row in answer.json()["data"]]
        url = answer.links["next"]["url"] if "next" in answer.links else None
    assert len(rows) == len(set(rows)) == whole["page"]["count"]["value"]
    assert rows[:500] == [row["id"] for row in whole["data"]]


def test_a_cursor_of_another_question_is_refused(served: httpx.Client) -> None:
    cursor = served.get("/v1/events", params={"limit": 1}).json()["page"]["next"]
    assert served.get("/v1/events", params={"limit": 1, "cursor": cursor}).status_code == 200
    assert served.get("/v1/events", params={"limit": 1, "cursor": cursor, "type": "AID"}).status_code == 400


def test_an_unchanged_answer_is_304_and_another_form_another_tag(served: httpx.Client) -> None:
    first = served.get("/v1/stances", params={"holder": "chn"})
    tag = first.headers["etag"]
    assert (
        served.get("/v1/stances", params={"holder": "chn"}, headers={"If-None-Match": tag}).status_code == 304
    )
    assert (
        served.get("/v1/stances", params={"holder": "rus"}, headers={"If-None-Match": tag}).status_code == 200
    )
    assert served.get("/v1/stances?holder=chn", headers={"Accept": "text/csv"}).headers["etag"] != tag
    weak = {"If-None-Match": f"W/{tag}"}
    assert served.get("/v1/stances", params={"holder": "chn"}, headers=weak).status_code == 304
    anything = {"If-None-Match": "*"}
    assert served.get("/v1/actors/chn", headers=anything).status_code == 304
    assert served.get("/v1/actors/nobody", headers=anything).status_code == 404


def test_csv_and_ndjson_hold_the_same_rows(served: httpx.Client) -> None:
    ids = [row["id"] for row in served.get("/v1/events").json()["data"]]
    table = served.get("/v1/events", params={"format": "csv"})
    assert [row["id"] for row in csv.DictReader(io.StringIO(table.text))] == ids
    lines = served.get("/v1/events", headers={"Accept": "application/x-ndjson"}).text.splitlines()
    assert len(lines) == len(ids)


def test_known_at_before_the_load_is_empty(served: httpx.Client) -> None:
    assert served.get("/v1/stances", params={"known_at": "2000-01-01"}).json()["data"] == []


def test_probes_status_vocabulary_and_docs_answer(served: httpx.Client) -> None:
    assert served.get("/healthz").json() == {"status": "ok"}
    status = served.get("/v1/status").json()["data"]
    assert status["claims"] > 400
    assert status["schema_version"].startswith("0007")
    terms = served.get("/v1/vocabulary/plover_events").json()["data"]["terms"]
    assert len(terms) == 16
    page = served.get("/docs/")
    assert page.status_code == 200
    assert '"validatorUrl": "none"' in page.text
    assert "//" not in page.text.replace("http://www.w3.org", "").split("<body")[0].split("<style")[0]


def test_the_openapi_document_is_valid_and_has_every_question(served: httpx.Client) -> None:
    document = served.get("/openapi.json").json()
    validate(document)
    operations = {
        op["operationId"]
        for path in document["paths"].values()
        for op in path.values()
        if "operationId" in op
    }
    assert {name.replace("/", "_") for name in QUERIES} <= operations
    names = [p["name"] for p in document["paths"]["/v1/stances"]["get"]["parameters"]]
    assert {"holder", "target", "as_of", "known_at", "cursor"} <= set(names)


@pytest.mark.parametrize("name", [name for name, query in QUERIES.items() if query.many])
def test_the_example_of_each_list_has_an_answer(served: httpx.Client, name: str) -> None:
    query, rule = QUERIES[name], RULES[re.sub("[/-]", "_", name)]
    arguments = dict(query.example)
    path = re.sub(r"<(\w+)>", lambda part: arguments.pop(part[1]), rule.rule)
    if "POST" in (rule.methods or ()):
        answer = served.post(path, json=arguments)
    else:
        answer = served.get(path, params=arguments)
    assert answer.json()["data"], f"{name} answers nothing to {query.example}"
