"""Whoever passes on an outside body's answer is who answered: someone else checks it."""

from __future__ import annotations

from collections.abc import Sequence

from linli.domains.matters.engine import Act
from linli.domains.requests.kinds import REQUESTS
from linli.domains.requests.lifecycle.handing_over import PassOnAnswer


@REQUESTS.upon(PassOnAnswer)
def _remember_who_answered(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts["answered_by"] = str(act.by.account)
