"""The second step: a code from the app, a recovery code, or a passkey."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from linli.domains.people.signin.actions import (
    Awaited,
    check_second_factor,
    staff_account,
    use_passkey_as_factor,
    visit_of,
)
from linli.domains.people.signin.queries import begin_using, current_code, demo_secret, factors_of, site_of
from linli.kernel.refusal import Refusal
from linli.office.signin.forms import FactorForm, blame
from linli.office.signin.steps import STATE, arrive, awaited, taken_state


@require_http_methods(["GET", "POST"])
@awaited()
def second(request: HttpRequest, *, whose: Awaited) -> HttpResponse:
    """Takes the code."""
    form = FactorForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                typed = form.cleaned_data["code"]
                check_second_factor(whose.account, typed, visit=visit_of(request), at=timezone.now())
                return arrive(request, whose)
            except Refusal as refusal:
                status = blame(form, refusal)
    given = {
        "form": form,
        "factors": factors_of(whose.account),
        "site": site_of(request),
        "demo_code": _demo_code(whose) if settings.DEMO else "",
    }
    return render(request, "office/signin/second.html", given, status=status)


def _demo_code(whose: Awaited) -> str:
    return current_code(demo_secret(str(staff_account(whose.account).username)), at=timezone.now())


@require_POST
@awaited()
def ask(request: HttpRequest, *, whose: Awaited) -> HttpResponse:
    """What the browser needs to offer this account's passkeys."""
    options, request.session[STATE] = begin_using(whose.account, site=site_of(request))
    return HttpResponse(options, content_type="application/json")


@require_POST
@awaited()
def by_passkey(request: HttpRequest, *, whose: Awaited) -> HttpResponse:
    """Takes the passkey's answer."""
    try:
        use_passkey_as_factor(
            whose.account,
            request.POST.get("answer", ""),
            state=taken_state(request),
            site=site_of(request),
            visit=visit_of(request),
            at=timezone.now(),
        )
    except Refusal as refusal:
        messages.warning(request, str(refusal.sentence))
        return redirect("office:signin:second")
    return arrive(request, whose)
