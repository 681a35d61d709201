"""The states of a notice and of a reply to one."""

from __future__ import annotations

from linli.kernel.lifecycle import State, Tone
from linli.kernel.words import say

DRAFT = State(
    "draft", say("Being written", "拟稿"), say("It is being written; nobody outside sees it.", "正在起草，尚未公开。")
)
IN_REVIEW = State(
    "in_review",
    say("Being reviewed", "审核中"),
    say(
        "Somebody else checks facts, secrecy and personal data.",
        "由另一人核对事实、保密和个人信息。",
    ),
    Tone.WAIT,
)
APPROVED = State(
    "approved",
    say("To be published", "待发布"),
    say("It was approved and comes out at its time.", "已审核，到时间自动发布。"),
    Tone.WAIT,
)
UNREVIEWED = State(
    "unreviewed",
    say("Published, to be reviewed", "已发布，待补审"),
    say("An emergency: it came out at once; somebody else reviews it now.", "紧急发布，正由另一人补审。"),
    Tone.WAIT,
)
PUBLISHED = State("published", say("In force", "已发布"), say("It is out and holds.", "已发布，有效。"), Tone.DONE)
CORRECTED = State(
    "corrected",
    say("Corrected", "已更正"),
    say("A later notice takes its place; both stand here.", "已被更正，更正前后都可查看。"),
    Tone.WRONG,
    final=True,
)
WITHDRAWN = State(
    "withdrawn",
    say("Withdrawn", "已撤回"),
    say("It holds no longer; it stays here with the reason.", "已撤回，不再有效；原文和理由保留。"),
    Tone.WRONG,
    final=True,
)
ARCHIVED = State(
    "archived",
    say("Filed away", "已归档"),
    say("Its time is over; it stays here.", "已过期归档，仍可查看。"),
    Tone.DONE,
    final=True,
)
DISCARDED = State(
    "discarded",
    say("Discarded", "已弃稿"),
    say("It never came out.", "没有发布。"),
    Tone.DONE,
    final=True,
    listed=False,
)

OUT = (UNREVIEWED, PUBLISHED, CORRECTED, WITHDRAWN, ARCHIVED)
"""What has been published: it stays in sight for ever."""
STANDING = (UNREVIEWED, PUBLISHED, ARCHIVED)
"""What can still be corrected or withdrawn."""
HOLDS = (UNREVIEWED, PUBLISHED)
"""What holds now."""
NOTICE = (DRAFT, IN_REVIEW, APPROVED, *OUT, DISCARDED)

ASKED = State(
    "asked",
    say("To be answered", "待答复"),
    say("Whoever published the notice answers it by the date shown.", "发布单位会在期限前答复你。"),
    Tone.WAIT,
)
ANSWERED = State(
    "answered",
    say("Answered", "已答复"),
    say("It was answered; you can ask again on the notice's page.", "已答复；还有疑问可在公告页面再提。"),
    Tone.DONE,
    final=True,
)
TURNED = State(
    "turned",
    say("Turned into a request", "已转诉求"),
    say("It became a request with its own number and clock.", "已转为诉求办理，有自己的编号和期限。"),
    Tone.DONE,
    final=True,
)
TAKEN_BACK = State(
    "taken_back",
    say("Taken back", "已撤回"),
    say("Whoever asked took it back.", "提问人已撤回。"),
    Tone.DONE,
    final=True,
)
