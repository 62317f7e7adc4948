"""The process that reads posted articles, one after the other: `python -m service.cli.working`.

`communique serve` starts it with its settings in the environment, and ends it. What it was reading when it
died is read again by the next.
"""

from __future__ import annotations

import logging
import os
import sys

import structlog

from service.api.job_queue import Queue
from service.api.job_running import run
from service.api.job_store import Jobs
from service.api.log_lines import log_in_lines
from service.cli.running import LONGEST_S, said
from service.config import Config, load_config
from service.errors import CommuniqueError
from service.extraction.llm.model import door_of
from service.graph.connection import Database
from service.graph.engine.address import Address
from service.graph.engine.locks import is_held, locked

LOG = structlog.get_logger()


def main() -> None:
    """Run jobs until the end; exit 3 where they cannot be kept."""
    log_in_lines(sys.stderr)
    # Its warnings tell of what it does in the end; what it cannot do is an error.
    logging.getLogger("huey").setLevel(logging.ERROR)
    try:
        work(load_config({}))
    except CommuniqueError as error:
        said(error)
        sys.exit(error.exit_code)


def work(config: Config) -> None:
    """Run the jobs of the data folder, alone, and end: another process that runs them is waited for."""
    door, jobs = door_of(config), Jobs(config.data_dir)
    jobs.make()
    if is_held(jobs.lock):
        LOG.info("another process runs the jobs of this folder: waiting for its end")
    address = Address(config.neo4j_uri, config.neo4j_user, config.neo4j_password, config.neo4j_database)
    database = Database(address, timeout_s=LONGEST_S)
    with locked(jobs.lock):
        jobs.recover()
        LOG.info("ready for jobs", waiting=len(jobs.queued()))
        Queue(jobs, lambda id_: run(id_, jobs, database, config.batch_size, door)).work()
        jobs.put_back()
        LOG.info("no more jobs", waiting=len(jobs.queued()))
        sys.stderr.flush()
        # The thread of a job that is cut off does not bear that all is taken down around it.
        os._exit(0)


if __name__ == "__main__":
    main()
