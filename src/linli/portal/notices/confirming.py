"""A resident confirms that their home knows: the strongest word on who was reached, and nobody is pressed for it."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from linli.domains.delivery.reach.actions import Kind, say_own
from linli.domains.notices.queries import get_published
from linli.domains.people.actor import Actor
from linli.kernel.words import say
from linli.portal.door import residents

THANKS = say("Thank you: your home counts as told.", "谢谢，已登记你家知晓。")


@require_POST
@residents
def confirm(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """Once or many times, it is one confirmation."""
    notice = get_published(number)
    say_own(notice.number, kind=Kind.CONFIRMED, by=by, at=at)
    messages.success(request, str(THANKS))
    return HttpResponseRedirect(reverse("portal:notices:one", args=[notice.number]))
