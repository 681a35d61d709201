"""Why the people room says no."""

from __future__ import annotations

from linli.kernel.refusal import Invalid, NotAllowed, NotFound, Refusal
from linli.kernel.words import Words, say


def invalid(field: str, sentence: Words) -> Invalid:
    """One field cannot be used."""
    return Invalid(sentence, fields={field: sentence})


def no_such(what: Words) -> NotFound:
    """Nothing of this kind is known under the identifier given."""
    return NotFound(
        say("There is no such {what}. Choose one from the list.", "没有这个{what}，请从列表中选择。", what=what)
    )


def not_authorised() -> NotAllowed:
    """Nobody acts for another without a recorded authorisation that still holds."""
    return NotAllowed(
        say(
            "You are not authorised to act for this person here. Record their authorisation first.",
            "你没有代此人办理的授权，请先登记本人的委托。",
        )
    )


def apart(first: Words, second: Words) -> Refusal:
    """System, security and audit administration are never held by one account."""
    return Refusal(
        say(
            "{first} and {second} must be held by different people. End the other post first, or choose someone else.",
            "{first}与{second}必须由不同的人担任，请先免去另一岗位，或另选他人。",
            first=first,
            second=second,
        ),
        code="administrators_apart",
    )


def not_to_yourself() -> NotAllowed:
    """Nobody grants rights to themselves."""
    return NotAllowed(
        say(
            "You cannot grant rights to yourself. Ask another security administrator.",
            "不能给自己授权，请由另一位安全管理员办理。",
        )
    )


def stale() -> Refusal:
    """Someone changed it since the page was loaded."""
    return Refusal(
        say(
            "Someone changed this in the meantime. Load the page again, look at the change, then decide.",
            "此项刚被他人修改，请刷新页面查看后再决定。",
        ),
        code="changed_meanwhile",
    )
