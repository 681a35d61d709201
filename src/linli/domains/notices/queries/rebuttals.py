"""Claims that were rebutted: for whoever reads what residents write beside what was answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from linli.domains.notices.models import Notice
from linli.domains.notices.states import HOLDS
from linli.domains.notices.vocabulary import NoticeType


@dataclass(frozen=True)
class Rebutted:
    """One claim, the number of the notice that rebuts it, and the paths of the places it is meant for."""

    number: str
    title: str
    claim: str
    paths: Sequence[str]


def rebutted(*, since: datetime, until: datetime) -> list[Rebutted]:
    """The claims rebutted in [since, until) by notices that hold, the earliest first; two statements."""
    rows = Notice.objects.filter(
        type=NoticeType.REBUTTAL.value,
        published_at__gte=since,
        published_at__lt=until,
        matter__state__in=[state.code for state in HOLDS],
    )
    found = rows.select_related("matter").prefetch_related("audience").order_by("published_at", "pk")
    return [
        Rebutted(each.matter.number, each.title, each.claim, [one.path for one in each.audience.all()])
        for each in found
    ]
