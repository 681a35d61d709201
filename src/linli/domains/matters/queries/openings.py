"""Who opened personal words and contacts in a matter: the same lines that the resident reads."""

from __future__ import annotations

from collections.abc import Sequence

from linli.domains.matters.models import Matter
from linli.kernel.vault import Access, accesses

LINES = 200


def openings_of(matter: Matter) -> Sequence[Access]:
    """The openings in this matter, newest first; one statement."""
    owner = matter.opener_id or matter.pk
    return [line for line in accesses(owner, limit=LINES) if line.matter == matter.pk]
