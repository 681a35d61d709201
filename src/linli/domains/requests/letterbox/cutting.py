"""What a mail itself says: without the letter it answers and without the signature every mail ends with."""

from __future__ import annotations

import re

from linli.domains.delivery.reply_addresses import ABOVE

SEEN = 300
"""Characters of a line that are looked at for what it is: no line can keep us busy."""
ANSWERED = re.compile(
    r"^(?:"
    + "|".join(
        (
            r"-{2,}\s*(?:原始邮件|原邮件|转发邮件信息|Original Message|Forwarded message)\s*-{2,}",
            r"(?:On|Am|Le)\s.{4,200}\s(?:wrote|schrieb|a écrit)\s*:",
            r"(?:在|于)? ?\d{4}.{4,200}(?:写道|来信)\s*[:：]",
            r"_{10,}",
        )
    )
    + r")$",
    re.I,
)
"""The line above a quoted letter, as the usual programs write it."""
HEADED = re.compile(r"^\*{0,2}(?:发件人|寄件者|From)\*{0,2} ?[:：]", re.I)
HEADED_ON = re.compile(r"^\*{0,2}(?:发送时间|日期|收件人|Sent|Date|To)\*{0,2} ?[:：]", re.I)
SIGNED = re.compile(r"^(?:--|(?:发自我的|来自我的|Sent from my).{0,40})$", re.I)
WRAPPED = re.compile(r"^(?:On|Am|Le)\s.{4,200}$", re.I)


def own_words(text: str, *, answering: bool) -> str:
    """The sender's own words. A mail that answers nothing keeps what it quotes: it may be what it is about."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    seen = [line.strip()[:SEEN] for line in lines]
    end = _letter(seen) if answering else len(lines)
    kept = zip(lines[:end], seen[: _signature(seen[:end])], strict=False)
    return "\n".join(line for line, start in kept if not (answering and start.startswith(">"))).strip()


def _letter(lines: list[str]) -> int:
    """Where the quoted letter begins."""
    for at, line in enumerate(lines):
        if any(words in line for words in (ABOVE.zh, ABOVE.en)) or ANSWERED.match(line) or _begins(lines, at):
            return at
    return len(lines)


def _begins(lines: list[str], at: int) -> bool:
    """A quoted letter that begins with its headers, or with "On … wrote:" broken into two lines."""
    following = lines[at + 1 : at + 4]
    if HEADED.match(lines[at]):
        return any(HEADED_ON.match(line) for line in following)
    return bool(WRAPPED.match(lines[at]) and following and ANSWERED.match(f"{lines[at]} {following[0]}"))


def _signature(lines: list[str]) -> int:
    """Where it begins: never with the first line."""
    return next((at for at, line in enumerate(lines) if at and SIGNED.match(line)), len(lines))
