"""Coming in by a link from a chat: good for half an hour, then remembered by this browser alone."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from linli.domains.people.actor import Actor
from linli.domains.people.signin.middleware import TRACKS
from linli.domains.requests.talking.links import linked
from linli.kernel.refusal import NotFound
from linli.kernel.words import say
from linli.portal.addresses import own_address
from linli.portal.door import everyone

PASSED = say(
    "This link is no longer good. Go back to the chat and send “progress” for a new one.",
    "链接已失效。请回到微信对话，回复“进度”获取新的链接。",
)


@never_cache
@require_GET
@everyone
def follow(request: HttpRequest, signed: str, *, by: Actor, at: datetime) -> HttpResponse:
    """Opens the one matter that the link is for; the link itself leaves the address at once."""
    found = linked(signed)
    if found is None:
        raise NotFound(PASSED)
    matter, number = found
    request.session[TRACKS] = str(matter)
    return HttpResponseRedirect(own_address(number))
