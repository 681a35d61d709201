"""What the larger components are given: plain values, so that a page's view is data and its look is ours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.utils.functional import Promise

from linli.kernel.words import Words

Text = str | Words | Promise
"""Anything a person reads."""

Tone = Literal["plain", "work", "wait", "late", "done"]
"""How a thing stands: `work` under way, `wait` for someone, `late` or wrong, `done`; `plain` says nothing."""


@dataclass(frozen=True, kw_only=True)
class Clock:
    """A deadline in words ("周二 10:00 前"), what is left ("还剩 2 个工作日"), and why it is then."""

    words: Text
    left: Text = ""
    tone: Tone = "plain"
    at: datetime | None = None
    why: Text = ""


@dataclass(frozen=True, kw_only=True)
class Badge:
    """A state in a word."""

    words: Text
    tone: Tone = "plain"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step on a track; `now`, `wait` and `late` are where the matter stands, `next` is still to come."""

    words: Text
    state: Literal["done", "now", "wait", "late", "next"] = "done"
    at: datetime | None = None
    who: Text = ""
    text: Text = ""
    clock: Clock | None = None


@dataclass(frozen=True, kw_only=True)
class File:
    """Something attached; a picture brings the address of its small copy."""

    href: str
    name: Text
    size: Text = ""
    thumbnail: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing said or done; `inside` is seen by staff only, `event` is one line without a slip."""

    side: Literal["resident", "office", "inside", "event"]
    who: Text
    at: datetime
    words: Text = ""
    text: Text = ""
    icon: str = "circle-dot"
    files: Sequence[File] = ()


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the worklist; `id` is what its tick sends, `asked` what is asked of the reader.

    `for_whom` says for whom it is asked of them, where it is somebody else's.
    """

    id: str
    href: str
    number: str
    subject: Text
    place: Text = ""
    state: Badge | None = None
    asked: Text = ""
    clock: Clock | None = None
    unit: Text = ""
    supervised: bool = False
    for_whom: Text = ""
    current: bool = False


@dataclass(frozen=True, kw_only=True)
class Link:
    """A place to go: for tabs, chips, breadcrumbs."""

    href: str
    words: Text
    current: bool = False
    count: int | None = None
    icon: str = ""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A name and its value; `note` tells source and age, `doubtful` marks it in words."""

    name: Text
    value: Text
    note: Text = ""
    doubtful: bool = False


@dataclass(frozen=True, kw_only=True)
class Option:
    """The label of a choice that needs a second line or an icon; give it where Django wants a label."""

    words: Text
    hint: Text = ""
    icon: str = ""

    def __str__(self) -> str:
        return str(self.words)
