"""Tiles: 256 neighbouring hashes of one level in one file, and the files' names (C2SP tlog-tiles)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from linli.kernel.tlog.doubt import Malformed

WIDTH = 256
"""Hashes in a full tile."""

ENTRIES = -1
"""The level of entry bundles, which stand beside the tiles of level 0."""

_PATH = re.compile(r"tile/(entries|0|[1-9]\d?)/((?:x\d{3}/)*\d{3})(?:\.p/([1-9]\d{0,2}))?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Tile:
    """One file of a log: `level` from 0 (leaf hashes), or ENTRIES; `index` within the level; `width` 1 to 256."""

    level: int
    index: int
    width: int = WIDTH

    @property
    def full(self) -> bool:
        """Whether it will never grow."""
        return self.width == WIDTH

    @property
    def path(self) -> str:
        """`tile/<L>/<N>[.p/<W>]`, below the log's own prefix: tile/0/x001/x234/067, tile/entries/000.p/7."""
        level = "entries" if self.level == ENTRIES else str(self.level)
        return f"tile/{level}/{_groups(self.index)}" + ("" if self.full else f".p/{self.width}")


def parse_path(path: str) -> Tile:
    """The tile that a path names; Malformed for any other spelling of it, so that each file has one name."""
    found = _PATH.fullmatch(path)
    if found:
        level, index, width = found.groups()
        number = int(index.replace("x", "").replace("/", ""))
        tile = Tile(ENTRIES if level == "entries" else int(level), number, int(width or WIDTH))
        if tile.level < 64 and tile.path == path:
            return tile
    raise Malformed("This is not the name of a tile.", "这不是日志分片的名称。")


def width_at(size: int, level: int, index: int) -> int:
    """How wide this tile is in a log of `size` entries; 0 where it does not exist yet."""
    return max(0, min(WIDTH, (size >> (8 * max(level, 0))) - index * WIDTH))


def tile_at(size: int, level: int, index: int) -> Tile:
    """The tile there as a log of `size` entries has it; Malformed where it has none."""
    width = width_at(size, level, index)
    if not width:
        raise Malformed("The log is not long enough to have this tile.", "日志尚无此分片。")
    return Tile(level, index, width)


def tiles_of(size: int, *, since: int = 0) -> Iterator[Tile]:
    """Every tile and bundle that a log of `size` entries has and one of `since` had not, lowest level first."""
    for level in range(ENTRIES, 64):
        hashes, before = (count >> (8 * max(level, 0)) for count in (size, since))
        if not hashes:
            return
        if hashes > before:
            yield from (tile_at(size, level, index) for index in range(before // WIDTH, -(-hashes // WIDTH)))


def _groups(index: int) -> str:
    digits = str(index)
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    groups = [digits[at : at + 3] for at in range(0, len(digits), 3)]
    return "/".join([*(f"x{group}" for group in groups[:-1]), groups[-1]])
