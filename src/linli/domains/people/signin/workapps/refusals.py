"""The sentences with which signing in from a work app is refused."""

from __future__ import annotations

from linli.kernel.refusal import Invalid, NotAllowed, NotFound, Refusal
from linli.kernel.words import say


def not_here() -> NotFound:
    """No such work app is connected."""
    return NotFound(
        say("This app is not connected here. Sign in with your password.", "这里没有接入该应用，请用密码登录。")
    )


def not_yours() -> NotAllowed:
    """The way back does not belong to the way out: another browser's, an old one, or one used before."""
    return NotAllowed(
        say(
            "This sign-in was not begun in this browser, or too long ago. Begin again.",
            "这次登录不是从本浏览器发起的，或已过期，请重新发起。",
        )
    )


def not_believed() -> NotAllowed:
    """The work app does not know the code, or nobody of this organisation stands behind it."""
    return NotAllowed(
        say(
            "The app did not confirm who you are. Open it from the app again, or sign in with your password.",
            "应用没有确认你的身份。请从应用里重新打开，或用密码登录。",
        )
    )


def not_bound() -> NotAllowed:
    """Known there, bound to nobody here."""
    return NotAllowed(
        say(
            "No account here is bound to you yet. Sign in with password and second factor, then bind it under"
            " “My sign-in”.",
            "还没有绑定本系统账号。请先用密码和二次验证登录，再到“我的登录”里绑定。",
        )
    )


def bound_elsewhere() -> Invalid:
    """Bound to somebody else here."""
    return Invalid(
        say(
            "This user of the app is bound to another account here. Have it unbound there first.",
            "该应用账号已绑定本系统的另一个账号，请先在那里解绑。",
        )
    )


def both_factors_first() -> NotAllowed:
    """A binding is made only by whoever came in by password and second factor."""
    return NotAllowed(
        say(
            "To bind an app, sign out and come in with password and second factor.",
            "绑定应用需要先退出，再用密码和二次验证登录。",
        )
    )


def away() -> Refusal:
    """The work app's server does not answer."""
    return Refusal(
        say(
            "The app's server does not answer now. Sign in with your password.",
            "应用服务器暂时没有应答，请用密码登录。",
        ),
        code="away",
        status=503,
    )
