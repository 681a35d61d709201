"""Who opened personal words and contacts in a matter: the same lines that the resident reads."""

from __future__ import annotations

from collections.abc import Sequence

from linli.domains.matters.models import Matter
from linli.kernel.vault import Access, accesses
from linli.kernel.words import Words, say

LINES = 200
FIELDS = {
    "name": say("name", "姓名"),
    "phone": say("phone number", "电话"),
    "email": say("e-mail", "邮箱"),
    "wechat": say("WeChat address", "微信标识"),
    "text": say("original words", "原文"),
    "file": say("a file", "附件"),
}


def openings_of(matter: Matter) -> Sequence[Access]:
    """The openings in this matter, newest first; one statement."""
    owner = matter.opener_id or matter.pk
    return [line for line in accesses(owner, limit=LINES) if line.matter == matter.pk]


def field_words(field: str) -> Words:
    """What a vault field is called: `text.answer` is someone's original words."""
    return FIELDS.get(field.partition(".")[0], say(field, field))
