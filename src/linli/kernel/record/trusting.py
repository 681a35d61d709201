"""Whom to believe: the logs' public keys and the witnesses of this deployment, as one tlog-policy file for readers."""

from __future__ import annotations

import logging
from pathlib import Path

from django.conf import settings

from linli.kernel.record.logs import all_logs
from linli.kernel.record.signing import verifier_keys
from linli.kernel.tlog import Doubt, Policy, parse_policy

log = logging.getLogger(__name__)

_read: dict[Path, tuple[float, Policy, str]] = {}


def witnesses() -> Policy:
    """The witnesses that this deployment asks, and how many must vouch; none where no file names any."""
    return _witnesses()[0]


def policy_text() -> str:
    """The policy that this deployment proposes to readers, who should compare its keys with those they hold."""
    logs = "".join(f"log {key}\n" for head in all_logs() for key in verifier_keys(head.id))
    return logs + (_witnesses()[1] or "quorum none\n")


def _witnesses() -> tuple[Policy, str]:
    path = Path(settings.RECORD_WITNESSES)
    try:
        changed = path.stat().st_mtime
        if path not in _read or _read[path][0] != changed:
            data = path.read_bytes()
            _read[path] = (changed, parse_policy(data), data.decode())
    except FileNotFoundError:
        return Policy(), ""
    except (OSError, Doubt, UnicodeDecodeError) as error:
        log.error("the policy of witnesses at %s cannot be read (%s); none is asked", path, error)
        return Policy(), ""
    return _read[path][1:]
