"""Choosing the Bolt port of an engine, and free ports at large."""

from __future__ import annotations

import socket

from service.errors import EngineError

HOST = "127.0.0.1"


def choose(wanted: int, remembered: int) -> int:
    """`wanted` if set, else the port that this data folder had before if it is free, else a free one.

    Raises EngineError when the wanted port is in use.
    """
    if wanted:
        if not is_free(wanted):
            raise EngineError(
                f"port {wanted} is in use by another program: set COMMUNIQUE_ENGINE_PORT to a free one, or 0"
            )
        return wanted
    return remembered if remembered and is_free(remembered) else free_port()


def is_free(port: int, host: str = HOST) -> bool:
    """Whether a server could listen on this port now; a port in TIME_WAIT counts as free."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


def free_port(host: str = HOST) -> int:
    """A port of this address on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port
