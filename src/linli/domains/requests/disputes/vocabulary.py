"""The closed vocabularies of disputes."""

from __future__ import annotations

from linli.kernel.words import Vocabulary


class About(Vocabulary):
    """What a dispute is about, as mediation committees count it."""

    NEIGHBOURS = "neighbours", "Between neighbours", "邻里纠纷"
    NOISE = "noise", "Noise", "噪声纠纷"
    WATER = "water", "A leak from another home", "漏水纠纷"
    PARKING = "parking", "Parking and shared space", "停车与公共空间纠纷"
    PROPERTY = "property", "Property service", "物业纠纷"
    FAMILY = "family", "Marriage, family, inheritance", "婚姻家庭与继承纠纷"
    HOUSE = "house", "A home: sale, rent, works", "房屋买卖租赁与装修纠纷"
    MONEY = "money", "Money lent or owed", "借贷债务纠纷"
    INJURY = "injury", "Injury or damage", "损害赔偿纠纷"
    WORK = "work", "Work and wages", "劳动报酬纠纷"
    OTHER = "other", "Something else", "其他纠纷"


class Side(Vocabulary):
    """Which of the parties."""

    APPLICANT = "applicant", "Applicant", "申请人"
    RESPONDENT = "respondent", "Respondent", "被申请人"


class Owing(Vocabulary):
    """Whose promise it is."""

    APPLICANT = "applicant", "Applicant", "申请人"
    RESPONDENT = "respondent", "Respondent", "被申请人"
    BOTH = "both", "Both", "双方"


class NotForUs(Vocabulary):
    """Why a mediation committee may not take a dispute up (人民调解工作若干规定, Art. 22)."""

    LAW_SAYS_OTHERWISE = "law_says_otherwise", "The law gives it to another body", "依法只能由专门机关管辖处理"
    LAW_FORBIDS = "law_forbids", "The law forbids mediating it", "法律禁止采用民间调解方式"
    ALREADY_TAKEN = (
        "already_taken",
        "A court or an authority has it, or has settled it",
        "法院、公安或行政机关已受理或解决",
    )
    NO_DISPUTE = "no_dispute", "It is no dispute between persons", "不属于民间纠纷"


class How(Vocabulary):
    """How a party said it, other than on screen."""

    PAPER = "paper", "On paper", "书面"
    VISIT = "visit", "In person", "当面"
    PHONE = "phone", "On the phone", "电话"


class Confirmed(Vocabulary):
    """What the court made of it."""

    VALID = "valid", "Confirmed: it can be enforced", "裁定有效，可申请强制执行"
    REJECTED = "rejected", "Not confirmed", "裁定驳回"
    TAKEN_BACK = "taken_back", "The parties took the application back", "当事人撤回申请"
