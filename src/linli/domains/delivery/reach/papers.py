"""What is printed of a mailing: a sheet for the wall of each building, and the doors to walk to, without names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from linli.domains.delivery.reach.queries import Board, DoorSeen
from linli.domains.places.queries import labels
from linli.kernel.papers import Code, Heading, NewPage, Paper, Paragraph, Part, Table, Title, typeset
from linli.kernel.words import Words, say

MOST_SHEETS = 60
"""Buildings of one file: what a stapler and a short wait allow."""
SCAN = say(
    "{place}\n\nScan to read it online, to check that it is true, to ask back, and to confirm that your home knows. "
    "No telephone that scans? Tell your building leader or the community's counter: it counts the same.",
    "{place}\n\n扫码可以在网上看原文、验真伪、提问题，并确认您家已知晓。不方便扫码，告诉楼组长或社区窗口，效果一样。",
)
FINGERPRINT = say("Fingerprint on the public record (SHA-256): {digest}", "公开记录上的指纹（SHA-256）：{digest}")
LIST = say("Doors not reached yet: {number}", "未送达门户清单：{number}")
HOW = say(
    "Tick what you did. Read aloud only to who wishes it. Nobody's name is needed; signing is theirs to choose. "
    "Enter it on the list's page afterwards, or hand this in at the community.",
    "做了哪项就在哪格打勾。代读须先征得本人同意。不用登记姓名，签收自愿。回来后在清单页面登记，或把本页交到社区。",
)
COLUMNS = (
    say("Door", "门户"),
    say("Told in person", "当面告知"),
    say("Read aloud, they wished it", "征得同意代读"),
    say("Signed, and the day", "签收、日期"),
)
NOBODY = say("Every door here was reached.", "这里每户都已送达。")


def sheets(
    board: Board, *, title: str, paragraphs: Sequence[str], digest: str, link: str, language: str, at: datetime
) -> bytes:
    """A leaf for each part of the board, to be pinned up there: the notice's words and the code that leads to it."""
    parts: list[Part] = []
    for part in board.parts[:MOST_SHEETS]:
        said = SCAN.fill(place=part.words).in_language(language)
        parts += [Title(title), *(Paragraph(words) for words in paragraphs)]
        parts += [Code(link, words=board.number, said=said)]
        parts += [Paragraph(FINGERPRINT.fill(digest=digest).in_language(language), small=True), NewPage()]
    paper = Paper(title=title, parts=parts[:-1], language=language, leaves=True, footer=board.number)
    return typeset(paper, at=at)


def door_list(number: str, doors: Sequence[DoorSeen], *, title: str, language: str, at: datetime) -> bytes:
    """The doors by staircase, each with boxes to tick; door numbers alone, for paper is easily lost."""
    stairs = labels({door.stair for door in doors})
    parts: list[Part] = [Paragraph(title), Paragraph(HOW.in_language(language), small=True)]
    for stair, there in groupby(doors, key=lambda door: door.stair):
        parts += [Heading(_said(stairs[stair], language)), _table(list(there), language)]
    if not doors:
        parts.append(Paragraph(NOBODY.in_language(language)))
    paper = Paper(title=LIST.fill(number=number).in_language(language), parts=parts, language=language, footer=number)
    return typeset(paper, at=at)


def _table(doors: Sequence[DoorSeen], language: str) -> Table:
    head = [column.in_language(language) for column in COLUMNS]
    return Table(head, [[door.name, "□", "□", ""] for door in doors])


def _said(words: Words, language: str) -> str:
    return words.in_language(language)
