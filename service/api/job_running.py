"""What a job does: reads the article, and hands what it claims to the loader of `communique load`."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import structlog

from service.api.job_store import Jobs
from service.errors import CommuniqueError, EngineError, InvalidInput
from service.extraction.articles import extract
from service.extraction.inputs import document_of
from service.extraction.llm.model import Door
from service.graph.connection import Database, Unavailable
from service.graph.loading import load
from service.graph.migrations import check_ready
from service.sources.records_given import entries_given

LOG = structlog.get_logger()
OURS = "an error of ours; the log of the service has it under the id of the job"


def run(id_: str, jobs: Jobs, database: Database, batch_size: int, door: Door | None = None) -> None:
    """Run a job that waits. Raises Unavailable, and lets it wait on, where the database does not answer."""
    _wait_unless_ready(id_, database)
    article = jobs.take(id_)
    if article is None:
        return
    began = time.monotonic()
    LOG.info("job begun", job=id_)
    try:
        outcome = _read(article, database, batch_size, door)
    except Unavailable:
        jobs.put_back(id_)
        raise
    except CommuniqueError as error:
        jobs.failed(id_, _words(error))
        LOG.warning("job failed", job=id_, error=_words(error))
    except Exception as error:
        jobs.failed(id_, OURS)
        LOG.error("job failed", job=id_, exc_info=error)
    else:
        jobs.done(id_, outcome)
        counts = {name: outcome[name] for name in ("publication", "created", "claims")}
        LOG.info("job done", job=id_, **counts, ms=round((time.monotonic() - began) * 1000))


def _wait_unless_ready(id_: str, database: Database) -> None:
    """Raises Unavailable before the article is read, which takes long, for nothing."""
    try:
        check_ready(database)
    except EngineError as error:
        LOG.warning("job waits", job=id_, error=error.detail)
        raise Unavailable(error.detail) from error


def _read(
    article: Mapping[str, Any], database: Database, batch_size: int, door: Door | None
) -> dict[str, Any]:
    (extraction,) = extract([document_of(article, "article")], door)
    entries = entries_given(extraction.records, "article")
    summary = load(database, entries, batch_size)
    return {
        "publication": entries[0].record.id,
        "read": summary.read,
        "created": summary.created,
        "merged": summary.merged,
        "claims": sum(each["record"] == "claim" for each in extraction.records),
        "warnings": extraction.warnings,
    }


def _words(error: CommuniqueError) -> str:
    faults = error.faults[:5] if isinstance(error, InvalidInput) else []
    return ": ".join([error.detail, "; ".join(map(str, faults))] if faults else [error.detail])
