"""What posts may let their holders do with disputes."""

from __future__ import annotations

from linli.domains.people.rights import Right, declare
from linli.kernel.words import say

MEDIATE = Right(
    "disputes.mediate",
    say("Mediate disputes of an area, and read them", "调解辖区纠纷并查看调解案卷"),
    holder=say("the mediator", "调解员"),
)
ANSWER = Right(
    "disputes.answer",
    say("Take part in a mediation for one's unit", "代表本单位参加调解"),
    holder=say("whoever answers for the unit", "单位代表"),
)

declare(MEDIATE, ANSWER, family=say("Disputes", "纠纷调解"))
