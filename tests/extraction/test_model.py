"""A server that answers well, badly, late, never or with an order: claims that hold, or none and why."""

from __future__ import annotations

import logging
import time
from http.server import BaseHTTPRequestHandler

import orjson
import pytest

from service.extraction.llm import model_server
from service.extraction.llm.model import ModelAnswer
from service.extraction.llm.model_server import LARGEST_REPLY
from tests.extraction.answering import (
    GOOD,
    KEY,
    Server,
    Turn,
    answer_to,
    claims,
    completion,
    proposed,
    read,
    says,
)


def failure_of(*turns: Turn, timeout_s: float = 5) -> str:
    answer, _ = answer_to(*turns, timeout_s=timeout_s)
    assert answer.degraded is not None
    assert (answer.claims, answer.dropped) == ([], {})
    assert KEY not in answer.degraded
    assert "Borland" not in answer.degraded
    return answer.degraded


def test_a_good_answer_is_a_claim_with_its_place() -> None:
    answer, _ = answer_to(GOOD)
    assert (answer.dropped, answer.degraded) == ({}, None)
    (claim,) = answer.claims
    assert claim["event"] == {
        "type": "CONSULT",
        "initiators": ["arl"],
        "recipients": ["bor"],
        "date": "2024-03-03",
    }
    assert (claim["method"], claim["status"], claim["confidence"]) == ("llm@test-model", "proposed", 0.8)
    assert (claim["evidence"]["paragraph"], claim["evidence"]["sentence"]) == (1, 1)
    assert claim["evidence"]["quote"] == "met Borland's council on Sunday"


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "4000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')


def hang_up_in_a_chunk(handler: BaseHTTPRequestHandler) -> None:
    handler.protocol_version = "HTTP/1.1"
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.wfile.write(b'ff\r\n{"choices": [')


def say_nothing(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True


def speak_another_protocol(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"220 mail.example ESMTP\r\n")


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b" ")
        time.sleep(0.02)


def flood(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(64):
        handler.wfile.write(b" " * LARGEST_REPLY)


WHOLE = claims(proposed())


CUT = completion(orjson.dumps({"claims": [proposed()]}).decode()[:90])


@pytest.mark.parametrize(
    ("turn", "told"),
    [
        (hang_up, "broke off"),
        (hang_up_in_a_chunk, "broke off"),
        (say_nothing, "broke off"),
        (speak_another_protocol, "broke off"),
        (flood, f"larger than {LARGEST_REPLY} bytes"),
        (says(WHOLE[:-40]), "server's reply is not JSON, or is truncated"),
        (says(CUT), "model's answer is not JSON, or is truncated"),
        (says(completion("{}", finish="length")), "truncated at its limit of tokens"),
        (says(b"<html>Borland</html>"), "server's reply is not JSON"),
        (says(b"[" * 5000), "server's reply is not JSON"),
        (says(WHOLE, Content_Encoding="gzip", Server="x"), ""),
        (says(b"\x1f\x8b\x08", Content_Encoding="gzip"), "server's reply is not JSON"),
        (says(b"[]"), "no chat completion"),
        (says(orjson.dumps({"choices": []})), "no chat completion"),
        (says(orjson.dumps({"choices": ["x"]})), "no chat completion"),
        (says(completion(None)), "answers without text"),
        (says(completion("I see no claims in this article on Borland.")), "not JSON"),
        (says(completion([])), "no list of claims"),
        (says(completion({"claims": {}})), "no list of claims"),
        (says(b"", 204), "HTTP 204"),
        (says(f"bad key {KEY}".encode(), 401), "LLM_API_KEY (HTTP 401)"),
        (says(b"Borland", 400), "json_schema (HTTP 400)"),
        (says(b"", 404), "LLM_MODEL (HTTP 404)"),
    ],
)
def test_what_the_server_does_is_told_and_never_raised(turn: Turn, told: str) -> None:
    if told:
        assert told in failure_of(turn)
    else:
        assert answer_to(turn)[0].claims, "a header that says packed of what is plain is no matter"


def test_nobody_listens() -> None:
    with Server(GOOD).running() as server:
        pass
    answer = read(server.door())
    assert answer.claims == []
    assert "no connection" in str(answer.degraded)


def test_429_and_then_a_good_answer() -> None:
    answer, server = answer_to(says(b"", 429, Retry_After="0"), GOOD)
    assert len(answer.claims) == 1
    assert len(server.asked) == 2


def test_the_time_that_the_server_names_is_waited(monkeypatch: pytest.MonkeyPatch) -> None:
    began = time.monotonic()
    answer, _ = answer_to(says(b"", 503, Retry_After="1"), GOOD)
    assert answer.claims
    assert time.monotonic() - began >= 1


@pytest.mark.parametrize("named", ["3600", "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_who_asks_to_wait_for_long_is_not_asked_again(named: str) -> None:
    with Server(says(b"", 429, Retry_After=named)).running() as server:
        answer = read(server.door())
    assert "HTTP 429" in str(answer.degraded)
    assert "wait longer than 20 s" in str(answer.degraded)
    assert len(server.asked) == 1


@pytest.mark.parametrize("named", [None, "", "soon", "-5", "²", "9" * 5000, "Fri, 31 Dec"])
def test_a_time_that_is_none_is_ours(named: str | None) -> None:
    assert model_server._pause(named) == model_server.PAUSE_S


def test_a_time_that_is_over_is_no_time() -> None:
    assert model_server._pause("Fri, 31 Dec 1999 23:59:59 GMT") == 0


def test_500_for_ever_is_asked_twice() -> None:
    with Server(says(b"Borland", 500, Retry_After="0")).running() as server:
        answer = read(server.door())
    assert answer == ModelAnswer([], {}, "the server fails (HTTP 500)")  # type: ignore[arg-type]
    assert len(server.asked) == 2


def test_a_server_that_is_too_slow_is_asked_twice() -> None:
    server = Server(lambda _: None)
    server.turns = (lambda _: server.released.wait(10) and None,)  # type: ignore[assignment]
    with server.running():
        answer = read(server.door(0.2))
    assert answer.degraded == "the server did not answer within 0.2 s"
    assert len(server.asked) == 2


def test_a_body_that_drips_is_given_up() -> None:
    began = time.monotonic()
    assert "within 0.3 s" in failure_of(drip, timeout_s=0.3)
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(status: int) -> None:
    with Server(GOOD).running() as other:
        target = f"{other.door().base_url}/chat/completions"
        told = failure_of(says(b"", status, Location=target))
    assert f"HTTP {status}" in told
    assert other.asked == []


def test_no_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with Server(GOOD).running() as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        assert answer_to(GOOD)[0].claims
    assert proxy.asked == []


def test_nothing_of_the_article_or_the_key_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    answer_to(says(b"Borland", 500, Retry_After="0"), GOOD)
    assert KEY not in caplog.text
    assert "Borland" not in caplog.text
    assert KEY not in repr(Server(GOOD).door())
