"""Reads a tour: scenes of numbered steps, each a sentence whose marks say what to do.

**bold** is pressed, *slanted* is a field, `code` is typed into it, a [link](http://…) is opened, “quoted” words must
then be on the page, and <!-- picture --> takes one. So the page and the journey cannot part ways.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

DOCS = Path(__file__).parents[3] / "docs"
TOURS = {"en-US": DOCS / "tour.md", "zh-CN": DOCS / "tour.zh-CN.md"}
PHONE = re.compile("phone|手机")
STEP = re.compile(r'^\d+\. <a id="(?P<id>[a-z-]+)"></a>(?P<words>.+?)(?=^\d+\. |^#|^!\[|\Z)', re.M | re.S)
PICTURE = re.compile(r"^!\[(?P<text>[^\]]+)\]\((?P<path>[^)]+)\)", re.M)
MARKS = {
    "open": re.compile(r"\[[^\]]+\]\((http://127\.0\.0\.1:8000[^)]*)\)"),
    "press": re.compile(r"\*\*([^*]+)\*\*"),
    "field": re.compile(r"(?<!\*)\*([^*]+)\*(?!\*)"),
    "type": re.compile(r"`([^`]+)`"),
    "read": re.compile("“([^”]+)”"),
    "picture": re.compile("<!-- (picture) -->"),
}


@dataclass(frozen=True)
class Move:
    """One thing to do: `kind` is a key of MARKS."""

    kind: str
    words: str


@dataclass(frozen=True)
class Step:
    """A sentence of the tour."""

    id: str
    moves: tuple[Move, ...]


@dataclass(frozen=True)
class Scene:
    """A heading of the tour: steps on one device, and the picture below them."""

    title: str
    on_phone: bool
    steps: tuple[Step, ...]
    picture: str


def scenes(tour: Path) -> list[Scene]:
    """The scenes of a tour in their order; what stands before the first and after the last has no steps."""
    parts = re.split(r"^## ", tour.read_text(encoding="utf-8"), flags=re.M)
    found = (_scene(part) for part in parts[1:])
    return [scene for scene in found if scene.steps]


def _scene(part: str) -> Scene:
    title = part.partition("\n")[0]
    picture = PICTURE.search(part)
    steps = tuple(Step(step["id"], tuple(_moves(step["words"]))) for step in STEP.finditer(part))
    return Scene(title, bool(PHONE.search(title)), steps, picture["path"] if picture else "")


def _moves(words: str) -> list[Move]:
    plain = " ".join(words.split())
    found = [(mark.start(), kind, mark[1]) for kind, marks in MARKS.items() for mark in marks.finditer(plain)]
    return [Move(kind, _path(given) if kind == "open" else given) for _, kind, given in sorted(found)]


def _path(address: str) -> str:
    return urlsplit(address).path or "/"
