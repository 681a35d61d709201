"""The audit itself: who signed, what is there, whether it continues what was seen; in that order, and all of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from linli.kernel.auditing.comparing import Known, compare
from linli.kernel.auditing.findings import Finding
from linli.kernel.auditing.gathering import Progress, gather
from linli.kernel.auditing.memory import Memory
from linli.kernel.auditing.sources import CHECKPOINT, Source
from linli.kernel.auditing.verdict import Outcome, Verdict
from linli.kernel.auditing.walking import Stretch
from linli.kernel.tlog import (
    WIDTH,
    Checkpoint,
    Doubt,
    Malformed,
    Missing,
    Note,
    Policy,
    VerifierKey,
    parse_checkpoint,
    parse_note,
    signed_by,
)


@dataclass(frozen=True, slots=True)
class Audit:
    """What to check and against what. `wanted`: of some streams the digests of promised entries to look out for."""

    source: Source
    policy: Policy = field(default_factory=Policy)
    memory: Memory | None = None
    wanted: Mapping[str, frozenset[bytes]] = field(default_factory=dict)
    processes: int | None = None


def audit(asked: Audit, *, progress: Progress = lambda done, of: None) -> Verdict:
    """Check everything; what is wrong is in the verdict's findings, never raised.

    Raises `Unreachable` where the place does not answer, and Malformed for a memory that is none: then nothing is
    known. What was seen is remembered only if nothing is wrong.
    """
    verdict = Verdict(needed=asked.policy.needed())
    try:
        note = _note(asked.source)
        signed = parse_checkpoint(note.text)
        verdict.note = bytes(note).decode()
    except Doubt as doubt:
        verdict.findings.append(Finding.of(CHECKPOINT, doubt))
        return verdict
    verdict.origin, verdict.size, verdict.root = signed.origin, signed.size, signed.root.hex()
    _who_signed(asked.policy, note, signed, verdict)
    if verdict.findings:
        return verdict
    _walk(asked, signed, verdict, progress)
    if asked.memory and verdict.outcome is not Outcome.UNTRUE:
        asked.memory.remember(signed.origin, verdict.note)
    return verdict


def _note(source: Source) -> Note:
    try:
        return parse_note(source.read(CHECKPOINT))
    except FileNotFoundError:
        raise Missing(
            "there is no checkpoint, so this is not a log: name the folder or address that holds it",
            "没有检查点，这不是日志：请指定检查点所在的文件夹或网址",
        ) from None


def _who_signed(policy: Policy, note: Note, signed: Checkpoint, verdict: Verdict) -> None:
    try:
        if policy.logs:
            verdict.signer = str(signed_by(note, _keys(policy, signed.origin)))
        verdict.vouching = policy.vouching(note)
        verdict.enough = policy.satisfied(verdict.vouching)
    except Doubt as doubt:
        verdict.findings.append(Finding.of(CHECKPOINT, doubt))


def _keys(policy: Policy, origin: str) -> list[VerifierKey]:
    if keys := policy.keys_of(origin):
        return keys
    raise Malformed(
        f"this is the log {origin}, which your policy does not know", f"这是日志 {origin}，你的策略中没有它"
    )


def _walk(asked: Audit, signed: Checkpoint, verdict: Verdict, progress: Progress) -> None:
    before = asked.memory.last(signed.origin) if asked.memory else None
    old = before[0].size if before else 0
    last = -(-signed.size // WIDTH)
    keep = frozenset({signed.size // WIDTH, min(old, signed.size) // WIDTH})
    whole = Stretch(asked.source, signed.size, 0, last, keep, asked.wanted)
    walked = gather(whole, progress=progress, processes=asked.processes)
    verdict.streams, verdict.found = len(walked.counts), walked.found
    verdict.findings += walked.findings
    if len(walked.roots) < last:
        return  # given up: too much is missing to go on
    known = Known(signed.size, walked.roots, walked.kept)
    verdict.findings += compare(asked.source, known, signed, walked.contradictions)
    if before:
        verdict.seen_before = old
        if contradiction := _contradicts(before[0], known, signed):
            verdict.findings.append(contradiction)
            verdict.before = before[1]


def _contradicts(before: Checkpoint, known: Known, signed: Checkpoint) -> Finding | None:
    if signed.size < before.size:
        return Finding(
            CHECKPOINT,
            f"The log went back: it has {signed.size} entries and had {before.size} when you looked last.",
            f"日志倒退了：现在 {signed.size} 条，你上次看到的是 {before.size} 条。",
        )
    if known.root(before.size) == before.root:
        return None
    return Finding(
        CHECKPOINT,
        f"The log was rewritten: its first {before.size} entries are not those that were signed when you looked last.",
        f"日志被改写过：前 {before.size} 条与你上次看到的已签名内容不同。",
    )
