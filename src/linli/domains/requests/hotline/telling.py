"""Tells the city what became of its orders: each order's pushes in their order, each until the city has taken it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from linli.domains.delivery.retries import wait_after
from linli.domains.requests.hotline.client import NotTold, city
from linli.domains.requests.hotline.hearing import CITY_12345
from linli.domains.requests.hotline.models import Line, Progress, Push
from linli.domains.requests.hotline.saying import said_of
from linli.domains.requests.hotline.wire import wire

ATTEMPTS = 8
"""After this many tries a push is stuck: a person looks at it."""

LONGEST_WAIT = timedelta(hours=6)
LEFT_LYING = timedelta(minutes=2)
"""A claim this old was left by a worker that was killed; the city knows a push it has heard before."""


def tell_all(*, at: datetime) -> int:
    """Tells whatever is due, until nobody answers; says how many the city took."""
    there, told = city(wire()), 0
    if there is None:
        return 0
    for push in _due(at=at):
        try:
            there.call("POST", there.wire.telling.path, given=said_of(push, there.wire, at=at), now=at)
        except NotTold as answer:
            _put_off(push, answer, at=at)
            if answer.down:
                break
        else:
            _settle(push, Progress.SENT, at=at)
            Line.objects.update_or_create(pk=CITY_12345, defaults={"told_at": at})
            told += 1
    return told


def due_first(*, at: datetime) -> Q:
    """Pushes that may be sent now: waiting ones, and those a killed worker left."""
    waiting = Q(progress=Progress.WAITING, due_at__lte=at)
    return waiting | Q(progress=Progress.SENDING, claimed_at__lte=at - LEFT_LYING)


def _due(*, at: datetime) -> Iterator[Push]:
    """One at a time over all workers; of an order none before those noted earlier are told."""
    while push := _claim(at=at):
        yield push


def _claim(*, at: datetime) -> Push | None:
    earlier = Push.objects.filter(order=OuterRef("order"), place__lt=OuterRef("place")).exclude(progress=Progress.SENT)
    with transaction.atomic():
        found = Push.objects.select_for_update(skip_locked=True, of=("self",)).select_related("order__matter")
        push = found.filter(due_first(at=at)).exclude(Exists(earlier)).order_by("due_at", "place").first()
        if push is None:
            return None
        push.attempts += 1
        push.progress, push.claimed_at = Progress.SENDING, at
        push.save(update_fields=["attempts", "progress", "claimed_at"])
    return push


def _put_off(push: Push, answer: NotTold, *, at: datetime) -> None:
    """Later, unless the city never takes it so or it was tried often enough."""
    if answer.never or push.attempts >= ATTEMPTS:
        _settle(push, Progress.STUCK, at=at, error=answer.code)
        return
    wait = min(wait_after(push.attempts), LONGEST_WAIT)
    held = Push.objects.filter(pk=push.pk, progress=Progress.SENDING)
    held.update(progress=Progress.WAITING, due_at=at + wait, error=answer.code)


def _settle(push: Push, progress: Progress, *, at: datetime, error: str = "") -> None:
    held = Push.objects.filter(pk=push.pk, progress=Progress.SENDING)
    held.update(progress=progress, done_at=at, error=error)
