"""Identity numbers: resident ID of 18 digits with its check digit or of 15, and passports where the word stands by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linli.kernel.vault.masking.found import Span

_GAP = r"[ \t\-\u200b-\u200d\u2060\ufeff]?"
_DATE = rf"(?:0{_GAP}[1-9]|1{_GAP}[0-2]){_GAP}(?:0{_GAP}[1-9]|[12]{_GAP}[0-9]|3{_GAP}[01])"
_EIGHTEEN = re.compile(
    rf"(?<![0-9])[1-9](?:{_GAP}[0-9]){{5}}{_GAP}(?:1{_GAP}[89]|2{_GAP}0)(?:{_GAP}[0-9]){{2}}{_GAP}{_DATE}"
    rf"(?:{_GAP}[0-9]){{3}}{_GAP}[0-9Xx](?![0-9A-Za-z])"
)
_FIFTEEN = re.compile(r"(?<![0-9])[1-9][0-9]{5}[2-9][0-9](?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}(?![0-9])")
_PASSPORT = re.compile(r"(?:护照|通行证|港澳|台胞证|[Pp]assport)[^0-9A-Za-z\n]{0,6}([A-Z]{1,2}[0-9]{7,10})(?![0-9])")
_WORD = re.compile(r"(?:身份证|证件|ID)[^0-9]{0,8}$")
_NOT_DIGIT = re.compile(r"[^0-9Xx]+")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def identity_numbers(text: str) -> Iterator[Span]:
    """Every identity number; 18 digits whose check digit is wrong count only after the words that announce one."""
    for found in _EIGHTEEN.finditer(text):
        digits = _NOT_DIGIT.sub("", found[0]).upper()
        if checks(digits) or _WORD.search(text, max(0, found.start() - 12), found.start()):
            yield Span(found.start(), found.end(), "id_number", f"{digits[:2]}**************{digits[-2:]}")
    for found in _FIFTEEN.finditer(text):
        yield Span(found.start(), found.end(), "id_number", f"{found[0][:2]}***********{found[0][-2:]}")
    for found in _PASSPORT.finditer(text):
        yield Span(found.start(1), found.end(1), "id_number", f"{found[1][0]}*******{found[1][-1]}")


def checks(number: str) -> bool:
    """Whether the last of 18 digits is the check digit of the rest (GB 11643-1999, ISO 7064 MOD 11-2)."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return "10X98765432"[total % 11] == number[17]
