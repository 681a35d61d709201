"""The states of a request and of an assignment, in official words and in words a resident understands."""

from linli.kernel.lifecycle import State, Tone
from linli.kernel.words import say

RECEIVED = State(
    "received",
    say("Received", "已收到"),
    say("We have it. The community desk reads it next.", "已经收到，社区正在看。"),
    Tone.WAIT,
)
NOT_ACCEPTED = State(
    "not_accepted",
    say("Not accepted", "不予受理"),
    say("This is not ours to answer; the right door is named below.", "这件事不归这里办，该找谁写在下面。"),
    Tone.WRONG,
    final=True,
)
DISMISSED = State(
    "dismissed",
    say("Not a request", "不作诉求处理"),
    say(
        "We found nothing in it that we can do. Why is written below; you can object once.",
        "没有可以办理的内容，理由写在下面。你可以提一次异议。",
    ),
    Tone.WRONG,
    final=True,
)
OBJECTED = State(
    "objected",
    say("Objected to", "异议审查"),
    say("You objected. Someone above the desk decides.", "你提出了异议，由上一级审查。"),
    Tone.WAIT,
)
FILED = State(
    "filed",
    say("Filed", "已立案"),
    say("It is on the books and is being given to whoever can solve it.", "已经立案，正在派给能解决的单位。"),
)
DISPATCHED = State(
    "dispatched",
    say("Dispatched", "已派单"),
    say("It was sent to the unit that answers it; they have yet to sign for it.", "已派给承办单位，等对方签收。"),
    Tone.WAIT,
)
SIGNED = State(
    "signed",
    say("Signed for", "已签收"),
    say("The unit has taken it on. A named person will answer.", "承办单位接下了，由专人负责答复。"),
)
IN_PROGRESS = State("in_progress", say("In progress", "办理中"), say("It is being worked on.", "正在办。"))
INFO_REQUESTED = State(
    "info_requested",
    say("Waiting for you", "待补充"),
    say(
        "They need something from you; the clock stands still until you answer.", "需要你补充一点情况，等你期间不计时。"
    ),
    Tone.WAIT,
)
SUSPENDED = State(
    "suspended",
    say("Set aside", "挂账"),
    say(
        "It cannot be done for now. Why, who keeps it and when it is looked at again is written below.",
        "暂时办不了，原因、负责人和下次复核的日期写在下面。",
    ),
    Tone.WAIT,
)
PLANNED = State(
    "planned",
    say("Planned", "计划办理"),
    say(
        "It has its day on a plan, which is written below. On that day it is worked on again by itself.",
        "已列入计划，哪天开始办写在下面，到时自动恢复办理。",
    ),
    Tone.WAIT,
)
EXTERNAL = State(
    "external",
    say("With a body outside", "转外部单位"),
    say(
        "Someone outside must do it. Who, and when we ask them again, is written below; we stay yours to ask.",
        "需要外部单位办理。转给了谁、我们何时再去催问写在下面，仍可以问我们。",
    ),
    Tone.WAIT,
)
MERGED = State(
    "merged",
    say("Worked on with others", "并案办理"),
    say(
        "It is worked on together with others about the same thing. The answer comes to you too, and you judge it.",
        "和反映同一件事的诉求一起办。答复同样会发给你，由你自己评价。",
    ),
)
REPLIED = State(
    "replied",
    say("Replied", "已答复"),
    say("There is an answer. Someone else checks on site that it is true.", "已经答复，另有人去核实是否属实。"),
    Tone.WAIT,
)
VERIFIED = State(
    "verified",
    say("Verified", "已核查"),
    say("The result was checked. We will call you and ask.", "结果核实过了，会回访问你满不满意。"),
    Tone.WAIT,
)
CALLBACK = State(
    "callback",
    say("Calling back", "回访中"),
    say(
        "We tried to reach you and will try again; you can also answer here.",
        "联系过你，还会再联系；你也可以在这里直接评价。",
    ),
    Tone.WAIT,
)
CLOSED = State(
    "closed",
    say("Closed", "已结案"),
    say("You said it is solved. You can still reopen it for a while.", "你确认解决了。一段时间内还可以要求重办。"),
    Tone.DONE,
    final=True,
)
REOPENED = State(
    "reopened",
    say("Reopened", "重办"),
    say("You said it is not solved; it starts again with the same receiver.", "你说没解决，由原受理人重新办。"),
    Tone.WRONG,
)
WITHDRAWN = State(
    "withdrawn",
    say("Withdrawn", "已撤回"),
    say("You took it back.", "你已撤回。"),
    Tone.DONE,
    final=True,
)
UNDONE = State(
    "undone",
    say("Import undone", "导入已撤销"),
    say("It came here from another system by mistake and counts as never filed.", "误从其他系统导入，视为未登记。"),
    Tone.DONE,
    final=True,
    listed=False,
)

OPEN = (
    RECEIVED,
    OBJECTED,
    FILED,
    DISPATCHED,
    SIGNED,
    IN_PROGRESS,
    INFO_REQUESTED,
    SUSPENDED,
    PLANNED,
    EXTERNAL,
    MERGED,
    REPLIED,
    VERIFIED,
    CALLBACK,
    REOPENED,
)
"""A request that has not ended, in the order of its life."""
UNANSWERED = (FILED, DISPATCHED, SIGNED, IN_PROGRESS, INFO_REQUESTED, SUSPENDED, PLANNED, EXTERNAL, REOPENED)
"""One that is being worked on and may lead others."""

SENT = State(
    "sent", say("To sign for", "待签收"), say("Waiting for the unit to sign for it.", "等承办单位签收。"), Tone.WAIT
)
TAKEN = State("signed", say("Signed for", "已签收"), say("The unit has taken it on.", "承办单位已接下。"))
WORKING = State("in_progress", say("In progress", "办理中"), say("It is being worked on.", "正在办。"))
WAITING = State(
    "waiting",
    say("Waiting for the resident", "待居民补充"),
    say("The resident was asked for something.", "已请居民补充情况。"),
    Tone.WAIT,
)
EXTENSION_ASKED = State(
    "extension_asked",
    say("More time asked for", "申请延期"),
    say("The unit needs more time; the dispatcher decides.", "承办单位需要更多时间，等派单人决定。"),
    Tone.WAIT,
)
SUSPENSION_ASKED = State(
    "suspension_asked",
    say("Asked to set aside", "申请挂账"),
    say(
        "The unit says it cannot be done for now; the supervisor decides.",
        "承办单位认为暂时办不了，等督办人决定。",
    ),
    Tone.WAIT,
)
ASIDE = State(
    "suspended",
    say("Set aside", "挂账"),
    say("It waits, with an owner and a day on which it is looked at again.", "暂时办不了，有人负责，到期复核。"),
    Tone.WAIT,
)
PLAN_ASKED = State(
    "plan_asked",
    say("Asked to plan", "申请列入计划"),
    say(
        "The unit says it has its day on a plan; the supervisor decides.", "承办单位申请按计划的日期办，等督办人决定。"
    ),
    Tone.WAIT,
)
ON_PLAN = State(
    "planned",
    say("Planned", "计划办理"),
    say("It waits for its day, with an owner, and is work again then.", "到计划的日期再办，有人负责，到期自动恢复。"),
    Tone.WAIT,
)
ANSWERED = State("answered", say("Answered", "已答复"), say("The unit has answered.", "承办单位已答复。"), Tone.DONE)
BOUNCE_ASKED = State(
    "bounce_asked",
    say("Return asked for", "申请退单"),
    say("The unit says it is not theirs; the dispatcher decides.", "承办单位认为不归自己，等派单人决定。"),
    Tone.WAIT,
)
RETURNED = State(
    "returned", say("Returned", "已退单"), say("The dispatcher took it back.", "派单人已收回。"), Tone.WRONG, final=True
)
ENDED = State(
    "ended",
    say("Ended", "已终结"),
    say("The request has ended, and this with it.", "诉求已终结，工单随之终结。"),
    Tone.DONE,
    final=True,
)

EXCLUSION_ASKED = State(
    "asked",
    say("To decide", "待审批"),
    say("The supervisor decides whether it counts.", "由督办人决定是否计入考核。"),
    Tone.WAIT,
)
LEFT_OUT = State(
    "left_out",
    say("Left out", "已剔除"),
    say("The figures count it beside, not within.", "不计入三率，单独列出。"),
    Tone.DONE,
    final=True,
)
EXCLUSION_REFUSED = State(
    "refused",
    say("Refused", "未同意"),
    say("It counts as any other.", "照常计入。"),
    Tone.WRONG,
    final=True,
)

TAKEN_ON = (
    TAKEN,
    WORKING,
    WAITING,
    EXTENSION_ASKED,
    SUSPENSION_ASKED,
    ASIDE,
    PLAN_ASKED,
    ON_PLAN,
    BOUNCE_ASKED,
)
"""An assignment is somebody's work, wherever it stands."""
