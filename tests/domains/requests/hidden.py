"""For tests: whoever may hide what neighbours see, and their hiding of one request."""

from __future__ import annotations

from tests.domains.requests.lives import Life
from tests.neighbourhood import Neighbourhood, staff_member

from linli.domains.matters.models import Matter
from linli.domains.people.actor import Actor
from linli.domains.requests.lifecycle.hiding import HideFromNeighbours

MODERATES = {"requests.read", "requests.moderate"}


def moderator(here: Neighbourhood, username: str, *, area: str = "willow") -> Actor:
    """Somebody who moderates what the neighbours of one community see."""
    return staff_member(here, username, "committee", MODERATES, area=area)


def hide(walked: Life, by: Actor, *, scope: str = "words", ground: str = "personal", law: str = "") -> Life:
    """Hides what neighbours see of the request."""
    return walked.does(HideFromNeighbours(scope=scope, ground=ground, law=law, reason="写了邻居的情况"), by)


def hiding_of(walked: Life) -> Matter:
    """The latest hiding of the request."""
    return Matter.objects.filter(kind="hiding", parent=walked.matter).latest("opened_at")
