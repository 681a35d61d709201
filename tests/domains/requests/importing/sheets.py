"""Sheets of made-up requests for tests, and the import of one in a line."""

from __future__ import annotations

import csv
from datetime import timedelta
from pathlib import Path

from tests.neighbourhood import MONDAY

from linli.domains.people.actor import SYSTEM
from linli.domains.requests.importing.actions import bring_in, look, place_called, try_dry

HEADER = ["工单编号", "诉求人", "联系电话", "反映时间", "标题", "诉求内容", "类别", "所属社区", "答复意见", "答复时间"]
NOW = MONDAY + timedelta(days=30)


def row(number: str = "1", **given: str) -> list[str]:
    """One made-up row; name a column to say something else in it."""
    usual = {
        "工单编号": number,
        "诉求人": "王居民",
        "联系电话": "13800000001",
        "反映时间": "2019/1/4 11:17:46",
        "标题": f"第{number}件事",
        "诉求内容": f"三号楼的电梯坏了两天，老人上不了楼，请帮忙看看。之{number}",
        "类别": "电梯",
        "所属社区": "柳荫社区",
        "答复意见": "",
        "答复时间": "",
    }
    return [given.get(name, usual[name]) for name in HEADER]


def sheet(path: Path, *rows: list[str], header: list[str] | None = None) -> Path:
    """A .csv of these rows."""
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file).writerows([header or HEADER, *rows])
    return path


def import_(path: Path, *, wanted=None, by=SYSTEM, place="柳荫街道", **more):
    """Imports a file into the subdistrict."""
    return bring_in(path, look(path, wanted=wanted), place=place_called(place), by=by, at=NOW, **more)


def dry(path: Path, place="柳荫街道"):
    """What an import of the file would do."""
    return try_dry(look(path), place=place_called(place), at=NOW)
