"""What parties and mediators are told, in words that say nothing of what it is about."""

from __future__ import annotations

from linli.domains.delivery.templates import register_template
from linli.kernel.words import Words, say

LETTERS: dict[str, tuple[Words, bool]] = {
    "dispute.applied": (say("{number} asks for mediation: read it.", "{number} 申请调解，请受理。"), False),
    "dispute.begun": (say("{number}: both parties want it; begin.", "{number} 双方都同意调解，请开始。"), False),
    "dispute.party_wrote": (say("{number}: a party wrote to you.", "{number} 有当事人给你留言。"), False),
    "dispute.party_signed": (say("{number}: a party signed.", "{number} 一方当事人已签字。"), False),
    "dispute.party_ended": (
        say("{number}: a party does not want it; it has ended.", "{number} 一方不愿调解，已终止。"),
        False,
    ),
    "dispute.withdrawn": (say("{number} was taken back.", "{number} 已撤回。"), False),
    "dispute.promise_missed": (say("{number}: a promise was not kept.", "{number} 有事项逾期未履行。"), False),
    "dispute.confirmation_wanted": (
        say("{number}: a party wants the court to confirm it.", "{number} 有当事人申请司法确认。"),
        False,
    ),
    "disputant.asked": (
        say(
            "{number}: read your rights and say whether you want to be mediated.",
            "{number} 请看权利义务告知，答复是否同意调解。",
        ),
        True,
    ),
    "disputant.agreed": (say("{number}: your consent to mediation was recorded.", "{number} 已登记你同意调解。"), True),
    "disputant.session": (
        say(
            "{number}: a session is arranged; day and place are on its page.",
            "{number} 约定了下次调解，时间、地点请看页面。",
        ),
        True,
    ),
    "disputant.to_sign": (say("{number}: an agreement waits for your signature.", "{number} 有协议等你签字。"), True),
    "disputant.signed_on_paper": (
        say("{number}: your signature on paper was recorded.", "{number} 已登记你的纸质签字。"),
        True,
    ),
    "disputant.talk_on": (
        say("{number}: the draft was taken back; the talks go on.", "{number} 协议草案已收回，继续调解。"),
        False,
    ),
    "disputant.in_effect": (
        say(
            "{number}: the agreement is in effect. Within 30 days you may ask the court together to confirm it.",
            "{number} 协议已生效，30日内双方可共同向法院申请司法确认。",
        ),
        True,
    ),
    "disputant.ended": (
        say(
            "{number}: the mediation has ended; what you can do is on its page.",
            "{number} 调解已结束，之后怎么办写在它的页面上。",
        ),
        True,
    ),
}
"""Template → (words, whether it also goes out as a text message)."""

BY_SMS = say("There is news on a mediation. Sign in to Linli to read it.", "您有一件调解事项有新进展，请登录邻里查看。")
"""Without blanks, and without a word of whom or what."""

for _key, (_words, _by_sms) in LETTERS.items():
    register_template(_key, _words, subject=_words, sms=BY_SMS if _by_sms else None)
