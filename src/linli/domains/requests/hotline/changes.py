"""What changed in an order, said for the desk in the deployment's language."""

from __future__ import annotations

from collections.abc import Collection

from django.conf import settings

from linli.domains.requests.hotline.reading import CityOrder
from linli.domains.requests.importing.carrying import pieces
from linli.kernel.words import Words, say

SAID: dict[str, Words] = {
    "text": say("The words changed; they stand beside the first ones.", "诉求内容有变化，新内容已附上，原内容保留。"),
    "caller": say(
        "What the city knows of the caller changed. Ask the caller before you change it here.",
        "市热线登记的来电人信息有变化，改动前请先与来电人核实。",
    ),
    "about": say(
        "Area, category, kind or urgency changed there. The desk decides.",
        "区域、类别、性质或紧急程度有变化，由受理岗判断。",
    ),
    "deadlines": say("The city's deadlines changed.", "市热线时限有变化。"),
    "standing": say("It stands at the city as “{standing}” now.", "市热线状态变为“{standing}”。"),
}
AGAINST = say(
    "Under the same sequence {sequence} the city sent other words. What came first stands. Ask 12345 which is right."
    " It said: {text}",
    "市热线以同一序号 {sequence} 发来不同内容，以先到的为准，请向 12345 核实。后到内容：{text}",
)


def changes(order: CityOrder, parts: Collection[str]) -> str:
    """A sentence for each part that changed."""
    told = [SAID[part].fill(standing=order.standing.words) for part in SAID if part in parts]
    return "\n".join(_said(words) for words in told)


def contradiction(order: CityOrder) -> list[str]:
    """What the city said against itself, in pieces that fit a note."""
    return pieces(_said(AGAINST.fill(sequence=order.sequence, text=order.text)))


def _said(words: Words) -> str:
    return words.in_language(settings.LANGUAGE_CODE)
