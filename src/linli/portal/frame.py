"""What stands around every page of the residents' door: where one is, who one is, what waits to be read."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from linli.domains.delivery.queries import unread
from linli.domains.people.actor import Actor
from linli.domains.places.queries import Ground, ground
from linli.kernel.words import Words
from linli.portal.door import here
from linli.portal.neighbourhood import chosen_community
from linli.portal.recipients import recipients

OTHER_DOORS = ("/office/", "/api/", "/static/")


class Frame:
    """Asked by the templates alone, so a page that does not show it costs nothing."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @property
    def by(self) -> Actor:
        """Who looks at this page."""
        return here(self.request, at=timezone.now())

    @property
    def known(self) -> bool:
        """Whether somebody is signed in."""
        return self.by.account is not None

    @property
    def resident(self) -> bool:
        """Whether they are signed in as a person; who came by the office's door has no file of their own here."""
        return self.by.person is not None

    @property
    def acting(self) -> bool:
        """Whether they act for someone else."""
        return self.by.on_behalf_of is not None

    @cached_property
    def unread(self) -> int:
        """How many messages wait."""
        return unread(recipients(self.by)) if self.known else 0

    @cached_property
    def ground(self) -> Ground:
        """Where this deployment stands."""
        return ground()

    @property
    def place(self) -> Words | str:
        """The community this browser chose, else what holds them all."""
        spot = self.ground.community(chosen_community(self.request)) or self.ground.top
        return spot.words if spot else ""


def frame_of(request: HttpRequest) -> Frame:
    """The frame of this request, the same for the view and its template."""
    if "portal" not in vars(request):
        vars(request)["portal"] = Frame(request)
    known: Frame = vars(request)["portal"]
    return known


def frame(request: HttpRequest) -> dict[str, Any]:
    """The template context processor: `portal` in every page of this door."""
    return {} if request.path.startswith(OTHER_DOORS) else {"portal": frame_of(request)}
