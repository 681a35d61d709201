"""The states of a dispute, of a party and of a promise."""

from linli.kernel.lifecycle import State, Tone
from linli.kernel.words import say

DOORS = say(
    "You can go to the people's court, or to arbitration or an authority where the law provides for it.",
    "你可以向人民法院起诉，也可以依法申请仲裁或请行政机关处理。",
)
"""What a party is always told where mediation ends without an agreement (People's Mediation Law, Art. 26)."""

APPLIED = State(
    "applied",
    say("Applied for", "待受理"),
    say("The mediation committee reads it and asks the other party.", "调委会正在看，会去问对方愿不愿意。"),
    Tone.WAIT,
)
INVITED = State(
    "invited",
    say("Asking both parties", "征求双方意见"),
    say("Mediation begins only if both parties want it.", "双方都愿意才会开始调解。"),
    Tone.WAIT,
)
MEDIATING = State(
    "mediating", say("In mediation", "调解中"), say("The mediator talks with both parties.", "调解员正在和双方谈。")
)
TO_SIGN = State(
    "to_sign",
    say("To be signed", "待签字"),
    say("An agreement is drafted; both parties and the mediator sign it.", "协议已拟好，等双方和调解员签字。"),
    Tone.WAIT,
)
IN_EFFECT = State(
    "in_effect",
    say("Agreement in effect", "协议生效"),
    say("What was promised is being done.", "正在履行协议。"),
)
TO_REVISIT = State(
    "to_revisit",
    say("To be revisited", "待回访"),
    say("What was promised is done; the mediator asks how it is going.", "协议已履行，调解员会来回访。"),
    Tone.WAIT,
)
CLOSED = State(
    "closed",
    say("Settled", "已结案"),
    say("It is settled and the file is closed.", "已经调解成功并归档。"),
    Tone.DONE,
    final=True,
)
NOT_ACCEPTED = State(
    "not_accepted",
    say("Not taken up", "不予受理"),
    say(
        "The committee may not mediate this. Why, and where to turn, is written below.",
        "这件事不能调解，理由和去处写在下面。",
    ),
    Tone.WRONG,
    final=True,
)
NO_AGREEMENT = State("no_agreement", say("Ended without agreement", "终止调解"), DOORS, Tone.WRONG, final=True)
NOT_PERFORMED = State("not_performed", say("Not performed", "未履行"), DOORS, Tone.WRONG, final=True)
WITHDRAWN = State(
    "withdrawn",
    say("Taken back", "已撤回"),
    say("The application was taken back.", "申请已撤回。"),
    Tone.DONE,
    final=True,
)

STILL_TALKING = (INVITED, MEDIATING, TO_SIGN)
"""Until there is an agreement either party may end it."""
OPEN = (APPLIED, *STILL_TALKING, IN_EFFECT, TO_REVISIT)
"""A dispute that has not ended, in the order of its life."""

WAITING = State(
    "waiting",
    say("With the committee", "待受理"),
    say("The mediation committee reads it first.", "调委会先看申请。"),
    Tone.WAIT,
)
ASKED = State(
    "asked",
    say("Your answer is asked", "待你答复"),
    say(
        "Read your rights and say whether you want to be mediated. It is free, and yours to refuse.",
        "请看权利义务告知，再决定是否接受调解。调解免费，可以不同意。",
    ),
    Tone.WAIT,
)
TAKES_PART = State(
    "takes_part",
    say("Takes part", "参加调解"),
    say("You take part. You may end it at any time.", "你已同意参加调解，随时可以要求终止。"),
)
SIGNING = State(
    "signing",
    say("Your signature is asked", "待你签字"),
    say("Read the agreement. Sign only what you want to keep.", "请看协议。愿意做到再签字。"),
    Tone.WAIT,
)
SIGNED = State(
    "signed",
    say("Signed", "已签字"),
    say("You have signed; the others sign too.", "你已签字，等其他人签字。"),
    Tone.WAIT,
)
BOUND = State(
    "bound",
    say("Agreement in effect", "协议生效"),
    say(
        "The agreement binds both. Together you may ask the court to confirm it, within 30 days.",
        "协议对双方有约束力。双方可在30日内共同向法院申请司法确认。",
    ),
)
DECLINED = State("declined", say("Declined", "不同意调解"), DOORS, Tone.DONE, final=True)
LEFT = State("left", say("Ended it", "要求终止调解"), DOORS, Tone.DONE, final=True)
OVER = State("over", say("Over", "已结束"), say("The mediation has ended.", "调解已经结束。"), Tone.DONE, final=True)

TAKING_PART = (TAKES_PART, SIGNING, SIGNED)
ABOARD = (WAITING, ASKED, *TAKING_PART, BOUND)
"""A party whose part has not ended."""

PLANNED = State("planned", say("Planned", "拟定"), say("Part of the draft.", "写在草案里。"), Tone.WAIT)
OWED = State("owed", say("To be done", "待履行"), say("It has a day by which it is done.", "到期前应当做到。"))
MISSED = State("missed", say("Not done in time", "逾期未履行"), say("The day has passed.", "已过期限。"), Tone.WRONG)
KEPT = State("kept", say("Kept", "已履行"), say("It was done.", "已经做到。"), Tone.DONE, final=True)
STRUCK = State(
    "struck", say("Struck out", "已划去"), say("No part of the agreement.", "不写入协议。"), Tone.DONE, final=True
)
LAPSED = State("lapsed", say("Over", "已终结"), say("The dispute has ended.", "纠纷已终结。"), Tone.DONE, final=True)
