"""The sentences with which notices say no."""

from __future__ import annotations

from linli.kernel.refusal import Invalid, NotFound, Refusal
from linli.kernel.words import say


def no_such_notice() -> NotFound:
    """Never published, or never written."""
    return NotFound(say("There is no such notice here. Check its number.", "没有找到这份公告，请核对编号。"))


def not_that_narrow() -> Invalid:
    """Meant for one home alone: that would be a letter."""
    sentence = say(
        "A notice is for a whole entrance at least. Choose entrances, buildings or wider.",
        "公告至少面向一个单元，请选择单元、楼栋或更大的范围。",
    )
    return Invalid(sentence, fields={"places": sentence})


def unknown_places() -> Invalid:
    """An audience that is not there, or lies too far apart to be one."""
    sentence = say("Choose places from the list.", "请从列表里选择面向的范围。")
    return Invalid(sentence, fields={"places": sentence})


def beyond_its_place() -> Invalid:
    """A revision that would carry a notice out of the place it was begun for."""
    sentence = say(
        "This draft was begun for a narrower place. Write a new notice for the wider one.",
        "这份草稿是为更小的范围起草的，范围扩大请另起一份。",
    )
    return Invalid(sentence, fields={"places": sentence})


def already_being_corrected(number: str) -> Refusal:
    """Two corrections of one notice at the same time would contradict each other."""
    return Refusal(
        say(
            "A correction of it is being written already: {number}. Go on with that one.",
            "已有一份更正在起草：{number}，请接着写那一份。",
            number=number,
        ),
        code="being_corrected",
    )


def not_to_be_corrected() -> Refusal:
    """Drafts are revised; what was corrected or withdrawn has had its word."""
    return Refusal(
        say(
            "Only what is published and holds can be corrected. A draft is revised; for a corrected one, correct the"
            " latest.",
            "只有已发布且有效的公告才能更正：草稿请直接修改，已更正过的请更正最新的一份。",
        ),
        code="not_to_be_corrected",
    )
