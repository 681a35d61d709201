"""What may become of a mail, and why one is not taken."""

from __future__ import annotations

from linli.kernel.words import Vocabulary


class Outcome(Vocabulary):
    """What became of a mail."""

    FILED = "filed", "Became a request", "登记为诉求"
    ADDED = "added", "Added to its matter", "补充到原事项"
    BOUNCED = "bounced", "A letter of ours came back", "退信"
    AUTOMATIC = "automatic", "Written by a machine, left alone", "自动邮件，未处理"
    REFUSED = "refused", "Not taken, and told so", "未接收，已告知"
    UNREADABLE = "unreadable", "Could not be read, left for people", "无法读取，留待人工查看"


class Why(Vocabulary):
    """Why a mail is not taken: what its sender is told to do."""

    TOO_MANY = (
        "too_many",
        "You wrote very often today. What is urgent, please tell the community by phone; write again tomorrow.",
        "您今天来信过于频繁。急事请打社区电话，其他请明天再写。",
    )
    TOO_LARGE = (
        "too_large",
        "Your e-mail is too large. Send it again with smaller or fewer files.",
        "邮件太大，请减少或压缩附件后重新发送。",
    )
    ENDED = (
        "ended",
        "The matter you answered has ended and takes no more messages. To report something new, write a new e-mail.",
        "您回复的事项已经办结，不再接收留言。如有新情况，请另写一封邮件。",
    )
    NOTHING_SAID = (
        "nothing_said",
        "There were no words in your e-mail. Write what the matter is, where, and since when.",
        "邮件里没有内容。请写明什么事、在哪、多久了，再发送一次。",
    )
