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


def is_free(port: int) -> bool:
    """Whether a server could listen on this loopback port now; a port in TIME_WAIT counts as free."""
    try:
        return free_port(port=port) == port
    except OSError:
        return False


def free_port(host: str = HOST, port: int = 0) -> int:
    """This port, or any free one for 0. Raises OSError where nobody can listen there now."""
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))
        found: int = probe.getsockname()[1]
        return found


def address_of(host: str, port: int) -> str:
    """`host:port`, an IPv6 address in brackets."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
