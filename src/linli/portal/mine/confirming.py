"""An address for news: a link is sent there, and whoever follows it signed in has confirmed it."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from linli.domains.delivery.confirming import ask_to_confirm, confirm
from linli.domains.people.actions import change_contact
from linli.domains.people.actor import Actor
from linli.domains.people.queries import reach
from linli.kernel.refusal import Invalid
from linli.kernel.words import say
from linli.portal.door import residents
from linli.portal.mine.channels import back, own, shown
from linli.portal.mine.email import EmailForm
from linli.portal.sent import sent

SENT = say(
    "A link is on its way to that address. Open it within a day, and news comes there.",
    "确认链接正发往这个邮箱，一天内打开就生效。",
)
CONFIRMED = say("Confirmed: news reaches you by e-mail too.", "已确认，今后也会发邮件通知你。")
NO_ADDRESS = say("Enter the address that news should go to.", "请输入接收消息的邮箱。")


@sensitive_post_parameters()
@require_POST
@residents
def ask(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Keeps the address, if one is typed, and sends the link there."""
    person, form = own(by), EmailForm(sent(request))
    if form.is_valid():
        try:
            change_contact(person=person, email=form.cleaned_data["email"], by=by, at=at)
        except Invalid as refusal:
            form.add_error("email", str(refusal.fields.get("email", refusal.sentence)))
    known = reach([person]).get(person)
    if form.is_valid() and (known is None or known.email is None):
        form.add_error("email", str(NO_ADDRESS))
    if not form.is_valid() or known is None or known.email is None:
        return shown(request, form, by=by, at=at, status=422)
    ask_to_confirm(person, address=known.email, language=get_language() or "zh-hans", at=at)
    messages.success(request, str(SENT))
    return back()


@require_http_methods(["GET", "POST"])
@residents
def confirmed(request: HttpRequest, signed: str, *, by: Actor, at: datetime) -> HttpResponse:
    """Asks for one tap: programs that look through mail follow links too, and have agreed to nothing."""
    if request.method == "GET":
        return render(request, "portal/mine/confirm.html")
    known = reach([own(by)]).get(own(by))
    kept = known.email if known else None
    confirm(signed, person=own(by), kept=kept, language=get_language() or "zh-hans", at=at)
    messages.success(request, str(CONFIRMED))
    return back()
