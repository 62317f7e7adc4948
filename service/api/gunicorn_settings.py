"""gunicorn's settings; workers, threads and address come from the command line of `communique serve`."""

from __future__ import annotations

import logging
from typing import Any

import structlog

wsgi_app = "service.api.app:create_app()"
worker_class = "gthread"
# Workers are copies of one: they share the queue of turns, and a renewed one is there at once.
preload_app = True
timeout = 30
graceful_timeout = 30
keepalive = 5
max_requests = 5000
max_requests_jitter = 500
limit_request_fields = 50
worker_tmp_dir = "/dev/shm"  # noqa: S108 - a heartbeat on disk would stall a worker when the disk does
control_socket_disable = True
# The driver tells of each retry in words of its own; the request that it was for says how it ended.
logging.getLogger("neo4j").setLevel(logging.ERROR)
structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.processors.format_exc_info,
        structlog.processors.JSONRenderer(),
    ],
    wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
)


def worker_exit(server: Any, worker: Any) -> None:
    """Close the worker's connections, so that the database does not wait for them."""
    for name in ("database", "writing"):
        worker.wsgi.extensions[name]().close()
