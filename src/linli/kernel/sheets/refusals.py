"""The sentences with which a sheet is refused."""

from __future__ import annotations

from linli.kernel.refusal import Invalid
from linli.kernel.sheets.limits import MB
from linli.kernel.words import say


def not_a_sheet(name: str) -> Invalid:
    """The content is no table, whatever its name says."""
    return Invalid(
        say(
            "{file} is not a sheet we can read. Save it as .xlsx or .csv and try again.",
            "{file} 不是能读的表格，请另存为 .xlsx 或 .csv 再试。",
            file=name,
        )
    )


def not_there(name: str) -> Invalid:
    """There is no such file, or it may not be read."""
    return Invalid(
        say("{file} is not there or cannot be opened.", "{file} 不存在或打不开，请检查文件名和权限。", file=name)
    )


def damaged(name: str) -> Invalid:
    """It began as a sheet and does not go on as one."""
    return Invalid(
        say(
            "{file} is damaged. Open it in the program that made it, save it anew and try again.",
            "{file} 已损坏，请用原来的软件打开、重新保存后再试。",
            file=name,
        )
    )


def locked(name: str) -> Invalid:
    """It asks for a password."""
    return Invalid(
        say(
            "{file} is locked with a password. Save it without one and try again.",
            "{file} 设了密码，请取消密码另存后再试。",
            file=name,
        )
    )


def empty(name: str) -> Invalid:
    """There is nothing below a header, or no header."""
    return Invalid(
        say(
            "{file} has no rows: the first filled line must name the columns, with rows below it.",
            "{file} 里没有数据：第一个有内容的行应是列名，下面是数据。",
            file=name,
        )
    )


def too_large(name: str, most: int) -> Invalid:
    """More bytes than one sheet may have, as sent or unpacked."""
    return Invalid(
        say(
            "{file} is too large: a sheet may have {most} MB unpacked. Split it and try again.",
            "{file} 太大：一张表解开后最多 {most} MB，请拆成几份再试。",
            file=name,
            most=most // MB,
        )
    )


def too_many_rows(name: str, most: int) -> Invalid:
    """More rows than are read at once."""
    return Invalid(
        say(
            "{file} has more than {most} rows. Split it into several files and try again.",
            "{file} 超过 {most} 行，请拆成几个文件再试。",
            file=name,
            most=f"{most:,}",
        )
    )


def too_wide(name: str, most: int) -> Invalid:
    """More columns than any list has, or a stray cell far out."""
    return Invalid(
        say(
            "{file} is wider than {most} columns, or has a stray cell far from its table. Delete what is outside.",
            "{file} 超过 {most} 列，或在表外很远处有零散单元格，请删掉表外内容再试。",
            file=name,
            most=most,
        )
    )


def unknown_letters(name: str) -> Invalid:
    """Neither UTF-8 nor GB 18030."""
    return Invalid(
        say(
            "{file} is written in an unknown character set. Save it as UTF-8 (“CSV UTF-8”) and try again.",
            "{file} 的文字编码无法识别，请另存为“CSV UTF-8”再试。",
            file=name,
        )
    )


def broken_line(name: str, line: int) -> Invalid:
    """A line of a .csv that cannot be read, most often for a quotation mark that is never closed."""
    return Invalid(
        say(
            "{file}, line {line}: cannot be read; is a quotation mark never closed? Mend it and try again.",
            "{file} 第 {line} 行读不出来，可能有引号没有成对，请改好再试。",
            file=name,
            line=line,
        )
    )
