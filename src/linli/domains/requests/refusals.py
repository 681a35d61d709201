"""The sentences with which requests say no."""

from __future__ import annotations

from linli.kernel.refusal import Invalid, NotAllowed, NotFound
from linli.kernel.words import say


def no_such_place() -> Invalid:
    """The place named is unknown or no longer in use."""
    sentence = say(
        "We do not know this place. Choose one on the map or from the list.", "没有这个地点，请在地图或列表里重新选。"
    )
    return Invalid(sentence, fields={"place": sentence})


def no_such_unit() -> Invalid:
    """The unit named is unknown, closed, or named twice."""
    sentence = say(
        "Choose units from the list, each once, and the lead not among the helpers.",
        "请从列表里选单位；同一单位只选一次，主办不能同时是协办。",
    )
    return Invalid(sentence, fields={"unit": sentence})


def cannot_be_called() -> Invalid:
    """A department named is unknown, closed, named twice, called already, or leads."""
    sentence = say(
        "Choose departments from the list, each once; neither the lead nor one that was called already.",
        "请从列表里选部门，每个只选一次；主办单位和已吹哨的部门不用再选。",
    )
    return Invalid(sentence, fields={"units": sentence})


def no_such_lead() -> Invalid:
    """The request that should lead is unknown to the actor, or no longer waits for its answer."""
    sentence = say(
        "There is no open request with this number that still waits for its answer. Check the number.",
        "没有这个编号的、还在等答复的诉求，请核对编号。",
    )
    return Invalid(sentence, fields={"into": sentence})


def leads_itself() -> Invalid:
    """A request merged into itself, or into one of those that are merged with it."""
    sentence = say(
        "The one that leads cannot be among those that follow. Leave it out, or name another.",
        "不能并入自己，也不能并入同批要并的诉求。请去掉它，或换一件。",
    )
    return Invalid(sentence, fields={"into": sentence})


def leads_others() -> Invalid:
    """One that leads others cannot follow."""
    sentence = say(
        "Others are worked on with this one. Merge the other request into this one instead.",
        "已有诉求并入这一件。请反过来，把另一件并入这一件。",
    )
    return Invalid(sentence, fields={"into": sentence})


def no_such_case() -> NotFound:
    """Not a case in somebody's name that the actor may see."""
    return NotFound(
        say(
            "This is not an open case in somebody's name, or not of your unit. Load the list again.",
            "这不是本单位某人名下的在办事项，请刷新列表后再选。",
        )
    )


def not_a_colleague() -> Invalid:
    """Whoever should receive a case does not answer for the unit at its place."""
    sentence = say(
        "They do not answer for this unit at this place. Choose a colleague from the list.",
        "此人不在本单位承办该处的事项，请从列表里选同事。",
    )
    return Invalid(sentence, fields={"to": sentence})


def not_in_this_unit(field: str) -> Invalid:
    """Somebody named for an absence does not answer for the unit."""
    sentence = say(
        "They do not answer for this unit. Choose two colleagues of one unit.",
        "此人不在这个单位承办事项，请选同一单位的两位同事。",
    )
    return Invalid(sentence, fields={field: sentence})


def not_yours_to_note() -> NotAllowed:
    """Somebody else's absence, noted by who does not lead the unit."""
    return NotAllowed(
        say(
            "You note your own absence; a colleague's is noted by whoever leads the unit. Ask them.",
            "只能登记自己不在岗；同事的由本单位负责人登记，请联系负责人。",
        )
    )


def away_now(stand_in: str) -> Invalid:
    """Whoever should receive a case is away."""
    sentence = say(
        "They are away now; {name} stands in. Hand it to {name}.",
        "此人现在不在岗，由{name}顶岗，请交给{name}。",
        name=stand_in,
    )
    return Invalid(sentence, fields={"to": sentence})
