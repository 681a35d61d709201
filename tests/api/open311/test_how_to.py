"""The how-to works as it stands: its curl lines, run by a shell against a server, are answered as it says."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.api.open311.conftest import lately
from tests.api.test_operations import token_for
from tests.domains.requests.lives import Life
from tests.neighbourhood import DESK, build

from linli.domains.matters.models import Matter

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "open311.md"
COMMAND = re.compile(r"^    (curl .*(?:\n      .*)*)", re.M)


@pytest.mark.skipif(not shutil.which("curl"), reason="needs curl")
def test_every_example_is_answered(transactional_db, live_server):
    here = build()
    lately(Life(here, share=True).replied())
    token = str(Matter.objects.get(kind="request").pk)
    named = {"SITE": live_server.url, "KEY": token_for(here, "desk", DESK), "TOKEN": token}
    commands = COMMAND.findall(PAGE.read_text(encoding="utf-8"))
    assert len(commands) == 8
    for command in commands:
        told = run(f"{command} --fail-with-body", named)
        assert told.startswith(b"<?xml") if ".xml" in command else json.loads(told) is not None, command
    assert Matter.objects.filter(kind="request").count() == 2


def run(command, named):
    quiet = {"NO_PROXY": "*", "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["/bin/sh", "-c", command], env=named | quiet, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, (command, done.stdout.decode(), done.stderr.decode())
    return done.stdout
