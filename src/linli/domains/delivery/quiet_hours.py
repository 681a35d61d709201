"""Quiet hours: when no mailing rings at anybody's bedside; what is urgent does not ask."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils.timezone import localdate, localtime

from linli.kernel.rules import rulebook

KEY = "delivery.quiet_hours"


def quiet_hours(*, on: date) -> tuple[time, time]:
    """When the quiet hours in force that day begin, and when they end."""
    hours = rulebook().rule(KEY, on=on).value
    return time.fromisoformat(hours["begin"]), time.fromisoformat(hours["end"])


def not_before(at: datetime) -> datetime:
    """The earliest time from `at` on that lies outside the quiet hours in force that day."""
    begin, end = quiet_hours(on=localdate(at))
    local = localtime(at)
    now = local.time()
    quiet = begin <= now < end if begin <= end else now >= begin or now < end
    if not quiet:
        return at
    day = local + timedelta(days=1) if now >= end else local
    return day.replace(hour=end.hour, minute=end.minute, second=0, microsecond=0)
