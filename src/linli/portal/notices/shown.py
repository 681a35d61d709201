"""How a notice stands, in a badge and in words: what holds, what was corrected, what was withdrawn."""

from __future__ import annotations

from linli.design.shapes import Badge
from linli.design.shapes import Tone as Shown
from linli.domains.notices.lifecycle import NOTICE
from linli.domains.notices.queries import PublishedNotice
from linli.domains.notices.vocabulary import NoticeType
from linli.portal.lines import badge_of

TONES: dict[NoticeType, Shown] = {NoticeType.EMERGENCY: "late", NoticeType.REBUTTAL: "work"}


def kind_badge(notice: PublishedNotice) -> Badge:
    """What it is."""
    return Badge(words=notice.type.words, tone=TONES.get(notice.type, "plain"))


def state_badge(notice: PublishedNotice) -> Badge | None:
    """What became of it; nothing while it simply holds."""
    return None if notice.state == "published" else badge_of(NOTICE.by_code[notice.state])
