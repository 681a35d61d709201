"""After a start or a restore: what is signed, what is published and what the database holds are brought together.

The database's last signed checkpoint decides. What is published may lag behind it (a crash, an older disk) and is then
completed or rebuilt; it may never be ahead of it (an older database) or beside it (another one): then nothing more is
numbered or signed, since that would give the world two records.
"""

from __future__ import annotations

from contextlib import suppress

from linli.kernel.record.leaves import leaves_in_chunks
from linli.kernel.record.logs import LogHead
from linli.kernel.record.signing import verifier_keys
from linli.kernel.refusal import Refusal
from linli.kernel.tlog import (
    CHECKPOINT,
    Checkpoint,
    Doubt,
    Edge,
    Malformed,
    Store,
    Tree,
    Untrue,
    VerifierKey,
    edge_of,
    grown,
    open_checkpoint,
)
from linli.kernel.words import Words, say

CHUNK = 10_000

AHEAD = say(
    "What is published of the log {origin} is ahead of this database ({published} entries, here {here}): the database "
    "was restored from an older backup. Nothing more is numbered, so that the record is not split in two. Restore a "
    "newer backup, or take the published entries back: linli record take-back.",
    "日志 {origin} 已公布的内容多于本数据库（已公布 {published} 条，此处 {here} 条）：数据库恢复自较旧的备份。"
    "为免记录一分为二，暂停编号。请恢复较新的备份，或用 linli record take-back 取回已公布的条目。",
)
BESIDE = say(
    "What is published of the log {origin} does not agree with what this database signed: it is another log's or was "
    "altered. Nothing more is numbered. Keep both for examination, and name an empty folder with LINLI_RECORD.",
    "日志 {origin} 已公布的内容与本数据库签署的不一致：它属于另一个日志，或被改动过。已暂停编号。"
    "请将两者都保留备查，并用 LINLI_RECORD 指定一个空目录。",
)
ALTERED = say(
    "The entries of the log {origin} in the database no longer give the root that was signed: the database was "
    "altered. Nothing more is numbered. Restore a backup, and keep this database for examination.",
    "数据库中日志 {origin} 的条目已推不出签署过的根散列值：数据库被改动过。已暂停编号。"
    "请恢复备份，并保留此数据库备查。",
)


class Split(Refusal):
    """The record would be split in two if it went on: somebody has to look."""

    code = "record_split"


def reconcile(head: LogHead, store: Store) -> Edge:
    """The edge to go on from, with everything that was signed published; Split where that may not be."""
    shown = _shown(head, store)
    if shown and shown.size > head.size:
        raise _split(AHEAD, head, shown)
    edge = _edge(head, store)
    if shown and not _continues(shown, head, store):
        raise _split(BESIDE, head, shown)
    if head.checkpoint and (shown is None or shown.size < head.size):
        store.write([(CHECKPOINT, head.checkpoint)])
    return edge


def shown_checkpoint(head: LogHead, store: Store, keys: list[VerifierKey]) -> Checkpoint | None:
    """The published checkpoint, if any; Untrue where none of the log's keys signed it."""
    try:
        data = store.read(CHECKPOINT)
    except FileNotFoundError:
        return None
    for key in keys:
        try:
            return open_checkpoint(data, origin=head.origin, key=key)
        except Untrue:
            continue
    raise Untrue("The published checkpoint is not this log's.", "已公布的检查点不属于此日志。")


def _shown(head: LogHead, store: Store) -> Checkpoint | None:
    try:
        return shown_checkpoint(head, store, verifier_keys(head.id))
    except Malformed:
        return None  # a broken file; what the database signed takes its place
    except Untrue:
        raise _split(BESIDE, head, None) from None


def _edge(head: LogHead, store: Store) -> Edge:
    """The edge as published, if it gives the signed root; else everything is published anew."""
    if not head.size:
        return Edge()
    try:
        edge = edge_of(Tree(head.size, store.read))
    except Doubt:
        return _rebuild(head, store)
    return edge if edge.root() == head.root else _rebuild(head, store)


def _rebuild(head: LogHead, store: Store) -> Edge:
    """Publish every entry again, once the database is known to give the signed root."""
    if _root_here(head, head.size) != head.root:
        raise _split(ALTERED, head, None)
    edge = Edge()
    for entries in leaves_in_chunks(head.id, head.size, size=CHUNK):
        edge, files = grown(edge, entries)
        store.write((tile.path, data) for tile, data in files)
    return edge


def _continues(shown: Checkpoint, head: LogHead, store: Store) -> bool:
    """Whether what was signed last continues what is published."""
    if shown.size in (0, head.size):
        return not shown.size or shown.root == head.root
    with suppress(Doubt):
        if Tree(head.size, store.read).root(shown.size) == shown.root:
            return True
    if _root_here(head, shown.size) != shown.root:
        return False
    _rebuild(head, store)  # an older tile was damaged
    return True


def _root_here(head: LogHead, size: int) -> bytes:
    """The root of the first `size` entries as the database holds them."""
    edge = Edge()
    for entries in leaves_in_chunks(head.id, size, size=CHUNK):
        edge, _ = grown(edge, entries)
    return edge.root()


def _split(words: Words, head: LogHead, shown: Checkpoint | None) -> Split:
    return Split(words.fill(origin=head.origin, here=head.size, published=shown.size if shown else 0))
