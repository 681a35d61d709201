"""The command as an operator runs it: a program of its own, with a home of its own."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest


class Running:
    """A `linli` command that runs until stopped; what it said is kept."""

    def __init__(self, *arguments, environment):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "linli.cli", *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.said = []
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.said.append(line)

    def says(self, words, within=120):
        eventually(lambda: words in "".join(self.said), within, lambda: "".join(self.said))

    def family(self):
        """Every process of its group, by command line."""
        found = {}
        for place in Path("/proc").glob("[0-9]*"):
            try:
                if os.getpgid(int(place.name)) == self.process.pid and (place / "exe").readlink():
                    found[int(place.name)] = (place / "cmdline").read_text().replace("\0", " ")
            except OSError:
                continue
        return found

    def members(self, words):
        return [number for number, line in self.family().items() if words in line]

    def stop(self, number=signal.SIGTERM):
        """Asks it to stop, or with no signal waits for its own end; nothing of it stays."""
        if number and self.process.poll() is None:
            self.process.send_signal(number)
        try:
            self.process.wait(60)
        finally:
            for left in self.family():
                os.kill(left, signal.SIGKILL)
        self.reader.join(10)
        self.process.stdout.close()
        return self.process.returncode


def eventually(condition, within=30, otherwise=lambda: ""):
    until = time.monotonic() + within
    while not condition():
        assert time.monotonic() < until, otherwise()
        time.sleep(0.1)


@pytest.fixture(scope="session")
def operator():
    """An environment with an empty home, as on a new machine."""
    with tempfile.TemporaryDirectory(prefix="linli-test-") as home:
        Path(home).chmod(0o711)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("LINLI_", "DJANGO_"))}
        yield {**kept, "LINLI_HOME": home, "LINLI_LANGUAGE": "en"}


@pytest.fixture
def linli(operator):
    """Runs one command to its end: `linli("check").stdout`."""

    def run(*arguments, **environment):
        return subprocess.run(
            [sys.executable, "-m", "linli.cli", *arguments],
            env={**operator, **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    return run
