"""Rights: what a post may let its holder do. Each domain declares its own; roles are sets of them.

Three kinds of administrator watch one another (GB/T 22239-2019, 8.1.5: 系统、安全、审计三员分立): a right that
administers says which of them it belongs to, and no account may ever hold rights of two.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from linli.domains.people.actor import Actor
from linli.kernel.refusal import NotAllowed
from linli.kernel.words import Vocabulary, Words, say


class Administration(Vocabulary):
    """The three that are kept apart."""

    SYSTEM = "system", "System administration", "系统管理"
    SECURITY = "security", "Security administration", "安全管理"
    AUDIT = "audit", "Audit administration", "审计管理"


@dataclass(frozen=True, slots=True)
class Right:
    """One right: `code` is `room.verb`; `words` say what its holder can do; `administers` whose office it is.

    `holder` is what its holder is called where somebody is told who may act; without it the words serve.
    """

    code: str
    words: Words
    administers: Administration | None = None
    holder: Words | None = None

    @property
    def family(self) -> str:
        """The room it belongs to, under which the office lists it."""
        return self.code.partition(".")[0]


_RIGHTS: dict[str, Right] = {}
_FAMILIES: dict[str, Words] = {}


def declare(*rights: Right, family: Words | None = None) -> None:
    """Adds rights to those that roles may hold; `family` says the name of their room to the office."""
    for right in rights:
        _RIGHTS[right.code] = right
        if family is not None:
            _FAMILIES[right.family] = family


def known() -> dict[str, Right]:
    """Every declared right by its code."""
    return dict(_RIGHTS)


def family_words(family: str) -> Words:
    """What the office calls a room of rights."""
    return _FAMILIES.get(family, Words(family, family))


def administrations(rights: Iterable[str]) -> frozenset[Administration]:
    """Which administrations a set of rights touches; more than one is never allowed."""
    declared = (_RIGHTS.get(right) for right in rights)
    return frozenset(right.administers for right in declared if right and right.administers)


def require(by: Actor, right: Right, *, at_place: str) -> None:
    """Refuses an actor who does not hold `right` over the place with this path; the deployment itself may."""
    if not by.system and not by.may(right.code, at_place=at_place):
        raise _missing(right)


def require_anywhere(by: Actor, right: Right) -> None:
    """Refuses an actor who holds `right` nowhere: for what lies at no place, such as an account."""
    if not by.system and right.code not in by.rights:
        raise _missing(right)


def require_any(by: Actor, *rights: Right) -> None:
    """Refuses an actor who holds none of these anywhere: for what several offices look at."""
    if not by.system and not by.rights & {right.code for right in rights}:
        raise NotAllowed(
            say(
                "This needs one of these rights: {rights}. Ask whoever holds one, or the security administrator.",
                "需要以下权限之一：{rights}。请找有此权限的同事，或联系安全管理员。",
                rights=Words(
                    "; ".join(right.words.en for right in rights), "、".join(right.words.zh for right in rights)
                ),
            )
        )


def _missing(right: Right) -> NotAllowed:
    return NotAllowed(
        say(
            "This needs the right “{right}” here. Ask a colleague who holds it, or the security administrator.",
            "此操作需要在本辖区拥有“{right}”权限，请找有此权限的同事，或联系安全管理员。",
            right=right.words,
        )
    )


PLACES = Right("places.manage", say("Manage places", "管理区域"), Administration.SYSTEM)
PEOPLE = Right("people.manage", say("Manage accounts and organisations", "管理账号与机构"), Administration.SYSTEM)
POSTS = Right("people.posts", say("Appoint and end posts", "任免岗位"), Administration.SECURITY)
ROLES = Right("people.roles", say("Change what roles may do", "调整角色权限"), Administration.SECURITY)
REGISTER = Right("people.register", say("Register residents", "登记居民"))
FIND = Right("people.find", say("Find a resident by phone number", "按手机号查找居民"))
ACT_FOR = Right("people.act_for", say("File for residents who ask", "受托代居民办事"))
ERASE = Right("people.erase", say("Erase a resident's data on request", "应本人要求删除个人信息"))
RULES_READ = Right("rules.read", say("Read the rules in force", "查看现行规则"))
AUDIT_READ = Right("audit.read", say("Read who did and opened what", "查看操作与访问记录"), Administration.AUDIT)

declare(PLACES, family=say("Places", "区域"))
declare(PEOPLE, POSTS, ROLES, REGISTER, FIND, ACT_FOR, ERASE, family=say("People and organisations", "人员与机构"))
declare(RULES_READ, family=say("Rules", "规则"))
declare(AUDIT_READ, family=say("Audit", "审计"))
