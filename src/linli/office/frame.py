"""What stands around every page of the office: who is signed in, where, and how much waits for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from linli.domains.matters.queries import Counts, worklist_counts
from linli.domains.people.actor import Actor
from linli.domains.people.queries import Introduction, introduce
from linli.domains.people.signin.middleware import actor_of

CALLED = ("verified", "callback")
"""States of requests that wait for the call-back desk."""


@dataclass
class Frame:
    """Asked by the base template alone, so a page that does not show it costs nothing."""

    by: Actor
    now: datetime

    @cached_property
    def me(self) -> Introduction:
        """Who is signed in."""
        return introduce(self.by)

    @cached_property
    def counts(self) -> Counts:
        """How much is asked of them."""
        return worklist_counts(by=self.by, now=self.now)

    @property
    def calls(self) -> int:
        """How much of it are call-backs."""
        groups = self.counts.groups
        return sum(group.count for group in groups if group.kind == "request" and group.state.code in CALLED)

    @property
    def known(self) -> bool:
        """Whether somebody is signed in at all."""
        return self.by.account is not None

    @cached_property
    def may(self) -> dict[str, bool]:
        """Rights held anywhere, with an underscore for the dot (`office.may.requests_read`), and their rooms."""
        rights = {right.replace(".", "_") for right in self.by.rights}
        return dict.fromkeys(rights | {right.partition(".")[0] for right in self.by.rights}, True)


def frame_of(request: HttpRequest) -> Frame:
    """The frame of this request, the same for the view and its template."""
    if "frame" not in vars(request):
        vars(request)["frame"] = Frame(actor_of(request), timezone.now())
    known: Frame = vars(request)["frame"]
    return known


def frame(request: HttpRequest) -> dict[str, Any]:
    """The template context processor: `office` in every page of this door."""
    return {"office": frame_of(request)} if request.path.startswith("/office/") else {}
