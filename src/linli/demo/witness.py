"""The university's witness: beside the demo, on this machine, with a key and a memory of its own."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from linli.kernel.record import all_logs, log_of, signing_keys
from linli.kernel.tlog import COSIGNS, new_key, signing_key

NAME = "university.liuyin.example"


@dataclass(frozen=True, slots=True)
class Files:
    """What the witness needs: the logs it knows, its key, its memory."""

    logs: Path
    key: Path
    state: Path


def prepare_witness(port: int) -> Files:
    """Introduce witness and record to each other; the witness then runs as `linli witness` at this port."""
    folder = Path(settings.HOME) / "witness"
    folder.mkdir(mode=0o700, exist_ok=True)
    files = Files(folder / "logs.policy", folder / "witness.key", folder / "witness.db")
    if not files.key.exists():
        key = new_key(NAME, kind=COSIGNS)
        with os.fdopen(os.open(files.key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(key.secret() + "\n")
    log_of("")  # the log of whatever no subdistrict's claims is there too
    keys = [key for head in all_logs() for key in signing_keys(head.id, head.origin)]
    files.logs.write_text("".join(f"log {key.verifier}\n" for key in keys) + "quorum none\n", encoding="utf-8")
    verifier = signing_key(files.key.read_text(encoding="utf-8")).verifier
    Path(settings.RECORD_WITNESSES).write_text(
        f"witness university {verifier} http://127.0.0.1:{port}\nquorum university\n", encoding="utf-8"
    )
    return files
