"""Taking figures or the requests behind them away as a sheet: masked, capped, marked with who and when, and noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import localdate, localtime

from linli.domains.matters.models import Matter
from linli.domains.people.actor import Actor
from linli.domains.people.overseeing import require_everywhere
from linli.domains.people.queries import names_of
from linli.domains.people.rights import AUDIT_READ, require_anywhere
from linli.domains.requests.figures.asked import NARROWED, Asked
from linli.domains.requests.figures.listing import READ_OF_EACH, columns_of, lines_of
from linli.domains.requests.figures.models import Export
from linli.domains.requests.rights import READ
from linli.kernel.ids import new_id
from linli.kernel.refusal import Invalid, Refusal
from linli.kernel.rules import rulebook
from linli.kernel.sheets import write_sheet
from linli.kernel.words import Vocabulary, Words, say

MARK = say(
    "Taken away by {who} on {when}. File {id}. Personal data is masked.",
    "由 {who} 于 {when} 导出，文件编号 {id}，个人信息已遮蔽。",
)
PAGE = 50


class Taken(Vocabulary):
    """What a file held."""

    FIGURES = "figures", "Figures", "统计数字"
    REQUESTS = "requests", "Requests behind them", "诉求清单"


class NeedsApproval(Refusal):
    """More than one takes away without another's approval."""

    code = "needs_approval"

    def __init__(self, rows: int, alone: int) -> None:
        super().__init__(
            say(
                "These are {rows} requests. More than {alone} in one file need somebody else's approval: say what for.",
                "共 {rows} 件。一次导出超过 {alone} 件须由他人批准，请写明用途。",
                rows=rows,
                alone=alone,
            )
        )


@dataclass(frozen=True)
class TakenAway:
    """One file that somebody took: what it held, of which period, and how many rows."""

    id: UUID
    what: Taken
    asked: dict[str, str]
    rows: int
    account: UUID | None
    at: datetime

    @property
    def mark(self) -> str:
        """What the file calls itself."""
        return str(self.id)[-12:]

    @property
    def first(self) -> datetime:
        """The first moment of its period."""
        return datetime.fromisoformat(self.asked["since"])

    @property
    def last(self) -> datetime:
        """The last moment of its period."""
        return datetime.fromisoformat(self.asked["until"]) - timedelta(microseconds=1)


def take_requests(asked: Asked, *, by: Actor, at: datetime) -> bytes:
    """The requests received, newest first, as a workbook, noted; refuses more than one takes without approval."""
    require_anywhere(by, READ)
    alone = rulebook().rule("requests.export_alone", on=localdate(at)).value
    found = _found(asked, by=by, at=at)
    if len(found) > alone:
        raise NeedsApproval(len(found), alone)
    return _requests(found, asked=asked, by=by, at=at)[0]


def take_approved(asked: Asked, *, rows: int, by: Actor, at: datetime) -> tuple[bytes, Export]:
    """The same where so many were approved, and what is noted of it."""
    found = _found(asked, by=by, at=at)
    if len(found) > rows:
        raise Refusal(say("There are more now than were approved. Ask anew.", "现在的件数多于批准的件数，请重新申请。"))
    return _requests(found, asked=asked, by=by, at=at)


def count_requests(asked: Asked, *, by: Actor, at: datetime) -> int:
    """How many there are to take; refuses more than one file may ever hold."""
    most = rulebook().rule("requests.export_rows", on=localdate(at)).value
    rows = asked.received(by=by)[: most + 1].count()
    if rows > most:
        raise _too_many(most)
    return rows


def _found(asked: Asked, *, by: Actor, at: datetime) -> list[Matter]:
    most = rulebook().rule("requests.export_rows", on=localdate(at)).value
    found = list(asked.received(by=by).order_by("-opened_at", "-pk").only(*READ_OF_EACH)[: most + 1])
    if len(found) > most:
        raise _too_many(most)
    return found


def _requests(found: Sequence[Matter], *, asked: Asked, by: Actor, at: datetime) -> tuple[bytes, Export]:
    lines = list(lines_of(found, channel=asked.channel))
    return _file(Taken.REQUESTS, columns_of(asked.channel), lines, asked=asked, by=by, at=at)


def take(
    what: Taken, columns: Sequence[Words], lines: Sequence[Sequence[str]], *, asked: Asked, by: Actor, at: datetime
) -> bytes:
    """A workbook of these lines, marked below with who took it and when; the taking is noted."""
    return _file(what, columns, lines, asked=asked, by=by, at=at)[0]


def _file(
    what: Taken, columns: Sequence[Words], lines: Sequence[Sequence[str]], *, asked: Asked, by: Actor, at: datetime
) -> tuple[bytes, Export]:
    noted = Export(id=new_id(), what=what.value, asked=codes(asked), rows=len(lines), by_account_id=by.account, at=at)
    noted.save(force_insert=True)
    who = names_of([by.account]).get(by.account) if by.account else None
    mark = MARK.fill(who=who or "–", when=f"{localtime(at):%Y-%m-%d %H:%M}", id=str(noted.id)[-12:])
    file = BytesIO()
    write_sheet(file, [str(name) for name in columns], [*lines, [str(mark)]], title=str(what.words))
    return file.getvalue(), noted


def taken_away(
    *,
    by: Actor,
    account: UUID | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    before: tuple[datetime, UUID] | None = None,
) -> tuple[list[TakenAway], bool]:
    """Files that were taken away, the newest first, and whether there are older ones; for who audits. One statement."""
    require_everywhere(by, AUDIT_READ)
    rows = Export.objects.order_by("-at", "-pk")
    asked = {"by_account": account, "at__gte": since, "at__lt": until}
    rows = rows.filter(**{name: value for name, value in asked.items() if value})
    if before:
        rows = rows.filter(Q(at__lt=before[0]) | Q(at=before[0], pk__lt=before[1]))
    found = list(rows[: PAGE + 1])
    return [_taken(each) for each in found[:PAGE]], len(found) > PAGE


def _taken(each: Export) -> TakenAway:
    return TakenAway(each.pk, Taken(each.what), each.asked, each.rows, each.by_account_id, each.at)


def codes(asked: Asked) -> dict[str, str]:
    """What was asked for, as it is noted."""
    period = {"since": asked.since.isoformat(), "until": asked.until.isoformat()}
    narrowed = {name: getattr(asked, name) for name in NARROWED}
    return period | {name: value for name, value in narrowed.items() if value}


def _too_many(most: int) -> Invalid:
    return Invalid(
        say(
            "These are more than {most} requests, the most that one file may hold. Choose a shorter period or one "
            "place, and take them in parts.",
            "超过 {most} 件，一份文件装不下。请缩短统计期或只选一个区域，分几次导出。",
            most=most,
        )
    )
