"""`linli serve` starts, heals and stops as one, whatever is killed."""

import os
import signal
import socket
from pathlib import Path

import httpx
import pytest
from tests.cli.conftest import Running, eventually

from linli.cli.ports import free_port
from linli.kernel.postgres import Server
from linli.kernel.postgres.liveness import postmaster

pytestmark = [pytest.mark.fault, pytest.mark.xdist_group("serve")]
PARTS = ("granian", "--only jobs", "--only sequencer")


@pytest.fixture(scope="module")
def server(operator):
    return Server(Path(operator["LINLI_HOME"]), password="")


@pytest.fixture
def port():
    return free_port("127.0.0.1", 0)


@pytest.fixture
def served(operator, port):
    running = Running("serve", "--port", str(port), "--web-workers", "1", environment=operator)
    running.answers = lambda: answers(port)
    try:
        running.says("Serving at")
        eventually(running.answers, 60, lambda: "".join(running.said))
        eventually(lambda: all(running.members(part) for part in PARTS))
        yield running
    finally:
        running.stop()


def answers(port):
    try:
        return httpx.get(f"http://127.0.0.1:{port}/", timeout=5).status_code < 500
    except httpx.TransportError:
        return False


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_asked_to_stop_it_stops_everything_and_says_so(served, server, number):
    assert served.stop(number) == 0
    assert "Stopped." in "".join(served.said)
    assert served.family() == {}
    assert not server.running


def test_ctrl_c_reaches_the_whole_group_and_still_ends_cleanly(served, server):
    os.killpg(served.process.pid, signal.SIGINT)
    assert served.stop() == 0
    assert served.family() == {}
    assert not server.running


@pytest.mark.parametrize("part", PARTS)
def test_a_killed_part_is_started_again(served, part):
    before = served.members(part)
    os.kill(min(before), signal.SIGKILL)
    eventually(lambda: served.members(part) and min(before) not in served.members(part))
    eventually(served.answers)


def test_a_killed_web_process_is_replaced(served):
    worker = max(served.members("granian"))
    os.kill(worker, signal.SIGKILL)
    eventually(lambda: worker not in served.members("granian") and served.answers())


def test_a_killed_database_comes_back_under_the_pages(served, server):
    before = postmaster(server.folders.data)
    os.kill(before, signal.SIGKILL)
    eventually(lambda: postmaster(server.folders.data) not in (None, before))
    eventually(served.answers)


def test_a_database_killed_again_while_it_comes_back_still_comes_back(served, server):
    for _ in range(3):
        before = postmaster(server.folders.data)
        os.kill(before, signal.SIGKILL)
        eventually(lambda before=before: postmaster(server.folders.data) not in (None, before))
    eventually(served.answers)
    assert served.process.poll() is None


def test_if_the_parent_is_killed_nothing_stays_behind(served, server):
    served.process.kill()
    eventually(lambda: served.family() == {} and not server.running, 60, lambda: str(served.family()))


def test_a_web_process_is_small(served):
    for number in served.members("granian"):
        status = Path(f"/proc/{number}/status").read_text()
        resident = int(status.split("VmRSS:")[1].split()[0]) / 1024
        assert resident <= 150, f"{resident:.0f} MB"


def test_a_taken_port_is_refused_with_the_way_out(operator):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        refused = Running("serve", "--port", str(taken.getsockname()[1]), environment=operator)
        refused.says("--port")
        assert refused.stop(number=None) == 1
