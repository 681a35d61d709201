"""What posts may let their holders do with notices."""

from __future__ import annotations

from linli.domains.people.rights import Right, declare
from linli.kernel.words import say

READ = Right(
    "notices.read",
    say("Read drafts of notices of an area", "查看辖区公告的草稿和审核情况"),
    holder=say("whoever reads drafts here", "本辖区工作人员"),
)
WRITE = Right(
    "notices.write", say("Write notices", "起草公告"), holder=say("whoever writes notices here", "本辖区公告起草人")
)
REVIEW = Right(
    "notices.review",
    say("Review notices that others wrote", "审核他人起草的公告"),
    holder=say("whoever reviews notices here", "本辖区公告审核人"),
)
ALERT = Right(
    "notices.alert",
    say("Publish emergency notices at once", "立即发布紧急通知"),
    holder=say("whoever may publish in an emergency", "可发布紧急通知的人员"),
)
ANSWER = Right(
    "notices.answer",
    say("Answer questions and objections to notices", "答复对公告的提问和异议"),
    holder=say("whoever answers for the publisher", "发布单位的答复人"),
)

declare(READ, WRITE, REVIEW, ALERT, ANSWER, family=say("Notices", "公告"))
