"""Why the holdings room says no."""

from __future__ import annotations

from linli.kernel.refusal import Invalid, NotAllowed, NotFound
from linli.kernel.words import say


def no_such_home() -> NotFound:
    """The place is unknown, is not a home, or is not in use."""
    return NotFound(say("There is no such home. Choose one from the list.", "没有这套房屋，请从列表中选择。"))


def no_such_household() -> NotFound:
    """The household is unknown or has moved out."""
    return NotFound(
        say("There is no such household here now. Choose one from the list.", "现在没有这户，请从列表中选择。")
    )


def registered_already() -> Invalid:
    """A home is registered once."""
    sentence = say("This home is registered already. Change the one that exists.", "这套房屋已登记，请直接修改。")
    return Invalid(sentence, fields={"place": sentence})


def member_already() -> Invalid:
    """A person belongs to a household once."""
    sentence = say("This person belongs to the household already.", "此人已在这户，无需重复登记。")
    return Invalid(sentence, fields={"person": sentence})


def head_first() -> Invalid:
    """A household of several has exactly one head."""
    sentence = say("Name exactly one head of the household.", "请指定一位户主。")
    return Invalid(sentence, fields={"relation": sentence})


def not_of_this_household() -> NotAllowed:
    """A building leader files only for people who are known to live there."""
    return NotAllowed(
        say(
            "This person is not known to live there. Have the desk confirm the household first.",
            "尚未核实此人住在这里，请先由社区核实住户信息。",
        )
    )
