"""What a mail itself says: without the letter it answers and without the signature every mail ends with."""

from __future__ import annotations

import re

from linli.domains.delivery.reply_addresses import ABOVE

ANSWERED = re.compile(
    r"^\s*(?:"
    + "|".join(
        (
            r"-{2,}\s*(?:原始邮件|原邮件|转发邮件信息|Original Message|Forwarded message)\s*-{2,}",
            r"(?:On|Am|Le)\s.{4,200}\s(?:wrote|schrieb|a écrit)\s*:",
            r"(?:在|于)?\s*\d{4}.{4,200}(?:写道|来信)\s*[:：]",
            r"_{10,}",
        )
    )
    + r")\s*$",
    re.I,
)
"""The line above a quoted letter, as the usual programs write it."""
HEADED = re.compile(r"^\s*\**(?:发件人|寄件者|From)\**\s*[:：].*", re.I)
HEADED_ON = re.compile(r"^\s*\**(?:发送时间|日期|收件人|Sent|Date|To)\**\s*[:：]", re.I)
SIGNED = re.compile(r"^(?:-- ?|\s*(?:发自我的|来自我的|Sent from my)\s*.{0,40})$", re.I)
WRAPPED = re.compile(r"^\s*(?:On|Am|Le)\s.{4,200}$", re.I)


def own_words(text: str, *, answering: bool) -> str:
    """The sender's own words. A mail that answers nothing keeps what it quotes: it may be what it is about."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if answering:
        lines = [line for line in _above_the_letter(lines) if not line.lstrip().startswith(">")]
    return "\n".join(_unsigned(lines)).strip()


def _above_the_letter(lines: list[str]) -> list[str]:
    for at, line in enumerate(lines):
        if any(words in line for words in (ABOVE.zh, ABOVE.en)) or ANSWERED.match(line) or _begins(lines, at):
            return lines[:at]
    return lines


def _begins(lines: list[str], at: int) -> bool:
    """A quoted letter that begins with its headers, or with "On … wrote:" broken into two lines."""
    following = lines[at + 1 : at + 4]
    if HEADED.match(lines[at]):
        return any(HEADED_ON.match(line) for line in following)
    return bool(WRAPPED.match(lines[at]) and following and ANSWERED.match(f"{lines[at]} {following[0]}"))


def _unsigned(lines: list[str]) -> list[str]:
    for at, line in enumerate(lines):
        if at and SIGNED.match(line):
            return lines[:at]
    return lines
