"""A million deadlines over fifteen workdays take well under a minute of one core."""

from __future__ import annotations

import time
from datetime import timedelta

from linli.kernel.workdays import Allowance, Pause, Running, Unit, deadline


def test_a_deadline_takes_no_more_than_thirty_microseconds(calendar, at):
    start = at("2024-01-01 00:00")
    clocks = [
        Running(
            Allowance(15, Unit.WORKDAYS),
            began := start + timedelta(minutes=43 * n),
            (Pause(began + timedelta(days=1), began + timedelta(days=3), "waiting"),),
        )
        for n in range(20_000)
    ]
    before = time.process_time()
    for clock in clocks:
        deadline(clock, calendar)
    assert (time.process_time() - before) / len(clocks) < 30e-6
