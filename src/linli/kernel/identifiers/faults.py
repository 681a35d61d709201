"""What may be wrong with a number, in words for whoever mends the sheet."""

from __future__ import annotations

from linli.kernel.words import Vocabulary


class Fault(Vocabulary):
    """Why something written is not the number it should be."""

    SIGNS = "signs", "There are signs in it that do not belong there", "含有不应出现的字符"
    LENGTH = "length", "It has too few or too many digits", "位数不对"
    ROUNDED = (
        "rounded",
        "A spreadsheet has rounded it and its last digits are lost: ask for the column as text",
        "被表格软件当作数值舍去了末几位，请把该列设为文本后重新提供",
    )
    DATE = "date", "The date of birth in it does not exist or lies ahead", "其中的出生日期不存在或在将来"
    CHECK = (
        "check",
        "Its check digit does not fit: a digit was mistyped or two were swapped",
        "校验位不符，可能有一位写错或两位颠倒",
    )
    RANGE = "range", "No number of this kind begins so", "没有这样开头的号码"
