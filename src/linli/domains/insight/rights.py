"""What posts may let their holders do with digests."""

from __future__ import annotations

from linli.domains.people.rights import Right, declare
from linli.kernel.words import say

CHECK = Right(
    "insight.check",
    say("Check samples of opinion digests", "抽查舆情摘要的样本"),
    holder=say("whoever checks samples of digests", "舆情抽查人"),
)

declare(CHECK, family=say("Opinion digests", "舆情摘要"))
