"""Ids made from content: the same content has the same id on every machine, in every order of loading."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import orjson


def sha256_hex(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hex."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def canonical(content: Any) -> bytes:
    """One byte string for one content: JSON with sorted keys and no white space."""
    return orjson.dumps(content, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS)


def content_id(prefix: str, content: Any) -> str:
    """`prefix-` and 80 bits of the content's SHA-256: a million records collide with probability 4e-13."""
    return f"{prefix}-{hashlib.sha256(canonical(content)).hexdigest()[:20]}"


def clean_text(text: str) -> str:
    """NFC, so that the same words typed on two systems are the same content."""
    return unicodedata.normalize("NFC", text)


def clean_url(url: str) -> str:
    """Scheme and host in lower case, no fragment; raises ValueError unless it is http(s) with a host."""
    parts = urlsplit(url.strip())
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise ValueError("an http or https address is needed")
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", parts.query, ""))


def article_id(url: str) -> str:
    """An article is identified by its cleaned address, whatever its revision says."""
    return content_id("article", clean_url(url))


def dataset_id(slug: str) -> str:
    """A dataset's node id; the prefix keeps it apart from every other kind of id."""
    return f"dataset-{slug}"
