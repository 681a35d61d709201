"""Whether a receipt's promise was kept: the log is read whole, and the promised entries stand in it or do not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from linli.kernel.auditing.auditing import Audit, audit
from linli.kernel.auditing.findings import Finding
from linli.kernel.auditing.gathering import Progress
from linli.kernel.auditing.verdict import Promise, Verdict, time_of
from linli.kernel.tlog import Malformed, Promised, Receipt, open_receipt


def hold_to(data: bytes, asked: Audit, *, now: float, progress: Progress = lambda done, of: None) -> Verdict:
    """The verdict on the log, and in its `promise` what became of the receipt in `data`.

    A promise counts as broken only once its time is known to be over for what was read: a witness saw this very
    checkpoint later, or the log itself was asked later. Raises Malformed or Untrue for a receipt that is none.
    """
    receipt = open_receipt(data, [log.key for log in asked.policy.logs])
    wanted: dict[str, frozenset[bytes]] = {}
    for entry in receipt.entries:
        wanted[entry.stream] = wanted.get(entry.stream, frozenset()) | {entry.digest}
    verdict = audit(replace(asked, wanted=wanted), progress=progress)
    if verdict.origin and verdict.origin != receipt.origin:
        raise Malformed(
            f"The receipt is of the log {receipt.origin}, and this is {verdict.origin}.",
            f"回执属于日志 {receipt.origin}，而这里是 {verdict.origin}。",
        )
    missing = [entry for entry in receipt.entries if entry.digest not in verdict.found]
    if not missing:
        verdict.promise = Promise.KEPT
        return verdict
    read_at = max(verdict.witnessed or 0, int(now) if asked.source.live else 0)
    verdict.promise = Promise.BROKEN if read_at > receipt.by else Promise.RUNNING
    if verdict.promise is Promise.BROKEN:
        verdict.findings += _left_out(missing, receipt, read_at)
    return verdict


def _left_out(missing: Iterable[Promised], receipt: Receipt, read_at: int) -> Iterable[Finding]:
    by, seen = time_of(receipt.by), time_of(read_at)
    for entry in missing:
        digest = entry.digest.hex()
        yield Finding(
            f"stream {entry.stream}",
            f"Stream {entry.stream}: entry {digest} was promised by {by} and is not there at {seen}: it was left out.",
            f"序列 {entry.stream}：条目 {digest} 承诺最迟 {by} 入册，{seen} 时仍不在其中：它被遗漏了。",
        )
