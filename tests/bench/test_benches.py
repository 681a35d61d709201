"""Every bench works on a small neighbourhood; the figures of a large one are in docs/benchmarks."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from signal import SIGTERM

import pytest

pytestmark = pytest.mark.xdist_group("bench")

SIZE = "60"
SMALLEST = ("bench", "figure", "size", "value", "unit", "goal", "met")


@pytest.fixture(scope="module")
def figures(tmp_path_factory, temporary):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LINLI_", "DJANGO_"))}
    home = tmp_path_factory.mktemp("operator")
    done = subprocess.run(
        [sys.executable, "-m", "linli.cli", "bench", "--size", SIZE, "--json"],
        env={**kept, "LINLI_HOME": str(home), "TMPDIR": str(temporary)},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode in (0, 1), done.stderr
    assert list(home.iterdir()) == [], "the operator's own deployment was touched"
    assert list(temporary.iterdir()) == [], "a bench leaves nothing behind"
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def temporary():
    """A folder of this run's own, through which the embedded server's own user may pass."""
    with tempfile.TemporaryDirectory() as within:
        Path(within).chmod(0o711)
        yield Path(within)


def test_every_line_is_a_figure_with_its_goal(figures):
    for one in figures:
        assert tuple(one) == SMALLEST
        assert one["size"] == int(SIZE)
        assert one["value"] > 0, one
        assert one["met"] is (None if one["goal"] is None else one["value"] <= one["goal"])


BENCHES = ("machine", "intake", "desk", "search", "duplicates", "kernel", "messages", "import", "clocks", "digest")


@pytest.mark.parametrize("bench", BENCHES)
def test_limits_and_every_bench_are_in_one_run(figures, bench):
    assert [one for one in figures if one["bench"] == bench]


def test_the_peer_stands_beside_what_it_was_measured_for(figures):
    names = {one["figure"] for one in figures}
    peers = [name for name in names if name.endswith(": Signalen's")]
    assert len(peers) == 7
    assert {name.removesuffix(": Signalen's") for name in peers} - names == {"keyword"}


def test_messages_live_to_their_reporters_verdict(figures):
    counted = {one["figure"]: one["value"] for one in figures if one["bench"] == "messages"}
    filed = counted["messages filed over the API"]
    assert filed == int(SIZE)
    assert sum(value for name, value in counted.items() if name.startswith("…")) == filed
    assert counted["… closed by the resident's verdict"] > filed / 2


def test_the_whole_is_the_sum_of_application_and_database(figures):
    values = {one["figure"]: one["value"] for one in figures}
    parts = values["list, newest: application"] + values["list, newest: database"]
    assert values["list, newest"] == pytest.approx(parts, rel=0.01)


def test_one_that_is_told_to_end_leaves_nothing_behind():
    with tempfile.TemporaryDirectory() as within:
        Path(within).chmod(0o711)  # the embedded server's own user passes through
        bench = subprocess.Popen(
            [sys.executable, "-m", "linli.cli", "bench", "kernel", "--size", SIZE],
            env={**os.environ, "TMPDIR": within},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + 60
        while not list(Path(within).glob("*/postgres/*/postmaster.pid")):
            assert time.monotonic() < until, "its server never started"
            time.sleep(0.1)
        bench.terminate()
        assert bench.wait(60) == 128 + SIGTERM
        assert not list(Path(within).iterdir())
