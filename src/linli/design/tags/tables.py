"""Matters as a dense table. Its rows are written here, not in a template: no page is open longer than this one.

Nothing reaches a row but through `escape`; what Django's templates do for any value would be most of the page's cost.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape as escaped
from typing import Any

from django.template import Library
from django.utils import timezone
from django.utils.safestring import SafeString

from linli.design import said
from linli.design.shapes import Badge, Clock, Row, Text
from linli.design.tags.marks import CLOCK_ICONS, icon_of
from linli.kernel.words import say

register = Library()

TICK = say("Tick", "勾选")
SUPERVISED = Badge(words=say("Supervised", "督办"), tone="late")


@register.inclusion_tag("design/worklist.html")
def worklist(
    rows: Sequence[Row], *, pick: bool = False, asked: bool = False, units: bool = False, caption: Text = ""
) -> dict[str, Any]:
    """`{% worklist rows %}`: the list with its keys.

    `pick` adds ticks for bulk acts, `asked` what is asked of the reader, `units` who holds each.
    """
    tick = escape(TICK)

    def cells(row: Row) -> str:
        number = escape(row.number)
        flag = _badge(SUPERVISED, icon_of("flag")) if row.supervised else ""
        flag += _badge(Badge(words=row.for_whom), icon_of("user-check")) if row.for_whom else ""
        what = f'<a href="{escape(row.href)}" data-open><span>{escape(row.subject)}</span></a>{flag}'
        return "".join(
            (
                _cell("pick", _tick(row.id, f"{tick} {number}")) if pick else "",
                _cell("no number", number),
                _cell("what", what),
                _cell("where", escape(row.place)),
                _cell("unit", escape(row.unit)) if units else "",
                _cell("state", _badge(row.state) if row.state else ""),
                _cell("asked", escape(row.asked)) if asked else "",
                _cell("due", _clock(row.clock) if row.clock else ""),
            )
        )

    current = {True: ' aria-current="true"', False: ""}
    body = "".join(f'<tr role="row" data-row{current[row.current]}>{cells(row)}</tr>\n' for row in rows)
    return {"body": SafeString(body), "pick": pick, "asked": asked, "units": units, "caption": caption}


def escape(text: Text) -> str:
    """What a person reads, as it may stand between tags and in attributes."""
    return escaped(str(text))


def _cell(name: str, drawn: str) -> str:
    return f'<td role="cell" class="{name}">{drawn}</td>'


def _tick(value: str, drawn: str) -> str:
    box = f'<input class="tick-box" type="checkbox" name="ids" value="{escape(value)}">'
    return f'<label>{box}<span class="visually-hidden">{drawn}</span></label>'


def _badge(badge: Badge, icon: str = "") -> str:
    return f'<span class="badge" data-tone="{badge.tone}">{icon}{escape(badge.words)}</span>'


def _clock(clock: Clock) -> str:
    icon = icon_of(CLOCK_ICONS.get(clock.tone, "clock"))
    left = f'<span class="left">{escape(clock.left)}</span>'
    return f'<span class="clock" data-tone="{clock.tone}">{icon}<span>{_deadline(clock)} {left}</span></span>'


def _deadline(clock: Clock) -> str:
    if not clock.at:
        return escape(clock.words)
    stamp = timezone.localtime(clock.at).isoformat(timespec="seconds")
    return f'<time datetime="{stamp}" title="{escape(said.exact(clock.at))}">{escape(clock.words)}</time>'
