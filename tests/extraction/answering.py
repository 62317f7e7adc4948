"""The other side of the wire: a real HTTP server on a free port that answers as a test says."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import orjson

from service.claims.identity import sha256_hex
from service.claims.model import Publication
from service.claims.records import parse_record
from service.extraction.documents import Sentence
from service.extraction.llm.model import Door, ModelAnswer, read_by_model
from service.extraction.llm.model_answers import Reading

Turn = Callable[[BaseHTTPRequestHandler], None]
KEY = "secret-key-of-the-test"
# An invented article; the second paragraph repeats words of the first.
LINES = (
    ("title", 1, "Arland and Borland Talk"),
    ("body", 1, "Arland's envoy met Borland's council on Sunday."),
    ("body", 1, "Borland denied that it had closed its ports."),
    ("body", 2, "Arland's envoy met Borland's council again on Monday."),
    ("body", 2, "Exports of Arland to Borland rose to 3 million dollars."),
)
TEXT = "\n".join(text for _, _, text in LINES)
ABOUT = {
    "title": LINES[0][2],
    "outlet": "example-news",
    "published_on": "2024-03-04",
    "language": "en",
}
ACTORS = {"Arland": "arl", "Borland": "bor", "Ann Envoy": "ann-envoy"}
HEADER = {
    "record": "article",
    "url": "https://news.example/talks",
    "title": ABOUT["title"],
    "outlet": ABOUT["outlet"],
    "published_on": ABOUT["published_on"],
    "sha256": sha256_hex(TEXT),
    "text": TEXT,
}


def sentences() -> list[Sentence]:
    """The sentences of TEXT, with their places."""
    made: list[Sentence] = []
    for section, paragraph, text in LINES:
        before = [each for each in made if (each.section, each.paragraph) == (section, paragraph)]
        start = TEXT.index(text)
        made.append(Sentence(section, paragraph, len(before) + 1, start, start + len(text), text))
    return made


def proposed(**changed: Any) -> dict[str, Any]:
    """What a model says of the second sentence."""
    event = {"type": "CONSULT", "initiators": ["Arland"], "recipients": ["Borland"], "date": "2024-03-03"}
    made = {
        "kind": "event",
        "sentence": 2,
        "quote": "met Borland's council on Sunday",
        "event": event,
        "speakers": [],
        "speech_act": "report",
        "modality": "asserted",
        "confidence": 0.8,
    }
    return {**made, **changed}


def completion(content: Any, finish: str = "stop") -> bytes:
    """A chat completion with this text, or with these values as its JSON."""
    text = content if isinstance(content, str | None) else orjson.dumps(content).decode()
    message = {"role": "assistant", "content": text}
    return orjson.dumps({"choices": [{"index": 0, "message": message, "finish_reason": finish}]})


def claims(*proposals: Any) -> bytes:
    """A chat completion that proposes these."""
    return completion({"claims": list(proposals)})


def says(body: bytes, status: int = 200, **headers: str) -> Turn:
    """Answers with this body."""

    def turn(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return turn


class Server:
    """What the server is to say, one turn for each request, the last one for ever, and what it was asked."""

    def __init__(self, *turns: Turn) -> None:
        self.turns = turns
        self.asked: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        self.released = threading.Event()
        self.port = 0

    def door(self, timeout_s: float = 5) -> Door:
        """The door to this server."""
        return Door(f"http://127.0.0.1:{self.port}/v1", "test-model", KEY, timeout_s)

    def prompt(self) -> str:
        """The text of all messages of the first request."""
        return "\n".join(message["content"] for message in self.asked[0][2]["messages"])

    @contextmanager
    def running(self) -> Iterator[Server]:
        """The server, on a free port of the loopback."""
        server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield self
        finally:
            self.released.set()
            server.shutdown()
            thread.join()
            server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        mine = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                mine.asked.append((self.path, dict(self.headers), orjson.loads(body)))
                turn = mine.turns[min(len(mine.asked), len(mine.turns)) - 1]
                try:
                    turn(self)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True

            def log_message(self, format: str, *args: Any) -> None:
                """Requests are kept in `asked`."""

        return Handler


def reading() -> Reading:
    """What the proposals of this article are read with."""
    header = parse_record(HEADER, None, "header")
    assert isinstance(header, Publication)
    return Reading(header, "llm@test-model", ACTORS.get)


GOOD = says(claims(proposed()))
READING = reading()


def read(door: Door, given: list[Sentence] | None = None, **about: Any) -> ModelAnswer:
    """What the model behind this door says of the article, or of these sentences."""
    return read_by_model(door, sentences() if given is None else given, {**ABOUT, **about}, ACTORS.get)


def answer_to(*turns: Turn, timeout_s: float = 5) -> tuple[ModelAnswer, Server]:
    """The same of a server that says this."""
    with Server(*turns).running() as server:
        return read(server.door(timeout_s)), server
