"""Who may know who the resident is: never the unit that answers, where the resident asked for that."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, QuerySet

from linli.domains.matters.models import Matter
from linli.domains.people.actor import Actor
from linli.domains.requests import rights
from linli.domains.requests.lifecycle import ASSIGNMENT, REPORT_IN
from linli.domains.requests.models import Request
from linli.kernel.refusal import NotAllowed
from linli.kernel.words import say


def hidden_from(by: Actor, request: Matter) -> bool:
    """Whether the resident asked not to be known to the unit this reader serves in; one statement."""
    working = _working(by.organisations, request)
    return Request.objects.filter(pk=request.pk, confidential=True).filter(Exists(working)).exists()


def may_open_words(by: Actor, request: Matter) -> bool:
    """Whether the originals are open: to the desk and the call-back desk, and to whoever works on it."""
    if hidden_from(by, request):
        return False
    if any(by.may(right.code, at_place=request.path) for right in (rights.CONTACT, rights.CALL_BACK)):
        return True
    return _working(by.units(rights.HANDLE.code), request).exists()


def _working(units: frozenset[UUID], request: Matter) -> QuerySet[Matter]:
    """What these units have or had to do for it: an assignment, or a call by whistle."""
    return Matter.objects.filter(parent=request.pk, kind__in=(ASSIGNMENT.kind, REPORT_IN.kind), holder_unit__in=units)


def may_contact(by: Actor, request: Matter) -> bool:
    """Whether the reporter's name and number are open."""
    held = any(by.may(right.code, at_place=request.path) for right in (rights.CONTACT, rights.CALL_BACK))
    return held and not hidden_from(by, request)


def not_for_you() -> NotAllowed:
    """Who the resident is stays with the desk."""
    return NotAllowed(
        say(
            "The resident's contact is not open to you here. The community desk calls them for you.",
            "居民的联系方式不对你开放。需要联系时，请社区受理岗代为联系。",
        )
    )
