"""No more notices, from the letter itself: without signing in, and by a mail program's one click."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from linli.domains.delivery.reach.actions import mute
from linli.domains.delivery.stopping import stopped_by
from linli.domains.people.actor import Actor
from linli.kernel.refusal import NotFound
from linli.kernel.words import say
from linli.portal.door import everyone

NO_LETTER = say(
    "This link is of no letter of ours. Sign in and turn notices off under “How news reaches me”.",
    "这个链接不属于任何一封来信。请登录后在“消息怎么通知我”里关闭公告推送。",
)


@csrf_exempt  # RFC 8058: a mail program calls, and the address is signed
@require_http_methods(["GET", "POST"])
@everyone
def stop(request: HttpRequest, token: str, *, by: Actor, at: datetime) -> HttpResponse:
    """Asks whoever opens it, since looking turns nothing off; says the same of every letter."""
    person = stopped_by(token)
    if person is None:
        raise NotFound(NO_LETTER)
    if request.method == "POST":
        mute(person, at=at)
    return render(request, "portal/mine/stop.html", {"done": request.method == "POST"})
