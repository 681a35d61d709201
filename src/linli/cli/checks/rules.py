"""Whether the rules in force were checked by someone, and the year's working days are known."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone

from linli.cli.checks.finding import Finding, doubtful, fit
from linli.kernel.rules import UnknownRule, rulebook
from linli.kernel.words import say

NEXT_YEAR_FROM = 12
"""The month by which the next year's holidays have been published."""


def verified() -> Finding:
    """Rules that a person compared with the text of the law."""
    rules = rulebook().in_force(on=timezone.localdate()).values()
    waiting = sum(not rule.verified for rule in rules)
    if waiting:
        return doubtful(
            "verified",
            say(
                "{waiting} of {all} rules await someone who compares them with the law: see Rules in the office.",
                "{all} 条规则里有 {waiting} 条还没有人与法规原文核对：见办公端“规则”。",
                waiting=waiting,
                all=len(rules),
            ),
        )
    return fit("verified", say("Every rule was compared with the law.", "每条规则都与法规核对过。"))


def packs() -> Finding:
    """The city's own pack, not the example's."""
    return fit("packs", say("Rules in force: {packs}.", "使用的规则：{packs}。", packs=", ".join(settings.RULE_PACKS)))


def schedule() -> Finding:
    """Published holidays, so that no deadline is provisional."""
    today = timezone.localdate()
    for year in (today.year, today.year + 1) if today.month >= NEXT_YEAR_FROM else (today.year,):
        try:
            rulebook().rule(f"workdays.schedule.{year}", on=today)
        except UnknownRule:
            return doubtful(
                "schedule",
                say(
                    "The holidays of {year} are not loaded: deadlines are provisional.",
                    "{year} 年放假安排还没有录入：期限只是暂定。",
                    year=year,
                ),
            )
    return fit("schedule", say("The year's holidays are loaded.", "今年的放假安排已录入。"))
