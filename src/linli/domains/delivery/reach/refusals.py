"""Why something about a mailing is refused."""

from __future__ import annotations

from linli.kernel.refusal import Invalid, NotAllowed, NotFound
from linli.kernel.words import say


def no_mailing() -> NotFound:
    """Nothing of that number was told to households."""
    return NotFound(
        say(
            "Nothing of this number was told to households. Look it up in the list of notices.",
            "没有这个编号的入户送达。请到公告列表里查找。",
        )
    )


def not_that_door() -> NotFound:
    """The home is not one of the mailing's, or not within the area asked for."""
    return NotFound(
        say(
            "This door is not on the list of this notice. Open the list anew and choose from it.",
            "这户不在这份公告的名单里。请重新打开名单再选。",
        )
    )


def elsewhere() -> NotAllowed:
    """Nothing of it lies in the actor's areas."""
    return NotAllowed(
        say(
            "Nobody of your area was meant. Whoever published it sees whom it reached.",
            "这份公告没有发给你负责的区域，送达情况由发布单位查看。",
        )
    )


def ask_first() -> Invalid:
    """Reading aloud to somebody needs their wish."""
    return Invalid(
        say(
            "Ask first whether it may be read aloud to them, then tick that they wished it.",
            "请先征得本人同意，再登记代读。",
        )
    )


def no_home_of_yours() -> NotAllowed:
    """The notice was not meant for a home in which the person is known to live."""
    return NotAllowed(
        say(
            "This notice was not meant for your home, or the community does not know yet where you live: "
            "tell it under “My home”.",
            "这份公告没有发给你家，或者社区还没有确认你的住址，请到“我的住处”登记。",
        )
    )
