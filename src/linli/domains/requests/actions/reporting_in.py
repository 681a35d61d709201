"""What each report-in (报到) leaves in its row: when the department came, and what both sides said of each other."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import F

from linli.domains.matters.engine import Act
from linli.domains.requests.kinds import REPORT_INS
from linli.domains.requests.lifecycle.report_in import DoShare, JudgeShare, ReportIn
from linli.domains.requests.models import CalledUnit


@REPORT_INS.upon(ReportIn)
def _come(acts: Sequence[Act]) -> None:
    """Its clock still runs here, so the row's deadline is the one it came before or after."""
    for act in acts:
        act.matter.holder_id = act.by.account
        late = act.matter.due_at is not None and act.matter.due_at < act.at
        CalledUnit.objects.filter(pk=act.matter.pk).update(reported_at=act.at, late=late)


@REPORT_INS.after(DoShare)
def _judge_the_whistle(acts: Sequence[Act]) -> None:
    for act in acts:
        CalledUnit.objects.filter(pk=act.matter.pk).update(rightly=act.given(DoShare).rightly)


@REPORT_INS.after(JudgeShare)
def _judge_the_department(acts: Sequence[Act]) -> None:
    for act in acts:
        given = act.given(JudgeShare)
        row = CalledUnit.objects.filter(pk=act.matter.pk)
        row.update(
            did_share=given.did_share,
            satisfied=given.satisfied,
            sent_back=F("sent_back") + (0 if given.did_share else 1),
        )
