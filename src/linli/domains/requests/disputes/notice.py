"""The notice of rights and duties that every party is given before mediation, with the articles it comes from."""

from __future__ import annotations

from linli.kernel.words import Words, say

TITLE = say("Your rights and duties in mediation", "人民调解权利义务告知书")
LAW = say("People's Mediation Law", "《中华人民共和国人民调解法》")

NOTICE: tuple[tuple[Words, Words], ...] = (
    (
        say("Art. 3, 17", "第三条、第十七条"),
        say(
            "Mediation is voluntary and equal. Whoever clearly refuses is not mediated.",
            "调解在双方自愿、平等的基础上进行；一方明确拒绝调解的，不得调解。",
        ),
    ),
    (
        say("Art. 3", "第三条"),
        say(
            "It never stops you from arbitration, an authority or the court.",
            "不得因调解而阻止你依法通过仲裁、行政、司法等途径维护权利。",
        ),
    ),
    (say("Art. 4", "第四条"), say("It is free of charge.", "调解不收取任何费用。")),
    (
        say("Art. 23", "第二十三条"),
        say(
            "You may choose or accept the mediator; accept, refuse or end the mediation; ask that it be open or closed;"
            " say what you want, and agree only of your own will.",
            "你有权选择或者接受调解员；接受、拒绝或者要求终止调解；要求公开或者不公开进行；自主表达意愿、自愿达成协议。",
        ),
    ),
    (
        say("Art. 24", "第二十四条"),
        say(
            "You state the facts truthfully, keep order and respect the mediator, and let the other party use their"
            " rights.",
            "你应当如实陈述纠纷事实；遵守调解现场秩序，尊重调解员；尊重对方行使权利。",
        ),
    ),
    (
        say("Art. 26", "第二十六条"),
        say(
            "Where it fails, it is ended and you are told of arbitration, the authorities and the court.",
            "调解不成的，应当终止调解，并告知你可以依法通过仲裁、行政、司法等途径维护权利。",
        ),
    ),
    (
        say("Art. 29, 31", "第二十九条、第三十一条"),
        say(
            "A written agreement takes effect once both parties and the mediator have signed it and the committee has"
            " sealed it; it binds you, and the committee watches over its performance.",
            "调解协议书自各方当事人签名、盖章或者按指印，调解员签名并加盖调委会印章之日起生效，具有法律约束力；调委会监督履行。",
        ),
    ),
    (
        say("Art. 33", "第三十三条"),
        say(
            "Within 30 days of its taking effect you may together ask the people's court to confirm it.",
            "协议生效之日起三十日内，双方可以共同向人民法院申请司法确认。",
        ),
    ),
)
"""(articles, what they say in short); the law's own words govern."""
