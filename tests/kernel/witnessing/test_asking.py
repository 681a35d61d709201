"""A log asks its witnesses at once, catches up with what each knows, and waits for none longer than told."""

import socket
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
from tests.kernel.witnessing.conftest import ORIGIN

from linli.kernel.tlog import Witness, cosigned_at
from linli.kernel.witnessing import ask_all
from linli.kernel.witnessing.serving import server


@contextmanager
def running(made):
    thread = threading.Thread(target=made.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{made.server_port}"
    finally:
        made.shutdown()
        thread.join()
        made.server_close()


@pytest.fixture
def address(witness):
    with running(server(witness, host="127.0.0.1", port=0)) as url:
        yield url


def answering(status, body):
    class Door(BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    return running(ThreadingHTTPServer(("127.0.0.1", 0), Door))


def ask(log, witness, url, *, known=0, size=None, within=10.0):
    named = Witness("university", witness.key.verifier, url)
    tree = log.tree(size)
    (asked,) = ask_all([named], log.note(size), tree.consistency, known={"university": known}, within=within)
    return asked


def test_a_witness_vouches_and_the_next_question_begins_there(log, witness, address):
    asked = ask(log, witness, address, size=300)
    assert asked.size == 300
    assert cosigned_at(log.note(300).with_signatures(asked.line), witness.key.verifier)
    assert ask(log, witness, address, known=300).size == 700


@pytest.mark.parametrize("known", [0, 299, 301, 699])
def test_whatever_the_log_thinks_the_witness_knows_it_catches_up(log, witness, address, known):
    witness.add(log.request(0, 300))
    asked = ask(log, witness, address, known=known)
    assert (asked.size, asked.trouble) == (700, ("", ""))


def test_a_log_that_went_back_is_told_so_openly(log, witness, address):
    witness.add(log.request(0, 700))
    asked = ask(log, witness, address, size=300)
    assert asked.line is None
    assert "went back" in asked.trouble[0]
    assert asked.size == 700


def test_a_rewritten_log_is_told_so_openly(log, witness, address):
    from tests.kernel.witnessing.conftest import Signed

    witness.add(log.request(0, 300))
    fork = Signed(log.key)
    fork.grow([b"another %d" % at for at in range(700)])
    assert "rewritten" in ask(fork, witness, address, size=300).trouble[0]
    assert "does not continue" in ask(fork, witness, address).trouble[0]


@pytest.mark.parametrize(
    ("status", "body", "why"),
    [
        (200, b"garbage", "not its own"),
        (200, "— university.example AAAAAAAA\n".encode(), "not its own"),
        (200, b"x" * 100_000, "not its own"),
        (404, b"", "does not know"),
        (403, b"", "does not trust"),
        (409, b"many", "another log"),
        (409, b"99999999\n", "went back"),
        (422, b"", "does not continue"),
        (503, b"", "cannot remember"),
        (500, b"", "something else"),
    ],
    ids=range(10),
)
def test_each_refusal_and_each_garbage_has_its_sentence(log, witness, status, body, why):
    with answering(status, body) as url:
        asked = ask(log, witness, url)
    assert asked.line is None
    assert why in asked.trouble[0]
    assert asked.trouble[1]


def test_nobody_waits_for_a_silent_one(log, witness, address):
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        slow = Witness("slow", witness.key.verifier, f"http://127.0.0.1:{deaf.getsockname()[1]}")
        down = Witness("down", witness.key.verifier, "http://127.0.0.1:1")
        quick = Witness("quick", witness.key.verifier, address)
        nowhere = Witness("nowhere", witness.key.verifier)
        began = time.monotonic()
        asked = ask_all([slow, down, quick, nowhere], log.note(), log.tree().consistency, known={"slow": 7}, within=1.5)
        assert time.monotonic() - began < 30
    assert [(each.witness, each.size, each.trouble[0]) for each in asked] == [
        ("slow", 7, "does not answer"),
        ("down", 0, "does not answer"),
        ("quick", 700, ""),
    ]


def test_a_person_sees_who_it_is_and_what_it_saw(log, witness, address):
    witness.add(log.request(0, 300))
    assert httpx.get(address).text == f"{witness.key.verifier}\n\n{ORIGIN}: 300\n"
    assert httpx.get(f"{address}/elsewhere").status_code == 404
    assert httpx.post(f"{address}/elsewhere", content=b"x").status_code == 404


def test_too_long_and_endless_requests_are_not_read(witness, address):
    port = int(address.rpartition(":")[2])
    for head in (b"Content-Length: 99999999", b"Content-Length: -5", b"Transfer-Encoding: chunked"):
        with socket.create_connection(("127.0.0.1", port)) as caller:
            caller.sendall(b"POST /add-checkpoint HTTP/1.1\r\nHost: x\r\n" + head + b"\r\n\r\n")
            assert caller.recv(100).split()[1] in (b"413", b"411")


def test_who_hangs_up_halfway_does_no_harm(log, witness, address, capfd):
    port = int(address.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port)) as caller:
        caller.sendall(b"POST /add-checkpoint HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\nold 0\n")
    assert ask(log, witness, address).size == 700
    assert "Traceback" not in capfd.readouterr().err


def test_a_witness_whose_memory_is_gone_says_so(log, witness, address):
    witness.memory.path.write_bytes(b"not a database at all, but long enough to be taken for one" * 20)
    assert "cannot remember" in ask(log, witness, address).trouble[0]
    assert httpx.get(address).status_code == 503
