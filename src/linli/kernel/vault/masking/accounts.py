"""Bank accounts and cards, and the accounts people are reached by: WeChat and QQ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linli.kernel.vault.masking.found import Span

_GAP = r"[ \t\-\u200b-\u200d\u2060\ufeff]"
_CARD = re.compile(rf"(?<![0-9])[1-9](?:{_GAP}?[0-9]){{15,18}}(?![0-9])")
_NAMED_ACCOUNT = re.compile(
    rf"(?:卡号|账号|帐号|账户|帐户|户头|存折|银行卡|储蓄卡|信用卡)[^0-9\n]{{0,8}}?(?<![0-9])([0-9](?:{_GAP}?[0-9]){{7,24}})(?![0-9])"
)
_WECHAT = re.compile(
    r"(?:微信号?|[Ww]e[Cc]hat|weixin|[Vv][Xx]|[Ww][Xx]|[Vv]信|薇信)(?:账号|帐号|号码|号|是|为|ID|id)?"
    r"[: ]{0,3}(?<![A-Za-z0-9_-])([A-Za-z](?=[A-Za-z_-]{0,18}[0-9_-])[A-Za-z0-9_-]{5,19})(?![A-Za-z0-9_@-])"
)
_QQ = re.compile(r"(?:QQ|qq|Qq|扣扣|企鹅)(?:群|号码|号|账号)?(?:是|为)?[: ]{0,3}(?<![0-9])([1-9][0-9]{4,11})(?![0-9])")
_NOT_DIGIT = re.compile(r"[^0-9]+")


def accounts(text: str) -> Iterator[Span]:
    """Every bank account and card: by the words before it, or sixteen to nineteen digits that pass the card check."""
    for found in _CARD.finditer(text):
        digits = _NOT_DIGIT.sub("", found[0])
        if luhn(digits):
            yield Span(found.start(), found.end(), "account", f"************{digits[-4:]}")
    for found in _NAMED_ACCOUNT.finditer(text):
        yield Span(found.start(1), found.end(1), "account", f"************{_NOT_DIGIT.sub('', found[1])[-4:]}")


def chats(text: str) -> Iterator[Span]:
    """Every WeChat and QQ account that its name announces."""
    for found in _WECHAT.finditer(text):
        yield Span(found.start(1), found.end(1), "chat", f"{found[1][:2]}****")
    for found in _QQ.finditer(text):
        yield Span(found.start(1), found.end(1), "chat", f"{found[1][:2]}****")


def luhn(digits: str) -> bool:
    """The check every bank card passes (ISO/IEC 7812-1)."""
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(number // 10 + number % 10 for number in doubled)) % 10 == 0
