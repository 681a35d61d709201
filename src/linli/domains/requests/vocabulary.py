"""The closed vocabularies of requests: what kind, how urgent, through which channel, why returned, where else to go."""

from __future__ import annotations

from linli.kernel.words import Vocabulary


class RequestKind(Vocabulary):
    """What the resident wants of us."""

    HELP = "help", "Help", "求助"
    CONSULT = "consult", "A question", "咨询"
    COMPLAINT = "complaint", "A complaint", "投诉"
    REPORT = "report", "A report of wrongdoing", "举报"
    SUGGESTION = "suggestion", "A suggestion", "建议"


class Urgency(Vocabulary):
    """How long an answer may take; the rule pack says how long that is."""

    ORDINARY = "ordinary", "Ordinary", "一般"
    COMPLEX = "complex", "Complex", "复杂"
    UTILITIES = "utilities", "Water, power, gas or heat", "水电气热"
    EMERGENCY = "emergency", "Emergency", "紧急"


class Channel(Vocabulary):
    """The door a request came through; all have equal effect."""

    WEB = "web", "Web", "网页"
    PHONE = "phone", "Phone", "电话"
    PAPER = "paper", "Paper", "纸质"
    PROXY = "proxy", "Through someone else", "代办"
    VISIT = "visit", "At the door", "上门"
    EMAIL = "email", "E-mail", "电子邮件"
    WECHAT = "wechat", "WeChat", "微信"
    API = "api", "Another system", "系统对接"
    HOTLINE = "hotline", "The city hotline 12345", "市民热线 12345"
    IMPORT = "import", "Imported from a file", "表格导入"


class BounceGround(Vocabulary):
    """Why a unit says an assignment is not its own."""

    NOT_OUR_DUTY = "not_our_duty", "Not our duty", "不属于本单位职责"
    NOT_OUR_AREA = "not_our_area", "Not our area", "不在本单位辖区"
    CANNOT_ALONE = "cannot_alone", "We cannot do it alone", "单独无法解决"


class ExtensionGround(Vocabulary):
    """Why an answer takes longer than the rule gives."""

    WORK_TAKES_LONGER = "work_takes_longer", "The work itself takes longer", "施工或办理周期较长"
    OTHERS_NEEDED = "others_needed", "Others must act first", "需其他单位先行办理"
    FACTS_UNCLEAR = "facts_unclear", "The facts are still being found out", "情况复杂，仍在查证"


class SuspensionGround(Vocabulary):
    """Why something cannot be done for now."""

    NO_MONEY = "no_money", "There is no money for it yet", "资金尚未落实"
    NO_POLICY = "no_policy", "Rules or plans for it are still being made", "政策或规划尚未明确"
    LEFT_BEHIND = "left_behind", "Left from the past, many must agree", "历史遗留，涉及多方"
    SEASON = "season", "The season does not allow it", "受季节条件限制"


class PlanGround(Vocabulary):
    """Why something has its day later and not now."""

    YEARLY_WORKS = "yearly_works", "It is in the year's works", "已列入年度改造或维修计划"
    SEASONAL_WORKS = "seasonal_works", "It is done in its season", "按季节统一施工"
    VOTED_WORKS = "voted_works", "The owners voted its day", "业主已表决，按约定日期施工"


class DismissalGround(Vocabulary):
    """Why something is no request."""

    NOTHING_ASKED = "nothing_asked", "It asks for nothing", "没有提出诉求"
    ABSURD = "absurd", "Nobody could do what it asks", "内容荒诞，无法办理"
    ANSWERED_BEFORE = "answered_before", "The same was answered before, nothing is new", "已办结答复，无新情况重复反映"
    ABUSE = "abuse", "It is abuse alone", "只有辱骂内容"


class WhistleGround(Vocabulary):
    """Why departments must be called together."""

    CANNOT_ALONE = "cannot_alone", "The community cannot solve it alone", "社区单独无法解决"
    JOINT_ENFORCEMENT = "joint_enforcement", "Several must enforce the law together", "需联合执法"
    EMERGENCY = "emergency", "An emergency", "突发紧急"


class ExclusionGround(Vocabulary):
    """Why a request says nothing about how well the unit works."""

    BEYOND_LAW = "beyond_law", "The law does not allow what is asked", "不符合法律政策"
    NOT_OUR_POWERS = "not_our_powers", "Nobody here has the powers", "超出本级职权"
    FORCE_MAJEURE = "force_majeure", "Storm, flood or the like", "不可抗力"
    UNTRUE = "untrue", "On site it proved untrue", "经核查不属实"


class HidingGround(Vocabulary):
    """Why neighbours may not see what somebody shared."""

    PERSONAL = "personal", "It tells personal data of others", "含他人个人信息"
    INSULT = "insult", "It insults or incites", "侮辱谩骂或煽动"
    ADVERTISING = "advertising", "It is advertising", "广告推销"
    AGAINST_LAW = "against_law", "The law forbids it", "违反法律规定"
    UNRELATED = "unrelated", "It has nothing to do with the request", "与诉求无关"


class RightDoor(Vocabulary):
    """Where a request that is not ours belongs."""

    EMERGENCY = "emergency", "Police, fire or ambulance: 110, 119, 120", "警察、消防、急救：110、119、120"
    HOTLINE = "hotline", "The city hotline 12345", "市民热线 12345"
    COURT = "court", "A court or arbitration", "法院或仲裁"
    PETITION = "petition", "The petition office", "信访部门"
    OTHER_SUBDISTRICT = "other_subdistrict", "Another subdistrict", "其他街道"
    OTHER = "other", "As the reason says", "见理由"
