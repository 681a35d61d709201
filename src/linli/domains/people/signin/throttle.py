"""Exact sliding windows over one table: how often something may be done, whoever does it, in whichever process.

Used by sign-in, tracking codes and anonymous filing alike: `spend([Use("security.limit.track", visit.mark)], at=now)`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from linli.domains.people.signin.models import Limit
from linli.domains.people.signin.secrets import mark
from linli.kernel.refusal import TooMany
from linli.kernel.rules import rulebook
from linli.kernel.words import Words, say


@dataclass(frozen=True, slots=True)
class Use:
    """One thing done by one opaque subject; `rule` names its limits: a list of {times, seconds}."""

    rule: str
    subject: UUID


@dataclass(frozen=True, slots=True)
class Window:
    """One row of the table: at most `times` within any `length`."""

    key: UUID
    times: int
    length: timedelta


def spend(uses: Sequence[Use], *, at: datetime) -> None:
    """Counts all uses or none; TooMany says when to come back.

    Commits at once: called inside a transaction it refuses to run, for a roll-back would give the tries back.
    """
    windows = sorted(_windows(uses, at=at), key=lambda window: window.key)
    with transaction.atomic(durable=True):
        counted = _count(windows, at=at)
        full = [window for window in windows if window.key not in counted]
        if full:
            raise too_many(_free_at(full, at=at), at=at)


def full_until(uses: Sequence[Use], *, at: datetime) -> datetime | None:
    """When the fullest of these windows has room again, counting nothing; None where all have room now."""
    windows = {window.key: window for window in _windows(uses, at=at)}
    hits = {limit.key: [hit for hit in limit.hits if hit > at - windows[limit.key].length] for limit in _known(windows)}
    full = [window for key, window in windows.items() if len(hits.get(key, ())) >= window.times]
    return max((sorted(hits[window.key])[-window.times] + window.length for window in full), default=None)


def _known(windows: Iterable[UUID]) -> Iterable[Limit]:
    return Limit.objects.filter(key__in=list(windows))


def forget(uses: Sequence[Use], *, at: datetime) -> None:
    """Starts these windows afresh: a success clears the failures before it."""
    Limit.objects.filter(key__in=[window.key for window in _windows(uses, at=at)]).delete()


def sweep(*, at: datetime) -> int:
    """Deletes windows that have run out; answers how many."""
    return Limit.objects.filter(until__lt=at).delete()[0]


def _windows(uses: Sequence[Use], *, at: datetime) -> list[Window]:
    today = timezone.localdate(at)
    return [_window(use, limit) for use in uses for limit in rulebook().rule(use.rule, on=today).value]


def _window(use: Use, limit: Mapping[str, int]) -> Window:
    key = mark(f"{use.rule} {limit['seconds']}", str(use.subject))
    return Window(key, limit["times"], timedelta(seconds=limit["seconds"]))


COUNT = """
INSERT INTO signin_limit AS known (key, hits, until)
SELECT key, ARRAY[%(at)s], %(at)s + length
FROM unnest(%(keys)s::uuid[], %(lengths)s::interval[]) AS asked (key, length)
ON CONFLICT (key) DO UPDATE SET
  hits = ARRAY(SELECT hit FROM unnest(known.hits) hit WHERE hit > %(at)s - (excluded.until - %(at)s)) || excluded.hits,
  until = greatest(known.until, excluded.until)
WHERE (SELECT count(*) FROM unnest(known.hits) hit WHERE hit > %(at)s - (excluded.until - %(at)s))
    < (SELECT times FROM unnest(%(keys)s::uuid[], %(times)s::int[]) AS asked (key, times) WHERE asked.key = known.key)
RETURNING key
"""


def _count(windows: Sequence[Window], *, at: datetime) -> set[UUID]:
    """One statement; rows are locked in the order of their keys, so that no two callers wait for each other."""
    given: dict[str, Any] = {
        "at": at,
        "keys": [window.key for window in windows],
        "times": [window.times for window in windows],
        "lengths": [window.length for window in windows],
    }
    with connection.cursor() as cursor:
        cursor.execute(COUNT, given)
        return {row[0] for row in cursor.fetchall()}


def _free_at(full: Sequence[Window], *, at: datetime) -> datetime:
    """When every full window has room again: as its oldest counted hit leaves it."""
    hits = {limit.key: sorted(limit.hits) for limit in Limit.objects.filter(key__in=[window.key for window in full])}
    return max((hits[window.key][-window.times] + window.length for window in full if window.key in hits), default=at)


def too_many(free_at: datetime, *, at: datetime) -> TooMany:
    """The refusal that says when to come back."""
    return TooMany(
        say(
            "Too many tries. Please try again after {when}.",
            "操作过于频繁，请在{when}后再试。",
            when=_clock(free_at + timedelta(minutes=1), at=at),
        ),
        again_in=max(1, ceil((free_at - at).total_seconds())),
    )


def _clock(moment: datetime, *, at: datetime) -> Words:
    local, today = timezone.localtime(moment), timezone.localdate(at)
    if local.date() == today:
        return say("{time}", "{time} ", time=f"{local:%H:%M}")
    return say("{date} {time}", "{date} {time} ", date=f"{local:%m-%d}", time=f"{local:%H:%M}")
