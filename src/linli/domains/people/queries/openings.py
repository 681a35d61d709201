"""Who opened whose data, over all: for the audit administrator, who learns neither whose it was nor what it says."""

from __future__ import annotations

from collections.abc import Sequence

from linli.domains.people.actor import Actor
from linli.domains.people.overseeing import require_everywhere
from linli.domains.people.rights import AUDIT_READ
from linli.kernel.vault import auditing
from linli.kernel.vault.auditing import Key, OpenedBy, Opening, Openings

PAGE, MOST = 50, 100


def all_openings(wanted: Openings, *, by: Actor, before: Key | None = None) -> tuple[Sequence[Opening], bool]:
    """Acts of opening, newest first, and whether there are older ones."""
    require_everywhere(by, AUDIT_READ)
    found = auditing.openings(wanted, before=before, limit=PAGE + 1)
    return found[:PAGE], len(found) > PAGE


def openers(wanted: Openings, *, by: Actor) -> Sequence[OpenedBy]:
    """Who opened how much for what."""
    require_everywhere(by, AUDIT_READ)
    return auditing.openers(wanted, limit=MOST)
