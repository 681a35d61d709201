"""Who hears of a transition, in which words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tell:
    """`whom` is a part in the matter (`opener`, `holder`, `followers`); `template` names the words in delivery."""

    whom: str
    template: str
