"""Names and numbers as people give them, made fit to seal."""

from __future__ import annotations

import re
import unicodedata

from linli.domains.people.refusals import invalid
from linli.kernel.words import say

_NOISE = re.compile(r"[\s\-()·.]")
_MAINLAND = re.compile(r"(?:\+?86|0086)?(1[3-9]\d{9}|0\d{2,3}\d{7,8}(?:转\d{1,6})?)")
_ABROAD = re.compile(r"(?:\+|00)[1-9]\d{6,14}")
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]+\.[^@\s.]{2,63}")
LONGEST_NAME = 64


def clean_phone(typed: str) -> str:
    """A mobile or landline number as digits, one from abroad with its +; empty stays empty."""
    digits = _NOISE.sub("", unicodedata.normalize("NFKC", typed))
    if not digits:
        return ""
    if mainland := _MAINLAND.fullmatch(digits):
        return mainland[1]
    if _ABROAD.fullmatch(digits):
        return "+" + digits.removeprefix("+").removeprefix("00")
    sentence = say(
        "Enter an 11-digit mobile number, or a landline with its area code.", "请输入 11 位手机号，或带区号的固定电话。"
    )
    raise invalid("phone", sentence)


def clean_person_name(typed: str) -> str:
    """A person's name without stray spaces; empty stays empty."""
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    if len(name) <= LONGEST_NAME and (not name or name.isprintable()):
        return name
    raise invalid("name", say("A name has at most 64 characters. Shorten it.", "姓名最多 64 个字，请缩短。"))


def clean_email(typed: str) -> str:
    """An e-mail address as it is written; empty stays empty."""
    email = unicodedata.normalize("NFKC", typed).strip()
    if not email or (len(email) <= 254 and _EMAIL.fullmatch(email)):
        return email
    raise invalid("email", say("This is not an e-mail address. Check it.", "电子邮箱格式不对，请检查。"))
