"""Verdicts: the resident's own, and those asked for by the call-back desk; what too many failures bring about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.db.models import F
from django.utils.timezone import localdate

from linli.domains.matters.engine import Act, Move, perform_many
from linli.domains.matters.models import Verdict
from linli.domains.requests.kinds import REQUESTS
from linli.domains.requests.lifecycle.request import CallBack, Judge, Reopen, Supervise, Verify
from linli.domains.requests.models import Request
from linli.domains.requests.states import CLOSED, REOPENED
from linli.kernel.rules import rulebook


@REQUESTS.after(CallBack, Judge)
def _record_verdicts(acts: Sequence[Act]) -> None:
    Verdict.objects.bulk_create([_verdict(act) for act in acts])
    called = [act.matter.pk for act in acts if isinstance(act.details, CallBack)]
    failed = [act.matter.pk for act in acts if act.target != CLOSED]
    Request.objects.filter(pk__in=called).update(call_backs=F("call_backs") + 1)
    Request.objects.filter(pk__in=failed).update(failed_call_backs=F("failed_call_backs") + 1)
    _supervise_the_failing([act for act in acts if act.target != CLOSED])


@REQUESTS.after(CallBack, Judge, Verify, Reopen)
def _count_reopenings(acts: Sequence[Act]) -> None:
    reopened = [act.matter.pk for act in acts if act.target == REOPENED]
    if reopened:
        Request.objects.filter(pk__in=reopened).update(reopenings=F("reopenings") + 1)


@REQUESTS.upon(Supervise)
def _mark_supervised(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts["supervised"] = True
    Request.objects.filter(pk__in=[act.matter.pk for act in acts], supervised_at=None).update(supervised_at=acts[0].at)


def _verdict(act: Act) -> Verdict:
    contacted, solved, satisfied = _answers(act)
    return Verdict(
        matter=act.matter,
        event=act.event,
        unit=act.matter.facts.get("lead_unit"),
        own=isinstance(act.details, Judge),
        contacted=contacted,
        solved=solved,
        satisfied=satisfied,
        at=act.at,
    )


def _answers(act: Act) -> tuple[bool, bool | None, bool | None]:
    if isinstance(act.details, Judge):
        return True, act.details.solved, act.details.satisfied
    called = act.given(CallBack)
    return called.contacted, called.solved, called.satisfied


def _supervise_the_failing(acts: Sequence[Act]) -> None:
    """After the rule's number of failed or unreachable call-backs someone above watches; nothing ever closes it."""
    if not acts:
        return
    limit = rulebook().rule("requests.call_back_attempts", on=localdate(acts[0].at)).value
    due = Request.objects.filter(
        pk__in=[act.matter.pk for act in acts], failed_call_backs__gte=limit, supervised_at=None
    ).values_list("pk", flat=True)
    moves = [Move(matter=matter, details=Supervise()) for matter in due]
    perform_many(moves, by=replace(acts[0].by, system=True), at=acts[0].at)
