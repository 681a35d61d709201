"""The gap-free count of each stream: where it begins and ends in a stretch, and how stretches join."""

from __future__ import annotations

from dataclasses import dataclass

from linli.kernel.auditing.findings import Finding


@dataclass(slots=True)
class Count:
    """A stream's numbers in a stretch: from `first` (at entry `begins`) to `last` (at entry `ends`)."""

    stream: str
    first: int
    last: int
    begins: int
    ends: int

    def goes_on(self, number: int, at: int) -> list[Finding]:
        """Take up the next number of the stream; what is wrong where it is not the next."""
        findings = [] if number == self.last + 1 else [_break(self.stream, self.last, self.ends, number, at)]
        self.last, self.ends = number, at
        return findings

    def join(self, later: Count) -> list[Finding]:
        """Go on with the stretch that follows."""
        findings = self.goes_on(later.first, later.begins)
        self.last, self.ends = later.last, later.ends
        return findings


def joined(stretches: list[dict[str, Count]]) -> tuple[dict[str, Count], list[Finding]]:
    """The count of each stream over neighbouring stretches, with each break; every stream begins at 1."""
    counts: dict[str, Count] = {}
    findings: list[Finding] = []
    for stretch in stretches:
        for stream, count in stretch.items():
            if stream in counts:
                findings += counts[stream].join(count)
            else:
                counts[stream] = count
                findings += [] if count.first == 1 else [_late(count)]
    return counts, findings


def _break(stream: str, last: int, was_at: int, number: int, at: int) -> Finding:
    if number > last + 1:
        missing = f"{last + 1}" if number == last + 2 else f"{last + 1}–{number - 1}"
        return Finding(
            f"stream {stream}",
            f"Stream {stream}: number {missing} is missing (entry {was_at} is number {last}, entry {at} is {number}).",
            f"序列 {stream}：缺少第 {missing} 号（第 {was_at} 条是 {last} 号，第 {at} 条是 {number} 号）。",
        )
    return Finding(
        f"stream {stream}",
        f"Stream {stream}: number {number} at entry {at} comes after number {last} at entry {was_at}.",
        f"序列 {stream}：第 {at} 条的 {number} 号出现在第 {was_at} 条的 {last} 号之后。",
    )


def _late(count: Count) -> Finding:
    return Finding(
        f"stream {count.stream}",
        f"Stream {count.stream} begins with number {count.first} at entry {count.begins}; before it some are missing.",
        f"序列 {count.stream} 从第 {count.begins} 条的 {count.first} 号开始，之前的编号缺失。",
    )
