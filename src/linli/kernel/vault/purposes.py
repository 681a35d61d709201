"""What personal data may be opened for, and by what right; stored as codes, read by residents as words."""

from __future__ import annotations

from linli.kernel.words import Vocabulary


class Purpose(Vocabulary):
    """What for: a specified, explicit and reasonable purpose (PIPL Art. 6)."""

    RESOLVE = "resolve", "To resolve the matter", "办理事项"
    CONTACT = "contact", "To contact the person", "联系本人"
    CALL_BACK = "call_back", "To ask how it went", "回访"
    CHECK_IDENTITY = "check_identity", "To check who the person is", "核对身份"
    DELIVER = "deliver", "To deliver a message", "发送消息"
    SIGN_IN = "sign_in", "To sign the person in", "登录验证"
    SUPERVISE = "supervise", "To supervise the work", "督办检查"
    REVIEW = "review", "To review a decision", "复核决定"
    MEDIATE = "mediate", "To mediate a dispute", "调解纠纷"
    RESCUE = "rescue", "To help in an emergency", "紧急救助"
    REPORT_BY_LAW = "report_by_law", "To report as the law requires", "依法报送"
    KEEP_CURRENT = "keep_current", "To keep the facts correct", "核实更新"
    OWN_COPY = "own_copy", "The person reads their own data", "本人查阅"
    OWN_PROOF = "own_proof", "The person proves their own words", "本人取证"
    AUDIT = "audit", "To audit security", "安全审计"
    UPKEEP = "upkeep", "To keep the system working", "系统维护"


class Basis(Vocabulary):
    """By what right: one of the seven of PIPL Art. 13(1), in the law's order."""

    CONSENT = "consent", "The person's consent", "取得个人同意"
    CONTRACT = "contract", "A contract with the person", "订立、履行合同所必需"
    DUTY = "duty", "A statutory duty", "履行法定职责或法定义务所必需"
    EMERGENCY = "emergency", "An emergency", "紧急情况下保护生命健康和财产安全所必需"
    NEWS = "news", "Reporting in the public interest", "为公共利益实施新闻报道、舆论监督"
    PUBLISHED = "published", "Published by the person or lawfully", "本人自行公开或其他已合法公开的信息"
    LAW = "law", "Another law or regulation", "法律、行政法规规定的其他情形"
