"""How news reaches me: each way with its switch, what is owed to me and cannot be turned off, and what can."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from linli.domains.delivery.actions import agree_to, end_contact
from linli.domains.delivery.channels import Channel
from linli.domains.delivery.queries import ways_of
from linli.domains.delivery.quiet_hours import quiet_hours
from linli.domains.delivery.reach.actions import mute, unmute
from linli.domains.delivery.reach.queries import is_muted
from linli.domains.people.actor import Actor
from linli.domains.people.queries import reach
from linli.kernel.refusal import NotAllowed
from linli.kernel.words import say
from linli.portal.door import residents
from linli.portal.mine.contact import NO_PERSON
from linli.portal.mine.email import EmailForm

BY_SMS = say("From now on news reaches you by text message too.", "今后有新进展也会发短信告诉你。")
ENDED = say("Nothing more comes that way; news still lies in your messages.", "不再这样通知你，消息仍可在站内查看。")
NO_NUMBER = say(
    "No mobile number is kept for you. Your community adds it at the desk.", "还没有登记你的手机号，请到社区登记。"
)
MUTED = say(
    "Notices wait for you here and are not sent any more; emergencies still are.",
    "公告不再推送，只在站内等你查看；紧急通知照常发送。",
)
UNMUTED = say("Notices for your home are sent to you again.", "与你家有关的公告恢复推送。")


@require_safe
@residents
def channels(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Every way, and every kind of letter."""
    return shown(request, EmailForm(), by=by, at=at)


@require_POST
@residents
def by_sms(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """News by text message too; it goes to the phone one signs in with, and nowhere else."""
    person = own(by)
    known = reach([person]).get(person)
    if known is None or known.phone is None:
        messages.warning(request, str(NO_NUMBER))
    else:
        agree_to(Channel.SMS, recipient=person, address=known.phone, language=get_language() or "zh-hans", at=at)
        messages.success(request, str(BY_SMS))
    return back()


@require_POST
@residents
def end(request: HttpRequest, channel: str, *, by: Actor, at: datetime) -> HttpResponse:
    """Takes the agreement to a channel back (PIPL Art. 15); done twice it is done."""
    if channel in Channel.codes():
        end_contact(Channel(channel), recipient=own(by), at=at)
        messages.success(request, str(ENDED))
    return back()


@require_POST
@residents
def notices(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Has notices for one's home sent, or not."""
    if request.POST.get("on"):
        unmute(own(by))
        messages.success(request, str(UNMUTED))
    else:
        mute(own(by), at=at)
        messages.success(request, str(MUTED))
    return back()


def shown(request: HttpRequest, form: EmailForm, *, by: Actor, at: datetime, status: int = 200) -> HttpResponse:
    """The page, with this form for an address."""
    person = own(by)
    known = reach([person]).get(person)
    ways = ways_of(person)
    begin, end = quiet_hours(on=localdate(at))
    given = {
        "known": known,
        "agreed": {way.channel.value for way in ways if not way.failed},
        "failed": {way.channel.value for way in ways if way.failed},
        "muted": is_muted(person),
        "quiet": (f"{begin:%H:%M}", f"{end:%H:%M}"),
        "form": form,
    }
    return render(request, "portal/mine/channels.html", given, status=status)


def own(by: Actor) -> UUID:
    """Whose letters these are: one's own, also while one acts for another; an office's account has none."""
    if by.person is None:
        raise NotAllowed(NO_PERSON)
    return by.person


def back() -> HttpResponse:
    """To the page that says how it stands now."""
    return HttpResponseRedirect(reverse("portal:mine:channels"))
