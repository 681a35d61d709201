"""`linli witness` runs alone: makes its key, says the line neighbours need, remembers over a kill."""

import signal
import socket

import httpx
import pytest
from tests.cli.conftest import Running, eventually
from tests.kernel.witnessing.conftest import ORIGIN, Signed

from linli.kernel.tlog import Witness, cosigned_at, new_key, verifier_key
from linli.kernel.witnessing import ask_all


@pytest.fixture
def log(tmp_path):
    made = Signed(new_key(ORIGIN))
    made.grow([b"entry %d" % at for at in range(30)])
    (tmp_path / "logs").write_text(f"log {made.key.verifier}\nquorum none\n")
    return made


@pytest.fixture
def witness(operator, log, tmp_path):
    """Starts it on a port of its own; answers the process and its key."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = str(probe.getsockname()[1])
    started = []

    def start(*options):
        files = ("--key", str(tmp_path / "witness.key"), "--state", str(tmp_path / "seen.db"))
        environment = {**operator, "LINLI_HOME": str(tmp_path / "none")}
        made = Running("witness", str(tmp_path / "logs"), *files, "--port", port, *options, environment=environment)
        started.append(made)
        made.says(f"http://127.0.0.1:{port}\n")
        url = f"http://127.0.0.1:{port}"
        eventually(lambda: _answers(url))
        return made, Witness("university", verifier_key(made.said[-1].split()[2]), url)

    yield start
    for each in started:
        each.stop()


def _answers(url):
    try:
        return httpx.get(url).status_code == 200
    except httpx.HTTPError:
        return False


def ask(log, witness, size):
    (asked,) = ask_all([witness], log.note(size), log.tree(size).consistency, known={}, within=10)
    return asked


def test_it_vouches_is_killed_and_remembers(witness, log, tmp_path):
    process, named = witness("--name", "university.example")
    assert cosigned_at(log.note(20).with_signatures(ask(log, named, 20).line), named.key)
    assert (tmp_path / "witness.key").stat().st_mode & 0o777 == 0o600
    process.stop(signal.SIGKILL)
    process, again = witness()
    assert again.key == named.key
    assert "went back" in ask(log, again, 10).trouble[0]
    assert process.stop() == 0
    assert not (tmp_path / "none").exists()


def test_what_is_missing_is_a_sentence(linli, log, tmp_path):
    logs, key = str(tmp_path / "logs"), str(tmp_path / "witness.key")
    told = linli("witness", logs, "--key", key)
    assert told.returncode == 1
    assert "--name" in told.stderr
    (tmp_path / "witness.key").write_text(log.key.secret())
    assert "needs its own" in linli("witness", logs, "--key", key).stderr
    assert "File exists" in linli("witness", logs, "--key", key, "--name", "a.example").stderr
    (tmp_path / "logs").write_text("quorum none\n")
    assert "no log" in linli("witness", logs, "--key", f"{key}2", "--name", "a.example").stderr
