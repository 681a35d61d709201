"""Bounces (退单): asked with a ground, decided by the dispatcher, each an ask that is counted."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import F

from linli.domains.matters.asks import ask_many, decide_many
from linli.domains.matters.engine import Act
from linli.domains.matters.models.ask import Outcome
from linli.domains.requests.kinds import ASSIGNMENTS
from linli.domains.requests.lifecycle.assignment import AskToBounce, GrantBounce, RefuseBounce
from linli.domains.requests.models import Request

BOUNCE = "bounce"


@ASSIGNMENTS.after(AskToBounce)
def _ask(acts: Sequence[Act]) -> None:
    ask_many(
        BOUNCE, [(act.matter, act.details.ground) for act in acts if isinstance(act.details, AskToBounce)], act=acts[0]
    )


@ASSIGNMENTS.after(GrantBounce)
def _grant(acts: Sequence[Act]) -> None:
    decide_many(BOUNCE, acts, Outcome.GRANTED)
    Request.objects.filter(pk__in=[act.matter.parent_id for act in acts]).update(bounces=F("bounces") + 1)


@ASSIGNMENTS.after(RefuseBounce)
def _refuse(acts: Sequence[Act]) -> None:
    decide_many(BOUNCE, acts, Outcome.REFUSED)
