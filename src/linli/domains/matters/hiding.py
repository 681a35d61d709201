"""What of a shared matter neighbours do not see, and why: coded facts of its own row, so that lists cost no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from linli.domains.matters.models import Matter
from linli.domains.places.paths import community_of
from linli.kernel.words import Vocabulary

FACT = "hiding"


class Scope(Vocabulary):
    """How much of it neighbours do not see."""

    WORDS = "words", "The words alone", "仅文字"
    WHOLE = "whole", "All of it: words, place, subject and steps", "全部：文字、地点、类别和经过"


@dataclass(frozen=True)
class Hidden:
    """Since when neighbours do not see how much of it; `ground` is a code of its kind's own vocabulary."""

    scope: Scope
    ground: str
    since: datetime

    @property
    def whole(self) -> bool:
        """Whether neighbours see no more than that it is hidden."""
        return self.scope is Scope.WHOLE


def hide(matter: Matter, *, scope: Scope, ground: str, at: datetime) -> None:
    """Hides it from neighbours alone; whoever has a part in it reads on."""
    matter.facts[FACT] = {"scope": scope.value, "ground": ground, "since": at.isoformat()}


def show(matter: Matter) -> None:
    """Lets neighbours see again what they saw before."""
    matter.facts.pop(FACT, None)


def hidden_of(matter: Matter) -> Hidden | None:
    """What neighbours do not see of it; None where nothing is hidden."""
    found = matter.facts.get(FACT)
    return found and Hidden(Scope(found["scope"]), found["ground"], datetime.fromisoformat(found["since"]))


def nothing_hidden() -> Q:
    """Matters of which neighbours see all that was shared."""
    return ~Q(facts__has_key=FACT)


def told_by_filter(*, area: str = "", category: str = "") -> Q:
    """What may be found by these filters: to find what is hidden whole by its subject or door would tell both."""
    narrow = bool(category) or (bool(area) and community_of(area) != area)
    return ~Q(facts__contains={FACT: {"scope": Scope.WHOLE.value}}) if narrow else Q()
