"""gunicorn's settings; workers, threads and address come from the command line of `communique serve`."""

from __future__ import annotations

import gc
from typing import Any

from service.api.log_lines import log_in_lines

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
log_in_lines()


def when_ready(server: Any) -> None:
    """Set the application apart from what answers make.

    An answer is thousands of lists that are gone at its end; while they are made, Python's collector looks
    through everything again and again, which took a quarter of a large answer's time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)


def worker_exit(server: Any, worker: Any) -> None:
    """Close the worker's connections, so that the database does not wait for them."""
    for name in ("database", "writing"):
        worker.wsgi.extensions[name]().close()
