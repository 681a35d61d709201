"""What happened and how things stand: tracks, conversations, facts, figures."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.template import Library
from django.utils.safestring import mark_safe

from linli.design.shapes import Entry, Fact, Step, Text

register = Library()

STEP_ICONS = {
    "done": "circle-check",
    "now": "arrow-right",
    "wait": "hourglass",
    "late": "alarm-clock",
    "next": "circle",
}
SIDE_ICONS = {"inside": "lock", "event": "circle-dot"}


@register.inclusion_tag("design/track.html")
def track(steps: Sequence[Step]) -> dict[str, Any]:
    """`{% track steps %}`: a matter's way, as a parcel's."""
    return {"steps": [(step, STEP_ICONS[step.state]) for step in steps]}


@register.inclusion_tag("design/conversation.html")
def conversation(entries: Sequence[Entry]) -> dict[str, Any]:
    """`{% conversation entries %}`: what was said and done, oldest first."""
    return {"entries": entries}


@register.inclusion_tag("design/facts.html")
def facts(rows: Sequence[Fact], *, lines: bool = False) -> dict[str, Any]:
    """`{% facts rows %}`: names and values, with source and age."""
    return {"rows": rows, "lines": lines}


@register.inclusion_tag("design/holder.html")
def holder(name: Text, *, post: Text = "", phone: str = "", text: Text = "") -> dict[str, Any]:
    """`{% holder "王静" post="网格员" phone="…" %}`: who holds it now and how to reach them."""
    return {"name": name, "post": post, "phone": phone, "text": text}


@register.inclusion_tag("design/empty.html")
def empty(icon: str, title: Text, text: Text, *, href: str = "", act: Text = "") -> dict[str, Any]:
    """`{% empty "inbox" … %}`: says what will appear here and offers the first act."""
    return {"icon": icon, "title": title, "text": text, "href": href, "act": act}


@register.inclusion_tag("design/figure.html")
def figure(
    sentence: Text,
    value: Text,
    *,
    unit: Text = "",
    part: int | None = None,
    whole: int | None = None,
    counted: Text = "",
    interval: tuple[float, float] | None = None,
    tone: str = "plain",
) -> dict[str, Any]:
    """`{% figure sentence "92.4" unit="%" part=171 whole=185 %}`: a number that says what it means.

    `interval` is in percent of the whole; `counted` says what was counted and what was left out.
    """
    share = 100 * part / whole if part is not None and whole else None
    low, high = interval or (0.0, 0.0)
    return {
        "sentence": sentence, "value": value, "unit": unit, "part": part, "whole": whole, "counted": counted,
        "share": share, "interval": interval, "low": low, "wide": high - low, "high": high, "tone": tone,
    }  # fmt: skip


@register.inclusion_tag("design/weeks.html")
def weeks(before: Sequence[tuple[date, int]], now: int, *, label: Text) -> dict[str, Any]:
    """`{% weeks trend.before trend.count label=… %}`: a bar a week, this week's last, the same numbers as a table."""
    counts = [*(count for _, count in before), now]
    most = max(counts) or 1
    bars = [(10 * place, 40 - 38 * count / most, 38 * count / most) for place, count in enumerate(counts)]
    return {"before": before, "now": now, "bars": bars, "wide": 10 * len(counts), "label": label}


@register.inclusion_tag("design/qr.html")
def qr(address: str, *, words: Text = "", text: Text = "") -> dict[str, Any]:
    """`{% qr track_url words="7K3F-9Q2M" text=… %}`: a code to scan and the words to type instead."""
    import segno  # noqa: PLC0415 - loaded with the first code that is drawn

    drawing = segno.make(address, error="m", micro=False).svg_inline(border=2, omitsize=True)
    picture = mark_safe(drawing)  # noqa: S308 - drawn by segno from the code's dots, nothing of the address is in it
    return {"picture": picture, "words": words, "text": text, "id": uuid.uuid5(uuid.NAMESPACE_URL, address).hex[:8]}
