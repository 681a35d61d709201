"""Making roots and proofs out of tiles, reading only the few that are needed."""

from __future__ import annotations

from collections.abc import Callable

from linli.kernel.tlog.bundles import entries_of
from linli.kernel.tlog.doubt import Malformed, Missing
from linli.kernel.tlog.hashing import EMPTY_ROOT, HASH_BYTES, node_hash, root_of, split_hashes
from linli.kernel.tlog.tiles import ENTRIES, WIDTH, Tile, tile_at

Read = Callable[[str], bytes]
"""Answers the bytes of a log's file by its path below the log's prefix; FileNotFoundError where there is none."""


class Tree:
    """A log at one size, read from its tiles; what it answers is true only if its root is the signed one."""

    def __init__(self, size: int, read: Read) -> None:
        self.size = size
        self._read = read
        self._hashes: dict[tuple[int, int], list[bytes]] = {}

    def root(self, size: int | None = None) -> bytes:
        """The Merkle tree hash of the whole, or of its first `size` entries."""
        count = self.size if size is None else size
        if not 0 <= count <= self.size:
            raise Malformed("The log is shorter than that.", "日志没有那么长。")
        return self._over(0, count) if count else EMPTY_ROOT

    def inclusion(self, index: int) -> list[bytes]:
        """The hashes from the leaf's sibling up (RFC 6962 section 2.1.1)."""
        if not 0 <= index < self.size:
            raise Malformed("The log has no entry of this number.", "日志中没有这个序号的条目。")
        proof: list[bytes] = []
        begin, end = 0, self.size
        while end - begin > 1:
            middle = begin + _split(end - begin)
            if index < middle:
                proof.append(self._over(middle, end))
                end = middle
            else:
                proof.append(self._over(begin, middle))
                begin = middle
        return proof[::-1]

    def consistency(self, old: int) -> list[bytes]:
        """The hashes that show that this log began as the one of `old` entries (RFC 6962 section 2.1.2)."""
        if not 0 <= old <= self.size:
            raise Malformed("The log is shorter than that.", "日志没有那么长。")
        if old in (0, self.size):
            return []
        proof: list[bytes] = []
        begin, end, whole = 0, self.size, True
        while old != end:
            middle = begin + _split(end - begin)
            if old <= middle:
                proof.append(self._over(middle, end))
                end = middle
            else:
                proof.append(self._over(begin, middle))
                begin, whole = middle, False
        return ([] if whole else [self._over(begin, end)]) + proof[::-1]

    def entry(self, index: int) -> bytes:
        """The entry itself, out of its bundle."""
        if not 0 <= index < self.size:
            raise Malformed("The log has no entry of this number.", "日志中没有这个序号的条目。")
        return self.bundle(index // WIDTH)[index % WIDTH]

    def bundle(self, index: int) -> list[bytes]:
        """The entries behind one tile of level 0, as many as a log of this size has there."""
        tile = tile_at(self.size, ENTRIES, index)
        entries = entries_of(self._bytes(tile))
        if len(entries) not in (tile.width, WIDTH):
            raise Malformed("A file of entries does not hold as many as it must.", "一份条目文件的条目数不对。")
        return entries[: tile.width]

    def tile(self, level: int, index: int) -> list[bytes]:
        """The hashes of one tile as a log of this size has it."""
        if (level, index) not in self._hashes:
            tile = tile_at(self.size, level, index)
            data = self._bytes(tile)
            if len(data) not in (tile.width * HASH_BYTES, WIDTH * HASH_BYTES):
                raise Malformed("A tile has not the length it must have.", "一个日志分片的长度不对。")
            self._hashes[level, index] = split_hashes(data)[: tile.width]
        return self._hashes[level, index]

    def _bytes(self, tile: Tile) -> bytes:
        """The file as it was at this size, or the full one that took its place."""
        for path in dict.fromkeys((tile.path, Tile(tile.level, tile.index).path)):
            try:
                return self._read(path)
            except FileNotFoundError:
                continue
        raise Missing(f"The file {tile.path} is missing from the log.", f"日志缺少文件 {tile.path}。")

    def _over(self, begin: int, end: int) -> bytes:
        """The hash over the entries from `begin` to `end`, a node of the tree or its incomplete right edge."""
        count = end - begin
        if count & (count - 1) == 0:
            return self._complete(begin, count)
        middle = begin + _split(count)
        return node_hash(self._complete(begin, middle - begin), self._over(middle, end))

    def _complete(self, begin: int, count: int) -> bytes:
        height = count.bit_length() - 1
        level = height // 8
        index, at = divmod(begin >> (8 * level), WIDTH)
        return root_of(self.tile(level, index)[at : at + (1 << (height % 8))])


def _split(count: int) -> int:
    """The largest power of two below `count`: where RFC 6962 parts a tree."""
    return 1 << ((count - 1).bit_length() - 1)
