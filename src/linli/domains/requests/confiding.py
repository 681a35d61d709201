"""Who may know who the resident is: never the unit that answers, where the resident asked for that."""

from __future__ import annotations

from linli.domains.matters.models import Matter
from linli.domains.people.actor import Actor
from linli.domains.requests import rights
from linli.domains.requests.models import Assignment
from linli.kernel.refusal import NotAllowed
from linli.kernel.words import say


def hidden_from(by: Actor, request: Matter) -> bool:
    """Whether the resident asked not to be known to the unit this reader serves in; one statement."""
    confidential = Assignment.objects.filter(request=request.pk, request__confidential=True)
    return confidential.filter(unit__in=by.organisations).exists()


def may_open_words(by: Actor, request: Matter) -> bool:
    """Whether the originals are open: to the desk and the call-back desk, and to whoever answers it."""
    if hidden_from(by, request):
        return False
    if any(by.may(right.code, at_place=request.path) for right in (rights.CONTACT, rights.CALL_BACK)):
        return True
    answering = Assignment.objects.filter(request=request.pk, unit__in=by.units(rights.HANDLE.code))
    return answering.exists()


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
