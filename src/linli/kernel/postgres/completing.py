"""Running PostgreSQL's own programs to their end, whatever ends us meanwhile: half a start cannot be stopped."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any


def completed(command: list[str | Path], *, given: str = "", **how: Any) -> tuple[int, str]:
    """Runs it in a session of its own, where no Ctrl-C reaches it; its exit code and what it complained of.

    `how` is passed on to `subprocess.Popen`.
    """
    program = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        **how,
    )
    try:
        complaint = program.communicate(given)[1]
    except BaseException:
        program.communicate()
        raise
    return program.returncode, complaint
