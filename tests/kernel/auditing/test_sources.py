"""A log behind an address is read as one in a folder is; what fails for a moment is asked again."""

import http.server
import threading
from contextlib import contextmanager
from functools import partial

import pytest

from linli.kernel.auditing import Address, Audit, Directory, Outcome, Unreachable, audit


class Stubborn(http.server.SimpleHTTPRequestHandler):
    """Serves a folder; `trouble` says how many of the next answers fail."""

    trouble = 0
    asked = ()

    def do_GET(self):
        type(self).asked += (self.path,)
        if type(self).trouble:
            type(self).trouble -= 1
            self.send_error(503)
        else:
            super().do_GET()

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    @contextmanager
    def serve(folder):
        handler = type("Served", (Stubborn,), {})
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as running:
            thread = threading.Thread(target=running.serve_forever)
            thread.start()
            try:
                yield f"http://127.0.0.1:{running.server_port}", handler
            finally:
                running.shutdown()
                thread.join()

    return serve


def test_an_address_says_what_the_folder_says(written, server):
    log = written(700, steps=3)
    with server(log.folder) as (url, _):
        read = audit(Audit(Address(url, pause=0), log.policy)).as_json()
    assert read == log.audit().as_json()


def test_an_altered_file_is_found_from_afar(written, server):
    log = written(700)
    log.write("tile/0/001", bytes(8192))
    with server(log.folder) as (url, _):
        verdict = audit(Audit(Address(url, pause=0), log.policy))
    assert verdict.outcome is Outcome.UNTRUE


def test_what_fails_for_a_moment_is_asked_again(written, server):
    log = written(3)
    with server(log.folder) as (url, handler):
        handler.trouble = 2
        assert audit(Audit(Address(url, pause=0), log.policy)).outcome is Outcome.TRUE


def test_a_place_that_does_not_answer_is_no_verdict(written, server):
    log = written(3)
    with server(log.folder) as (url, handler):
        handler.trouble = 99
        with pytest.raises(Unreachable, match="HTTP 503"):
            audit(Audit(Address(url, pause=0), log.policy))
    with pytest.raises(Unreachable, match="ConnectError"):
        audit(Audit(Address(url, pause=0), log.policy))


def test_an_interrupted_check_goes_on_from_its_copy_which_is_a_log_itself(written, server, tmp_path):
    log = written(700)
    copy = tmp_path / "copy"
    with server(log.folder) as (url, handler):
        audit(Audit(Address(url, copy, pause=0), log.policy))
        handler.asked = ()
        assert audit(Audit(Address(url, copy, pause=0), log.policy)).outcome is Outcome.TRUE
        assert handler.asked == ("/checkpoint",)
    assert audit(Audit(Directory(copy), log.policy)).outcome is Outcome.TRUE


def test_several_processes_read_an_address(written, server):
    log = written(20_000)
    with server(log.folder) as (url, _):
        assert audit(Audit(Address(url, pause=0), log.policy, processes=2)).outcome is Outcome.TRUE


def test_an_address_that_never_ends_is_cut(written, server):
    log = written(3)
    log.write("tile/0/000.p/3", b"x" * 20_000_000)
    with server(log.folder) as (url, _):
        verdict = audit(Audit(Address(url, pause=0), log.policy))
    assert "cut off or too long" in verdict.findings[0].en
