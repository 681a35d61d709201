"""The closed vocabularies between the city's hotline and us: how an order stands, what we tell, what a word was."""

from linli.kernel.words import Vocabulary


class Standing(Vocabulary):
    """How an order stands at the city."""

    OPEN = "open", "Open", "办理中"
    URGED = "urged", "Urged", "催办"
    REVOKED = "revoked", "Taken back", "已撤单"
    REFUSED = "refused", "Return refused", "退单未通过"
    REOPENED = "reopened", "Sent back to be done again", "退回重办"
    ENDED = "ended", "Ended there", "已办结"


class Telling(Vocabulary):
    """What the city is told."""

    SIGNED = "signed", "Signed for", "签收"
    BOUNCED = "bounced", "Returned", "退单"
    PROGRESS = "progress", "Progress", "办理进展"
    REPLIED = "replied", "Replied", "答复"
    RESULT = "result", "Result", "办理结果"


class Heard(Vocabulary):
    """What a word from the city was."""

    OPENED = "opened", "New", "新工单"
    UPDATED = "updated", "Changed", "有变化"
    REPEATED = "repeated", "The same again", "重复"
    LATE = "late", "Overtaken by a newer one", "晚到的旧消息"
    CONTRADICTED = "contradicted", "Contradicts what it said before", "前后矛盾"
