"""Checking proofs with nothing but hashes: RFC 9162 sections 2.1.3.2 and 2.1.4.2 (the trees are RFC 6962's)."""

from __future__ import annotations

from collections.abc import Sequence

from linli.kernel.tlog.doubt import Untrue
from linli.kernel.tlog.hashing import EMPTY_ROOT, node_hash


def check_inclusion(*, index: int, size: int, leaf: bytes, proof: Sequence[bytes], root: bytes) -> None:
    """Untrue unless `proof` shows that the leaf hash `leaf` stands at `index` of the tree with `size` and `root`."""
    if _climbed(index, size, leaf, proof) != root:
        raise Untrue(
            "This entry does not stand there in the log: the proof does not lead to the signed root.",
            "日志的该位置并无此条目：证明推不出已签名的根散列值。",
        )


def check_consistency(*, old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> None:
    """Untrue unless `proof` shows that the tree (`old`, `old_root`) is how the tree (`new`, `new_root`) began.

    A tree continues itself, and every tree continues the empty one: both with an empty proof.
    """
    if old == new:
        holds = old_root == new_root and not proof
    elif old == 0:
        holds = old_root == EMPTY_ROOT and not proof and new > 0
    else:
        holds = _both_roots(old, new, old_root, proof) == (old_root, new_root)
    if not holds:
        raise Untrue(
            "The log was rewritten: what it says now does not continue what it said before.",
            "日志被改写过：现在的内容与此前的内容接不上。",
        )


def _climbed(index: int, size: int, leaf: bytes, proof: Sequence[bytes]) -> bytes | None:
    """The root that leaf and proof lead to; None where the proof has not the length it must have."""
    if not 0 <= index < size:
        return None
    at, last, reached = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return None
        if at & 1 or at == last:
            reached = node_hash(step, reached)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            reached = node_hash(reached, step)
        at, last = at >> 1, last >> 1
    return reached if last == 0 else None


def _both_roots(old: int, new: int, old_root: bytes, proof: Sequence[bytes]) -> tuple[bytes, bytes] | None:
    """The old and the new root that the proof leads to; None where it cannot be one."""
    if not 0 < old < new or not proof:
        return None
    path = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    was = now = path[0]
    for step in path[1:]:
        if last == 0:
            return None
        if at & 1 or at == last:
            was, now = node_hash(step, was), node_hash(step, now)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            now = node_hash(now, step)
        at, last = at >> 1, last >> 1
    return (was, now) if last == 0 else None
