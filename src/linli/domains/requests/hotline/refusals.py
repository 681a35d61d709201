"""The sentences with which the hotline's corner says no, to the city's machine and to people."""

from __future__ import annotations

from linli.kernel.refusal import Invalid, NotAllowed, NotFound, Refusal
from linli.kernel.words import say


def not_connected() -> Refusal:
    """No city is connected here."""
    return Refusal(
        say(
            "No city hotline is connected here. Set LINLI_HOTLINE_KEY, LINLI_HOTLINE_SECRET and LINLI_HOTLINE_PLACE.",
            "这里没有接入市热线。请设置 LINLI_HOTLINE_KEY、LINLI_HOTLINE_SECRET 和 LINLI_HOTLINE_PLACE。",
        ),
        code="not_connected",
        status=503,
    )


def forged() -> NotAllowed:
    """The signature is not the city's."""
    return NotAllowed(
        say(
            "The signature is not right. Sign method, path, time, nonce and body with the shared secret.",
            "签名不正确。请用约定密钥对方法、路径、时间、随机串和正文签名。",
        )
    )


def outdated() -> NotAllowed:
    """Signed too long ago, or by a clock that goes wrong."""
    return NotAllowed(
        say(
            "The call's time is too far from ours. Set the clock and sign anew.",
            "请求时间与本机相差过大，请校准时钟后重新签名。",
        )
    )


def replayed() -> NotAllowed:
    """Heard before."""
    return NotAllowed(
        say(
            "This call was heard before. Sign each call with a new nonce.", "这次调用已收到过。每次请用新的随机串签名。"
        )
    )


def unreadable(field: str) -> Invalid:
    """What stands in that field cannot be used."""
    sentence = say(
        "“{field}” is missing or cannot be read. Compare the order with the agreed format and send it again.",
        "“{field}”缺失或无法识别，请对照约定格式更正后重新发送。",
        field=field,
    )
    return Invalid(sentence, fields={field: sentence})


def nowhere() -> Refusal:
    """The place that orders belong to is not known."""
    return Refusal(
        say(
            "LINLI_HOTLINE_PLACE names no place in use. Give the name or division code of the subdistrict.",
            "LINLI_HOTLINE_PLACE 没有对应在用的地点，请填街道名称或区划代码。",
        ),
        code="not_connected",
        status=503,
    )


def no_such_push() -> NotFound:
    """Nothing stuck by that name."""
    return NotFound(
        say(
            "There is nothing stuck here any more. Load the page again.",
            "这条已不在待处理之列，请刷新页面。",
        )
    )


def not_the_desks() -> NotAllowed:
    """Telling the city is the dispatcher's."""
    return NotAllowed(
        say(
            "The city is told by whoever dispatches here. Ask the dispatcher.",
            "向市热线回传由派单岗负责，请联系派单岗。",
        )
    )


def no_order_columns(names: list[str]) -> Invalid:
    """The sheet is not of orders, or its columns are called otherwise."""
    return Invalid(
        say(
            "The sheet has no column {names}. Name its columns in [sheets.orders] of the wire's file.",
            "表格里没有这些列：{names}。请在接口文件的 [sheets.orders] 里写明列名。",
            names="、".join(names),
        )
    )
