"""Ids made from names."""

from __future__ import annotations

import re

from anyascii import anyascii


def slug_of(name: str) -> str:
    """An actor's id from its name: lower-case ASCII words joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", anyascii(name).lower()))[:80].strip("-") or "unnamed"
