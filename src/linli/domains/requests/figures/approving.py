"""Leave to take many requests away: asked for with a reason, decided by who audits, taken once, and then over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from linli.domains.delivery.actions import send_many
from linli.domains.delivery.letters import Letter
from linli.domains.delivery.templates import register_template
from linli.domains.matters.clocks import deadline_by_rule
from linli.domains.people.actor import Actor
from linli.domains.people.overseeing import require_everywhere
from linli.domains.people.queries import names_of
from linli.domains.people.rights import AUDIT_READ, require_anywhere
from linli.domains.requests.figures.asked import NARROWED, Asked
from linli.domains.requests.figures.exporting import codes, count_requests, take_approved
from linli.domains.requests.figures.models import ExportAsk
from linli.domains.requests.rights import READ
from linli.kernel.refusal import Invalid, NotAllowed, NotFound, Refusal
from linli.kernel.vault import mask_text
from linli.kernel.words import Vocabulary, Words, say

__all__ = ["Leave", "LeaveSeen", "ask_to_take", "asked_of_auditors", "decide", "own_asks", "take_granted"]
LONGEST, SHOWN = 200, 50


class Leave(Vocabulary):
    """How an ask stands."""

    WAITING = "waiting", "Waits for a decision", "待审批"
    GRANTED = "granted", "Approved: take it once", "已批准，可导出一次"
    REFUSED = "refused", "Not approved", "未批准"
    TAKEN = "taken", "Taken", "已导出"
    LAPSED = "lapsed", "Over", "已过期"


@dataclass(frozen=True)
class LeaveSeen:
    """An ask as pages show it; `first` and `last` are the days of its period."""

    ask: ExportAsk
    stands: Leave
    who: Words | None
    decider: Words | None

    @property
    def first(self) -> datetime:
        """The first moment asked for."""
        return datetime.fromisoformat(self.ask.asked["since"])

    @property
    def last(self) -> datetime:
        """The last moment asked for."""
        return datetime.fromisoformat(self.ask.asked["until"]) - timedelta(microseconds=1)


@transaction.atomic
def ask_to_take(asked: Asked, *, reason: str, by: Actor, at: datetime) -> UUID:
    """Asks to take what was received up to now; refuses what needs no approval, or was asked already."""
    require_anywhere(by, READ)
    if by.account is None:
        raise NotAllowed(say("Sign in with your own account to ask.", "请用本人账号登录后申请。"))
    reason = _masked(reason, "reason", least=2)
    upto = replace(asked, until=min(asked.until, at)) if asked.since < at else asked
    rows = count_requests(upto, by=by, at=at)
    known = ExportAsk.objects.filter(by_account=by.account, outcome="", until__gt=at, asked__since=codes(upto)["since"])
    if any(_same(each.asked, codes(upto)) for each in known):
        raise Refusal(say("You asked for these already; it waits for its decision.", "已经申请过，正在等待审批。"))
    made = ExportAsk.objects.create(
        asked=codes(upto), rows=rows, reason=reason, by_account_id=by.account, at=at, until=_holds(at)
    )
    return made.pk


@transaction.atomic
def decide(ask: UUID, *, granted: bool, why: str, by: Actor, at: datetime) -> None:
    """Lets them take it, once and for a time, or not; nobody decides on their own ask."""
    require_everywhere(by, AUDIT_READ)
    row = ExportAsk.objects.select_for_update(of=("self",)).filter(pk=ask).first()
    if row is None:
        raise _unknown()
    if row.by_account_id == by.account or by.account is None:
        raise NotAllowed(say("Somebody else decides on what you asked for.", "自己的申请要由他人审批。"))
    if row.outcome or row.until <= at:
        raise Refusal(say("It was decided already, or is over. Load the page again.", "已有结论或已过期，请刷新页面。"))
    row.why = _masked(why, "why", least=0 if granted else 2)
    row.outcome, row.decided_by_id, row.decided_at = ("granted" if granted else "refused"), by.account, at
    row.until = _holds(at) if granted else row.until
    row.save()
    letter = f"export.{row.outcome}"
    send_many([Letter(template=letter, key=f"{letter}:{row.pk}", at=at, to_account=row.by_account_id)])


@transaction.atomic
def take_granted(ask: UUID, *, by: Actor, at: datetime) -> bytes:
    """The workbook that was approved, once; refuses more rows than were."""
    row = ExportAsk.objects.select_for_update(of=("self",)).filter(pk=ask, by_account=by.account).first()
    if row is None:
        raise _unknown()
    if _stands(row, at) is not Leave.GRANTED:
        raise Refusal(
            say(
                "It is not approved, was taken already, or is over. Ask anew if you still need it.",
                "未批准、已导出过或已过期。仍需要的，请重新申请。",
            )
        )
    content, row.taken = take_approved(_asked(row.asked), rows=row.rows, by=by, at=at)
    row.save(update_fields=["taken"])
    return content


def own_asks(*, by: Actor, at: datetime) -> list[LeaveSeen]:
    """What the actor asked for, the newest first."""
    require_anywhere(by, READ)
    return _seen(ExportAsk.objects.filter(by_account=by.account).order_by("-at", "-pk")[:SHOWN], at)


def asked_of_auditors(*, by: Actor, at: datetime) -> list[LeaveSeen]:
    """What waits for a decision, the oldest first; for who audits."""
    require_everywhere(by, AUDIT_READ)
    return _seen(ExportAsk.objects.filter(outcome="", until__gt=at).order_by("at", "pk")[:SHOWN], at)


def _seen(rows: Iterable[ExportAsk], at: datetime) -> list[LeaveSeen]:
    asks: Sequence[ExportAsk] = list(rows)
    names = names_of(who for each in asks for who in (each.by_account_id, each.decided_by_id) if who)
    return [
        LeaveSeen(
            each,
            _stands(each, at),
            names.get(each.by_account_id),
            names.get(each.decided_by_id) if each.decided_by_id else None,
        )
        for each in asks
    ]


def _stands(row: ExportAsk, at: datetime) -> Leave:
    if row.taken_id:
        return Leave.TAKEN
    if row.outcome == "refused":
        return Leave.REFUSED
    if row.until <= at:
        return Leave.LAPSED
    return Leave.GRANTED if row.outcome else Leave.WAITING


def _holds(at: datetime) -> datetime:
    return deadline_by_rule("requests.export_leave", since=at).at


def _asked(noted: dict[str, str]) -> Asked:
    since, until = datetime.fromisoformat(noted["since"]), datetime.fromisoformat(noted["until"])
    narrowed = {name: noted.get(name, "") for name in NARROWED}
    return Asked(since=since, until=until, **narrowed)


def _same(one: dict[str, str], other: dict[str, str]) -> bool:
    return {**one, "until": ""} == {**other, "until": ""}


def _masked(words: str, name: str, *, least: int) -> str:
    said = mask_text(" ".join(words.split())).text
    if least <= len(said) <= LONGEST:
        return said
    sentence = say("Say why, in at most {most} characters.", "请写明理由，最多 {most} 个字。", most=LONGEST)
    raise Invalid(sentence, fields={name: sentence})


def _unknown() -> NotFound:
    return NotFound(say("There is no such ask of yours.", "没有这个申请。"))


register_template(
    "export.granted",
    say(
        "Your ask to take requests away was approved: take them once, soon.", "批量导出已获批准，请在有效期内导出一次。"
    ),
)
register_template(
    "export.refused",
    say("Your ask to take requests away was not approved; why stands there.", "批量导出未获批准，理由请看申请页。"),
)
