"""Sessions: both parties are called to one, and what was arranged stands until it was held or is no longer needed."""

from __future__ import annotations

from collections.abc import Sequence

from linli.domains.matters.engine import Act
from linli.domains.requests.disputes.actions.following import parts_follow
from linli.domains.requests.disputes.kinds import DISPUTES
from linli.domains.requests.disputes.lifecycle import DISPUTANT, disputant, sessions


@DISPUTES.upon(sessions.ArrangeSession)
def _arranged(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts["session_on"] = act.given(sessions.ArrangeSession).session_on.isoformat()


@DISPUTES.after(sessions.ArrangeSession)
def _call_both(acts: Sequence[Act]) -> None:
    parts_follow(acts, DISPUTANT, disputant.BeCalled)


@DISPUTES.upon(sessions.HoldSession)
def _held(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts.pop("session_on", None)
