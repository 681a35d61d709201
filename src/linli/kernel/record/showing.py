"""What is published of a log, as anybody may fetch it: the checkpoint, the files it covers, a proof of one entry."""

from __future__ import annotations

import re
from uuid import UUID

from linli.kernel.record.publishing import store_of
from linli.kernel.record.standing import standings
from linli.kernel.refusal import NotFound
from linli.kernel.tlog import (
    CHECKPOINT,
    Doubt,
    Missing,
    Proof,
    Store,
    Tree,
    parse_checkpoint,
    parse_note,
    parse_path,
    width_at,
)
from linli.kernel.words import say

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")

NO_LOG = say(
    "There is no such log here, or nothing of it is published yet. Check the address.",
    "这里没有这个日志，或尚未公布任何内容，请核对地址。",
)
NO_FILE = say(
    "The published log has no such file. Fetch the checkpoint: its size says which files there are.",
    "已公布的日志没有这个文件。请先取检查点：其大小决定有哪些文件。",
)
NOT_YET = say("This is being put on the public record; ask again in a moment.", "正在写入公开记录，请稍后再试。")
NO_ENTRY = say(
    "The published log has no entry of this number: it has {size}, from 0. A new one is published within seconds.",
    "已公布的日志没有这个序号的条目：共 {size} 条，从 0 起。新条目会在几秒内公布。",
)


def proof_of(entry: UUID) -> Proof:
    """The proof of an entry under its log's newest checkpoint; NotFound until it is published."""
    standing = standings([entry]).get(entry)
    if standing is None or standing.log is None or standing.leaf is None:
        raise NotFound(NOT_YET)
    return Shown(standing.log).proof(standing.leaf)


class Shown:
    """One published log. It needs no database, so it can be asked however busy that is."""

    def __init__(self, name: str) -> None:
        if not _NAME.fullmatch(name):
            raise NotFound(NO_LOG)
        self._store: Store = store_of(name)

    def checkpoint(self) -> bytes:
        """The newest signed checkpoint; NotFound where none is published."""
        try:
            return self._store.read(CHECKPOINT)
        except FileNotFoundError:
            raise NotFound(NO_LOG) from None

    def size(self) -> int:
        """How many entries the newest checkpoint covers."""
        return parse_checkpoint(parse_note(self.checkpoint()).text).size

    def file(self, path: str) -> bytes:
        """A tile or bundle that the checkpoint covers; NotFound for anything else, whatever lies on the disk."""
        try:
            tile = parse_path(path)
            if width_at(self.size(), tile.level, tile.index) >= tile.width:
                return self._store.read(path)
        except (Doubt, FileNotFoundError):
            pass
        raise NotFound(NO_FILE)

    def proof(self, index: int) -> Proof:
        """The proof of one entry under the newest checkpoint, the entry itself in its `extra`."""
        checkpoint = self.checkpoint()
        tree = Tree(parse_checkpoint(parse_note(checkpoint).text).size, self._store.read)
        if not 0 <= index < tree.size:
            raise NotFound(NO_ENTRY.fill(size=tree.size))
        try:
            return Proof(index, tuple(tree.inclusion(index)), checkpoint, extra=tree.entry(index))
        except Missing:
            raise NotFound(NO_FILE) from None
