"""What an audit comes to: a verdict in plain words, and all it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from linli.kernel.auditing.findings import Finding


class Outcome(StrEnum):
    """How an audit can end."""

    TRUE = "true"
    UNVOUCHED = "unvouched"
    UNTRUE = "untrue"


class Promise(StrEnum):
    """What can become of a promise."""

    KEPT = "kept"
    BROKEN = "broken"
    RUNNING = "running"


@dataclass(slots=True)
class Verdict:
    """The outcome and its grounds. `vouching`: witness → when it cosigned, POSIX seconds; `needed`: how many must."""

    origin: str = ""
    size: int = 0
    root: str = ""
    signer: str = ""
    vouching: dict[str, int] = field(default_factory=dict)
    needed: int = 0
    enough: bool = False
    streams: int = 0
    seen_before: int | None = None
    found: dict[bytes, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    note: str = ""
    """The signed checkpoint, verbatim; and, where the log contradicts what it said before, what it said (`before`)."""
    before: str = ""
    promise: Promise | None = None
    """What became of a receipt's promise, if one was asked about."""

    @property
    def outcome(self) -> Outcome:
        """Anything wrong makes it untrue; without a key that one trusts, or with too few witnesses, it is unvouched."""
        if self.findings:
            return Outcome.UNTRUE
        return Outcome.TRUE if self.signer and self.enough else Outcome.UNVOUCHED

    @property
    def witnessed(self) -> int | None:
        """The latest time at which a witness saw this very checkpoint."""
        return max(self.vouching.values(), default=None)

    def said(self) -> tuple[str, str]:
        """The verdict as one sentence in English and one in Chinese."""
        return _SAYINGS[self.outcome](self)

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        en, zh = self.said()
        return {
            "outcome": self.outcome.value,
            "en": en,
            "zh": zh,
            "origin": self.origin,
            "size": self.size,
            "root": self.root,
            "streams": self.streams,
            "signed_by": self.signer or None,
            "witnesses": {name: time_of(at) for name, at in self.vouching.items()},
            "witnesses_needed": self.needed,
            "seen_before": self.seen_before,
            "findings": [{"place": each.place, "en": each.en, "zh": each.zh} for each in self.findings],
            "checkpoint": self.note,
            "checkpoint_before": self.before or None,
            "promise": self.promise.value if self.promise else None,
        }


def time_of(at: int) -> str:
    """POSIX seconds as RFC 3339; a number no calendar has, as it is."""
    try:
        return datetime.fromtimestamp(at, UTC).isoformat().replace("+00:00", "Z")
    except (ValueError, OverflowError, OSError):
        return str(at)


def _true(verdict: Verdict) -> tuple[str, str]:
    en = (
        f"True, and complete up to entry {verdict.size}: every entry of {verdict.origin} and every number of its "
        f"{verdict.streams} streams is there, unaltered, as signed{_vouched(verdict)[0]}.{_before(verdict)[0]}"
    )
    zh = (
        f"真实，且完整至第 {verdict.size} 条：{verdict.origin} 的每一条、{verdict.streams} 个序列的每一个编号都在，"
        f"未经改动，与签名一致{_vouched(verdict)[1]}。{_before(verdict)[1]}"
    )
    return en, zh


def _unvouched(verdict: Verdict) -> tuple[str, str]:
    en = f"Nothing is missing or contradictory among the {verdict.size} entries of {verdict.origin}, but "
    zh = f"{verdict.origin} 的 {verdict.size} 条没有缺失，也没有矛盾，但"
    if not verdict.signer:
        return (
            en + "no key was given to check the signature with: name a policy file with the log's key (--policy).",
            zh + "没有给出核对签名的公钥：请用 --policy 指定写有日志公钥的策略文件。",
        )
    return (
        en + f"only {len(verdict.vouching)} witnesses vouch for it, fewer than the policy asks for ({verdict.needed}).",
        zh + f"只有 {len(verdict.vouching)} 个见证方作证，少于策略要求（{verdict.needed} 个）。",
    )


def _untrue(verdict: Verdict) -> tuple[str, str]:
    count = len(verdict.findings)
    return (
        f"Do not believe this log ({verdict.origin or 'unknown'}): {count} things are wrong."
        if count > 1
        else f"Do not believe this log ({verdict.origin or 'unknown'}): something is wrong.",
        f"这份日志（{verdict.origin or '未知'}）不可信：发现 {count} 处问题。",
    )


def _vouched(verdict: Verdict) -> tuple[str, str]:
    if not verdict.vouching:
        return "; no witness was asked for", "（未要求见证）"
    names, at = ", ".join(verdict.vouching), time_of(verdict.witnessed or 0)
    return f"; vouched for by {names}, last at {at}", f"；{names} 作证，最近一次在 {at}"


def _before(verdict: Verdict) -> tuple[str, str]:
    if verdict.seen_before is None:
        return " It is the first time that this log is looked at here.", "这里是第一次核对这份日志。"
    return (
        f" It continues the {verdict.seen_before} entries seen last time.",
        f"它延续了上次看到的 {verdict.seen_before} 条。",
    )


_SAYINGS = {Outcome.TRUE: _true, Outcome.UNVOUCHED: _unvouched, Outcome.UNTRUE: _untrue}
