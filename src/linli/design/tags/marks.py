"""The smallest marks: icons, badges, clocks, times, keys."""

from __future__ import annotations

from datetime import datetime
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
CLOCK_ICONS = {"wait": "hourglass", "late": "alarm-clock", "done": "check"}


@register.simple_tag
def icon(name: str) -> SafeString:
    """`{% icon "check" %}`: a drawing that always stands beside words, so it is hidden from screen readers."""
    sprite = static("design/vendor/icons.svg")
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', sprite, name)


@register.inclusion_tag("design/badge.html")
def badge(tone: str | Badge, words: Text = "", *, icon: str = "") -> dict[str, Any]:
    """`{% badge "wait" _("Waiting for you") %}`, or `{% badge row.asked %}`."""
    if isinstance(tone, Badge):
        return {"tone": tone.tone, "words": tone.words, "icon": icon or TONE_ICONS[tone.tone]}
    return {"tone": tone, "words": words, "icon": icon or TONE_ICONS[tone]}


@register.inclusion_tag("design/clock.html")
def clock(clock: Clock) -> dict[str, Any]:
    """`{% clock row.clock %}`: the deadline on one line."""
    return {"clock": clock, "icon": CLOCK_ICONS.get(clock.tone, "clock")}


@register.inclusion_tag("design/clock_box.html")
def clock_box(clock: Clock) -> dict[str, Any]:
    """`{% clock_box matter.clock %}`: the deadline with its reason, on a matter's own page."""
    return {"clock": clock, "icon": CLOCK_ICONS.get(clock.tone, "clock")}


@register.simple_tag
def when(at: datetime, *, now: datetime | None = None) -> SafeString:
    """`{% when entry.at %}`: the moment as people say it, the exact time behind it."""
    spoken = said.moment(at, now=now or timezone.now())
    stamp = timezone.localtime(at).isoformat(timespec="seconds")
    return format_html('<time datetime="{}" title="{}">{}</time>', stamp, said.exact(at), spoken)


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
