"""Who may change the tree. (The right itself is declared in people, the room above, which knows who holds what.)"""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from linli.kernel.refusal import NotAllowed
from linli.kernel.words import say

MANAGE = "places.manage"


class By(Protocol):
    """As much of an actor as this room needs to know."""

    @property
    def account(self) -> UUID | None:
        """Who signed in, if anyone."""

    @property
    def system(self) -> bool:
        """Whether this is the deployment itself."""

    def may(self, right: str, *, at_place: str) -> bool:
        """Whether the right is held over the place with this path."""


def require_manage(by: By, *, at_place: str) -> None:
    """Refuses whoever may not change the tree at this path; a new root (empty path) is the deployment's own act."""
    if not by.system and not by.may(MANAGE, at_place=at_place):
        raise NotAllowed(
            say(
                "Changing places here needs the right to manage places. Ask your system administrator.",
                "修改此处的区域需要“管理区域”权限，请联系系统管理员。",
            )
        )
