"""Closed lists of notices: their types, the grounds for leaving something readable, what a resident can say back."""

from __future__ import annotations

from linli.kernel.words import Vocabulary


class NoticeType(Vocabulary):
    """What a notice is."""

    ORDINARY = "ordinary", "Notice", "公告"
    PARTY = "party", "Party affairs disclosed", "党务公开"
    COMMITTEE = "committee", "Committee affairs disclosed", "居务公开"
    FINANCE = "finance", "Money disclosed", "财务公开"
    REBUTTAL = "rebuttal", "Rumour rebutted", "辟谣"
    EMERGENCY = "emergency", "Emergency notice", "紧急通知"


DISCLOSURES = (NoticeType.PARTY, NoticeType.COMMITTEE, NoticeType.FINANCE)
"""The three affairs (三务公开): what is owed to the public on a day."""


class MarkKind(Vocabulary):
    """What the check took something for, as masking names it."""

    ID_NUMBER = "id_number", "Identity number", "证件号码"
    PHONE = "phone", "Telephone number", "电话号码"
    ACCOUNT = "account", "Bank account", "银行账号"
    CHAT = "chat", "Chat account", "微信或QQ号"
    EMAIL = "email", "E-mail address", "电子邮箱"
    PLATE = "plate", "Number plate", "车牌号"
    ADDRESS = "address", "Address of a home", "门牌地址"
    NAME = "name", "Name of a person", "姓名"


class Decision(Vocabulary):
    """What is done with a mark: covered, or left readable on a ground that is counted on the record."""

    MASK = "mask", "Cover it", "遮盖"
    DUTY = "duty", "Leave it: an office's own, or the post somebody holds", "保留：单位的办公信息或任职信息"
    LAW = "law", "Leave it: the law has it published", "保留：依法应当公开"
    CONSENT = "consent", "Leave it: the person agreed in writing", "保留：本人书面同意"
    MISTAKEN = "mistaken", "Leave it: the check is mistaken", "保留：不是个人信息，系统误标"


GROUNDS = (Decision.DUTY, Decision.LAW, Decision.CONSENT, Decision.MISTAKEN)
"""Why something marked may stay readable."""


class Stance(Vocabulary):
    """What a resident says back to a notice."""

    QUESTION = "question", "A question", "提问"
    OBJECTION = "objection", "An objection", "异议"
