"""Founds a subdistrict: places, roles, units, staff and their first passwords, in one transaction."""

from __future__ import annotations

import csv
import os
from collections.abc import Sequence
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from linli.cli.founding.places import lay_out
from linli.cli.founding.sheets import BUILDINGS, STAFF, read_sheet, write_template
from linli.cli.founding.staff import Hired, hire_all
from linli.domains.people.actions import install_standard_roles
from linli.domains.people.actor import SYSTEM
from linli.domains.places.actions import add_many
from linli.domains.places.queries import roots
from linli.kernel.refusal import Refusal
from linli.kernel.words import say

BUILDING_EXAMPLE = ("110100001001", "示例社区", "第1网格", "1号楼", "3")
STAFF_EXAMPLE = ("张示范", "desk", "社区工作者", "示例社区居委会", "居委会", "示例社区")


def write_templates(folder: Path) -> tuple[Path, Path]:
    """Writes both empty sheets into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    buildings, staff = folder / "buildings.xlsx", folder / "staff.xlsx"
    write_template(buildings, BUILDINGS, BUILDING_EXAMPLE)
    write_template(staff, STAFF, STAFF_EXAMPLE)
    return buildings, staff


def found(*, code: str, district: str, subdistrict: str, buildings: Path, staff: Path, passwords: Path) -> int:
    """Founds the subdistrict, whole or not at all; first passwords go into a file only its owner may read.

    Answers how many people can sign in.
    """
    if roots():
        raise Refusal(
            say(
                "A subdistrict has been founded here already. Use another LINLI_HOME or database.",
                "这里已经建过街道了，请换一个 LINLI_HOME 或数据库。",
            )
        )
    now = timezone.now()
    ground = lay_out(buildings, read_sheet(buildings, BUILDINGS), code=code, district=district, subdistrict=subdistrict)
    people = read_sheet(staff, STAFF)
    with transaction.atomic():
        add_many(news=ground.news, by=SYSTEM, at=now)
        install_standard_roles(by=SYSTEM, at=now)
        hired = hire_all(staff, people, areas=ground.areas, subdistrict=subdistrict, at=now)
        _hand_out(hired, passwords)
    return len(hired)


def _hand_out(hired: Sequence[Hired], path: Path) -> None:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise Refusal(
            say(
                "First passwords cannot be written to {file}. Name a new file in a folder you may write to.",
                "首次密码无法写入 {file}，请换一个可写目录下的新文件名。",
                file=path,
            )
        ) from error
    with os.fdopen(descriptor, "w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow(["用户名 username", "首次密码 first password"])
        writer.writerows([each.username, each.password] for each in hired)
