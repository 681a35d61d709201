"""The closed vocabularies of requests: what kind, how urgent, through which channel."""

from __future__ import annotations

from enum import StrEnum

from linli.kernel.words import Words, say


class RequestKind(StrEnum):
    """What the resident wants of us (咨询/求助/投诉/举报/建议)."""

    CONSULT = "consult"
    HELP = "help"
    COMPLAINT = "complaint"
    REPORT = "report"
    SUGGESTION = "suggestion"


class Urgency(StrEnum):
    """How long an answer may take; the rule pack says how long that is."""

    ORDINARY = "ordinary"
    COMPLEX = "complex"
    UTILITIES = "utilities"
    EMERGENCY = "emergency"


class Channel(StrEnum):
    """The door a request came through; all have equal effect."""

    WEB = "web"
    PHONE = "phone"
    PAPER = "paper"
    PROXY = "proxy"
    VISIT = "visit"
    API = "api"


class Door(StrEnum):
    """Where a request that is not ours belongs."""

    EMERGENCY_110 = "110"
    HOTLINE_12345 = "12345"
    COURT = "court"
    PETITION = "petition"
    OTHER_DISTRICT = "other_district"
    OTHER = "other"


WORDS: dict[StrEnum, Words] = {
    RequestKind.CONSULT: say("A question", "咨询"),
    RequestKind.HELP: say("Help", "求助"),
    RequestKind.COMPLAINT: say("A complaint", "投诉"),
    RequestKind.REPORT: say("A report of wrongdoing", "举报"),
    RequestKind.SUGGESTION: say("A suggestion", "建议"),
    Urgency.ORDINARY: say("Ordinary", "一般"),
    Urgency.COMPLEX: say("Complex", "复杂"),
    Urgency.UTILITIES: say("Water, power, gas or heat", "水电气热"),
    Urgency.EMERGENCY: say("Emergency", "紧急"),
    Channel.WEB: say("Web", "网页"),
    Channel.PHONE: say("Phone", "电话"),
    Channel.PAPER: say("Paper", "纸质"),
    Channel.PROXY: say("Through someone else", "代办"),
    Channel.VISIT: say("At the door", "上门"),
    Channel.API: say("Another system", "系统对接"),
    Door.EMERGENCY_110: say("Police, fire or ambulance: 110, 119, 120", "警察、消防、急救：110、119、120"),
    Door.HOTLINE_12345: say("The city hotline 12345", "市民热线 12345"),
    Door.COURT: say("A court or arbitration", "法院或仲裁"),
    Door.PETITION: say("The petition office", "信访部门"),
    Door.OTHER_DISTRICT: say("Another subdistrict", "其他街道"),
    Door.OTHER: say("As the reason says", "见理由"),
}


def words_of(term: StrEnum) -> Words:
    """The words of a term."""
    return WORDS[term]
