"""Walking one stretch of a log, every entry of it; many stretches are walked at once, each by another process."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from linli.kernel.auditing.findings import MOST, Finding
from linli.kernel.auditing.numbering import Count
from linli.kernel.auditing.reading import Place, places, promised
from linli.kernel.auditing.sources import Source
from linli.kernel.tlog import ENTRIES, WIDTH, Doubt, Malformed, Missing, Tile, bundle, entries_of, root_of, tile_at

HASH_BYTES = 32


@dataclass(frozen=True, slots=True)
class Stretch:
    """What to walk: the bundles from `begin` to `end` of a log of `size` entries.

    `keep`: bundles whose leaf hashes are wanted; `wanted`: of some streams the digests of promised entries.
    """

    source: Source
    size: int
    begin: int
    end: int
    keep: frozenset[int] = frozenset()
    wanted: Mapping[str, frozenset[bytes]] = field(default_factory=dict)


@dataclass(slots=True)
class Contradiction:
    """A tile of leaf hashes that is not what its entries hash to: where they differ, and the stored hashes."""

    index: int
    at: list[int]
    hashes: list[bytes]


@dataclass(slots=True)
class Walked:
    """What a stretch holds: the hash over each bundle, and all that is wrong with it."""

    roots: list[bytes] = field(default_factory=list)
    kept: dict[int, list[bytes]] = field(default_factory=dict)
    counts: dict[str, Count] = field(default_factory=dict)
    found: dict[bytes, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)

    def blame(self, findings: Iterable[Finding]) -> None:
        """Note what is wrong, up to a number that says enough."""
        self.findings += list(findings)[: max(0, MOST - len(self.findings))]


def walk(stretch: Stretch) -> Walked:
    """Read every entry and tile of leaf hashes of the stretch."""
    walked = Walked()
    for index in range(stretch.begin, stretch.end):
        tile = tile_at(stretch.size, 0, index)
        entries = _entries(stretch.source, tile, walked)
        hashes = [sha256(b"\x00" + entry).digest() for entry in entries]
        stored_hashes = _hashes(stretch.source, tile, walked)
        if not entries:
            hashes = stored_hashes or [bytes(HASH_BYTES)] * tile.width
        walked.roots.append(root_of(hashes))
        if stored_hashes and stored_hashes != hashes:
            walked.contradictions.append(_contradiction(index, hashes, stored_hashes))
        if index in stretch.keep:
            walked.kept[index] = hashes
        _read(stretch, tile, entries, walked)
        _look_beside(stretch.source, tile, entries, stored_hashes or hashes, walked)
    return walked


def stored(source: Source, tile: Tile) -> tuple[str, bytes]:
    """The file of a tile or bundle, or the full one that took its place, with its path; Missing without both."""
    for each in dict.fromkeys((tile, Tile(tile.level, tile.index))):
        try:
            return each.path, source.read(each.path)
        except FileNotFoundError:
            continue
    raise Missing("the file is missing", "文件缺失")


def hashes_of(data: bytes, width: int) -> list[bytes]:
    """The first `width` hashes of a tile's file; Malformed where it has not the length of one."""
    if len(data) not in (width * HASH_BYTES, WIDTH * HASH_BYTES):
        raise Malformed("the file is cut off or too long", "文件残缺或过长")
    return [data[at : at + HASH_BYTES] for at in range(0, width * HASH_BYTES, HASH_BYTES)]


def _entries(source: Source, tile: Tile, walked: Walked) -> list[bytes]:
    wanted = Tile(ENTRIES, tile.index, tile.width)
    try:
        entries = entries_of(stored(source, wanted)[1])
        if len(entries) not in (tile.width, WIDTH):
            raise Malformed("it holds too few or too many entries", "条目数不对，有缺失或多余")
    except Doubt as doubt:
        walked.blame([Finding.of(wanted.path, doubt)])
        return []
    return entries[: tile.width]


def _hashes(source: Source, tile: Tile, walked: Walked) -> list[bytes]:
    try:
        return hashes_of(stored(source, tile)[1], tile.width)
    except Doubt as doubt:
        walked.blame([Finding.of(tile.path, doubt)])
        return []


def _contradiction(index: int, hashes: list[bytes], stored: list[bytes]) -> Contradiction:
    differ = [at for at, (one, other) in enumerate(zip(hashes, stored, strict=True)) if one != other]
    return Contradiction(index, differ, stored)


def _read(stretch: Stretch, tile: Tile, entries: list[bytes], walked: Walked) -> None:
    """Count the entries in their streams, and look out for promised ones."""
    counts = walked.counts
    first = tile.index * WIDTH
    for at, place in enumerate(places(entries) if entries else [], first):
        if isinstance(place, Malformed):
            walked.blame([Finding(f"entry {at}", f"Entry {at}: {place.en}.", f"第 {at} 条：{place.zh}。")])
            continue
        stream, number = place
        count = counts.get(stream)
        if count is None:
            counts[stream] = Count(stream, number, number, at, at)
        elif number == count.last + 1:
            count.last, count.ends = number, at
        else:
            walked.blame(count.goes_on(number, at))
        if stream in stretch.wanted:
            _look_for(stretch.wanted[stream], entries[at - first], place, at, walked)


def _look_for(wanted: Collection[bytes], entry: bytes, place: Place, at: int, walked: Walked) -> None:
    digest = sha256(promised(entry, place)).digest()
    if digest in wanted:
        walked.found[digest] = at


def _look_beside(source: Source, tile: Tile, entries: list[bytes], hashes: list[bytes], walked: Walked) -> None:
    """Older, partial files that still lie beside must say what the newer ones say."""
    if entries:
        walked.blame(older_files(source, Tile(ENTRIES, tile.index, tile.width), [bundle([one]) for one in entries]))
    walked.blame(older_files(source, tile, hashes))


def older_files(source: Source, tile: Tile, parts: list[bytes]) -> Iterator[Finding]:
    """What is wrong with the files beside this one, which must begin with what its `parts` say."""
    for path in source.beside(Tile(tile.level, tile.index).path):
        if path != tile.path and (found := _older_file(source, path, parts)):
            yield found


def _older_file(source: Source, path: str, parts: list[bytes]) -> Finding | None:
    name = path.rpartition("/")[2]
    if not name.isdecimal():
        return None  # not a file of the log
    data, known = source.read(path), b"".join(parts[: int(name)])
    if data.startswith(known) and (data == known or int(name) > len(parts)):
        return None  # what goes beyond the checkpoint is not yet signed for
    return Finding(
        path,
        f"{path}: this older file of the log does not say what the newer one says.",
        f"{path}：日志的这份旧文件与新文件内容不一致。",
    )
