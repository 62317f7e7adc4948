"""Articles that the service reads by itself: real gunicorn, and a real reader that is killed in between."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from service.api.job_store import Jobs
from service.graph.connection import Database
from service.graph.digest import digest
from service.graph.engine.locks import is_held
from service.graph.engine.ports import free_port
from tests.asking import wipe
from tests.conftest import _until_ready
from tests.graph.small_world import RECORDS, article

KEY = "a key of the tests"
TEXT = (
    "Leaders Meet\n\nRussian President Vladimir Putin met Chinese President Xi Jinping in Beijing. "
    "Xi condemned the United States, and China praised Russia.\n"
)
GERMAN = "Der Präsident hat gestern gesagt, dass er nicht nach Berlin kommen werde, weil es zu spät ist."
TIMES = {"submitted_at", "started_at", "finished_at"}
FIELDS = TIMES | {"id", "state", "publication", "read", "created", "merged", "claims", "warnings", "error"}


def given(name: str, text: str = TEXT) -> dict[str, Any]:
    url = f"https://news.example/{name}"
    return {"text": text, "url": url, "outlet": "Reuters", "published_on": "2024-05-16"}


class Service:
    """`communique serve` on a database that is there already, to be killed and started again."""

    def __init__(self, folder: Path, graph: Database) -> None:
        self.folder = folder
        at = graph.address
        self._environ = {
            **os.environ,
            "COMMUNIQUE_EDITOR_KEY": KEY,
            "NEO4J_URI": at.uri,
            "NEO4J_USER": at.user,
            "NEO4J_PASSWORD": at.password,
            "NEO4J_DATABASE": at.database,
        }
        self.start()

    def start(self) -> None:
        port = free_port()
        command = [sys.executable, "-m", "service.cli", "serve", "--port", str(port)]
        command += ["--data-dir", str(self.folder)]
        self.process = subprocess.Popen(command, env=self._environ)
        headers = {"Authorization": f"Bearer {KEY}"}
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30, headers=headers)
        _until_ready(self.client, self.process)

    def end(self) -> None:
        self.client.close()
        self.process.terminate()
        self.process.wait(timeout=30)

    def kill(self) -> None:
        self.client.close()
        self.process.kill()
        self.process.wait(10)

    def family(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children(recursive=True)

    def reader(self) -> psutil.Process:
        (found,) = [each for each in self.family() if "service.cli.working" in each.cmdline()]
        return found

    def post(self, body: dict[str, Any]) -> str:
        answer = self.client.post("/v1/articles", json=body)
        assert answer.status_code == 202, answer.text
        id_: str = answer.json()["data"]["job"]
        assert answer.headers["location"] == f"/v1/jobs/{id_}"
        return id_

    def job(self, id_: str) -> dict[str, Any]:
        answer = self.client.get(f"/v1/jobs/{id_}")
        assert answer.status_code == 200, answer.text
        assert answer.headers["cache-control"] == "no-store"
        data: dict[str, Any] = answer.json()["data"]
        assert data.keys() == FIELDS
        assert ("retry-after" in answer.headers) == (data["state"] in ("queued", "running"))
        return data

    def until(self, id_: str, state: str) -> dict[str, Any]:
        for _ in range(1200):
            found = self.job(id_)
            if found["state"] == state:
                return found
            assert found["state"] in ("queued", "running"), found
            time.sleep(0.1)
        raise AssertionError(f"the job did not become {state}: {found}")


@pytest.fixture(scope="module")
def service(engine: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    wipe(engine)
    running = Service(tmp_path_factory.mktemp("reading") / "new", engine)
    yield running
    family = running.family()
    running.end()
    assert psutil.wait_procs(family, timeout=10)[1] == []
    wipe(engine)


def claims(service: Service, **asked: Any) -> list[Any]:
    answer = service.client.get("/v1/claims", params={"limit": 200, **asked})
    found: list[Any] = answer.json()["data"]
    return found


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        ({"text": ""}, {""}),
        ({"text": " \n "}, {""}),
        ({"text": GERMAN}, {""}),
        ({"text": "a word " * 300_000}, {""}),
        ({"html": "<html><body></body></html>"}, {""}),
        ({"text": TEXT, "html": "<p>x</p>"}, {""}),
        ({"text": TEXT, "language": "de", "titel": "x", "url": "ftp://x"}, {"/language", "/titel", "/url"}),
        ({"text": TEXT, "records": 5}, {"/records"}),
        ({"title": "x"}, {"/outlet", "/published_on", "/sha256", "/url"}),
    ],
)
def test_what_cannot_be_read_is_refused_with_every_fault_and_not_queued(
    service: Service, body: dict[str, Any], pointers: set[str]
) -> None:
    answer = service.client.post("/v1/articles", json=body)
    assert answer.status_code == 400
    assert {error["pointer"] for error in answer.json()["errors"]} == pointers
    assert not Jobs(service.folder).path.exists() or Jobs(service.folder).queued() == []


def test_an_unknown_job_is_a_404_and_a_known_one_is_shown_to_editors_only(service: Service) -> None:
    answer = service.client.get("/v1/jobs/job-0")
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/not-found")
    for method, path in (("GET", "/v1/jobs/job-0"), ("POST", "/v1/articles")):
        answer = service.client.request(method, path, json=given("a"), headers={"Authorization": "Bearer no"})
        assert answer.status_code == 401


def test_an_article_is_read_once_and_what_it_claims_is_proposed(service: Service, engine: Database) -> None:
    id_ = service.post(given("talks"))
    assert service.post({**given("talks"), "title": "Another title"}) == id_
    other = service.post(given("other"))
    assert other != id_
    done = service.until(id_, "done")
    assert done["created"] == done["read"] > done["claims"] > 0
    assert (done["merged"], done["warnings"], done["error"]) == (0, [], None)
    assert done["submitted_at"] <= done["started_at"] <= done["finished_at"]
    kept = service.client.get(f"/v1/articles/{done['publication']}").json()["data"]
    assert (kept["url"], kept["published_on"]) == ("https://news.example/talks", "2024-05-16")
    assert service.until(other, "done")["claims"] == done["claims"]
    assert len(claims(service, status="proposed")) == 2 * done["claims"]
    assert claims(service, status="accepted") == []
    assert service.post(given("talks")) == id_
    assert service.job(id_) == done, "it was not read again"
    wipe(engine)
    assert service.post(given("talks")) == id_
    assert service.until(id_, "done")["created"] == done["created"], "gone from the graph, so read again"


def test_a_page_is_read_too(service: Service) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n")[1:] * 3)
    page = f"<html><head><title>Leaders Meet</title></head><body>{paragraphs}</body></html>"
    id_ = service.post({"html": page, "url": "https://news.example/page"})
    assert service.until(id_, "done")["claims"] > 0


def test_an_article_with_what_it_claims_is_loaded_at_once_as_before(service: Service) -> None:
    header = {name: value for name, value in article().items() if name != "record"}
    answer = service.client.post("/v1/articles", json={**header, "records": RECORDS[1:8]})
    assert answer.status_code == 201
    assert answer.json()["data"]["created"] == 8
    answer = service.client.post("/v1/articles", json=header)
    assert (answer.status_code, answer.json()["data"]["merged"]) == (200, 1)


def test_jobs_outlive_a_killed_reader_and_a_killed_service(service: Service, engine: Database) -> None:
    """One is killed in the middle of reading, the other in the middle of reading it again."""
    bodies = [given("long", "Leaders Meet\n\n" + TEXT.split("\n\n")[1] * 60), given("one"), given("two")]
    wipe(engine)
    ids = [service.post(body) for body in bodies]
    first = service.until(ids[0], "running")
    assert is_held(Jobs(service.folder).lock)
    killed = service.reader()
    killed.kill()
    killed.wait(10)
    while (again := service.job(ids[0]))["started_at"] in (None, first["started_at"]):
        time.sleep(0.05)
    assert again["state"] == "running"
    family = service.family()
    assert service.reader().pid != killed.pid
    service.kill()
    assert psutil.wait_procs(family, timeout=30)[1] == []
    left = [job.state for job in map(Jobs(service.folder).get, ids) if job is not None]
    assert left[0] in ("queued", "done"), "what its reader had no time to end waits again"
    assert left[1:] == ["queued", "queued"]
    service.start()
    assert service.until(ids[0], "done")["claims"] > 100
    assert all(service.until(id_, "done")["claims"] for id_ in ids[1:])
    found = digest(engine)
    wipe(engine)
    for id_ in map(service.post, bodies):
        service.until(id_, "done")
    assert digest(engine) == found, "the same as without any death"
