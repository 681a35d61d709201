"""The sentences with which importing says no."""

from __future__ import annotations

from collections.abc import Iterable

from linli.domains.requests.importing.fields import Field
from linli.kernel.refusal import Invalid, NotFound, Refusal
from linli.kernel.words import Words, say


def no_text_column() -> Invalid:
    """Nothing says what the requests are about."""
    return Invalid(
        say(
            "No column says what the requests are about. Name it: --map COLUMN=text, or =subject.",
            "没有哪一列是诉求内容，请指定：--map 列名=text（或 =subject）。",
        )
    )


def no_time_column() -> Invalid:
    """Nothing says when they were reported."""
    return Invalid(
        say(
            "No column says when the requests were reported. Name it: --map COLUMN=time.",
            "没有哪一列是反映时间，请指定：--map 列名=time。",
        )
    )


def no_such_column(name: str, names: Iterable[str]) -> Invalid:
    """The sheet has no column of this name."""
    return Invalid(
        say(
            "There is no column “{name}”. The sheet has: {names}.",
            "没有“{name}”这一列。表里的列有：{names}。",
            name=name,
            names=", ".join(names),
        )
    )


def no_such_field(name: str) -> Invalid:
    """We have no field of this name."""
    return Invalid(
        say(
            "There is no field “{name}”. Choose of: {names}; leave it empty for a column that is not needed.",
            "没有“{name}”这个字段，可选：{names}；不需要的列留空。",
            name=name,
            names=", ".join(Field.codes()),
        )
    )


def named_twice(field: Field) -> Invalid:
    """Two columns for one field."""
    return Invalid(
        say(
            "Two columns are to be “{field}”. Choose one of them.",
            "有两列都指定成了“{field}”，请只选一列。",
            field=field.words,
        )
    )


def running_already() -> Refusal:
    """Somebody else is at this file."""
    return Refusal(
        say(
            "This file is being imported right now. Wait until that has ended.",
            "这个文件正在导入，请等它结束后再试。",
        )
    )


def undone_already() -> Refusal:
    """It was undone before, or has not ended."""
    return Refusal(say("This import was undone already.", "这次导入已经撤销过了。"))


def no_such_import() -> NotFound:
    """There is no import with this identifier, or it is not this reader's."""
    return NotFound(say("There is no such import. Look at the list.", "没有这次导入，请看导入列表。"))


def let_go() -> Refusal:
    """The file was kept as long as it may be."""
    return Refusal(
        say(
            "This file is no longer kept. Send it again.",
            "文件已按期删除，请重新上传。",
        )
    )


def started_already() -> Refusal:
    """It is being brought in, or was."""
    return Refusal(say("This file was started already. Look at how far it is.", "这个文件已经开始导入，请看进度。"))


def no_reason() -> Invalid:
    """An import is undone without a word."""
    sentence = say("Say why it is undone.", "请写明撤销原因。")
    return Invalid(sentence, fields={"reason": sentence})


def unplaced() -> Invalid:
    """No place was named, and there is more than one it could be."""
    return Invalid(
        say(
            "Say which place the requests belong to where a row does not: --place, by name or division code.",
            "请用 --place 指明没写地点的诉求归到哪里，可写名称或区划代码。",
        )
    )


EMPTY = say("Fill this in.", "请填写。")
NO_TIME = say("Write a time such as 2026-01-31 14:05.", "请写成 2026-01-31 14:05 这样的时间。")
FUTURE = say("This lies in the future. Check it.", "时间在将来，请核对。")
TOO_EARLY = say("The reply is earlier than the request. Check both times.", "答复时间早于反映时间，请核对。")
BEYOND = say(
    "Something stands right of the last column. Is a comma not quoted?", "最后一列右边还有内容，是不是有逗号没加引号？"
)
CHANGED = say(
    "This number was imported before with other words. Give it another number, or undo that import first.",
    "这个编号导入过，但内容不同。请换一个编号，或先撤销那次导入。",
)
NO_PHONE = say(
    "Enter an 11-digit mobile number, or a landline with its area code.", "请填 11 位手机号，或带区号的固定电话。"
)


def too_long(most: int) -> Words:
    """A cell longer than anything we keep."""
    return say("Write at most {most} characters.", "最多 {most} 个字。", most=most)
