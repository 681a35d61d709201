"""Places out of the sheet of buildings: district and subdistrict by code, communities, grids, buildings, entrances."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from linli.cli.founding.sheets import BUILDINGS, Row, mistake
from linli.domains.places.actions import NewPlace
from linli.domains.places.kinds import PlaceKind
from linli.kernel.refusal import Invalid
from linli.kernel.words import say

MOST_ENTRANCES = 60


@dataclass
class Ground:
    """What is to be planted, and where things are by name."""

    news: list[NewPlace] = field(default_factory=list)
    areas: dict[str, UUID] = field(default_factory=dict)
    known: dict[tuple[UUID, str], UUID] = field(default_factory=dict)

    def below(self, parent: UUID, kind: PlaceKind, name: str, *, code: str = "") -> UUID:
        """The place of that name below the parent, planned now if it is new."""
        if (parent, name) not in self.known:
            new = NewPlace(kind, name, parent, code=code)
            self.news.append(new)
            self.known[parent, name] = new.id
        return self.known[parent, name]


def lay_out(path: Path, rows: Sequence[Row], *, code: str, district: str, subdistrict: str) -> Ground:
    """Every place of the sheet below the subdistrict of this nine-figure code (GB/T 10114)."""
    if len(code) != 9 or not code.isdigit():
        raise Invalid(
            say("A subdistrict's division code has nine figures. Check it.", "街道的区划代码是九位数字，请核对。")
        )
    ground = Ground()
    top = NewPlace(PlaceKind.DISTRICT, district, code=code[:6])
    office = NewPlace(PlaceKind.SUBDISTRICT, subdistrict, top.id, code=code)
    ground.news += [top, office]
    ground.areas[subdistrict] = office.id
    for row in rows:
        _plant(ground, path, row, office.id, code)
    return ground


def _plant(ground: Ground, path: Path, row: Row, office: UUID, code: str) -> None:
    for column in ("community", "building"):
        if not row[column]:
            raise mistake(path, row, BUILDINGS[column], say("fill this in.", "请填写。"))
    if row["code"] and not (row["code"].isdigit() and len(row["code"]) == 12 and row["code"].startswith(code)):
        why = say(
            "a community's code has twelve figures and begins with {code}.",
            "社区编码为十二位，以 {code} 开头。",
            code=code,
        )
        raise mistake(path, row, BUILDINGS["code"], why)
    community = ground.below(office, PlaceKind.COMMUNITY, row["community"], code=row["code"])
    ground.areas[row["community"]] = community
    parent = ground.below(community, PlaceKind.GRID, row["grid"]) if row["grid"] else community
    if (parent, row["building"]) in ground.known:
        raise mistake(path, row, BUILDINGS["building"], say("it stands twice.", "重复了。"))
    building = ground.below(parent, PlaceKind.BUILDING, row["building"])
    for number in range(1, _entrances(path, row) + 1):
        ground.below(building, PlaceKind.UNIT, f"{number}单元")


def _entrances(path: Path, row: Row) -> int:
    told = row["entrances"] or "0"
    if not told.isdigit() or int(told) > MOST_ENTRANCES:
        why = say("write a number up to {most}.", "请填不超过 {most} 的数字。", most=MOST_ENTRANCES)
        raise mistake(path, row, BUILDINGS["entrances"], why)
    return int(told)
