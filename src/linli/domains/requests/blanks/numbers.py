"""The number of a paper form, `ZB-000012-3`: it is copied by hand, so its last digit tells a slip of the pen."""

from __future__ import annotations

import re
from unicodedata import normalize

from stdnum import damm

from linli.kernel.refusal import Invalid
from linli.kernel.words import say

PREFIX = "ZB"
NUMBER = re.compile(rf"(?:{PREFIX})?([0-9]{{7,16}})")
BETWEEN = re.compile(r"[\s\-‐-―−_.]")
MISREAD = say(
    "This is no form's number. Copy it again from under the code, such as {example}, or leave it empty.",
    "登记表编号不对，请照二维码下面的编号重新填写（如 {example}），没有编号就留空。",
)


def number_of(form: int) -> str:
    """The number as it is printed: its last digit checks the others (Damm: single slips, swapped neighbours)."""
    digits = f"{form:06d}"
    return f"{PREFIX}-{digits}-{damm.calc_check_digit(digits)}"


def read_number(typed: str) -> int:
    """The form that a number names, however it was typed. Raises Invalid for what cannot be one."""
    found = NUMBER.fullmatch(BETWEEN.sub("", normalize("NFKC", typed)).upper())
    if found is None or not damm.is_valid(found[1]):
        raise Invalid(MISREAD.fill(example=number_of(12)), fields={"paper": MISREAD.fill(example=number_of(12))})
    return int(found[1][:-1])
