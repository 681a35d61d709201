"""Why the tree of places says no."""

from __future__ import annotations

from linli.domains.places.kinds import PlaceKind
from linli.kernel.refusal import Invalid, NotFound, Refusal
from linli.kernel.words import Words, say


def no_such_place() -> NotFound:
    """Nothing is known under this identifier, path or code."""
    return NotFound(
        say("There is no such place. Choose one from the list or the map.", "没有这个地点，请从列表或地图里选。")
    )


def retired(place: Words) -> Refusal:
    """Retired places keep their history and take nothing new."""
    return Refusal(
        say("{place} is no longer in use. Choose a place in use.", "{place}已停用，请选择在用的地点。", place=place),
        code="place_retired",
    )


def not_wider(kind: PlaceKind, parent: PlaceKind) -> Invalid:
    """A place lies only under a wider kind."""
    sentence = say(
        "A {kind} cannot lie under a {parent}. Choose something wider to put it under.",
        "{kind}不能放在{parent}之下，请选择更大的上级。",
        kind=kind.words,
        parent=parent.words,
    )
    return Invalid(sentence, fields={"parent": sentence})


def not_a_root(kind: PlaceKind) -> Invalid:
    """Only districts and subdistricts may stand alone."""
    sentence = say(
        "A {kind} must lie under another place. Choose what it belongs to.",
        "{kind}必须有上级，请选择它属于哪里。",
        kind=kind.words,
    )
    return Invalid(sentence, fields={"parent": sentence})


def name_taken(name: str) -> Invalid:
    """Siblings of one kind differ in name."""
    sentence = say(
        "There is already a place called {name} here. Choose another name, or use the one that exists.",
        "这里已有名为“{name}”的地点，请换一个名称，或直接使用已有的。",
        name=name,
    )
    return Invalid(sentence, fields={"name": sentence})


def code_taken(code: str) -> Invalid:
    """A division code names one place."""
    sentence = say(
        "The code {code} is already in use. Check it, or change the place that has it.",
        "代码 {code} 已被使用，请核对，或修改已有的地点。",
        code=code,
    )
    return Invalid(sentence, fields={"code": sentence})


def into_itself() -> Invalid:
    """A subtree cannot be hung below itself."""
    sentence = say(
        "A place cannot be moved to below itself. Choose another place to put it under.",
        "不能把地点移到它自己之下，请选择别的上级。",
    )
    return Invalid(sentence, fields={"parent": sentence})


def changed_meanwhile() -> Refusal:
    """Someone else added the same thing in the same moment."""
    return Refusal(
        say(
            "Someone changed the places here at the same moment. Load the page again and retry.",
            "刚才有人同时修改了这里的地点，请刷新页面后重试。",
        ),
        code="changed_meanwhile",
    )
