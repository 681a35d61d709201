"""One address, taken apart."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """Each part without its classifier ("3" for 3号楼), empty where it was not written; `rest` was not understood."""

    divisions: tuple[str, ...] = ()
    road: str = ""
    number: str = ""
    compound: str = ""
    phase: str = ""
    zone: str = ""
    group: str = ""
    building: str = ""
    unit: str = ""
    floor: str = ""
    room: str = ""
    rest: str = ""

    @property
    def ground(self) -> str:
        """Where the building stands, below the divisions."""
        number = f"{self.number}号" if self.number else ""
        parts = ((self.compound, ""), (self.phase, "期"), (self.zone, "区"), (self.group, "组"))
        named = "".join(f"{part}{classifier}" for part, classifier in parts if part)
        return f"{self.road}{named}{number}" if self.group else f"{self.road}{number}{named}"

    @property
    def door(self) -> str:
        """Building, entrance and room; the floor only where no room tells it."""
        parts = [(self.building, "座" if self.building.isalpha() else "号楼"), (self.unit, "单元")]
        parts.append((self.room, "室") if self.room else (self.floor, "层"))
        return "".join(f"{part}{classifier}" for part, classifier in parts if part)

    @property
    def standard(self) -> str:
        """The one way to write it."""
        return "".join(self.divisions) + self.ground + self.door

    @property
    def is_whole(self) -> bool:
        """Whether it names one home and nothing in it was left over."""
        return bool(self.building and self.room and not self.rest)
