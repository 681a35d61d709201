"""Setting up the second factor at the first sign-in: an authenticator app, or a passkey; then recovery codes."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_http_methods, require_POST

from linli.domains.people.signin.actions import (
    Awaited,
    add_passkey,
    enrol_app,
    make_recovery_codes,
    staff_account,
    visit_of,
)
from linli.domains.people.signin.queries import (
    address,
    begin_adding,
    current_code,
    factors_of,
    new_secret,
    offer,
    offered,
    site_of,
)
from linli.domains.people.signin.vocabulary import Door
from linli.kernel.refusal import Refusal
from linli.office.signin.forms import FactorForm, blame
from linli.office.signin.steps import STATE, arrive, awaited, taken_state

OFFER = "signin_app"


@require_http_methods(["GET", "POST"])
@awaited()
def enrol(request: HttpRequest, *, whose: Awaited) -> HttpResponse:
    """Shows a secret for the app, and binds it once the app shows a right code."""
    if factors_of(whose.account).enrolled:
        return redirect("office:signin:second")
    secret = _offered_secret(request, whose)
    form = FactorForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                enrol_app(whose.account, secret, form.cleaned_data["code"], visit=visit_of(request), at=timezone.now())
                return _with_recovery_codes(request, whose)
            except Refusal as refusal:
                status = blame(form, refusal)
    return render(request, "office/signin/enrol.html", _page(request, whose, form, secret), status=status)


def _page(request: HttpRequest, whose: Awaited, form: FactorForm, secret: str) -> dict[str, object]:
    label = str(staff_account(whose.account).username)
    return {
        "form": form,
        "secret": " ".join(secret[place : place + 4] for place in range(0, len(secret), 4)),
        "picture": _picture(address(secret, label=label)),
        "site": site_of(request),
        "demo_code": current_code(secret, at=timezone.now()) if settings.DEMO else "",
    }


def _offered_secret(request: HttpRequest, whose: Awaited) -> str:
    """The same secret however often the page is loaded, sealed in the session until it is bound."""
    if OFFER not in request.session:
        request.session[OFFER] = offer(whose.account, new_secret())
    return offered(whose.account, request.session[OFFER])


def _picture(text: str) -> SafeString:
    import segno  # noqa: PLC0415 - loaded with the first code that is drawn

    drawn = segno.make(text, error="m", micro=False).svg_inline(scale=5, border=2, omitsize=True)
    return mark_safe(drawn)  # noqa: S308 - drawn here from our own text


@require_POST
@awaited()
def ask(request: HttpRequest, *, whose: Awaited) -> HttpResponse:
    """What the browser needs to make a passkey for this account."""
    label = str(staff_account(whose.account).username)
    options, request.session[STATE] = begin_adding(whose.account, label=label, site=site_of(request))
    return HttpResponse(options, content_type="application/json")


@require_POST
@awaited()
def by_passkey(request: HttpRequest, *, whose: Awaited) -> HttpResponse:
    """Takes a passkey as the second factor, where there is none yet."""
    if factors_of(whose.account).enrolled:
        return redirect("office:signin:second")
    answer, state, now = request.POST.get("answer", ""), taken_state(request), timezone.now()
    site, visit = site_of(request), visit_of(request)
    try:
        add_passkey(whose.account, answer, state=state, site=site, door=Door.STAFF, visit=visit, at=now)
    except Refusal as refusal:
        messages.warning(request, str(refusal.sentence))
        return redirect("office:signin:enrol")
    return _with_recovery_codes(request, whose)


def _with_recovery_codes(request: HttpRequest, whose: Awaited) -> HttpResponse:
    """Goes on, but shows the recovery codes first: this page is the only place they ever stand."""
    request.session.pop(OFFER, None)
    codes = make_recovery_codes(whose.account, visit=visit_of(request), at=timezone.now())
    onward = arrive(request, whose)
    shown = render(request, "office/signin/recovery.html", {"codes": codes, "onward": onward["location"]})
    shown.cookies.update(onward.cookies)
    return shown
