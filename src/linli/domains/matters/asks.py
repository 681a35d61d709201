"""Asks: whatever needs somebody's approval, from asking to deciding."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils.timezone import make_aware

from linli.domains.matters.engine import Act
from linli.domains.matters.models import Ask, Matter
from linli.domains.matters.models.ask import Outcome


def ask_many(kind: str, asked: Sequence[tuple[Matter, str]], *, act: Act) -> None:
    """Opens one ask for each matter, with its ground."""
    Ask.objects.bulk_create(
        [
            Ask(matter=matter, kind=kind, ground=ground, asked_by_id=act.by.account, asked_at=act.at)
            for matter, ground in asked
        ]
    )


def decide_many(kind: str, acts: Sequence[Act], outcome: Outcome, *, until: date | None = None) -> None:
    """Decides the open asks of this kind on the acts' matters; `until` is the last day for which it is granted."""
    _open(acts).filter(kind=kind).update(
        outcome=outcome, decided_by=acts[0].by.account, decided_at=acts[0].at, until=until and _end_of(until)
    )


def lapse_many(acts: Sequence[Act]) -> None:
    """Ends every open ask on the acts' matters: there is nothing left to decide."""
    _open(acts).update(outcome=Outcome.LAPSED, decided_at=acts[0].at)


def _open(acts: Sequence[Act]) -> QuerySet[Ask]:
    return Ask.objects.filter(matter__in=[act.matter.pk for act in acts], outcome="")


def _end_of(day: date) -> datetime:
    return make_aware(datetime.combine(day + timedelta(days=1), time()))
