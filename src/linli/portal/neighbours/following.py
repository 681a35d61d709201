"""Following a neighbour's matter, saying "me too", and stopping."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from linli.domains.matters.following import follow, unfollow
from linli.domains.people.actor import Actor
from linli.domains.people.signin.destination import with_next
from linli.domains.people.signin.guard import SIGN_IN
from linli.kernel.words import say
from linli.portal.addresses import shared_address
from linli.portal.door import everyone

TOO = say("Counted: it is yours too. You hear how it ends.", "已记下“我也是”，有结果会告诉你。")
FOLLOWED = say("You follow it now and hear how it ends.", "已关注，有结果会告诉你。")
LEFT = say("You follow it no more.", "已取消关注。")


@require_http_methods(["GET", "POST"])
@everyone
def follow_it(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """Follows, with `me_too=1` as one's own; whoever is not signed in is shown the way in and comes back."""
    if request.method == "GET":
        return HttpResponseRedirect(shared_address(number))
    if by.stands_for is None:
        return HttpResponseRedirect(with_next(SIGN_IN, shared_address(number)))
    too = request.POST.get("me_too") == "1"
    matter = follow(number, by=by, at=at, me_too=too)
    messages.success(request, str(TOO if too else FOLLOWED))
    return HttpResponseRedirect(shared_address(matter.number))


@require_http_methods(["GET", "POST"])
@everyone
def unfollow_it(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """Stops following."""
    if request.method == "GET":
        return HttpResponseRedirect(shared_address(number))
    matter = unfollow(number, by=by)
    messages.success(request, str(LEFT))
    return HttpResponseRedirect(shared_address(matter.number))
