"""What was seen last time of each log: the signed checkpoint itself, so that two that contradict are both in hand."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from linli.kernel.auditing.sources import keep
from linli.kernel.tlog import Checkpoint, Malformed, parse_checkpoint, parse_note

FORMAT = "linli/seen/v1"


@dataclass(frozen=True, slots=True)
class Memory:
    """A small file: origin → the newest checkpoint that was found true."""

    path: Path

    def last(self, origin: str) -> tuple[Checkpoint, str] | None:
        """The checkpoint seen last of this log, and its signed note; Malformed where the file is not ours."""
        note = self._read().get(origin)
        if note is None:
            return None
        try:
            return parse_checkpoint(parse_note(note.encode()).text), note
        except Malformed:
            raise self._unreadable() from None

    def remember(self, origin: str, note: str) -> None:
        """From now on compare with this one; written whole or not at all."""
        keep(self.path, json.dumps({"format": FORMAT, "seen": {**self._read(), origin: note}}, indent=1).encode())

    def _read(self) -> dict[str, str]:
        try:
            whole = json.loads(self.path.read_bytes())
            if whole["format"] != FORMAT:
                raise self._unreadable()
            return {str(origin): str(note) for origin, note in whole["seen"].items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            raise self._unreadable() from None

    def _unreadable(self) -> Malformed:
        return Malformed(
            f"{self.path} does not hold what was seen last time: name another file with --state, or delete it.",
            f"{self.path} 不是记录上次所见的文件：请用 --state 换一个文件，或删除它。",
        )


def usual_place() -> Path:
    """Where it is kept unless somebody says otherwise."""
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local/state", "linli", "seen.json")
