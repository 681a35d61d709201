"""What all pages of audit may be narrowed by: one account, and two days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.dateparse import parse_date

from linli.design.shapes import Link
from linli.domains.people.actor import Actor
from linli.domains.people.queries import accounts
from linli.domains.people.queries.accounts import AccountSeen
from linli.domains.people.rights import AUDIT_READ
from linli.domains.people.signin.rights import READ_LOG
from linli.kernel.vault import Purpose
from linli.kernel.words import say
from linli.office.doing import YEARS, ends, midnight


@dataclass(frozen=True)
class Asked:
    """The filters as they stand in the address; what cannot be read there is left out."""

    given: Mapping[str, str]
    account: UUID | None
    since: datetime | None
    until: datetime | None

    @classmethod
    def read(cls, request: HttpRequest) -> Asked:
        """What `?account=…&since=…&until=…` asks for."""
        given = request.GET.dict()
        return cls(
            {name: value for name, value in given.items() if value},
            account_in(given.get("account", "")),
            midnight(_day(given.get("since", ""))),
            ends(_day(given.get("until", ""))),
        )

    def purpose(self) -> Purpose | None:
        """`?purpose=…`, where it names one."""
        code = self.given.get("purpose", "")
        return Purpose(code) if code in Purpose.codes() else None

    def address(self, **changes: str) -> str:
        """The query string of the same filters, changed, from the first page."""
        kept = {name: value for name, value in {**self.given, **changes}.items() if value and name != "after"}
        return f"?{urlencode(kept)}"


def frame(asked: Asked, *, here: str, by: Actor) -> dict[str, Any]:
    """What every page of audit is given: tabs with the one at `here`, filters, staff to choose from; one statement."""
    may_choose = by.system or AUDIT_READ.code in by.rights
    return {
        "asked": asked.given,
        "account": asked.account,
        "narrowed": bool(asked.given),
        "accounts": accounts(by=by) if may_choose else [],
        "tabs": _tabs(by, here),
    }


def chosen(known: Sequence[AccountSeen]) -> Mapping[UUID, str]:
    """What to call each of them."""
    return {each.id: f"{each.display_name} ({each.username})" for each in known}


def _tabs(by: Actor, here: str) -> list[Link]:
    pages = (
        ("office:audit:summary", say("Who opened how much", "谁看了多少"), AUDIT_READ),
        ("office:audit:openings", say("Every opening", "逐条查看记录"), AUDIT_READ),
        ("office:audit:exports", say("Files taken away", "导出记录"), AUDIT_READ),
        ("office:audit:powers", say("Posts and roles", "任免与权限"), AUDIT_READ),
        ("office:audit:signins", say("Sign-ins", "登录日志"), READ_LOG),
    )
    open_to = [(reverse(name), words) for name, words, right in pages if by.system or right.code in by.rights]
    return [Link(href=href, words=words, current=href == here) for href, words in open_to]


def account_in(text: str) -> UUID | None:
    """The account named in an address, where one is."""
    try:
        return UUID(text)
    except ValueError:
        return None


def _day(text: str) -> date | None:
    try:
        found = parse_date(text)
    except ValueError:
        return None
    return found if found and found.year in YEARS else None
