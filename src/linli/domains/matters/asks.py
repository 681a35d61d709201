"""Asks: whatever needs somebody's approval, from asking to deciding."""

from __future__ import annotations

from collections.abc import Sequence

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


def decide_many(kind: str, acts: Sequence[Act], outcome: Outcome) -> None:
    """Decides the open asks of this kind on the acts' matters."""
    Ask.objects.filter(matter__in=[act.matter.pk for act in acts], kind=kind, outcome="").update(
        outcome=outcome, decided_by=acts[0].by.account, decided_at=acts[0].at
    )
