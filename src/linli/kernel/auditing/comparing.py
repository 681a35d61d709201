"""Comparing what the entries hash to with the tiles that are stored and the root that is signed: who is at fault?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linli.kernel.auditing.findings import Finding
from linli.kernel.auditing.sources import Source
from linli.kernel.auditing.walking import Contradiction, hashes_of, older_files, stored
from linli.kernel.tlog import WIDTH, Checkpoint, Doubt, Edge, Tile, root_of, width_at


class Known:
    """A log's hashes as its entries make them, level by level from 1; of level 0 those bundles that were kept."""

    def __init__(self, size: int, roots: Sequence[bytes], kept: Mapping[int, list[bytes]]) -> None:
        self.size = size
        self.kept = kept
        self.rows = [list(roots[: size // WIDTH])]
        while len(self.rows[-1]) >= WIDTH:
            below = self.rows[-1]
            whole = len(below) - len(below) % WIDTH
            self.rows.append([root_of(below[at : at + WIDTH]) for at in range(0, whole, WIDTH)])

    def tile(self, level: int, index: int) -> list[bytes]:
        """The hashes of a tile as this size has it."""
        if level == 0:
            return self.kept[index][: width_at(self.size, 0, index)]
        return self.rows[level - 1][index * WIDTH : (index + 1) * WIDTH]

    def root(self, size: int | None = None) -> bytes:
        """The root at this size or at an earlier one, of which the last bundle was kept."""
        size = self.size if size is None else size
        rows = []
        for level in range(len(self.rows) + 1):
            hashes = size >> (8 * level)
            width = hashes % WIDTH
            rows.append(b"".join(self.tile(level, hashes // WIDTH)[:width]) if width else b"")
        return Edge(size, b"", tuple(rows)).root()


def _upper_tiles(source: Source, known: Known) -> Iterator[Finding]:
    """What is wrong with the stored tiles above the leaf hashes."""
    for level, row in enumerate(known.rows, 1):
        for index in range(-(-len(row) // WIDTH)):
            hashes = known.tile(level, index)
            tile = Tile(level, index, len(hashes))
            yield from _check_tile(source, tile, hashes)
            yield from older_files(source, tile, hashes)


def _check_tile(source: Source, tile: Tile, hashes: list[bytes]) -> list[Finding]:
    try:
        path, data = stored(source, tile)
        if hashes_of(data, tile.width) == hashes:
            return []
    except Doubt as doubt:
        return [Finding.of(tile.path, doubt)]
    return [
        Finding(
            path,
            f"{path}: this tile does not hold what the entries below it hash to.",
            f"{path}：该分片与其下条目的散列值不符。",
        )
    ]


def compare(
    source: Source, known: Known, signed: Checkpoint, contradictions: Sequence[Contradiction]
) -> Iterator[Finding]:
    """What is wrong where tiles contradict entries or the root is not the signed one: whom the signature is with."""
    by_tiles = _with_tiles(known, contradictions)
    entries_signed = known.root() == signed.root
    tiles_signed = not entries_signed and by_tiles.root() == signed.root
    for each in contradictions:
        yield _blamed(each, tile=entries_signed, entry=tiles_signed)
    if not entries_signed:
        yield _not_signed(known.size, alone=not contradictions)
    yield from _upper_tiles(source, by_tiles if tiles_signed else known)


def _with_tiles(known: Known, contradictions: Sequence[Contradiction]) -> Known:
    """The log as its stored tiles have it."""
    roots = list(known.rows[0])
    kept = dict(known.kept)
    for each in contradictions:
        if each.index < len(roots):
            roots[each.index] = root_of(each.hashes)
        kept[each.index] = each.hashes
    return Known(known.size, roots, kept)


def _blamed(each: Contradiction, *, tile: bool, entry: bool) -> Finding:
    path = Tile(0, each.index).path
    numbers = ", ".join(str(each.index * WIDTH + at) for at in each.at[:5]) + (" …" if len(each.at) > 5 else "")
    if tile:
        return Finding(
            path,
            f"{path}: this tile was altered (entry {numbers}); the entries are as signed.",
            f"{path}：该分片被改动过（第 {numbers} 条处）；条目与签名一致。",
        )
    if entry:
        return Finding(
            f"entry {numbers}",
            f"Entry {numbers} was altered: it is not what was signed.",
            f"第 {numbers} 条被改动过：与签名时的内容不符。",
        )
    return Finding(
        path, f"Entry {numbers} and the tile {path} contradict each other.", f"第 {numbers} 条与分片 {path} 互相矛盾。"
    )


def _not_signed(size: int, *, alone: bool) -> Finding:
    hint = (
        ("the checkpoint or whole files were exchanged", "检查点或整份文件被调换过") if alone else ("see above", "见上")
    )
    return Finding(
        "checkpoint",
        f"The {size} entries do not lead to the signed root: {hint[0]}.",
        f"这 {size} 条推不出已签名的根散列值：{hint[1]}。",
    )
