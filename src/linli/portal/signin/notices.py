"""News by text message: agreed to and taken back with one tap each (PIPL Art. 15)."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from linli.domains.delivery.actions import agree_to, end_contact
from linli.domains.delivery.channels import Channel
from linli.domains.people.queries import reach
from linli.domains.people.signin.guard import signed_in
from linli.domains.people.signin.middleware import actor_of
from linli.kernel.words import say

AGREED = say("From now on news reaches you by text message too.", "今后有新进展也会发短信告诉你。")
ENDED = say("No more text messages; news still lies in your inbox.", "不再发短信，消息仍可在站内查看。")
NO_NUMBER = say(
    "No mobile number is kept for you. Your community adds it at the desk.", "还没有登记你的手机号，请到社区登记。"
)


@require_POST
@signed_in
def by_sms(request: HttpRequest, *, account: UUID) -> HttpResponse:
    """Turns news by text message on or off; it goes to the phone one signs in with, and nowhere else."""
    person, now = actor_of(request).person, timezone.now()
    known = reach([person]).get(person) if person else None
    if person is None or known is None or known.phone is None:
        messages.warning(request, str(NO_NUMBER))
    elif request.POST.get("on"):
        agree_to(Channel.SMS, recipient=person, address=known.phone, language=get_language() or "zh-hans", at=now)
        messages.success(request, str(AGREED))
    else:
        end_contact(Channel.SMS, recipient=person, at=now)
        messages.success(request, str(ENDED))
    return redirect("portal:signin:mine")
