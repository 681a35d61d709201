"""The engine's own ways to say no."""

from __future__ import annotations

from linli.domains.matters.models import Matter
from linli.kernel.lifecycle import Lifecycle, State, Transition
from linli.kernel.refusal import Invalid, NotAllowed, NotFound, Refusal
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


class StorageFull(Refusal):
    """There is no room left on the disk: an operator's matter."""

    status = 507
    code = "storage_full"

    def __init__(self) -> None:
        super().__init__(
            say(
                "There is no room for files at the moment and nothing was saved. Send it without files, or call the"
                " community.",
                "暂时存不下文件，什么都没有保存。请先不带文件提交，或打社区电话。",
            )
        )


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


def files_refused(sentence: Words) -> Invalid:
    """What is wrong with a file, said at the field it came in."""
    return Invalid(sentence, fields={"files": sentence})


def no_files_here() -> Invalid:
    """This kind of matter takes no files."""
    return files_refused(say("No files can be added here. Describe it in words.", "这里不能加文件，请用文字说明。"))


def too_many_files(most: int) -> Invalid:
    """More files than one matter may have."""
    return files_refused(
        say(
            "There can be {most} files here at most. Send the most telling ones.",
            "这里最多放 {most} 个文件，请挑最能说明问题的发。",
            most=most,
        )
    )
