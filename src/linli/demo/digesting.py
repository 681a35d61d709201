"""The opinion digests of the demo's last weeks, frozen as the job would have each Monday."""

from __future__ import annotations

from datetime import datetime

from linli.domains.insight.freezing import freeze
from linli.domains.insight.weeks import Week
from linli.kernel.record import number_pending

WEEKS = 3


def digest_weeks(*, at: datetime) -> None:
    """Puts the record in order and freezes the weeks that are over, the earliest first."""
    while number_pending():
        pass
    last = Week.ended(at)
    for week in (*last.before(WEEKS - 1), last):
        freeze(week, at=at)
