"""How a process logs: one line of JSON for each thing that happened."""

from __future__ import annotations

import logging
from typing import TextIO

import structlog


def log_in_lines(to: TextIO | None = None) -> None:
    """Log so from now on, on standard output unless told otherwise; the driver's own words are left out."""
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
        logger_factory=structlog.PrintLoggerFactory(to),
    )
