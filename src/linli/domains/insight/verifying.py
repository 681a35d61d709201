"""Whether a digest still is what was frozen, and whether it comes out the same when computed again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linli.domains.insight.counting import Input, numbers
from linli.domains.insight.formulas import formulas
from linli.domains.insight.freezing import gather, read
from linli.domains.insight.models import Digest
from linli.domains.insight.weeks import Week
from linli.kernel.record import body_of, opens
from linli.kernel.words import Words, say

NOT_AS_ENTERED = say("Its numbers are not those of its entry in the public record.", "数字与公开记录里的条目不一致。")
NOT_AS_COMMITTED = say(
    "What it was made of is not what the record is committed to.", "计算所用的材料与公开记录里的承诺不一致。"
)
OTHER_RULES = say(
    "The rules of its week are others today; take the rule packs of then to compute it again.",
    "当周的规则与现在装入的不同，请用当时的规则包重新计算。",
)
COMES_OUT_OTHERWISE = say(
    "Computed again from what it was made of, it comes out otherwise: {what}.",
    "用当时的材料重新计算，结果不同：{what}。",
)
NOT_AS_RECORDED = say(
    "The record tells otherwise of {n} of its messages or weeks, {first} among them.",
    "有 {n} 处来件或周次与公开记录不一致，例如 {first}。",
)


def faults(digest: Digest) -> Iterator[Words]:
    """What is wrong with a digest, each in a sentence; nothing where it holds. Nine statements."""
    told, given = digest.numbers, read(bytes(digest.made_of))
    if body_of(digest.entry) != told:
        yield NOT_AS_ENTERED
    if not opens(digest.entry, "made_of", bytes(digest.made_of)):
        yield NOT_AS_COMMITTED
    week = Week(digest.since)
    by = formulas(week.sunday)
    if dict(by.labels) != told["rules"]:
        yield OTHER_RULES
        return
    again = numbers(told["place"], week, given, as_of=told["as_of"], seed=told["seed"], by=by)
    if other := [name for name in again if again[name] != told.get(name)]:
        yield COMES_OUT_OTHERWISE.fill(what="、".join(other))
    differing = _differing(given, gather(week, as_of=told["as_of"], by=by).of(told["place"]))
    if differing:
        yield NOT_AS_RECORDED.fill(n=len(differing), first=differing[0])


def _differing(frozen: Input, now: Input) -> Sequence[str]:
    """Numbers of messages, and weeks, of which the record tells otherwise than was frozen."""
    before, after = _told(frozen), _told(now)
    return sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))


def _told(given: Input) -> dict[str, object]:
    """What stands in the record of each message and week, without what was found in texts and places."""
    lines: dict[str, object] = {
        line.number: (line.state, line.category, line.community, line.left_out) for line in given.lines
    }
    return lines | {"/".join(key): count for *key, count in given.before}
