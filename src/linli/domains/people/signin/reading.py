"""The sign-in log as it is read: one's own lines, and everyone's for who audits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from linli.domains.people.actor import Actor
from linli.domains.people.models import Account
from linli.domains.people.overseeing import require_everywhere
from linli.domains.people.signin.models import LogLine
from linli.domains.people.signin.rights import READ_LOG
from linli.domains.people.signin.vocabulary import Device, Door, Happening

PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sign-in log as it is read; `by` is who did it where that is not the account's owner."""

    id: UUID
    happening: Happening
    door: Door
    account: UUID | None
    who: str
    by: str
    at: datetime
    network: str
    device: Device | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """Which lines to read; empty means all. `account` is whose, or who did it."""

    happening: Happening | None = None
    door: Door | None = None
    account: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None


EVERYTHING = Wanted()


def own_log(account: UUID) -> list[Line]:
    """The newest lines about the account."""
    return _read(list(LogLine.objects.filter(account=account).order_by("-at", "-id")[:PAGE]), names={})


def whole_log(
    wanted: Wanted = EVERYTHING, *, by: Actor, before: tuple[datetime, UUID] | None = None
) -> tuple[list[Line], bool]:
    """The newest lines of everyone, staff by name, residents by none, and whether there are older ones."""
    require_everywhere(by, READ_LOG)
    rows = list(LogLine.objects.filter(_wanted(wanted), _older(before)).order_by("-at", "-id")[: PAGE + 1])
    page = rows[:PAGE]
    staff = Account.objects.filter(
        pk__in={one for row in page for one in (row.account, row.by)}, username__isnull=False
    )
    names = {found.pk: f"{found.display_name} ({found.username})" for found in staff}
    return _read(page, names=names), len(rows) > PAGE


def _wanted(wanted: Wanted) -> Q:
    exact = {"happening": wanted.happening, "door": wanted.door, "at__gte": wanted.since, "at__lt": wanted.until}
    whose = Q(account=wanted.account) | Q(by=wanted.account) if wanted.account else Q()
    return whose & Q(**{name: value for name, value in exact.items() if value})


def _older(before: tuple[datetime, UUID] | None) -> Q:
    if before is None:
        return Q()
    at, pk = before
    return Q(at__lte=at) & (Q(at__lt=at) | Q(pk__lt=pk))


def _read(rows: Sequence[LogLine], *, names: Mapping[UUID, str]) -> list[Line]:
    return [
        Line(
            row.id,
            Happening(row.happening),
            Door(row.door),
            row.account,
            names.get(row.account, "") if row.account else "",
            names.get(row.by, "") if row.by else "",
            row.at,
            row.network,
            Device(row.device) if row.device else None,
        )
        for row in rows
    ]
