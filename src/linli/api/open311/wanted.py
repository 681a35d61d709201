"""Which requests are asked for: by number, or by service, status and time, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import QueryDict
from django.utils.timezone import is_naive, make_aware

from linli.api.open311.services import known_service
from linli.domains.matters.queries import Filters
from linli.domains.requests.lifecycle import REQUEST
from linli.kernel.refusal import Invalid
from linli.kernel.words import Words, say

SPAN = timedelta(days=90)
MOST = 1000
"""Requests of one page, and of one list of numbers, as the specification has it."""
DEEPEST = 50_000
"""Requests that paging reaches before the time asked about must be narrowed."""
YEARS = range(1970, 2200)
STATES = {
    "open": tuple(state.code for state in REQUEST.states if not state.final),
    "closed": tuple(state.code for state in REQUEST.states if state.final and state.listed),
}


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a request's query asks for; `numbers` override all else."""

    numbers: tuple[str, ...]
    filters: Filters
    categories: tuple[str, ...]
    page: int
    size: int


def wanted(given: QueryDict, *, area: str, now: datetime) -> Wanted:
    """Reads and refuses, naming the argument."""
    since, until = _span(given, now=now)
    statuses = [_one_of(status, STATES) for status in _listed(given, "status")]
    page, size = _count(given, "page", 1, DEEPEST), _count(given, "page_size", MOST, MOST)
    if page * size > DEEPEST:
        raise Invalid(
            say(
                "Paging reaches {most} requests. Narrow start_date and end_date.",
                "翻页最多到第 {most} 件，请缩短 start_date 与 end_date 的间隔。",
                most=DEEPEST,
            )
        )
    return Wanted(
        numbers=tuple(_listed(given, "service_request_id")),
        filters=Filters(
            area=area,
            since=since,
            until=until + timedelta(seconds=1),  # moments are told in whole seconds; the last one belongs to the span
            states=tuple(state for status in statuses for state in STATES[status]),
        ),
        categories=tuple(known_service(code) for code in _listed(given, "service_code")),
        page=page,
        size=size,
    )


def _listed(given: QueryDict, name: str) -> list[str]:
    found = [each.strip() for value in given.getlist(name) for each in value.split(",") if each.strip()]
    if len(found) > MOST:
        raise _unusable(name, say("at most {most} at once", "一次最多 {most} 个", most=MOST))
    return found


def _one_of(value: str, known: dict[str, tuple[str, ...]]) -> str:
    if value not in known:
        raise _unusable("status", say("open, closed or both", "填 open、closed 或两者"))
    return value


def _count(given: QueryDict, name: str, usual: int, most: int) -> int:
    typed = given.get(name, "").strip()
    if not typed:
        return usual
    if not (typed.isascii() and typed.isdigit() and len(typed) < 9 and 1 <= int(typed) <= most):
        raise _unusable(name, say("a number from 1 to {most}", "填 1 至 {most} 的整数", most=most))
    return int(typed)


def _span(given: QueryDict, *, now: datetime) -> tuple[datetime, datetime]:
    """Ninety days up to now, or what is asked for, which may be no longer."""
    since, until = _moment(given, "start_date"), _moment(given, "end_date")
    if since and until:
        if until - since > SPAN:
            raise _unusable("end_date", say("at most 90 days after start_date", "距 start_date 最多 90 天"))
        return since, until
    if since:
        return since, since + SPAN
    return (until or now) - SPAN, until or now


def _moment(given: QueryDict, name: str) -> datetime | None:
    typed = given.get(name, "").strip().replace(" ", "+")  # what an unescaped + becomes in an address
    if not typed:
        return None
    try:
        found = datetime.fromisoformat(typed)
        if found.year not in YEARS:
            raise ValueError
        return make_aware(found) if is_naive(found) else found
    except (ValueError, OverflowError):
        example = say("a moment such as 2026-03-02T10:00:00+08:00", "填 2026-03-02T10:00:00+08:00 这样的时间")
        raise _unusable(name, example) from None


def _unusable(name: str, allowed: Words) -> Invalid:
    return Invalid(say("Please check {name}: {allowed}.", "请检查 {name}：{allowed}。", name=name, allowed=allowed))
