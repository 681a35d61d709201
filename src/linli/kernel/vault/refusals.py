"""Why the vault says no. No sentence here ever holds a personal value."""

from __future__ import annotations

from linli.kernel.refusal import NotAllowed, NotFound, Refusal
from linli.kernel.words import say


class Erased(Refusal):
    """The owner's key was destroyed; what it sealed is gone for ever."""

    status = 410
    code = "erased"

    def __init__(self) -> None:
        super().__init__(
            say(
                "This person's data was erased and cannot be opened. Ask the person again if it is still needed.",
                "此人的个人信息已按要求删除，无法再打开；如仍需要，请重新向本人征集。",
            )
        )


class KeyNotHere(Refusal):
    """A key the database needs is not on this machine: an operator's matter, not the reader's."""

    status = 503
    code = "key_not_here"

    def __init__(self, which: str) -> None:
        super().__init__(
            say(
                "The key {which} is not on this machine. Restore it from the key backup before going on.",
                "本机缺少密钥 {which}，请先从密钥备份中恢复。",
                which=which,
            )
        )


class KeysTooOpen(Refusal):
    """Key files that others on the machine could read are not used."""

    status = 503
    code = "keys_too_open"

    def __init__(self, path: str) -> None:
        super().__init__(
            say(
                "Others on this machine can read {path}. Run: chmod go-rwx {path}",
                "本机其他用户可读取 {path}，请执行：chmod go-rwx {path}",
                path=path,
            )
        )


class Damaged(Refusal):
    """Sealed bytes that do not match their seal: altered, swapped, cut short or opened with the wrong key."""

    status = 500
    code = "damaged"

    def __init__(self) -> None:
        super().__init__(
            say(
                "A sealed value does not match its seal: it was altered or damaged. Tell the system administrator.",
                "密封的数据与封签不符，可能被改动或损坏，请联系系统管理员。",
            )
        )


class CipherNotHere(Refusal):
    """The cipher asked for is not in this machine's OpenSSL."""

    status = 503
    code = "cipher_not_here"

    def __init__(self, name: str) -> None:
        super().__init__(
            say(
                "The cipher {name} is not available here. Choose aes-256-gcm, or install an OpenSSL that has it.",
                "本机不支持算法 {name}，请改用 aes-256-gcm，或安装支持该算法的 OpenSSL。",
                name=name,
            )
        )


def no_purpose() -> NotAllowed:
    """Nobody opens anything without saying what for and by what right (PIPL Art. 6 and 13)."""
    return NotAllowed(
        say(
            "Personal data is opened only for a stated purpose and on a lawful basis. State both and try again.",
            "打开个人信息须说明目的和合法性基础，请填写后再试。",
        )
    )


def no_such_value() -> NotFound:
    """A reference that leads nowhere."""
    return NotFound(
        say(
            "There is no such sealed value. Go back and open the page again.",
            "没有这项密封信息，请返回后重新打开页面。",
        )
    )
