"""The second page: which code came?"""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from linli.domains.people.signin.actions import ask_again, remember, sign_in_resident, sign_in_with_code, visit_of
from linli.domains.people.signin.queries import code_of, masked, phone_of
from linli.kernel.refusal import Refusal
from linli.kernel.words import say
from linli.portal.signin.forms import CodeForm, blame
from linli.portal.signin.pending import Pending, forget, keep, recall


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Takes the code and signs in."""
    pending = recall(request)
    if pending is None:
        return redirect("portal:signin:phone")
    form = CodeForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                return _come_in(request, pending, form.cleaned_data["code"])
            except Refusal as refusal:
                status = blame(form, refusal)
    phone = phone_of(pending.challenge)
    given = {
        "form": form,
        "phone": masked(phone) if phone else "",
        "demo_code": code_of(pending.challenge) if settings.DEMO else "",
        "demo": settings.DEMO,
    }
    return render(request, "portal/signin/code.html", given, status=status)


def _come_in(request: HttpRequest, pending: Pending, typed: str) -> HttpResponse:
    now, visit = timezone.now(), visit_of(request)
    account = sign_in_with_code(pending.challenge, typed, visit=visit, at=now)
    forget(request)
    sign_in_resident(request, account, kept=pending.kept, visit=visit, at=now)
    response = redirect(pending.onward)
    remember(request, response, account.id)
    return response


@require_POST
def again(request: HttpRequest) -> HttpResponse:
    """Has another code sent to the same phone."""
    pending = recall(request)
    if pending is None:
        return redirect("portal:signin:phone")
    try:
        challenge = ask_again(pending.challenge, visit=visit_of(request), at=timezone.now())
    except Refusal as refusal:
        messages.warning(request, str(refusal.sentence))
    else:
        keep(request, Pending(challenge, pending.kept, pending.onward))
        messages.success(request, str(say("A new code is on its way.", "新的验证码已发出。")))
    return redirect("portal:signin:code")
