"""A deployment of its own for the journeys: `linli demo`, filled small, on a free port, gone afterwards."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

LINLI = [sys.executable, "-m", "linli.cli"]
FILL = """
from linli.cli.standing import bring_up_to_date, standing
with standing():
    bring_up_to_date()
    from django.utils import timezone
    from linli.demo import fill
    fill(at=timezone.now(), requests=24, progress=lambda *_: None)
"""
SIGN_IN = re.compile(r"\s(\S+)\s+([0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4})\s*$")
READY = re.compile(r"Serving at http://127\.0\.0\.1:\d+; Ctrl-C")
PATIENCE = 300.0
"""Seconds a slow machine may take to start."""


@dataclass(frozen=True)
class Served:
    """Where it listens, the passwords it printed, and in which half minute each name last gave a one-time code."""

    url: str
    passwords: dict[str, str]
    signed_in: dict[str, int] = field(default_factory=dict)


@contextmanager
def served() -> Iterator[Served]:
    """Fills a neighbourhood, starts the demo over it, stops it and leaves nothing behind."""
    with tempfile.TemporaryDirectory(prefix="linli-journeys-") as home, _database() as database:
        Path(home).chmod(0o711)  # the embedded server's user passes through
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("LINLI_", "DJANGO_"))}
        environment = {**kept, **database, "LINLI_HOME": home, "LINLI_DEMO": "1", "LINLI_LANGUAGE": "en"}
        subprocess.run([sys.executable, "-c", FILL], env=environment, check=True, timeout=PATIENCE)
        with _running(environment) as said:
            yield Served(re.search(r"http://127\.0\.0\.1:\d+", said[-1])[0], dict(_sign_ins(said)))


@contextmanager
def _running(environment: dict[str, str]) -> Iterator[list[str]]:
    """What the demo said until it served."""
    demo = subprocess.Popen(
        [*LINLI, "demo", "--port", "0"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    said, ready = [], threading.Event()

    def listen() -> None:
        for line in demo.stdout:
            if not ready.is_set():
                said.append(line)
            if READY.search(line):
                ready.set()

    listener = threading.Thread(target=listen)
    listener.start()
    try:
        assert ready.wait(PATIENCE), "".join(said)
        _answers(re.search(r"127\.0\.0\.1:\d+", said[-1])[0])
        yield said
    finally:
        demo.send_signal(signal.SIGTERM)
        demo.wait(60)
        listener.join(10)
        demo.stdout.close()


def _answers(address: str) -> None:
    """Waits until the web server listens: it starts after the demo has said where."""
    import httpx

    until = time.monotonic() + PATIENCE
    while True:
        try:
            return httpx.get(f"http://{address}/", timeout=60).raise_for_status() and None
        except httpx.TransportError:
            assert time.monotonic() < until, "The demo does not answer."
            time.sleep(0.2)


def _sign_ins(said: list[str]) -> Iterator[tuple[str, str]]:
    return (found.groups() for line in said if (found := SIGN_IN.search(line)))


@contextmanager
def _database() -> Iterator[dict[str, str]]:
    """A database of its own on the tests' server where one is named; else the demo brings its embedded one."""
    server = os.environ.get("LINLI_DATABASE_URL")
    if not server:
        yield {}
        return
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    name = f"{os.environ.get('LINLI_TEST_DB', 'test_linli')}_journeys{worker}"
    with psycopg.connect(server, autocommit=True) as asked:
        asked.execute(f'drop database if exists "{name}" with (force)')
        asked.execute(f'create database "{name}"')
        yield {"LINLI_DATABASE_URL": f"{server.rpartition('/')[0]}/{name}"}
        asked.execute(f'drop database "{name}" with (force)')
