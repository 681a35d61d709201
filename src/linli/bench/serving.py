"""The real web server over the bench's database, as `linli serve` runs it, and a visitor who keeps the line open."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import Any

from django.conf import settings
from django.test import Client

from linli.bench.neighbourhood import account_of
from linli.domains.people.actor import Actor
from linli.domains.people.models import Account

APPLICATION = "linli.config.wsgi:application"
STARTING = 60.0
"""Seconds the server may take to answer."""


@dataclass(frozen=True)
class Web:
    """A running web server: where it listens, and its process."""

    port: int
    pid: int


@contextmanager
def serving(application: str = APPLICATION, *, workers: int = 1) -> Iterator[Web]:
    """Runs the web server until the block ends; nothing of it stays behind."""
    port = _free_port()
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "granian", "--interface", "wsgi", "--log-level", "error", "--no-ws"),
            *("--host", "127.0.0.1", "--port", str(port), "--workers", str(workers), "--blocking-threads", "8"),
            application,
        ],
        env=os.environ,
    )
    try:
        _wait(port, process)
        yield Web(port, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


FORM = "application/x-www-form-urlencoded"


@dataclass
class Visitor:
    """One persistent connection; `headers` go with everything it asks."""

    web: Web
    headers: Mapping[str, str] = field(default_factory=dict)
    connection: HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        self.connection = HTTPConnection("127.0.0.1", self.web.port, timeout=60)

    def get(self, path: str) -> bytes:
        """What stands at `path`; anything but success stops the bench."""
        return self._ask("GET", path, None)

    def read(self, path: str) -> Any:
        """The JSON that stands at `path`."""
        return json.loads(self.get(path))

    def post(self, path: str, given: Mapping[str, Any]) -> Any:
        """What the server answers to this JSON."""
        return json.loads(self._ask("POST", path, json.dumps(given)))

    def send(self, path: str, form: str) -> bytes:
        """What the server answers to this form, as a browser sends it."""
        return self._ask("POST", path, form, FORM)

    def _ask(self, method: str, path: str, body: str | None, kind: str = "application/json") -> bytes:
        headers = {**self.headers, "Content-Type": kind} if body else dict(self.headers)
        self.connection.request(method, path, body=body, headers=headers)
        answer = self.connection.getresponse()
        said = answer.read()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path.partition('?')[0]} was answered with {answer.status}: {said[:400]!r}")
        return said


def with_token(web: Web, token: str) -> Visitor:
    """A machine that calls with this token."""
    return Visitor(web, {"Authorization": f"Bearer {token}"})


def signed_in(web: Web, actor: Actor) -> Visitor:
    """A member of staff in a browser."""
    browser = Client()
    browser.force_login(Account.objects.get(pk=account_of(actor)))
    name = settings.SESSION_COOKIE_NAME
    return Visitor(web, {"Cookie": f"{name}={browser.cookies[name].value}"})


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + STARTING
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the web server ended with {process.returncode}")
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=STARTING)
            connection.request("GET", "/")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the web server does not answer")
