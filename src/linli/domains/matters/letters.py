"""What holders and openers of any matter are told, in words."""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import localtime

from linli.domains.delivery.templates import register_template
from linli.kernel.words import Words, say


def _day_and_time(written: str) -> Words:
    local = localtime(datetime.fromisoformat(written))
    return Words(
        f"{local.day} {local:%B %Y, %H:%M}",
        f"{local.year}年{local.month}月{local.day}日 {local:%H:%M}",
    )


_MISSED = say(
    "{number} is past its deadline. Act on it now, or say on its page what it waits for.",
    "{number} 已超过时限，请马上办理，或在它的页面上说明卡在哪里。",
)
_MOVED = say(
    "The deadline of {number} moved from {was} to {at}: the holiday schedule was published.",
    "{number} 的期限由 {was} 改为 {at}：放假安排已公布。",
)

register_template("matter.clock_missed", _MISSED, subject=_MISSED)
register_template("matter.deadline_moved", _MOVED, subject=_MOVED, shows={"was": _day_and_time, "at": _day_and_time})
