"""A stand-in of somebody else's server behind true HTTP, as long as a test lasts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

NOBODY = "http://127.0.0.1:9/"
"""Where nobody answers."""


@dataclass(frozen=True)
class Asked:
    """One call; names of headers are small."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Reply:
    """What is answered."""

    body: bytes
    status: int = 200
    kind: str = "application/json"


@contextmanager
def serving(answer: Callable[[Asked], Reply | None]) -> Iterator[str]:
    """The address at which calls are answered; None hangs up after the call was taken."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answering)
    server.answer = answer
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Answering(BaseHTTPRequestHandler):
    def _answer(self):
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        reply = self.server.answer(Asked(self.command, self.path, headers, body))
        if reply is None:
            self.close_connection = True
            return
        self.send_response(reply.status)
        self.send_header("content-type", reply.kind)
        self.send_header("content-length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    do_GET = do_POST = _answer  # noqa: N815 - the server's own spelling

    def log_message(self, *_):
        """Says nothing."""
