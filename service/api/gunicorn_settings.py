"""gunicorn's settings; workers, threads and address come from the command line of `communique serve`."""

from __future__ import annotations

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


def worker_exit(server: Any, worker: Any) -> None:
    """Close the worker's connections, so that the database does not wait for them."""
    for name in ("database", "writing"):
        worker.wsgi.extensions[name]().close()
