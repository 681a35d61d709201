"""The first page: which phone is yours?"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from linli.domains.people.signin.actions import ask_code, destination, visit_of
from linli.domains.people.signin.middleware import actor_of
from linli.domains.people.signin.queries import site_of
from linli.kernel.refusal import Refusal
from linli.portal.signin.forms import PhoneForm, blame
from linli.portal.signin.pending import Pending, keep

HOME = "/"


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def phone(request: HttpRequest) -> HttpResponse:
    """Asks for the number and has a code sent there."""
    onward = destination(request, home=HOME)
    if actor_of(request).account:
        return redirect(onward)
    form = PhoneForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                challenge = ask_code(form.cleaned_data["phone"], visit=visit_of(request), at=timezone.now())
            except Refusal as refusal:
                status = blame(form, refusal)
            else:
                keep(request, Pending(challenge, form.cleaned_data["kept"], onward))
                return redirect("portal:signin:code")
    given = {"form": form, "next": onward, "site": site_of(request), "demo": settings.DEMO}
    return render(request, "portal/signin/phone.html", given, status=status)
