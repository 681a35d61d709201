"""The witness's door: POST /add-checkpoint, and a page that says who it is and what it has seen."""

from __future__ import annotations

import logging
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

from linli.kernel.witnessing.memory import NoMemory
from linli.kernel.witnessing.witness import MOST_BYTES, Answer, Witnessing

log = logging.getLogger(__name__)

LONGEST_WAIT = 15
"""Seconds that a caller may take over its next byte."""


def server(witnessing: Witnessing, *, host: str, port: int) -> ThreadingHTTPServer:
    """A server that answers once `serve_forever` is called."""
    handler = type("Handler", (_Door,), {"witnessing": witnessing})
    return _Server((host, port), handler)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """A caller who hangs up is no news; anything else is, without a word of what was sent."""
        error = sys.exception()
        if not isinstance(error, ConnectionError):
            log.error("a question could not be answered (%s)", type(error).__name__)


class _Door(BaseHTTPRequestHandler):
    witnessing: ClassVar[Witnessing]
    timeout = LONGEST_WAIT
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "linli-witness", ""

    def do_POST(self) -> None:
        """A log asks."""
        if self.path != "/add-checkpoint":
            self.close_connection = True
            self._say(Answer(404, "Checkpoints go to /add-checkpoint.\n"))
            return
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdecimal() or int(length) > MOST_BYTES:
            self.close_connection = True
            self._say(Answer(413 if length.isdecimal() else 411, f"A request has at most {MOST_BYTES} bytes.\n"))
            return
        body = self.rfile.read(int(length))
        if len(body) < int(length):
            self.close_connection = True
            return
        self._say(self._answer(body))

    def do_GET(self) -> None:
        """A person asks."""
        if self.path != "/":
            self._say(Answer(404, "There is only / here.\n"))
            return
        try:
            seen = "".join(f"{origin}: {size}\n" for origin, size in self.witnessing.memory.all())
        except NoMemory:
            self._say(_NO_MEMORY)
            return
        self._say(Answer(200, f"{self.witnessing.key.verifier}\n\n{seen}"))

    def log_message(self, *_: object) -> None:
        """Nothing: who asks is nobody's business, what was seen stands in the memory."""

    def _answer(self, body: bytes) -> Answer:
        try:
            return self.witnessing.add(body)
        except NoMemory as error:
            log.warning("the witness cannot remember (%s), so it does not vouch", error)
            return _NO_MEMORY

    def _say(self, answer: Answer) -> None:
        data = answer.body.encode()
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


_NO_MEMORY = Answer(503, "The witness cannot reach its memory, so it does not vouch.\n")
