"""Growing a log from its right edge: which files new entries make, without reading anything older."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from linli.kernel.tlog.bundles import bundle
from linli.kernel.tlog.hashing import EMPTY_ROOT, HASH_BYTES, leaf_hash, root_of, split_hashes
from linli.kernel.tlog.proving import Tree
from linli.kernel.tlog.tiles import ENTRIES, WIDTH, Tile

_TILE_BYTES = WIDTH * HASH_BYTES


@dataclass(frozen=True, slots=True)
class Edge:
    """The right edge of a log of `size` entries: what its partial files hold, and so all that is needed to go on.

    `bundle`: the partial entry bundle; `rows`: of each level, from 0, the hashes of its partial tile; may be empty.
    """

    size: int = 0
    bundle: bytes = b""
    rows: tuple[bytes, ...] = ()

    def root(self) -> bytes:
        """The Merkle tree hash of the whole log."""
        reached = b""
        for row in self.rows:
            hashes = split_hashes(row) + ([reached] if reached else [])
            reached = root_of(hashes) if hashes else b""
        return reached or EMPTY_ROOT


def edge_of(tree: Tree) -> Edge:
    """The right edge of a log, read from its tiles; whoever trusts it compares its root with the signed one."""
    rows = []
    level = 0
    while hashes := tree.size >> (8 * level):
        index, width = divmod(hashes, WIDTH)
        rows.append(b"".join(tree.tile(level, index)) if width else b"")
        level += 1
    last, waiting = divmod(tree.size, WIDTH)
    return Edge(tree.size, bundle(tree.bundle(last)) if waiting else b"", tuple(rows))


def grown(edge: Edge, entries: Sequence[bytes]) -> tuple[Edge, list[tuple[Tile, bytes]]]:
    """The edge after these entries, and every file they make, whole: full tiles as they fill, partial ones as they end.

    The same edge and entries always make the same bytes, so writing again after a crash changes nothing.
    """
    bundles, waiting = _bundles(edge, entries)
    files = list(bundles)
    rows: list[bytes] = []
    fresh = b"".join(leaf_hash(entry) for entry in entries)
    for level in count():
        old = edge.rows[level] if level < len(edge.rows) else b""
        if not fresh and level >= len(edge.rows):
            break
        made, row, parents = _tiles(level, (edge.size >> (8 * level)) // WIDTH, old + fresh)
        files += made if fresh else []
        rows.append(row)
        fresh = parents
    return Edge(edge.size + len(entries), waiting, tuple(rows)), files


def _bundles(edge: Edge, entries: Sequence[bytes]) -> tuple[list[tuple[Tile, bytes]], bytes]:
    """The bundles that grow, and what the last one holds if it is not full."""
    first, held = divmod(edge.size, WIDTH)
    parts = [entries[max(0, at - held) : max(0, at - held + WIDTH)] for at in range(0, held + len(entries), WIDTH)]
    data = [bundle(part) for part in parts]
    if data:
        data[0] = edge.bundle + data[0]
    width = (held + len(entries)) % WIDTH
    widths = [WIDTH] * (len(data) - bool(width)) + [width] * bool(width)
    files = [
        (Tile(ENTRIES, first + nth, wide), whole) for nth, (wide, whole) in enumerate(zip(widths, data, strict=True))
    ]
    return files if entries else [], data[-1] if width else b""


def _tiles(level: int, first: int, hashes: bytes) -> tuple[list[tuple[Tile, bytes]], bytes, bytes]:
    """The tiles that these hashes make from tile `first` on, what the partial one holds, the full ones' roots."""
    files = []
    roots = []
    for at in range(0, len(hashes) - _TILE_BYTES + 1, _TILE_BYTES):
        whole = hashes[at : at + _TILE_BYTES]
        files.append((Tile(level, first + at // _TILE_BYTES), whole))
        roots.append(root_of(split_hashes(whole)))
    row = hashes[len(roots) * _TILE_BYTES :]
    if row:
        files.append((Tile(level, first + len(roots), len(row) // HASH_BYTES), row))
    return files, row, b"".join(roots)
