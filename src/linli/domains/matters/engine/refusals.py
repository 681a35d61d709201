"""The engine's own ways to say no."""

from __future__ import annotations

from linli.domains.matters.models import Matter
from linli.kernel.lifecycle import Lifecycle, State, Transition
from linli.kernel.refusal import NotAllowed, NotFound, Refusal
from linli.kernel.words import Words, say


class Stale(Refusal):
    """Somebody acted first; the second is told what stands there now."""

    code = "stale"


class NotNow(Refusal):
    """The act exists, but not in the state the matter is in."""

    code = "not_now"


class Guarded(Refusal):
    """A condition is not met; the sentence is the guard's."""

    code = "condition"
    status = 422


def unknown() -> NotFound:
    """No such matter, or none for this reader."""
    return NotFound(
        say("We cannot find this matter. Check the number, or sign in.", "没有找到这件事。请核对编号，或先登录。")
    )


def stale(matter: Matter, state: State) -> Stale:
    """Acted on since it was read."""
    return Stale(
        say(
            "Someone acted on this while you were reading: it is now “{state}”. Reload the page and decide again.",
            "你查看期间已有人处理：现在是“{state}”。请刷新后再决定。",
            state=state.words,
        )
    )


def not_now(transition: type[Transition], state: State) -> NotNow:
    """Not possible in this state."""
    return NotNow(
        say(
            "“{act}” is not possible while it is “{state}”. Reload the page to see what is.",
            "当前是“{state}”，不能“{act}”。请刷新页面，看看现在能做什么。",
            act=transition.words,
            state=state.words,
        )
    )


def not_yours(transition: type[Transition]) -> NotAllowed:
    """The act belongs to someone else."""
    return NotAllowed(
        say(
            "“{act}” can be done by {who}. Ask them, or sign in as them.",
            "“{act}”只能由{who}来做。请联系对方，或换个身份登录。",
            act=transition.words,
            who=transition.who.words,
        )
    )


def unknown_verb(life: Lifecycle, verb: str) -> NotFound:
    """No such act for this kind."""
    return NotFound(say("There is no act “{verb}” here.", "这里没有“{verb}”这个操作。", verb=verb))


def guarded(sentence: Words) -> Guarded:
    """A guard's refusal."""
    return Guarded(sentence)
