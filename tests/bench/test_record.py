"""The record's bench runs in a home of its own, keeps its goals beside its figures, and is run alone."""

import json
import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.xdist_group("bench")


def bench(*words):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LINLI_", "DJANGO_"))}
    command = [sys.executable, "-m", "linli.cli", "bench", *words]
    return subprocess.run(command, env=kept, capture_output=True, text=True, check=False, timeout=600)


def test_every_figure_of_the_record_is_told():
    done = bench("record", "--size", "300", "--json")
    assert done.returncode in (0, 1), done.stderr
    figures = {one["figure"]: one for one in map(json.loads, done.stdout.splitlines())}
    for name in (
        "limit: tiles in memory",
        "peer: pymerkle on SQLite",
        "alone: committed to signed",
        "an import beside: 99 of 100 are signed within",
        "an entry: entered, numbered, published, signed",
        "whole actions, one process",
        "a proof: middle",
    ):
        assert figures[name]["value"] > 0, name


def test_it_is_run_alone():
    done = bench("record", "kernel", "--json")
    assert done.returncode != 0
    assert not done.stdout
