"""The table of jobs by itself: who may take one, what becomes of one that fails, waits or ends its reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.api.job_running import run
from service.api.job_store import MOST_DEATHS, Jobs
from service.graph.connection import Database, Unavailable
from service.graph.engine.address import Address
from service.graph.engine.ports import free_port


def test_one_process_takes_a_job_and_one_that_failed_may_be_posted_again(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path)
    jobs.make()
    assert jobs.submit("job-1", {"text": "x"})
    assert not jobs.submit("job-1", {"text": "x"})
    assert jobs.take("job-1") == {"text": "x"}
    assert jobs.take("job-1") is None
    jobs.failed("job-1", "no reason")
    assert jobs.take("job-1") is None
    assert jobs.submit("job-1", {"text": "y"})
    assert jobs.queued() == ["job-1"]
    assert jobs.take("job-1") == {"text": "y"}
    jobs.done("job-1", {"claims": 1})
    assert not jobs.submit("job-1", {"text": "y"})
    assert jobs.submit("job-1", {"text": "y"}, again=True)


def test_a_job_waits_for_a_database_that_does_not_answer(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path)
    jobs.make()
    jobs.submit("job-1", {"text": "x"})
    nobody = Address(f"bolt://127.0.0.1:{free_port()}", "neo4j", "", "neo4j")
    with Database(nobody, retry_s=0) as database, pytest.raises(Unavailable):
        run("job-1", jobs, database, 100)
    assert jobs.queued() == ["job-1"]


def test_an_article_that_always_ends_its_reader_fails_in_the_end(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path)
    jobs.make()
    jobs.submit("job-1", {"text": "x"})
    for _ in range(10):
        assert jobs.take("job-1")
        jobs.put_back()
    for _ in range(MOST_DEATHS):
        assert jobs.take("job-1")
        jobs.recover()
    found = jobs.get("job-1")
    assert found is not None
    assert (found.state, found.error) == ("failed", f"the process that read it died {MOST_DEATHS} times")
