"""One question to an OpenAI-compatible server: bounded in time and size, asked twice at most."""

from __future__ import annotations

import http.client
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import urllib3
from urllib3.exceptions import HTTPError, NewConnectionError, SSLError
from urllib3.exceptions import TimeoutError as TookTooLong

from service.config import Config
from service.errors import Fault, InvalidInput

LARGEST_REPLY = 1024 * 1024
# The pause before the second try where the server names none, and the longest that it may name.
PAUSE_S = 1.0
LONGEST_PAUSE_S = 20.0
_READ = 64 * 1024
_MEANINGS = {
    400: "refuses the request; it may not know response_format json_schema",
    401: "refuses the key: see LLM_API_KEY",
    403: "refuses the key: see LLM_API_KEY",
    404: "has no such address or model: see LLM_BASE_URL and LLM_MODEL",
    429: "is over its limit of requests",
}


@dataclass(frozen=True)
class Door:
    """Where the model answers; the key is part of no text that is shown."""

    base_url: str
    model: str
    key: str = field(repr=False)
    timeout_s: float


class Unanswered(Exception):
    """No usable answer. The text is ours alone: servers echo keys and articles in their error messages."""


class _Passing(Unanswered):
    """A failure that a second try may not meet."""

    def __init__(self, failure: str, pause_s: float = 0.0) -> None:
        super().__init__(failure)
        self.pause_s = pause_s


def door_of(config: Config) -> Door | None:
    """The door that the settings name; None where LLM_BASE_URL is not set.

    Raises InvalidInput with one fault for each setting that is missing or unusable.
    """
    if not config.llm_base_url:
        return None
    faults = []
    if not _is_address(config.llm_base_url):
        message = "is no http(s) address without user, query and fragment, such as http://127.0.0.1:11434/v1"
        faults.append(Fault(config.origins["llm_base_url"], "llm_base_url", message))
    if not config.llm_model.strip():
        message = (
            "names no model: set LLM_MODEL to one that the server has, or unset LLM_BASE_URL to use rules"
        )
        faults.append(Fault(config.origins["llm_model"], "llm_model", message))
    if not _is_visible(config.llm_api_key):
        message = "holds characters that a header cannot carry: set it anew"
        faults.append(Fault(config.origins["llm_api_key"], "llm_api_key", message))
    if faults:
        raise InvalidInput("unusable settings", faults)
    return Door(
        config.llm_base_url.rstrip("/"), config.llm_model.strip(), config.llm_api_key, config.llm_timeout_s
    )


def _is_visible(text: str) -> bool:
    return text.isascii() and text.isprintable() and " " not in text


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        named = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        return False
    return bool(named) and _is_visible(text) and not any(mark in text for mark in "@?#")


def ask(door: Door, question: bytes) -> bytes:
    """The body of the server's reply to this request. Raises Unanswered."""
    try:
        return _post(door, question)
    except _Passing as first:
        if first.pause_s > LONGEST_PAUSE_S:
            raise Unanswered(f"{first} and asks to wait longer than {LONGEST_PAUSE_S:.0f} s") from None
        time.sleep(first.pause_s)
    return _post(door, question)


def _post(door: Door, question: bytes) -> bytes:
    late = f"the server did not answer within {door.timeout_s} s"
    try:
        return _exchange(door, question, late)
    except NewConnectionError:
        raise Unanswered("no connection to the server: it is refused, or the host is unknown") from None
    except TookTooLong:
        raise _Passing(late) from None
    except SSLError:
        raise Unanswered("no trusted TLS connection to the server") from None
    except (HTTPError, http.client.HTTPException, OSError, ValueError):
        raise Unanswered("the connection to the server broke off") from None


def _exchange(door: Door, question: bytes, late: str) -> bytes:
    headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "communique"}
    if door.key:
        headers["Authorization"] = f"Bearer {door.key}"
    ends = time.monotonic() + door.timeout_s
    with urllib3.PoolManager(1) as pool:
        response = pool.request(
            "POST",
            f"{door.base_url}/chat/completions",
            body=question,
            headers=headers,
            timeout=urllib3.Timeout(connect=door.timeout_s, read=door.timeout_s),
            retries=False,
            # The key and the article go to the host of the settings and to no other.
            redirect=False,
            preload_content=False,
        )
        try:
            _check_status(response)
            return _body(response, ends, late)
        finally:
            response.close()


def _check_status(response: urllib3.BaseHTTPResponse) -> None:
    status = response.status
    if status == 200:
        return
    meaning = _MEANINGS.get(status, "does not answer the question")
    if 300 <= status < 400:
        meaning = "redirects, which is not followed: set LLM_BASE_URL to the last address"
    elif status >= 500:
        meaning = "fails"
    failure = f"the server {meaning} (HTTP {status})"
    if status == 429 or status >= 500:
        raise _Passing(failure, _pause(response.headers.get("Retry-After")))
    raise Unanswered(failure)


def _pause(retry_after: str | None) -> float:
    """Seconds to wait, from a header that holds seconds or a date; ours where it holds neither."""
    given = (retry_after or "").strip()
    if given.isdecimal() and len(given) <= 9:
        return float(given)
    try:
        return max(0.0, (parsedate_to_datetime(given) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, IndexError, OverflowError):
        return PAUSE_S


def _body(response: urllib3.BaseHTTPResponse, ends: float, late: str) -> bytes:
    body = bytearray()
    # Not unpacked: no packed reply was asked for, and a small one may unpack to gigabytes.
    while part := response.read1(_READ, decode_content=False):
        body += part
        if len(body) > LARGEST_REPLY:
            raise Unanswered(f"the reply is larger than {LARGEST_REPLY} bytes")
        if time.monotonic() > ends:
            raise _Passing(late)
    return bytes(body)
