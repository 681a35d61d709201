"""Mobile numbers as people type them, made one form: eleven digits for the mainland."""

from __future__ import annotations

import re
import unicodedata

from linli.kernel.refusal import Invalid
from linli.kernel.words import say

MAINLAND = re.compile(r"(?:\+?86|0086)?(1[3-9]\d{9})")


def mainland_mobile(typed: str) -> str:
    """The eleven digits of a mainland mobile number, whatever the spaces, dashes, prefix or width of its figures."""
    digits = re.sub(r"[\s\-()·.]", "", unicodedata.normalize("NFKC", typed))
    found = MAINLAND.fullmatch(digits)
    if not found:
        sentence = say(
            "Enter an 11-digit mobile number, such as 138 0000 0000.", "请输入 11 位手机号，例如 138 0000 0000。"
        )
        raise Invalid(sentence, fields={"phone": sentence})
    return found[1]


def masked(phone: str) -> str:
    """The number as a page may show it back: 138 **** 0000."""
    return f"{phone[:3]} **** {phone[-4:]}"
