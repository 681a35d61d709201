"""The list of rules in force, and every version of one key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from linli.design.shapes import Badge
from linli.domains.people.actor import Actor
from linli.domains.people.rights import RULES_READ, require_anywhere
from linli.domains.requests.categories import category_words
from linli.domains.requests.duties import doubted, unlisted
from linli.kernel.refusal import NotFound
from linli.kernel.rules import Rule, rulebook
from linli.kernel.words import Words, say
from linli.office.door import staff_only
from linli.office.rules.values import value_words

FAMILIES = {
    "duties": say("List of duties", "事项清单"),
    "requests": say("Requests", "诉求办理"),
    "petitions": say("Petitions", "信访"),
    "security": say("Sign-in and abuse limits", "登录与安全"),
    "vault": say("Personal data", "个人信息"),
    "workdays": say("Working time", "工作时间"),
}
SCHEDULES = "workdays.schedule"
VERIFIED = Badge(words=say("checked against its source", "已对照原文核实"), tone="done")
UNVERIFIED = Badge(words=say("not yet checked", "待核实"), tone="wait")


@dataclass(frozen=True)
class Line:
    """One version of one rule, and whether it is the one that decides today."""

    rule: Rule
    value: Words
    badge: Badge
    decides: bool


@dataclass(frozen=True)
class Family:
    """Rules of one room."""

    words: Words
    lines: Sequence[Line]


@require_GET
@staff_only
def rules(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Every rule in force today by family; holiday schedules of years past stand apart, as do gaps in the duties."""
    require_anywhere(by, RULES_READ)
    today, words = localdate(at), " ".join(request.GET.get("q", "").split())[:60].casefold()
    found = [rule for rule in rulebook().in_force(on=today).values() if _matches(rule, words)]
    past = [rule for rule in found if _past(rule, today)]
    given = {
        "q": words,
        "book": rulebook(),
        "families": list(_families(rule for rule in found if rule not in past)),
        "past": [_line(rule, True) for rule in reversed(past)],
        "unverified": sum(not rule.verified for rule in found),
        "count": len(found),
        "unlisted": [words for _, words in unlisted(on=today)],
        "doubted": [(category_words(code), count) for code, count in doubted(by=by, on=today).items()],
    }
    return render(request, "office/rules/list.html", given)


@require_GET
@staff_only
def versions(request: HttpRequest, key: str, *, by: Actor, at: datetime) -> HttpResponse:
    """Every version of a key in every pack, the deciding pack first."""
    require_anywhere(by, RULES_READ)
    known = rulebook().versions(key)
    if not known:
        raise NotFound(say("There is no rule of this key. Choose one from the list.", "没有这条规则，请从列表里选。"))
    decides = rulebook().in_force(on=localdate(at)).get(key)
    given = {"key": key, "name": known[0].name, "lines": [_line(rule, rule is decides) for rule in known]}
    return render(request, "office/rules/one.html", given)


def _matches(rule: Rule, words: str) -> bool:
    return all(word in f"{rule.key} {rule.name.zh} {rule.name.en} {rule.citation}".casefold() for word in words.split())


def _past(rule: Rule, today: date) -> bool:
    year = rule.key.rpartition(".")[2]
    return rule.key.startswith(f"{SCHEDULES}.") and year.isdecimal() and int(year) < today.year


def _families(found: Iterable[Rule]) -> Iterable[Family]:
    for room, group in groupby(found, key=lambda rule: rule.key.partition(".")[0]):
        yield Family(FAMILIES.get(room, Words(room, room)), [_line(rule, True) for rule in group])


def _line(rule: Rule, decides: bool) -> Line:
    return Line(rule, value_words(rule.value), VERIFIED if rule.verified else UNVERIFIED, decides)
