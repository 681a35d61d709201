"""The smallest marks: icons, badges, clocks, times, keys."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Any

from django.template import Library
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from linli.design import said
from linli.design.shapes import Badge, Clock, Text

register = Library()

TONE_ICONS = {"wait": "hourglass", "late": "circle-alert", "work": "circle-dot", "done": "check", "plain": ""}
CLOCK = '<span class="clock" data-tone="{}">{}<span>{}{}</span></span>'
CLOCK_ICONS = {"wait": "hourglass", "late": "alarm-clock", "done": "check"}


@register.simple_tag(name="icon")
@cache
def icon_of(name: str) -> SafeString:
    """`{% icon "check" %}`: a drawing that always stands beside words, so it is hidden from screen readers."""
    sprite = static("design/vendor/icons.svg")  # its address never changes while we run
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', sprite, name)


@register.simple_tag
def badge(tone: str | Badge, words: Text = "", *, icon: str = "") -> SafeString:
    """`{% badge "wait" _("Waiting for you") %}`, or `{% badge row.asked %}`."""
    if isinstance(tone, Badge):
        return badge(tone.tone, tone.words, icon=icon)
    name = icon or TONE_ICONS[tone]
    drawn = icon_of(name) if name else ""
    return format_html('<span class="badge" data-tone="{}">{}{}</span>', tone, drawn, words)


@register.simple_tag
def clock(clock: Clock) -> SafeString:
    """`{% clock row.clock %}`: the deadline on one line."""
    drawn = icon_of(CLOCK_ICONS.get(clock.tone, "clock"))
    left = format_html(' <span class="left">{}</span>', clock.left) if clock.left else ""
    return format_html(CLOCK, clock.tone, drawn, deadline(clock), left)


@register.simple_tag
def deadline(clock: Clock) -> SafeString | Text:
    """`{% deadline clock %}`: the deadline's words, with the exact time behind them where there is one."""
    return _time(clock.at, clock.words) if clock.at else clock.words


@register.inclusion_tag("design/clock_box.html")
def clock_box(clock: Clock) -> dict[str, Any]:
    """`{% clock_box matter.clock %}`: the deadline with its reason, on a matter's own page."""
    return {"clock": clock, "icon": CLOCK_ICONS.get(clock.tone, "clock")}


def _time(at: datetime, words: Text) -> SafeString:
    stamp = timezone.localtime(at).isoformat(timespec="seconds")
    return format_html('<time datetime="{}" title="{}">{}</time>', stamp, said.exact(at), words)


@register.simple_tag
def when(at: datetime, *, now: datetime | None = None) -> SafeString:
    """`{% when entry.at %}`: the moment as people say it, the exact time behind it."""
    spoken = said.moment(at, now=now or timezone.now())
    return _time(at, spoken)


@register.simple_tag
def day(when: date, *, now: datetime | None = None) -> SafeString:
    """`{% day row.last_day %}`: a date as people say it."""
    spoken = said.day(when, today=timezone.localdate(now or timezone.now()))
    return format_html('<time datetime="{}">{}</time>', when.isoformat(), spoken)


@register.filter
def exact(at: datetime) -> str:
    """`{{ at|exact }}`: the whole truth about a moment, for a tip."""
    return str(said.exact(at))


@register.simple_tag
def bare(number: float) -> str:
    """`{% bare 33.3 %}`: a number for SVG, whatever the language's decimal mark."""
    return f"{number:.2f}"


@register.simple_tag
def key(name: str) -> SafeString:
    """`{% key "j" %}`: a key to press."""
    return format_html('<kbd class="key">{}</kbd>', name)
