"""An objection is remembered: there is one."""

from __future__ import annotations

from collections.abc import Sequence

from linli.domains.matters.engine import Act
from linli.domains.requests.kinds import REQUESTS
from linli.domains.requests.lifecycle.dismissing import Object


@REQUESTS.upon(Object)
def _once(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts["objected"] = True
